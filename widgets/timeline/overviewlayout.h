// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timeline/density.h"
#include "models/timeline/timescale.h"

#include <QRectF>

#include <array>
#include <span>
#include <vector>

namespace downtimeline {

/// The events of one lane in one column of the overview.
struct OverviewBar
{
    QRectF rect;
    Lane lane = Lane::Impact;

    bool operator==(const OverviewBar &) const = default;
};

/// Where a press on the overview takes hold.
enum class OverviewPart { Outside, LeftEdge, Window, RightEdge };

/// The overview of a whole incident in logical pixels: what lies where, and the window of what is visible.
struct OverviewLayout
{
    QRectF plot;
    std::vector<QRectF> impacts;
    std::vector<OverviewBar> bars;
    QRectF window; ///< never narrower than can be taken hold of, and inside the plot

    OverviewPart partAt(QPointF point) const;

    bool operator==(const OverviewLayout &) const = default;
};

/// The sizes that an overview is laid out with, in logical pixels.
struct OverviewMetrics
{
    double margin = 4; ///< above and below the plot
    double columnWidth = 3;
    double barWidth = 2;
    double leastBar = 2;     ///< high, for each lane that has an event in a column
    double leastWindow = 10; ///< wide
    double grip = 5;         ///< left and right of an edge, where it can be taken
    int quiet = 4;           ///< so many events in a column make a full bar where no column has more
};

/// How many columns fit into a plot of that width.
int overviewColumns(double width, const OverviewMetrics &metrics = {});

/// The window of what is visible: cut to the plot, and never narrower than can be taken hold of.
QRectF
overviewWindow(TimeRange visible, const TimeScale &whole, const QRectF &plot, const OverviewMetrics &metrics = {});

struct OverviewInput
{
    std::span<const LaneCounts> density; ///< of the whole, overviewColumns() columns
    std::array<bool, laneCount> lanes{true, true, true, true, true, true};
    std::span<const TimeRange> impacts;
    TimeRange visible;
};

/// Pure. whole: the scale of the strip, which shares the gutter of all plots. A column's height grows with the root of
/// its count, so that one event is still seen beside a thousand; lanes are stacked in their order.
OverviewLayout
layoutOverview(const OverviewInput &input, const TimeScale &whole, double height, const OverviewMetrics &metrics = {});

} // namespace downtimeline
