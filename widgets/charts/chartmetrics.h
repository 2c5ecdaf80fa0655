// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/paint/plotmetrics.h"

namespace downtimeline {

/// The fixed lengths of every chart, in logical pixels.
struct ChartMetrics
{
    static constexpr int headerHeight = 24;
    static constexpr int bottom = 10;
    static constexpr int edge = 12;       ///< from the pane's left edge to the title and the widest label
    static constexpr int labelGap = 10;   ///< from a y label to the plot
    static constexpr int eventHeight = 6; ///< of the events' marks at the top of the plot
    static constexpr int labelPixels = 11;
    static constexpr int titlePixels = 13;
    static constexpr int legendPixels = 12;
};

} // namespace downtimeline
