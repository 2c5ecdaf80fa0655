// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/paint/displaylist.h"
#include "widgets/timeline/laneitem.h"

namespace downtimeline {

/// A lane as one thin row: how many of its events lie in each few pixels.
struct DensityRow
{
    std::vector<FilledRect> rects;
    std::vector<HitArea> hits; ///< in the order of the rects
};

/// Pure. Costs by the pixels of the plot and the logarithm of the events, however many there are.
DensityRow densityRow(const LaneContext &context, std::size_t lane, double top, double height);

} // namespace downtimeline
