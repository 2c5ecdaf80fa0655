// SPDX-License-Identifier: GPL-3.0-or-later
// The plots of a step: the same layouts as in the window, enlarged for a room.
#include "widgets/charts/chartmetrics.h"
#include "widgets/present/slidecomposer.h"
#include "widgets/timeline/timelinelayout.h"

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

/// The smallest text of a plot has 11 px; so it has more than 24. A timeline without a chart has more room.
constexpr double plotScale = 2.2;
constexpr double scaleAlone = 2.6;
constexpr int leastPlotText = 11;
constexpr double gapBelowTimeline = 14;
constexpr double leastChart = 190;
constexpr double mostChart = 290;
constexpr double leastTimeline = 250;
constexpr double tallestLane = 30;
constexpr double tallestAlone = 44;
constexpr double lowestLane = 20;

LayoutMetrics metricsFor(double laneHeight)
{
    LayoutMetrics metrics;
    metrics.rulerHeight = 19;
    metrics.phasesHeight = 27;
    metrics.phaseBarHeight = 17;
    metrics.laneHeight = laneHeight;
    metrics.leastLaneHeight = 16;
    metrics.subRowHeight = 19;
    metrics.gutterPadding = ChartMetrics::edge;
    metrics.labelGap = 8; // clear of the ring
    metrics.leastText = leastPlotText;
    metrics.mostRows = 3;
    return metrics;
}

struct PlotRoom
{
    QSizeF size; ///< in units of the plots
    TimeScale scale;
    double tallestLane = 0;
};

/// As high as there is room; lanes are lower rather than that an event has no words.
DisplayList timelineFor(const TimelineContent &content, const TimelineLook &look, const PlotRoom &room)
{
    const FontMeasure measure(leastPlotText);
    DisplayList best;
    std::size_t most = 0;
    for (double lane = room.tallestLane; lane >= lowestLane; lane -= 2) {
        DisplayList list = layoutTimeline(content, look, room.scale, room.size, metricsFor(lane), measure);
        const auto words = static_cast<std::size_t>(std::ranges::count(list.labels, Ink::EventText, &PlotLabel::ink));
        const bool isFirst = best.size.isEmpty();
        const bool fitsNow = best.size.height() > room.size.height() && list.size.height() <= room.size.height();
        if (isFirst || fitsNow || (words > most && list.size.height() <= room.size.height())) {
            best = std::move(list);
            most = words;
        }
    }
    return best;
}

double chartHeightIn(const QRectF &box, const SlideComposer &composer)
{
    const bool hasChart = !composer.request.content.traffic.isEmpty();
    if (!hasChart && !composer.request.hasNotes)
        return 0;
    const double wanted = std::clamp(box.height() * 0.4, leastChart, mostChart);
    return std::min(wanted, box.height() - leastTimeline - gapBelowTimeline);
}

} // namespace

void composePlots(SlideComposer &composer, QRectF box)
{
    const SlideRequest &request = composer.request;
    const double below = chartHeightIn(box, composer);
    const bool hasBelow = below >= leastChart * 0.7;
    const double timelineHeight = box.height() - (hasBelow ? below + gapBelowTimeline : 0);
    const QRectF lower(box.left(), box.bottom() - below, box.width(), below);
    if (hasBelow && request.hasNotes)
        composeNotes(composer, lower);
    if (request.visible.isEmpty() || timelineHeight <= 0)
        return;
    const TimelineContent content = timelineOfStep(request.content, request.step, request.view);
    TimelineLook look = lookOfStep(request.content, request.step, request.view);
    look.lanes = request.lanes;
    const double enlarged = hasBelow ? plotScale : scaleAlone;
    const double bleed = ChartMetrics::edge * enlarged; // so that the names of lanes stand below the slide's words
    const double left = box.left() - bleed;
    const double width = std::floor((box.width() + 2 * bleed) / enlarged);
    int gutter = neededGutter(content, look, metricsFor(tallestLane), FontMeasure(leastPlotText));
    if (!request.content.traffic.isEmpty())
        gutter = std::max(gutter, neededGutter(request.content.traffic));
    const TimeScale scale(request.visible, gutter, width - gutter - plot::rightGutter);
    SlidePlots plots{.corner = QPointF(left, box.top()), .scale = enlarged};
    plots.timeline = timelineFor(
        content, look, {QSizeF(width, timelineHeight / enlarged), scale, hasBelow ? tallestLane : tallestAlone});
    const std::optional<Instant> at = composer.step().at;
    if (at && request.visible.start <= *at && *at <= request.visible.end)
        plots.here = scale.x(*at);
    if (hasBelow && !request.hasNotes) {
        plots.traffic = trafficUpTo(request.content.traffic, request.view == PresentView::Whole ? std::nullopt : at);
        plots.frame = {
            .size = QSizeF(width, std::floor(below / plotScale)),
            .visible = request.visible,
            .left = gutter,
            .right = plot::rightGutter,
            .tickSpacing = plot::tickLabelWidth,
            .pixelRatio = plotScale,
            .zone = request.content.zone};
        plots.trafficCorner = QPointF(left, lower.top());
    }
    composer.slide.plots = std::move(plots);
}

} // namespace downtimeline
