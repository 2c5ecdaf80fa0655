// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timeline/timescale.h"
#include "widgets/timeline/laneitem.h"
#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/timelinecontent.h"

#include <span>
#include <vector>

namespace downtimeline {

/// How many rows the items take.
int rowsOf(std::span<const LaneItem> items);

/// Pure. Gives the items labels; one that finds no room for its label in its own row may move down, below mostRows.
/// labelBudget is what is left for other lanes afterwards.
void placeLabels(const LaneContext &context, LaneLayout &lane, int mostRows, int &labelBudget);

} // namespace downtimeline
