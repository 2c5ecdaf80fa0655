// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/recordsources.h"

#include "models/storage/sqlcalls.h"

#include <SQLiteCpp/Statement.h>

#include <set>
#include <string>

namespace downtimeline {
namespace {

constexpr std::size_t mostLooked = 20'000; ///< records of a reading

} // namespace

bool hasRecordsOfOwn(std::string_view format)
{
    return format == "slack";
}

std::optional<IncidentId>
incidentOfRecords(SQLite::Database &database, const Source &source, std::span<const Event> events)
{
    if (!hasRecordsOfOwn(source.format))
        return std::nullopt;
    std::set<std::string, std::less<>> read;
    for (const Event &event : events.first(std::min(events.size(), mostLooked))) {
        if (!event.recordId.empty())
            read.insert(event.recordId);
    }
    std::optional<IncidentId> best;
    std::size_t most = 0;
    SQLite::Statement incidents(
        database, "SELECT DISTINCT incident_id FROM source WHERE format = ?1 ORDER BY incident_id");
    bindWhole(incidents, 1, source.format);
    while (!read.empty() && incidents.executeStep()) {
        const IncidentId incident(numberAt(incidents, 0));
        SQLite::Statement records(
            database, "SELECT DISTINCT record_id FROM event WHERE incident_id = ?1 AND record_id IS NOT NULL AND "
                      "source_id IN (SELECT id FROM source WHERE incident_id = ?1 AND format = ?2)");
        bindId(records, 1, incident);
        bindWhole(records, 2, source.format);
        std::size_t kept = 0;
        std::size_t same = 0;
        while (records.executeStep()) {
            ++kept;
            same += read.contains(textAt(records, 0)) ? 1 : 0;
        }
        const bool isHalf = 2 * same >= read.size() || 2 * same >= kept;
        if (same > most && isHalf) {
            most = same;
            best = incident;
        }
    }
    return best;
}

} // namespace downtimeline
