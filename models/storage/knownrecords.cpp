// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/knownrecords.h"

#include "models/storage/sqlcalls.h"

#include <utility>

namespace downtimeline {

KnownRecords::KnownRecords(SQLite::Database &database, IncidentId incident, std::string sourceName, bool isOwnExport)
    : m_database(database), m_incident(incident), m_sourceName(std::move(sourceName)), m_isOwnExport(isOwnExport)
{}

std::optional<SeriesId> KnownRecords::series(const Series &series)
{
    if (m_isOwnExport && !series.uuid.isNull()) {
        SQLite::Statement row(m_database, "SELECT id FROM series WHERE incident_id = ?1 AND uuid = ?2");
        row.bind(1, m_incident.row());
        bindUuid(row, 2, series.uuid);
        if (row.executeStep())
            return SeriesId(numberAt(row, 0));
    }
    SQLite::Statement row(
        m_database,
        "SELECT id FROM series WHERE incident_id = ?1 AND name = ?2 AND measure = ?3 AND coalesce(unit, '') = ?4 "
        "AND source_id IN (SELECT id FROM source WHERE incident_id = ?1 AND name = ?5) ORDER BY id LIMIT 1");
    row.bind(1, m_incident.row());
    bindWhole(row, 2, series.name);
    row.bind(3, static_cast<int>(series.measure));
    bindWhole(row, 4, series.unit);
    bindWhole(row, 5, m_sourceName);
    return row.executeStep() ? std::optional(SeriesId(numberAt(row, 0))) : std::nullopt;
}

bool KnownRecords::has(const Action &action)
{
    // Its text may have been edited since; the uuid stays.
    SQLite::Statement row(
        m_database, "SELECT 1 FROM action WHERE incident_id = ?1 AND (origin = ?2 AND source_id IN (SELECT id FROM "
                    "source WHERE incident_id = ?1 AND name = ?3) OR ?4 AND (uuid = ?5 OR text = ?2))");
    row.bind(1, m_incident.row());
    bindWhole(row, 2, action.text);
    bindWhole(row, 3, m_sourceName);
    row.bind(4, m_isOwnExport ? 1 : 0);
    bindUuid(row, 5, action.uuid);
    return row.executeStep();
}

bool KnownRecords::has(const TrafficClaim &claim)
{
    if (!m_isOwnExport)
        return false; // the store knows those of one source
    SQLite::Statement row(
        m_database,
        "SELECT 1 FROM traffic_claim WHERE incident_id = ?1 AND percent = ?2 AND anchor = ?3 AND line = ?4");
    row.bind(1, m_incident.row());
    row.bind(2, claim.percent);
    row.bind(3, static_cast<int>(claim.anchor));
    row.bind(4, claim.line);
    return row.executeStep();
}

bool KnownRecords::has(const Explained &explained)
{
    if (!m_isOwnExport)
        return false;
    SQLite::Statement row(m_database, "SELECT 1 FROM explained WHERE incident_id = ?1 AND text = ?2 AND line = ?3");
    row.bind(1, m_incident.row());
    bindWhole(row, 2, explained.text);
    row.bind(3, explained.line);
    return row.executeStep();
}

} // namespace downtimeline
