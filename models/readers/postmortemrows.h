// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/documents/writtentimes.h"
#include "models/domain/finding.h"
#include "models/readers/postmortemsections.h"

#include <optional>
#include <string>
#include <vector>

namespace downtimeline {

/// An event as the document lists it, before its day and zone are filled in.
struct TimelineRow
{
    int line = 0;
    Section section = Section::None;
    FoundTime found;
    std::string title;
    std::string detail;
    std::string actor;
    int list = 0;                         ///< rows of one list count the same
    std::optional<WrittenTime> dateAbove; ///< a date that stands above the row, in a heading or a note
    int dateAboveLine = 0;
    std::optional<WrittenZone> headerZone; ///< of the row's table header, heading or note
};

struct TimelineRows
{
    std::vector<TimelineRow> rows;
    std::vector<Skip> skipped;
};

/// Every row of the document that begins (or, in a list of key events, ends) with a time; code, actions and appendices
/// hold none. Where a timeline has rows, rows elsewhere are left out.
TimelineRows timelineRows(const std::vector<SectionedLine> &lines, DayOrder order);

} // namespace downtimeline
