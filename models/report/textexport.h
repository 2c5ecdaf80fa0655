// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/wholeincident.h"
#include "models/report/rowwatch.h"

#include <iosfwd>
#include <string>
#include <string_view>

namespace downtimeline {

/// The events as CSV (RFC 4180, UTF-8, CRLF) with a header: time, until, kind, title, detail, service, actor, line.
/// An event without a date has its clock, or the words of its source, as its time. A field that a spreadsheet would
/// take for a formula gets a leading apostrophe; numbers are left alone.
void writeEventsCsv(std::ostream &out, const WholeIncident &incident, const GoOn &goOn = {});

/// The incident as a Markdown postmortem: title, summary, measures with definitions, timeline table, root cause,
/// actions, findings. Foreign text is escaped, so that it cannot become markup.
void writeMarkdown(std::ostream &out, const WholeIncident &incident, const GoOn &goOn = {});

/// One field of a CSV row, quoted and made harmless.
std::string csvField(std::string_view utf8);

} // namespace downtimeline
