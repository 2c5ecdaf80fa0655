// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/incident.h"

#include <SQLiteCpp/Statement.h>

namespace downtimeline {

/// Keeps the full-text search true to what is written; throws SQLite::Exception. The search holds no texts of its own:
/// to forget a row it has to be told the texts that it was taught.
class EventSearch
{
public:
    explicit EventSearch(SQLite::Database &database);

    void add(EventId id, const Event &event);
    void forget(EventId id, const Event &event);

private:
    SQLite::Statement m_add;
    SQLite::Statement m_forget;
};

/// The same for the texts of incidents, as their rows hold them now: to be called after the row was written, and
/// before it is changed or removed.
void addToSearch(SQLite::Database &database, IncidentId incident);
void forgetInSearch(SQLite::Database &database, IncidentId incident);

/// Every event of the incident, before they are removed.
void forgetEventsInSearch(SQLite::Database &database, IncidentId incident);
/// Every event of the source, before they are removed.
void forgetEventsInSearch(SQLite::Database &database, IncidentId incident, SourceId source);

/// Builds the search over events anew, for bulk loads: much faster than row by row.
void rebuildEventSearch(SQLite::Database &database);

} // namespace downtimeline
