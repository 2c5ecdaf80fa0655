// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/reportfigures.h"

#include "widgets/charts/chartpainting.h"
#include "widgets/paint/displaylistpainter.h"
#include "widgets/paint/plotmetrics.h"
#include "widgets/timeline/timelinelayout.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

constexpr double scaleOnPaper = 0.82; ///< a page is narrower than a window, and is read closer
constexpr double curveChartHeight = 150;
constexpr double rowHeight = 24;
constexpr double tallest = 100000;   ///< room for every sub-row
constexpr double columnsAPixel = 4;  ///< of a dense curve in print
constexpr double leastShrink = 0.75; ///< of a timeline that tells every title whole
constexpr float overlapShade = 0.12F;
constexpr double dash = 5;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

int sharedGutter(const IncidentPlots &plots, const TimelineLook &look)
{
    int gutter = std::max(plot::leftGutter, neededGutter(plots.timeline(), look, LayoutMetrics(), FontMeasure()));
    for (const ChartContent &chart : plots.charts())
        gutter = std::max(gutter, neededGutter(chart));
    return gutter;
}

} // namespace

ReportFigures::ReportFigures(const IncidentPlots &plots, PaperSize paper, TimelinePaper timeline)
    : m_plots(plots), m_width(figureWidth(paper)), m_mostHeight(mostFigureHeight(paper)), m_theme(Theme::light())
{
    if (plots.visible().isEmpty())
        return;
    const TimelineLook look = plots.look();
    m_gutter = sharedGutter(plots, look);
    if (timeline == TimelinePaper::Pages) {
        const QSizeF room(layoutWidth(), std::floor(mostPartHeight(paper) * layoutWidth() / m_width));
        m_parts = timelineParts(plots.timeline(), look, plots.visible(), {.size = room, .gutter = m_gutter});
        return;
    }
    m_parts.push_back({.own = plots.visible(), .shown = plots.visible(), .list = onePage(look, true)});
}

ReportFigures::ReportFigures(const IncidentPlots &plots, double width, double mostHeight, const Theme &theme)
    : m_plots(plots), m_width(width), m_mostHeight(mostHeight), m_theme(theme)
{
    if (plots.visible().isEmpty())
        return;
    const TimelineLook look = plots.look();
    m_gutter = sharedGutter(plots, look);
    m_parts.push_back({.own = plots.visible(), .shown = plots.visible(), .list = onePage(look, false)});
}

/// With whole titles where they are wanted and have room, else shortened and folded as on screen.
DisplayList ReportFigures::onePage(const TimelineLook &look, bool withWholeTitles) const
{
    const TimelineContent &content = m_plots.timeline();
    const TimeScale scale(m_plots.visible(), m_gutter, layoutWidth() - m_gutter - plot::rightGutter);
    // No higher than the page, where it has an end: else it would be painted narrower, with labels too small to read.
    const QSizeF room(layoutWidth(), std::min(tallest, std::floor(m_mostHeight * layoutWidth() / m_width)));
    LayoutMetrics metrics;
    if (withWholeTitles) {
        metrics.leastTitle = layoutWidth();
        DisplayList whole = layoutTimeline(content, look, scale, {layoutWidth(), tallest}, metrics, FontMeasure());
        if (whole.size.height() * leastShrink <= room.height() && tellsAll(whole, content))
            return whole;
    }
    return layoutTimeline(content, look, scale, room, LayoutMetrics(), FontMeasure());
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

/// "Part 2 of 3: 16 January 2024, 10:15 – 10:40 GMT+1. What is shaded is also on part 1 and part 3."
QString ReportFigures::partWords(std::size_t part) const
{
    const std::size_t count = m_parts.size();
    if (count < 2)
        return {};
    QString words =
        Words::tr("Part %1 of %2: %3.").arg(part + 1).arg(count).arg(rangeText(m_parts[part].own, m_plots.zone()));
    const bool isBefore = m_parts[part].shown.start < m_parts[part].own.start;
    const bool isAfter = m_parts[part].shown.end > m_parts[part].own.end;
    if (isBefore && isAfter)
        return words + u' ' + Words::tr("What is shaded is also on part %1 and part %2.").arg(part).arg(part + 2);
    if (!isBefore && !isAfter)
        return words;
    return words + u' ' + Words::tr("What is shaded is also on part %1.").arg(isBefore ? part : part + 2);
}

std::vector<double> ReportFigures::heights() const
{
    std::vector<double> heights;
    const double scale = m_width / layoutWidth();
    for (const TimelinePart &part : m_parts)
        heights.push_back(std::min(m_mostHeight, std::ceil(part.list.size.height() * scale)));
    if (m_parts.empty())
        return heights;
    for (const ChartContent &chart : m_plots.charts())
        heights.push_back(std::min(m_mostHeight, std::ceil(chartHeight(chart) * scale)));
    return heights;
}

std::vector<ReportFigure> ReportFigures::figures() const
{
    std::vector<ReportFigure> figures;
    const std::vector<double> tall = heights();
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const QString range = rangeText(m_parts[i].own, m_plots.zone());
        figures.push_back(
            {.height = tall[i],
             .alternative = Words::tr("Timeline, %1. The table of events tells the same in words.").arg(range),
             .above = partWords(i)});
    }
    if (m_parts.empty())
        return figures;
    for (const ChartContent &chart : m_plots.charts()) {
        const QString words = chart.description ? chart.description(m_plots.zone()) : QString();
        figures.push_back(
            {.height = tall[figures.size()],
             .alternative = words.isEmpty() ? chart.title.text() : words,
             .isChart = true});
    }
    return figures;
}

std::vector<FigurePainter> ReportFigures::painters() const
{
    std::vector<FigurePainter> painters;
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        painters.emplace_back([this, i](QPainter &painter, const QRectF &rect) { paintPart(painter, rect, i); });
    for (const ChartContent &chart : m_plots.charts()) {
        painters.emplace_back(
            [this, &chart](QPainter &painter, const QRectF &rect) { paintChart(painter, rect, chart); });
    }
    return painters;
}

void ReportFigures::paintPart(QPainter &painter, const QRectF &rect, std::size_t part) const
{
    const DisplayList &list = m_parts[part].list;
    painter.translate(rect.topLeft());
    const double scale = std::min(rect.width() / layoutWidth(), rect.height() / std::max(1.0, list.size.height()));
    painter.scale(scale, scale);
    paintTimeline(painter, list, m_theme);
    paintOverlaps(painter, part);
}

/// What a part has in common with its neighbours: shaded, with a dashed line where the one ends and the other begins.
void ReportFigures::paintOverlaps(QPainter &painter, std::size_t part) const
{
    const TimelinePart &own = m_parts[part];
    const QRectF plot = own.list.plot;
    const TimeScale scale(own.shown, plot.left(), plot.width());
    const auto shade = [&](double from, double to, double cut) {
        if (to - from <= 0)
            return;
        QColor colour = m_theme.muted;
        colour.setAlphaF(overlapShade);
        painter.fillRect(QRectF(from, plot.top(), to - from, plot.height()), colour);
        for (double y = plot.top(); y < plot.bottom(); y += 2 * dash)
            painter.fillRect(QRectF(cut - 0.5, y, 1, std::min(dash, plot.bottom() - y)), m_theme.muted);
    };
    const double start = scale.x(own.own.start);
    const double end = scale.x(own.own.end);
    shade(plot.left(), start, start);
    shade(end, plot.right(), end);
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
        .events = &m_plots.events(),
    };
    renderChart(painter, QRectF(QPointF(0, 0), size), chart, frame, m_theme);
}

} // namespace downtimeline
