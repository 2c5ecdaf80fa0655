// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/action.h"
#include "models/domain/finding.h"
#include "models/domain/series.h"

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>

namespace downtimeline {

/// How a reading knows again what an incident holds besides events. A library's own export tells uuids and was made of
/// every source of the incident; any other source knows only what came from sources of its own name.
class KnownRecords
{
public:
    KnownRecords(SQLite::Database &database, IncidentId incident, std::string sourceName, bool isOwnExport);

    /// Calls throw SQLite::Exception and DamagedValue.
    std::optional<SeriesId> series(const Series &series);
    bool has(const Action &action);
    bool has(const TrafficClaim &claim);
    bool has(const Explained &explained);

    bool isOwnExport() const { return m_isOwnExport; }

private:
    SQLite::Database &m_database;
    IncidentId m_incident;
    std::string m_sourceName;
    bool m_isOwnExport;
};

} // namespace downtimeline
