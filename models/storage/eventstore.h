// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/eventindex.h"
#include "models/domain/eventnames.h"
#include "models/domain/result.h"
#include "models/storage/library.h"

#include <span>
#include <string>
#include <vector>

namespace downtimeline {

/// The texts of one event, as a table or a label shows them. UTF-8.
struct EventTexts
{
    EventId id;
    std::string title;
    std::string detail;
    std::string timeText; ///< as the source writes it
    std::string actor;
    std::string service;
    std::string note;
    SourceId source;
    std::string sourceName; ///< of the file; empty where the user wrote the event
    int line = 0;           ///< in the source, from 1; 0: no line

    bool operator==(const EventTexts &) const = default;
};

/// Where an event stands in its source; only what a traffic claim needs to find its moment.
struct EventPlace
{
    EventId id;
    SourceId source;
    int line = 0;
    Instant at;

    bool operator==(const EventPlace &) const = default;
};

/// All SQL about events. Instants are told with the clock shift of their source already added, and taken so again.
class EventStore
{
public:
    explicit EventStore(Library &library) : m_library(library) {}

    /// The events that have an instant, by instant and id. Ends that other events give are not filled in. With names,
    /// each entry has the numbers of its source and service.
    Result<EventIndex> index(IncidentId incident, EventNames *names = nullptr);
    /// The entries of the events without an instant, each EventEntry::Undated, by id: as they were read.
    Result<EventIndex> undated(IncidentId incident, EventNames *names = nullptr);
    /// In the order of the ids; an id that is gone is left out.
    Result<std::vector<EventTexts>> texts(std::span<const EventId> ids);
    Result<Event> get(EventId id);
    /// Every event, by instant and id, those without an instant last.
    Result<std::vector<Event>> all(IncidentId incident);
    /// The events without an instant, by source, line and id.
    Result<std::vector<Event>> unplaced(IncidentId incident);
    /// The events with an instant on lines that a traffic claim of the incident names.
    Result<std::vector<EventPlace>> placesOfClaims(IncidentId incident);

    /// Stores it, under event.id where that is set and free (an undone removal), else under a new one; makes a uuid
    /// where it has none.
    Result<EventId> add(IncidentId incident, const Event &event);
    /// Writes `after` over the row of after.id; a Usage failure where the row is no longer `before`, for then another
    /// window or process has changed it. A later import of the source still knows the event again.
    Status update(const Event &before, const Event &after);
    /// A later import of the source does not bring it back.
    Status remove(EventId id);

private:
    Library &m_library;
};

} // namespace downtimeline
