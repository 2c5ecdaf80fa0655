// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/plotsarea.h"

#include "app/window/plotsfoot.h"
#include "app/window/readingbar.h"
#include "widgets/charts/chartpane.h"
#include "widgets/paint/plotmetrics.h"
#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/overviewstrip.h"
#include "widgets/timeline/timelineaccess.h"
#include "widgets/timeline/timelineview.h"

#include <QFrame>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace downtimeline {
namespace {

constexpr int timelineShare = 5;
constexpr int chartShare = 3;
constexpr int air = 8; ///< below the last lane

/// A hairline between two plots.
QFrame *hairline(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

} // namespace

PlotsArea::PlotsArea(ViewState &view, QWidget *parent) : QScrollArea(parent), m_view(view)
{
    auto *plots = new QWidget(this);
    m_column = new QVBoxLayout(plots);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    tellTimelinesToReaders();
    m_timeline = new TimelineView(&view, plots);
    m_column->addWidget(m_timeline, timelineShare);
    m_bar = new ReadingBar(view, plots);
    m_column->addWidget(m_bar);
    connect(&view, &ViewState::zoneChanged, this, &PlotsArea::fitLanes); // a second one takes room
    connect(&view, &ViewState::lanesChanged, this, &PlotsArea::fitLanes);
    connect(&view, &ViewState::lanesChanged, this, &PlotsArea::markEvents);
    connect(&view, &ViewState::maskChanged, this, &PlotsArea::markEvents);
    connect(m_bar, &ReadingBar::undatedRequested, this, &PlotsArea::undatedRequested);
    connect(m_bar, &ReadingBar::showAllRequested, this, [this] {
        m_view.setLanes(withAllShown(m_view.lanes(), m_timeline->content().lanes()));
    });
    setWidget(plots);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_foot = new PlotsFoot(view, this);
    connect(m_foot, &PlotsFoot::heightChanged, this, &PlotsArea::placeFoot);
    placeFoot();
}

/// Outside what scrolls, and as wide as it.
void PlotsArea::placeFoot()
{
    const int foot = m_foot->heightFor(viewport()->width());
    setViewportMargins(0, 0, 0, foot);
    const QRect above = viewport()->geometry();
    m_foot->setGeometry(above.left(), above.bottom() + 1, above.width(), foot);
}

bool PlotsArea::viewportEvent(QEvent *event)
{
    const bool done = QScrollArea::viewportEvent(event);
    if (event->type() == QEvent::Resize && m_foot)
        placeFoot();
    return done;
}

/// What a chart or the overview does not take is the timeline's.
void PlotsArea::keyPressEvent(QKeyEvent *event)
{
    if (!m_timeline->takeKey(*event))
        QScrollArea::keyPressEvent(event);
}

void PlotsArea::setOverview(EventSnapshot events, std::vector<TimeRange> impacts)
{
    m_foot->overview()->setContent(std::move(events), std::move(impacts));
}

void PlotsArea::setTimeline(TimelineContent content, TimelineTexts texts)
{
    m_timeline->setContent(std::move(content), std::move(texts));
    fitLanes();
}

/// Room for every lane that is shown, and what is told of the others.
void PlotsArea::fitLanes()
{
    const LayoutMetrics metrics;
    const TimelineContent &content = m_timeline->content();
    double height = rulerHeight(m_timeline->look(), metrics) + metrics.phasesHeight;
    for (const std::size_t lane : content.drawnLanes(m_view.lanes()))
        height += m_view.lanes().isCollapsed(content.lanes()[lane]) ? metrics.thinLaneHeight : metrics.leastLaneHeight;
    m_timeline->setMinimumHeight(static_cast<int>(height) + air);
    shareHeight();
    m_bar->setHiddenLanes(hiddenLanes(content, m_view.lanes()));
    shareGutter();
}

/// Where no lane has an event, the charts have what is left by the ruler.
void PlotsArea::shareHeight()
{
    const bool isRulerAlone = m_timeline->content().drawnLanes({}).empty() && !m_charts.empty();
    m_timeline->setMaximumHeight(isRulerAlone ? m_timeline->minimumHeight() : QWIDGETSIZE_MAX);
}

void PlotsArea::makeCharts(std::size_t count)
{
    while (m_charts.size() > count) {
        delete m_column->takeAt(m_column->count() - 1)->widget(); // the chart
        delete m_column->takeAt(m_column->count() - 1)->widget(); // its hairline
        m_charts.pop_back();
    }
    while (m_charts.size() < count) {
        m_column->addWidget(hairline(widget()));
        auto *chart = new ChartPane(m_view, widget());
        chart->setTickSpacing(plot::tickLabelWidth);
        connect(chart, &ChartPane::requested, this, [this, chart](ChartRequest what) {
            Q_EMIT chartRequested(chart, what);
        });
        connect(chart, &ChartPane::neededGutterChanged, this, &PlotsArea::shareGutter);
        m_column->addWidget(chart, chartShare);
        m_charts.push_back(chart);
    }
}

void PlotsArea::setUndated(int count)
{
    m_bar->setUndated(count);
}

QToolButton *PlotsArea::undated() const
{
    return m_bar->undated();
}

void PlotsArea::setCharts(
    std::vector<ChartContent> charts, EventSnapshot events, std::function<QString(EventId)> title, bool arePhasesShown)
{
    for (const ChartPane *chart : m_charts)
        m_options[chart->content().key] = chart->options();
    makeCharts(charts.size());
    for (std::size_t i = 0; i < charts.size(); ++i) {
        const std::string key = charts[i].key;
        m_charts[i]->setContent(std::move(charts[i]));
        m_charts[i]->setOptions(m_options[key]);
        m_charts[i]->setPhasesShown(arePhasesShown);
    }
    m_events.index = std::move(events);
    m_events.title = std::move(title);
    markEvents();
    shareHeight();
    shareGutter();
}

void PlotsArea::markEvents()
{
    if (m_charts.empty())
        return;
    m_events = chartEvents(m_events.index, m_events.title, m_view.lanes(), m_view.mask(), m_view.hidesFiltered());
    for (ChartPane *chart : m_charts)
        chart->setEvents(m_events);
}

void PlotsArea::shareGutter()
{
    int left = std::max(plot::leftGutter, m_timeline->neededGutter());
    for (const ChartPane *chart : m_charts)
        left = std::max(left, chart->neededGutter());
    m_timeline->setGutter(left, plot::rightGutter);
    for (ChartPane *chart : m_charts)
        chart->setGutter(left, plot::rightGutter);
    m_foot->overview()->setGutter(left, plot::rightGutter);
}

QStringList PlotsArea::chartTitles() const
{
    QStringList titles;
    for (const ChartPane *chart : m_charts)
        titles << chart->accessibleName();
    return titles;
}

} // namespace downtimeline
