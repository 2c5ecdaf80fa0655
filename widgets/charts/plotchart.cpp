// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plotchart.h"

#include "widgets/charts/chartlayers.h"
#include "widgets/paint/theme.h"

#include <QGraphicsLayout>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace downtimeline {

namespace {

constexpr double linePixels = 1.5;

} // namespace

PlotChart::PlotChart() : m_theme(&Theme::light()), m_timeAxis(new QValueAxis(this)), m_valueAxis(new QValueAxis(this))
{
    setAnimationOptions(QChart::NoAnimation);
    setMargins({});
    layout()->setContentsMargins(0, 0, 0, 0);
    setBackgroundRoundness(0);
    setBackgroundPen(Qt::NoPen);
    setDropShadowEnabled(false);
    legend()->hide();
    setUpAxes();
    m_layers.push_back(new ChartLayer(this, 1, [this](QPainter &p) { paintTimeGrid(p, m_layout, *m_theme); }));
    m_layers.push_back(new ChartLayer(this, 3.5, [this](QPainter &p) { paintCurves(p, m_layout, *m_theme); }));
    m_layers.push_back(new ChartLayer(this, 4.5, [this](QPainter &p) { paintMarks(p, m_layout, *m_theme); }));
}

PlotChart::~PlotChart() = default;

/// Neither axis draws anything: grid and labels are ours, so that they line up with the ruler and no text of a file
/// reaches Qt Charts' markup.
void PlotChart::setUpAxes()
{
    addAxis(m_timeAxis, Qt::AlignBottom);
    addAxis(m_valueAxis, Qt::AlignLeft);
    for (QValueAxis *axis : {m_timeAxis, m_valueAxis}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        axis->setGridLineVisible(false);
    }
}

void PlotChart::present(const ChartContent &content, const ChartFrame &frame, const Theme &theme)
{
    m_theme = &theme;
    m_layout = layoutChart(content, frame);
    if (backgroundBrush().color() != theme.background)
        setBackgroundBrush(theme.background);
    placePlot(frame);
    showLines(content, frame);
    for (ChartLayer *layer : m_layers)
        layer->setSize(frame.size);
}

/// Each of these calls lays the whole chart out, which costs more than to paint it: only where something moved.
void PlotChart::placePlot(const ChartFrame &frame)
{
    if (m_placed == m_layout.plot && size() == frame.size)
        return;
    m_placed = m_layout.plot;
    resize(frame.size);
    setPlotArea(m_layout.plot);
    // Without this, what Qt Charts lays out stays in the previous plot area.
    layout()->invalidate();
    layout()->activate();
}

/// A chart of columns has no line, and then Qt Charts has nothing to do.
void PlotChart::showLines(const ChartContent &content, const ChartFrame &frame)
{
    const bool hasRuns =
        std::ranges::any_of(m_layout.curves, [](const PlacedCurve &curve) { return !curve.runs.empty(); });
    if (!hasRuns && !m_hasLines)
        return;
    // Filling first and setting the range after it lays every series out twice; cleared series cost nothing.
    for (QLineSeries *line : m_lines)
        line->clear();
    m_hasLines = hasRuns;
    if (!hasRuns)
        return;
    m_timeAxis->setRange(
        std::chrono::duration<double>(frame.visible.start - content.origin).count(),
        std::chrono::duration<double>(frame.visible.end - content.origin).count());
    m_valueAxis->setRange(m_layout.bars.lowest, m_layout.bars.highest);
    fillSeries(content);
}

void PlotChart::fillSeries(const ChartContent &content)
{
    std::size_t used = 0;
    for (std::size_t i = 0; i < m_layout.curves.size(); ++i) {
        const PlacedCurve &curve = m_layout.curves[i];
        QPen pen(inkColour(curve.ink, *m_theme), linePixels);
        pen.setJoinStyle(Qt::RoundJoin);
        const QString name = content.curves[i].name.escaped();
        for (const QPolygonF &run : curve.runs) {
            QLineSeries *line = lineAt(used++);
            if (line->name() != name)
                line->setName(name);
            if (line->pen() != pen)
                line->setPen(pen);
            line->replace(run);
        }
    }
}

QLineSeries *PlotChart::lineAt(std::size_t index)
{
    while (m_lines.size() <= index) {
        auto *line = new QLineSeries(this);
        addSeries(line);
        line->attachAxis(m_timeAxis);
        line->attachAxis(m_valueAxis);
        m_lines.push_back(line);
    }
    return m_lines[index];
}

} // namespace downtimeline
