// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timeline/timescale.h"
#include "widgets/charts/chartcontent.h"
#include "widgets/charts/chartevents.h"
#include "widgets/charts/chartmetrics.h"
#include "widgets/charts/curvebars.h"
#include "widgets/paint/plotmetrics.h"

#include <QLineF>
#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <vector>

namespace downtimeline {

/// How one chart is laid out: its whole size, what is visible, and what it shares with the other plots.
struct ChartFrame
{
    QSizeF size;
    TimeRange visible;
    int left = 0;                              ///< the gutter that all plots share
    int right = 0;                             ///< the room right of the plot
    double tickSpacing = plot::tickLabelWidth; ///< the ruler's least distance between labels
    double pixelRatio = 1;                     ///< device pixels a logical one; on paper, columns a pixel
    DisplayZone zone;
    const ChartEvents *events = nullptr; ///< their marks run through every chart; none: no marks

    /// Where the curves are, in whole pixels.
    QRectF plot() const;
    /// The same scale that the timeline above uses.
    TimeScale scale() const;
};

struct PlacedText
{
    QRectF rect;
    QString strong; ///< drawn bold, before the plain part
    QString plain;
    ChartInk ink = ChartInk::Ink;
    bool isRightAligned = false;
};

struct PlacedMark
{
    QPointF centre;
    ChartInk ink = ChartInk::Good;
    bool isStated = false;
};

struct PlacedBar
{
    QRectF rect; ///< of zero width for an empty stretch, which is drawn as a tick
    ChartInk ink = ChartInk::Accent;
    TimeRange range{}; ///< the whole stretch, whatever of it is visible
};

/// A curve in place: unbroken runs in seconds since the origin and in axisPosition(), cut at the edges of the plot;
/// and columns.
struct PlacedCurve
{
    std::vector<QPolygonF> runs;
    std::vector<QPolygonF> outlines; ///< the same runs in pixels, inside the plot
    std::vector<Column> columns;
    std::vector<QPointF> dots; ///< samples that nothing joins, in pixels
    ChartInk ink = ChartInk::Accent;
    bool isFilled = false;
};

/// What the pointer finds, and the definition that it then tells.
struct ChartHit
{
    QRectF rect;
    PlainText text;
};

/// A chart in place, in logical pixels. Painted by chartlayers.h; the curves' lines by Qt Charts.
struct ChartLayout
{
    QRectF plot;
    BarFrame bars;
    std::vector<double> gridX; ///< from the ruler's ticks
    std::vector<double> gridY;
    std::vector<QRectF> shades;
    std::vector<PlacedText> texts;
    std::vector<PlacedCurve> curves;
    std::vector<PlacedMark> marks;
    std::vector<PlacedBar> rows;
    std::vector<EventTick> events; ///< at the top edge of the plot
    std::vector<QLineF> loss;      ///< uprights from the reference down to the curve, a pixel each
    std::optional<double> referenceY;
    ChartInk referenceInk = ChartInk::Muted;
    std::vector<ChartHit> hits;
    int uncounted = 0; ///< labels that found no room
};

/// Pure. Labels never overlap each other or a line, and never leave the plot; those without room are counted.
ChartLayout layoutChart(const ChartContent &content, const ChartFrame &frame);

} // namespace downtimeline
