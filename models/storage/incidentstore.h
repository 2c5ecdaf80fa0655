// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/incident.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/storage/library.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// What the list of incidents shows of one.
struct IncidentSummary
{
    IncidentId id;
    QUuid uuid;
    std::string title;
    std::optional<Severity> severity;
    std::string service;
    /// The user's start, else the first outage event, else the start that a source states, else the first event; none
    /// where nothing has an instant.
    std::optional<Instant> start;
    /// The stated end, else the latest of the last event and the end of the last outage; none as above.
    std::optional<Instant> end;
    std::int64_t eventCount = 0;
    std::optional<std::chrono::seconds> offset; ///< of the timeline, east of UTC
    std::string zone;                           ///< of the timeline, as written

    bool operator==(const IncidentSummary &) const = default;
};

/// All SQL about incidents as a whole. It holds the library only while it is used.
class IncidentStore
{
public:
    explicit IncidentStore(Library &library) : m_library(library) {}

    /// The newest start first, incidents without any time last. A query keeps those in which every word stands, in the
    /// incident's texts or in one of its events; an empty query keeps all.
    Result<std::vector<IncidentSummary>> list(std::string_view query = {});
    Result<Incident> get(IncidentId id);
    /// By a whole uuid, or by its first characters (at least 4) where only one fits: NotFound, Usage otherwise.
    Result<IncidentId> find(std::string_view uuidText);
    /// Stores it under a new id; makes a uuid where it has none.
    Result<IncidentId> add(const Incident &incident);
    /// Writes `after` over the row of after.id; a Usage failure where the row is no longer `before`, for then another
    /// window or process has changed it.
    Status update(const Incident &before, const Incident &after);
    /// With everything that belongs to it.
    Status remove(IncidentId id);

private:
    Library &m_library;
};

} // namespace downtimeline
