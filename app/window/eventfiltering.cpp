// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/eventfiltering.h"

#include "models/edit/incidentdocument.h"
#include "models/items/viewstate.h"
#include "models/storage/search.h"

#include <utility>

namespace downtimeline {

EventFiltering::EventFiltering(IncidentDocument &document, ViewState &view, Library &reader, QObject *parent)
    : QObject(parent), m_document(document), m_view(view), m_reader(reader)
{
    connect(&view, &ViewState::filterChanged, this, &EventFiltering::apply);
    connect(&document, &IncidentDocument::opened, this, [this] {
        if (std::exchange(m_incident, m_document.incident().id) != m_document.incident().id)
            m_view.setFilter({}); // it told of another incident
        apply();
    });
    connect(&document, &IncidentDocument::eventsChanged, this, &EventFiltering::apply);
}

bool EventFiltering::takeSearch(const QString &words)
{
    const bool isFilter = hasFilterWords(words);
    if (isFilter)
        m_view.setFilter(parseFilter(words));
    else if (m_isFromSearch)
        m_view.setFilter({});
    m_isFromSearch = isFilter;
    return isFilter;
}

void EventFiltering::apply()
{
    const EventFilter &filter = m_view.filter();
    if (filter.isEmpty() || !m_document.isOpen()) {
        m_view.setMask(nullptr);
        return;
    }
    std::optional<std::vector<EventId>> found;
    if (!filter.text.isEmpty()) {
        Result<std::vector<EventId>> events =
            Search(m_reader).events(m_document.incident().id, filter.text.toStdString());
        if (!events)
            Q_EMIT failed(events.error().message);
        found = std::move(events).value_or(std::vector<EventId>());
    }
    m_view.setMask(std::make_shared<EventMask>(
        maskOf(filter, *m_document.rows(), m_document.names(), m_document.sources(), std::move(found))));
}

} // namespace downtimeline
