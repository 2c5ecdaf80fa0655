// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/readers/postmortem/postmortemrow.h"

#include <vector>

namespace downtimeline {

struct TimelineRows
{
    std::vector<TimelineRow> rows;
    std::vector<Skip> skipped;
};

/// Every row of the document that begins (or, in a list of key events, ends) with a time; code, actions and appendices
/// hold none. Where a timeline has rows, rows elsewhere are left out.
TimelineRows timelineRows(const std::vector<SectionedLine> &lines, DayOrder order);

} // namespace downtimeline
