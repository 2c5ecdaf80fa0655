// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/linelinks.h"
#include "models/report/pageflow.h"
#include "models/report/reportwords.h"

#include <span>
#include <string_view>

namespace downtimeline {

/// A section of paragraphs; none for an empty text. UTF-8.
void putProse(PageFlow &flow, const QString &heading, std::string_view text);
/// Every event that is not hidden, by time, those without an instant last; hidden ones are counted. A time leads to the
/// line that tells it.
void putEvents(PageFlow &flow, const ReportFacts &facts, const LineLinks &links);
/// None without actions.
void putActions(PageFlow &flow, std::span<const Action> actions, const LineLinks &links);
/// What is open as cards; what was decided is counted.
void putFindings(PageFlow &flow, const ReportFacts &facts, const LineLinks &links);
/// In small print: what each measure says, and the stated durations that fit the timeline.
void putDefinitions(
    PageFlow &flow, std::span<const ReportMeasure> measures, const ReportFacts &facts, const LineLinks &links);
/// In small print: what was read; none without sources.
void putSources(PageFlow &flow, std::span<const Source> sources);
/// The text of each source that has one, with the numbers of its lines.
void putAppendix(PageFlow &flow, std::span<const Source> sources, const LineLinks &links);

} // namespace downtimeline
