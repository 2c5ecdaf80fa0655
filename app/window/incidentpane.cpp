// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentpane.h"

#include "app/window/eventcards.h"
#include "app/window/incidentcharting.h"
#include "app/window/incidentreading.h"
#include "app/window/measuring.h"
#include "app/window/plotsarea.h"
#include "app/window/plotsfoot.h"
#include "app/window/settings.h"
#include "models/domain/writtentime.h"
#include "models/items/headercontent.h"
#include "models/storage/library.h"
#include "models/timeline/wholerange.h"
#include "widgets/incidents/eventcardpanel.h"
#include "widgets/incidents/eventtable.h"
#include "widgets/incidents/filterbar.h"
#include "widgets/incidents/findingspanel.h"
#include "widgets/incidents/incidentheader.h"
#include "widgets/incidents/sourceview.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace downtimeline {
namespace {

// What they get of a window of 1440 x 900; others in proportion.
constexpr int plotsHeight = 560;
constexpr int bottomHeight = 168;
constexpr int tableWidth = 610;
constexpr int sideWidth = 534;

} // namespace

IncidentPane::IncidentPane(IncidentDocument &document, ViewState &view, Library &reader, QWidget *parent)
    : QWidget(parent), m_document(document), m_view(view), m_reader(reader), m_events(document, &document)
{
    createWidgets();
    layOut();
    connectDocument();
    connectWidgets();
}

void IncidentPane::createWidgets()
{
    m_header = new IncidentHeader(this);
    m_filter = new FilterBar(m_view, this);
    m_filter->hide();
    m_plots = new PlotsArea(m_view, this);
    m_measuring = new Measuring(m_document, m_view, m_reader.path(), *m_plots->foot()->measured(), m_plots);
    m_charts = new IncidentCharting(m_document, m_view, *m_plots, this);
    m_table = new EventTable(m_events, m_view, this);
    m_findings = new FindingsPanel(this);
    m_source = new SourceView(this);
    m_side = new QStackedWidget(this);
    m_side->addWidget(m_findings);
    m_side->addWidget(m_source);
    m_cards = new EventCards(m_document, m_view, this);
    m_side->addWidget(m_cards->panel());
}

void IncidentPane::layOut()
{
    m_bottom = new QSplitter(Qt::Horizontal, this);
    m_bottom->addWidget(m_table);
    m_bottom->addWidget(m_side);
    m_bottom->setStretchFactor(0, 8);
    m_bottom->setStretchFactor(1, 7);
    m_bottom->setChildrenCollapsible(false);
    m_bottom->setHandleWidth(1);
    m_rows = new QSplitter(Qt::Vertical, this);
    m_rows->addWidget(m_plots);
    m_rows->addWidget(m_bottom);
    m_rows->setStretchFactor(0, 7);
    m_rows->setStretchFactor(1, 2);
    m_rows->setChildrenCollapsible(false);
    m_rows->setHandleWidth(1);
    m_rows->setSizes({plotsHeight, bottomHeight});
    m_bottom->setSizes({tableWidth, sideWidth});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_rows, 1);
}

void IncidentPane::show(LoadedIncident read)
{
    m_charts->setSeries(std::move(read.series));
    m_document.show(std::move(read.state));
}

void IncidentPane::connectDocument()
{
    connect(&m_document, &IncidentDocument::opened, this, &IncidentPane::showAll);
    connect(&m_document, &IncidentDocument::eventsChanged, this, [this] {
        showEvents();
        showWhole();
        m_charts->show();
        showHeader();
    });
    connect(&m_document, &IncidentDocument::incidentChanged, this, &IncidentPane::showHeader);
    connect(&m_document, &IncidentDocument::findingsChanged, this, [this] {
        showFindings();
        showHeader();
    });
    connect(&m_view, &ViewState::zoneChanged, this, [this] {
        m_events.setZone(m_view.zone());
        showHeader();
    });
    connect(&m_view, &ViewState::lanesChanged, this, [this] {
        if (m_view.lanes().grouping != m_plots->timeline()->content().grouping())
            showTimeline();
    });
    connect(&m_view, &ViewState::maskChanged, this, &IncidentPane::showMask);
    connect(m_filter, &FilterBar::closed, this, [this] { m_plots->timeline()->setFocus(Qt::OtherFocusReason); });
    connect(&m_view, &ViewState::selectionChanged, this, &IncidentPane::followSelection);
}

void IncidentPane::connectWidgets()
{
    connect(&m_events, &EventTableModel::editRefused, this, &IncidentPane::failed);
    connect(m_table, &EventTable::addRequested, this, &IncidentPane::addEvent);
    connect(
        m_table, &EventTable::deleteRequested, this, [this](EventId event) { tell(m_document.deleteEvent(event)); });
    connect(m_table, &EventTable::starRequested, this, [this](EventId event, bool starred) {
        tell(m_document.setEventStarred(event, starred));
    });
    connect(m_plots->timeline(), &TimelineView::starRequested, this, &IncidentPane::toggleStar);
    connect(m_table, &EventTable::sourceRequested, this, [this](EventId event) {
        showSource(true);
        followSelection(event);
    });
    connect(m_findings, &FindingsPanel::lineRequested, this, &IncidentPane::showLine);
    connect(
        m_findings, &FindingsPanel::decisionRequested, this,
        [this](const std::string &key, Finding::Decision decision) { tell(m_document.decideFinding(key, decision)); });
    connect(m_measuring, &Measuring::failed, this, &IncidentPane::failed);
    connect(m_charts, &IncidentCharting::failed, this, &IncidentPane::failed);
    connect(m_plots, &PlotsArea::undatedRequested, this, &IncidentPane::selectUndated);
    connect(m_plots->timeline(), &TimelineView::detailsRequested, this, [this](EventId event) {
        if (!isSourceShown()) // there the click has shown the event's line
            showCard(event, false);
    });
    connect(m_plots->timeline(), &TimelineView::eventActivated, this, [this](EventId event) { showCard(event, true); });
    connect(m_cards, &EventCards::failed, this, &IncidentPane::failed);
    connect(m_cards, &EventCards::emptied, this, &IncidentPane::closeCard);
    connect(m_cards->panel(), &EventCardPanel::closeRequested, this, &IncidentPane::closeCard);
    connect(m_cards->panel(), &EventCardPanel::sourceRequested, this, [this](EventId event) {
        showSource(true);
        followSelection(event);
    });
}

void IncidentPane::tell(const Status &status)
{
    if (!status)
        Q_EMIT failed(status.error().message);
}

QString IncidentPane::titleOf(EventId event) const
{
    return QString::fromStdString(m_document.text(event).title);
}

QString IncidentPane::placeOf(EventId event) const
{
    const EventText text = m_document.text(event);
    if (text.line == 0)
        return QString::fromStdString(text.sourceName);
    return tr("%1, line %2").arg(QString::fromStdString(text.sourceName)).arg(text.line);
}

void IncidentPane::showAll()
{
    m_view.select({});
    m_view.setCursor({});
    m_view.setMeasured({});
    showEvents();
    m_view.setWhole(whole());
    m_charts->show();
    showHeader();
    showFindings();
    showOffers();
    m_source->setSource(Source{});
}

/// What the filter's menus offer of this incident.
void IncidentPane::showOffers()
{
    QStringList services;
    for (const std::string &service : m_document.names().services())
        services << QString::fromStdString(service);
    services.sort(Qt::CaseInsensitive);
    QStringList sources;
    for (const Source &source : m_document.sources())
        if (const QString name = QString::fromStdString(source.name); !sources.contains(name))
            sources << name;
    m_filter->setOffers(services, sources);
}

TimeRange IncidentPane::whole() const
{
    return wholeRange(eventsExtent(*m_document.events()), m_charts->extent());
}

/// An edit moves no range, but the first event that has a time makes one and the last takes it away.
void IncidentPane::showWhole()
{
    const bool hasEvents = !m_document.events()->empty();
    if (hasEvents == m_view.hasTimes())
        return;
    if (const TimeRange range = whole(); range.isEmpty() == m_view.hasTimes())
        m_view.setWhole(range);
}

void IncidentPane::showEvents()
{
    m_events.setMask(m_view.mask(), m_view.hidesFiltered()); // of the new rows
    m_events.setEvents(m_document.rows());
    m_events.setZone(m_view.zone());
    m_plots->setUndated(m_events.undatedCount());
    showTimeline();
}

void IncidentPane::showMask()
{
    m_events.setMask(m_view.mask(), m_view.hidesFiltered());
    if (m_document.isOpen())
        showTimeline();
}

void IncidentPane::showTimeline()
{
    const EventIndex &events = *m_document.events();
    LaneTable lanes(m_view.lanes().grouping, events, m_document.names(), m_document.sources());
    m_plots->setTimeline(
        TimelineContent(
            events, m_document.derivedEnds(), m_document.analysis(), std::move(lanes), m_view.mask(),
            m_view.hidesFiltered()),
        {.title = [this](EventId event) { return titleOf(event); },
         .source = [this](EventId event) { return placeOf(event); }});
    m_plots->setOverview(m_document.events(), m_document.analysis().impacts);
    m_view.setSnapPoints(snapPoints(*m_document.events()));
    m_measuring->refresh();
}

void IncidentPane::showHeader()
{
    const std::vector<Finding> &findings = m_document.findings();
    const auto open = std::ranges::count(findings, Finding::Decision::Open, &Finding::decision);
    m_header->setContent(headerContent(
        {.incident = m_document.incident(),
         .analysis = m_document.analysis(),
         .events = *m_document.events(),
         .sources = m_document.sources(),
         .openFindings = static_cast<int>(open),
         .titleOf = [this](EventId event) { return titleOf(event); },
         .hasUndated = m_events.undatedCount() > 0},
        m_view.zone()));
}

void IncidentPane::showFindings()
{
    m_findings->setFindings(m_document.findings(), m_document.isEditable());
}

void IncidentPane::showCard(EventId event, bool takesFocus)
{
    if (!m_cards->show(event))
        return;
    const bool wasSource = isSourceShown();
    m_side->setCurrentWidget(m_cards->panel());
    if (wasSource)
        Q_EMIT sourceShown(false);
    if (takesFocus)
        m_cards->panel()->setFocus(Qt::OtherFocusReason);
}

void IncidentPane::closeCard()
{
    if (m_side->currentWidget() != m_cards->panel())
        return;
    m_cards->panel()->finishNote();
    const bool hadFocus = m_cards->panel()->isAncestorOf(QApplication::focusWidget()) || m_cards->panel()->hasFocus();
    m_side->setCurrentWidget(m_findings);
    if (hadFocus)
        m_plots->timeline()->setFocus(Qt::OtherFocusReason);
}

void IncidentPane::showSource(bool shown)
{
    if (shown == isSourceShown())
        return;
    m_side->setCurrentWidget(shown ? static_cast<QWidget *>(m_source) : m_findings);
    if (shown)
        followSelection(m_view.selection());
    Q_EMIT sourceShown(shown);
}

bool IncidentPane::isSourceShown() const
{
    return m_side->currentWidget() == m_source;
}

void IncidentPane::showLine(SourceId source, int line)
{
    if (m_source->source() != source) {
        const Result<Source> whole = m_document.source(source);
        if (!whole) {
            Q_EMIT failed(whole.error().message);
            return;
        }
        m_source->setSource(
            *whole, m_document.hidesNames() ? tr("The source text is left out while names are hidden.") : QString());
    }
    m_source->showLine(line);
    showSource(true);
}

void IncidentPane::showSourceAgain()
{
    const SourceId shown = m_source->source();
    const int line = m_source->markedLine();
    m_source->setSource({});
    if (isSourceShown() && shown.isValid())
        showLine(shown, line);
}

void IncidentPane::followSelection(std::optional<EventId> event)
{
    if (!isSourceShown())
        return;
    if (!event) {
        if (!m_source->source().isValid() && !m_document.sources().empty())
            showLine(m_document.sources().front().id, 0);
        return;
    }
    const Result<Event> whole = m_document.event(*event);
    if (whole && whole->source.isValid())
        showLine(whole->source, whole->line);
}

void IncidentPane::stepEvent(int direction)
{
    const int count = m_events.rowCount();
    if (count == 0)
        return;
    const int here = m_events.rowOf(m_view.selection().value_or(EventId{}));
    const int from = here < 0 && direction < 0 ? count : here;
    m_view.select(m_events.eventAt(std::clamp(from + direction, 0, count - 1)));
}

void IncidentPane::selectUndated()
{
    const int first = m_events.rowCount() - m_events.undatedCount();
    const int next = m_events.rowOf(m_view.selection().value_or(EventId{})) + 1;
    const EventId wanted = m_events.eventAt(next > first && next < m_events.rowCount() ? next : first);
    if (wanted.isValid())
        m_view.select(wanted);
    m_table->setFocus(Qt::OtherFocusReason);
}

Instant IncidentPane::placeOfNew() const
{
    const EventIndex &events = *m_document.events();
    if (const auto selected = std::ranges::find(events, m_view.selection().value_or(EventId{}), &EventEntry::id);
        selected != events.end())
        return selected->at;
    if (m_view.hasTimes())
        return m_view.visible().start + m_view.visible().length() / 2;
    const Incident &incident = m_document.incident();
    const std::optional<Instant> stated = incident.startedAt ? instantOf(*incident.startedAt) : std::nullopt;
    return stated.value_or(std::chrono::floor<Duration>(std::chrono::system_clock::now()));
}

void IncidentPane::addEvent()
{
    const Instant at = std::chrono::floor<std::chrono::minutes>(placeOfNew());
    const Result<EventId> added = m_document.addEvent(EventKind::Note, at, tr("New event"));
    if (!added) {
        Q_EMIT failed(added.error().message);
        return;
    }
    m_view.select(*added);
    const int row = m_events.rowOf(*added);
    if (row >= 0)
        QTimer::singleShot(
            0, m_table, [this, row] { m_table->edit(m_events.index(row, EventTableModel::TitleColumn)); });
}

void IncidentPane::deleteSelectedEvent()
{
    if (const auto selected = m_view.selection())
        tell(m_document.deleteEvent(*selected));
}

void IncidentPane::toggleStar()
{
    const EventIndex &rows = *m_document.rows();
    const auto selected = std::ranges::find(rows, m_view.selection().value_or(EventId{}), &EventEntry::id);
    if (selected != rows.end())
        tell(m_document.setEventStarred(selected->id, !selected->has(EventEntry::Starred)));
}

void IncidentPane::restore(const Settings &settings)
{
    m_rows->restoreState(settings.splitter(QStringLiteral("rows")));
    m_bottom->restoreState(settings.splitter(QStringLiteral("bottom")));
}

void IncidentPane::keep(Settings &settings) const
{
    settings.setSplitter(QStringLiteral("rows"), m_rows->saveState());
    settings.setSplitter(QStringLiteral("bottom"), m_bottom->saveState());
}

} // namespace downtimeline
