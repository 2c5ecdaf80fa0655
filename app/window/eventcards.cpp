// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/eventcards.h"

#include "widgets/incidents/eventcardpanel.h"

#include <algorithm>

namespace downtimeline {

EventCards::EventCards(IncidentDocument &document, ViewState &view, QWidget *parent)
    : QObject(parent), m_document(document), m_view(view), m_panel(new EventCardPanel(parent))
{
    connect(&document, &IncidentDocument::opened, this, [this] {
        m_sources.clear();
        showAgain();
    });
    connect(&document, &IncidentDocument::eventsChanged, this, &EventCards::showAgain);
    connect(&view, &ViewState::zoneChanged, this, &EventCards::showAgain);
    connect(&view, &ViewState::selectionChanged, this, [this](std::optional<EventId> event) {
        if (m_panel->isVisible() && (!event || !show(*event)))
            Q_EMIT emptied();
    });
    connect(m_panel, &EventCardPanel::starRequested, this, [this](EventId event, bool starred) {
        tell(m_document.setEventStarred(event, starred));
    });
    connect(m_panel, &EventCardPanel::noteEdited, this, [this](EventId event, const QString &note) {
        const auto isIt = [event](const EventEntry &row) { return row.id == event; };
        if (std::ranges::any_of(*m_document.rows(), isIt)) // else another incident is open by now
            tell(m_document.setEventNote(event, note));
    });
}

bool EventCards::show(EventId event)
{
    const EventIndex &rows = *m_document.rows();
    const auto entry = std::ranges::find(rows, event, &EventEntry::id);
    if (entry == rows.end())
        return false;
    const Result<Event> whole = m_document.event(event);
    if (!whole) {
        Q_EMIT failed(whole.error().message);
        return false;
    }
    m_panel->setCard(eventCard(*whole, *entry, sourceOf(*whole), m_view.zone()), m_document.isEditable());
    return true;
}

void EventCards::showAgain()
{
    if (m_panel->isVisible() && !show(m_panel->card().event))
        Q_EMIT emptied();
}

const Source *EventCards::sourceOf(const Event &event)
{
    if (!event.source.isValid())
        return nullptr;
    if (const auto known = m_sources.find(event.source); known != m_sources.end())
        return &known->second;
    Result<Source> source = m_document.source(event.source);
    if (!source) {
        Q_EMIT failed(source.error().message);
        return nullptr;
    }
    return &m_sources.emplace(event.source, std::move(*source)).first->second;
}

void EventCards::tell(const Status &status)
{
    if (!status)
        Q_EMIT failed(status.error().message);
}

} // namespace downtimeline
