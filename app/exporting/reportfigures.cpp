// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/reportfigures.h"

#include "widgets/charts/chartpainting.h"
#include "widgets/paint/displaylistpainter.h"
#include "widgets/paint/plotmetrics.h"
#include "widgets/timeline/timelinelayout.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

constexpr double scaleOnPaper = 0.82; ///< a page is narrower than a window, and is read closer
constexpr double curveChartHeight = 150;
constexpr double rowHeight = 24;
constexpr double tallest = 100000;  ///< room for every sub-row
constexpr double columnsAPixel = 4; ///< of a dense curve in print

int sharedGutter(const IncidentPlots &plots, const TimelineLook &look)
{
    int gutter = std::max(plot::leftGutter, neededGutter(plots.timeline(), look, LayoutMetrics(), FontMeasure()));
    for (const ChartContent &chart : plots.charts())
        gutter = std::max(gutter, neededGutter(chart));
    return gutter;
}

} // namespace

ReportFigures::ReportFigures(const IncidentPlots &plots, double width, double mostHeight, const Theme &theme)
    : m_plots(plots), m_width(width), m_mostHeight(mostHeight), m_theme(theme)
{
    if (plots.visible().isEmpty())
        return;
    const TimelineLook look = plots.look();
    m_gutter = sharedGutter(plots, look);
    const TimeScale scale(plots.visible(), m_gutter, layoutWidth() - m_gutter - plot::rightGutter);
    m_list =
        layoutTimeline(plots.timeline(), look, scale, QSizeF(layoutWidth(), tallest), LayoutMetrics(), FontMeasure());
}

double ReportFigures::layoutWidth() const
{
    return std::floor(m_width / scaleOnPaper);
}

double ReportFigures::chartHeight(const ChartContent &chart) const
{
    if (chart.rows.empty())
        return curveChartHeight;
    return ChartMetrics::headerHeight + ChartMetrics::bottom + rowHeight * static_cast<double>(chart.rows.size());
}

std::vector<double> ReportFigures::heights() const
{
    std::vector<double> heights;
    if (m_plots.visible().isEmpty())
        return heights;
    const double scale = m_width / layoutWidth();
    heights.push_back(std::min(m_mostHeight, std::ceil(m_list.size.height() * scale)));
    for (const ChartContent &chart : m_plots.charts())
        heights.push_back(std::min(m_mostHeight, std::ceil(chartHeight(chart) * scale)));
    return heights;
}

std::vector<FigurePainter> ReportFigures::painters() const
{
    std::vector<FigurePainter> painters;
    painters.emplace_back([this](QPainter &painter, const QRectF &rect) { paintList(painter, rect); });
    for (const ChartContent &chart : m_plots.charts()) {
        painters.emplace_back(
            [this, &chart](QPainter &painter, const QRectF &rect) { paintChart(painter, rect, chart); });
    }
    return painters;
}

void ReportFigures::paintList(QPainter &painter, const QRectF &rect) const
{
    painter.translate(rect.topLeft());
    const double scale = std::min(rect.width() / layoutWidth(), rect.height() / std::max(1.0, m_list.size.height()));
    painter.scale(scale, scale);
    paintTimeline(painter, m_list, m_theme);
}

void ReportFigures::paintChart(QPainter &painter, const QRectF &rect, const ChartContent &chart) const
{
    const double scale = rect.width() / layoutWidth();
    painter.translate(rect.topLeft());
    painter.scale(scale, scale);
    const QSizeF size(layoutWidth(), std::floor(rect.height() / scale));
    const ChartFrame frame{
        .size = size,
        .visible = m_plots.visible(),
        .left = m_gutter,
        .right = plot::rightGutter,
        .tickSpacing = plot::tickLabelWidth,
        .pixelRatio = columnsAPixel,
        .zone = m_plots.zone(),
    };
    renderChart(painter, QRectF(QPointF(0, 0), size), chart, frame, m_theme);
}

} // namespace downtimeline
