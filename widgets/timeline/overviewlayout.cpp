// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/overviewlayout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace downtimeline {
namespace {

/// What a lane that is not shown has counts for nothing.
std::vector<LaneCounts> shownCounts(const OverviewInput &input)
{
    std::vector<LaneCounts> shown(input.density.begin(), input.density.end());
    for (LaneCounts &column : shown)
        for (std::size_t lane = 0; lane < laneCount; ++lane)
            if (!input.lanes[lane])
                column[lane] = 0;
    return shown;
}

std::uint32_t sumOf(const LaneCounts &column)
{
    return std::accumulate(column.begin(), column.end(), std::uint32_t{0});
}

/// The bars of one column, from the bottom up.
void addColumn(
    std::vector<OverviewBar> &bars, const LaneCounts &column, double left, const QRectF &plot, std::uint32_t most,
    const OverviewMetrics &metrics)
{
    const std::uint32_t sum = sumOf(column);
    if (sum == 0)
        return;
    const auto present = static_cast<double>(laneCount - static_cast<std::size_t>(std::ranges::count(column, 0U)));
    const double least = std::min(metrics.leastBar, plot.height() / present);
    const double height = std::max(plot.height() * std::sqrt(double(sum) / double(most)), least * present);
    double bottom = plot.bottom();
    for (std::size_t lane = laneCount; lane-- > 0;) {
        if (column[lane] == 0)
            continue;
        const double part = least + (height - least * present) * double(column[lane]) / double(sum);
        bars.push_back({QRectF(left, bottom - part, metrics.barWidth, part), static_cast<Lane>(lane)});
        bottom -= part;
    }
}

/// Between two instants, cut to the plot.
QRectF band(TimeRange range, const TimeScale &whole, const QRectF &plot)
{
    const double left = std::clamp(whole.x(range.start), plot.left(), plot.right());
    const double right = std::clamp(whole.x(range.end), plot.left(), plot.right());
    return {left, plot.top(), right - left, plot.height()};
}

} // namespace

OverviewPart OverviewLayout::partAt(QPointF point) const
{
    const double grip = std::min(OverviewMetrics().grip, window.width() / 4);
    const double x = point.x();
    if (x < window.left() - OverviewMetrics().grip || x > window.right() + OverviewMetrics().grip)
        return OverviewPart::Outside;
    if (x <= window.left() + grip)
        return OverviewPart::LeftEdge;
    return x < window.right() - grip ? OverviewPart::Window : OverviewPart::RightEdge;
}

int overviewColumns(double width, const OverviewMetrics &metrics)
{
    return std::max(0, static_cast<int>(std::floor(width / metrics.columnWidth)));
}

QRectF overviewWindow(TimeRange visible, const TimeScale &whole, const QRectF &plot, const OverviewMetrics &metrics)
{
    QRectF window = band(visible, whole, plot);
    if (window.width() >= metrics.leastWindow)
        return window;
    const double width = std::min(metrics.leastWindow, plot.width());
    const double left = std::clamp(window.center().x() - width / 2, plot.left(), plot.right() - width);
    return {left, plot.top(), width, plot.height()};
}

OverviewLayout
layoutOverview(const OverviewInput &input, const TimeScale &whole, double height, const OverviewMetrics &metrics)
{
    OverviewLayout layout;
    layout.plot = QRectF(whole.left(), metrics.margin, whole.width(), std::max(0.0, height - 2 * metrics.margin));
    if (whole.visible().isEmpty() || layout.plot.isEmpty())
        return layout;
    for (const TimeRange &impact : input.impacts)
        if (const QRectF rect = band(impact, whole, layout.plot); rect.width() > 0)
            layout.impacts.push_back(rect);
    const std::vector<LaneCounts> counts = shownCounts(input);
    auto most = static_cast<std::uint32_t>(metrics.quiet);
    for (const LaneCounts &column : counts)
        most = std::max(most, sumOf(column));
    // Spread over the whole width: the last columns stand at their instants too.
    const double step = counts.empty() ? 0 : whole.width() / static_cast<double>(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i)
        addColumn(
            layout.bars, counts[i], std::floor(whole.left() + static_cast<double>(i) * step), layout.plot, most,
            metrics);
    layout.window = overviewWindow(input.visible, whole, layout.plot, metrics);
    return layout;
}

} // namespace downtimeline
