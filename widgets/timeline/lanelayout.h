// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timeline/timescale.h"
#include "widgets/timeline/laneitem.h"
#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/timelinecontent.h"

#include <vector>

namespace downtimeline {

/// Pure. At most so many rows; labelBudget is what is left for other lanes afterwards.
LaneLayout layoutLane(const LaneContext &context, std::size_t lane, int mostRows, int &labelBudget);

} // namespace downtimeline
