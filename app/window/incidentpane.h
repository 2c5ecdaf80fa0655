// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/edit/incidentdocument.h"
#include "models/items/eventtablemodel.h"
#include "models/items/viewstate.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace downtimeline {

class EventCards;
class EventTable;
class FilterBar;
class FindingsPanel;
class IncidentCharting;
class IncidentHeader;
class Library;
class Measuring;
class PlotsArea;
class Settings;
class SourceView;
struct LoadedIncident;

/// The open incident: header, plots on one time axis, events, findings and source text. It follows the document.
class IncidentPane : public QWidget
{
    Q_OBJECT

public:
    /// All three must outlive it.
    IncidentPane(IncidentDocument &document, ViewState &view, Library &reader, QWidget *parent = nullptr);

    /// Makes it the open incident: the document's, with its series.
    void show(LoadedIncident read);
    using QWidget::show;

    EventTable *table() const { return m_table; }
    PlotsArea *plots() const { return m_plots; }
    Measuring *measuring() const { return m_measuring; }
    IncidentCharting *charting() const { return m_charts; }
    FindingsPanel *findings() const { return m_findings; }
    SourceView *sourceText() const { return m_source; }

    FilterBar *filterBar() const { return m_filter; }
    EventCards *cards() const { return m_cards; }

    /// The details of an event in place of the findings; with the keys where the keyboard asked.
    void showCard(EventId event, bool takesFocus);
    void closeCard();
    void showSource(bool shown);
    bool isSourceShown() const;
    /// As the document tells it now: with names hidden it is left out.
    void showSourceAgain();
    /// Selects the event after (1) or before (-1) the selected one.
    void stepEvent(int direction);
    /// Selects the first event without a time, or the one after the selected one.
    void selectUndated();
    /// A new event where the cursor, the selection or the middle of what is visible is; its title is to be typed.
    void addEvent();
    void deleteSelectedEvent();
    /// Stars the selected event, or takes its star away.
    void toggleStar();
    void restore(const Settings &settings);
    void keep(Settings &settings) const;

Q_SIGNALS:
    void failed(const QString &sentence);
    void sourceShown(bool shown);

private:
    void createWidgets();
    void layOut();
    void connectDocument();
    void connectWidgets();
    void showAll();
    void showWhole();
    TimeRange whole() const;
    Instant placeOfNew() const;
    void showEvents();
    void showTimeline();
    void showMask();
    void showHeader();
    void showFindings();
    void showOffers();
    void showLine(SourceId source, int line);
    void followSelection(std::optional<EventId> event);
    void tell(const Status &status);
    QString titleOf(EventId event) const;
    QString placeOf(EventId event) const;

    IncidentDocument &m_document;
    ViewState &m_view;
    Library &m_reader;
    EventTableModel m_events;
    IncidentHeader *m_header = nullptr;
    PlotsArea *m_plots = nullptr;
    Measuring *m_measuring = nullptr;
    IncidentCharting *m_charts = nullptr;
    EventTable *m_table = nullptr;
    FindingsPanel *m_findings = nullptr;
    SourceView *m_source = nullptr;
    EventCards *m_cards = nullptr;
    FilterBar *m_filter = nullptr;
    QStackedWidget *m_side = nullptr; ///< findings, source text or the details of an event
    QSplitter *m_rows = nullptr;
    QSplitter *m_bottom = nullptr;
};

} // namespace downtimeline
