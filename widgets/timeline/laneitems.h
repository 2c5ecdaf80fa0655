// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/laneitem.h"

namespace downtimeline {

/// Pure. The visible things of a lane in order of their left end, each in the highest row where its marks are free;
/// events for which no row is left are folded into a neighbour, which then counts them. Costs by what is visible: a
/// million events in one lane are skipped over, not walked.
std::vector<LaneItem> placedItems(const LaneContext &context, std::size_t lane, int mostRows);

} // namespace downtimeline
