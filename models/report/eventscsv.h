// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/exportscope.h"
#include "models/report/rowwatch.h"

#include <iosfwd>
#include <string>
#include <string_view>

namespace downtimeline {

/// The events as CSV (RFC 4180, UTF-8, CRLF) with a header: time, until, kind, title, detail, service, actor, line.
/// An event without a date has its clock, or the words of its source, as its time. A field that a spreadsheet would
/// take for a formula gets a leading apostrophe, which our reader takes away again; numbers are left alone. Of a scope
/// those events that go out, with the ends that others give them.
void writeEventsCsv(std::ostream &out, const ScopedIncident &scope, const GoOn &goOn = {});

/// One field of a CSV row, quoted and made harmless.
std::string csvField(std::string_view utf8);

} // namespace downtimeline
