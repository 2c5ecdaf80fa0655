// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/incidentstore.h"

#include "models/storage/eventsearch.h"
#include "models/storage/incidentrow.h"
#include "models/storage/search.h"
#include "models/storage/sqlcalls.h"

#include <QCoreApplication>

#include <algorithm>
#include <cctype>
#include <string>

namespace downtimeline {
namespace {

// One row per incident. The first and last event come from the ends of event_by_time, the outages from event_outage.
// Left to itself, SQLite would read all of event_by_time for the outages.
constexpr const char *plainTimes =
    "(SELECT min(at) FROM event INDEXED BY event_outage WHERE incident_id = i.id AND kind = 0), "
    "(SELECT min(at) FROM event WHERE incident_id = i.id), "
    "(SELECT max(at + coalesce(length, 0)) FROM event INDEXED BY event_outage WHERE incident_id = i.id AND kind = 0), "
    "(SELECT max(at) FROM event WHERE incident_id = i.id)";
// The same where a source of the incident has a clock shift: every event has to be looked at.
constexpr const char *shiftedTimes =
    "(SELECT min(at + coalesce(s.clock_shift, 0)) FROM event LEFT JOIN source AS s ON s.id = source_id "
    "WHERE event.incident_id = i.id AND kind = 0), "
    "(SELECT min(at + coalesce(s.clock_shift, 0)) FROM event LEFT JOIN source AS s ON s.id = source_id "
    "WHERE event.incident_id = i.id), "
    "(SELECT max(at + coalesce(length, 0) + coalesce(s.clock_shift, 0)) FROM event LEFT JOIN source AS s "
    "ON s.id = source_id WHERE event.incident_id = i.id AND kind = 0), "
    "(SELECT max(at + coalesce(s.clock_shift, 0)) FROM event LEFT JOIN source AS s ON s.id = source_id "
    "WHERE event.incident_id = i.id)";
// A start that the user states has no words of a source and the origin ZoneOrigin::User, in bits 7 to 9.
constexpr const char *startIsUsers = ", coalesce(i.started_at IS NOT NULL AND coalesce(i.started_text, '') = '' AND "
                                     "((i.started_marks >> 7) & 7) = 4, 0)";
constexpr const char *shiftedIncidents = "(SELECT incident_id FROM source WHERE clock_shift <> 0)";
constexpr const char *fittingIncidents =
    " AND (i.id IN (SELECT rowid FROM incident_search WHERE incident_search MATCH ?1) OR i.id IN (SELECT incident_id "
    "FROM event WHERE id IN (SELECT rowid FROM event_search WHERE event_search MATCH ?1)))";

/// No foreign key does it: see event in resources/migrations/001_library.sql.
void removeEvents(SQLite::Database &database, IncidentId incident)
{
    SQLite::Statement statement(database, "DELETE FROM event WHERE incident_id = ?1");
    statement.bind(1, incident.row());
    statement.exec();
}

IncidentSummary summaryAt(const SQLite::Statement &row)
{
    IncidentSummary summary;
    summary.id = IncidentId(numberAt(row, 0));
    summary.uuid = uuidAt(row, 1);
    summary.title = textAt(row, 2);
    if (const std::optional<std::int64_t> severity = optionalAt(row, 3); severity && *severity >= 1 && *severity <= 5)
        summary.severity = static_cast<Severity>(*severity);
    summary.service = textAt(row, 4);
    summary.offset = offsetAt(row, 5);
    summary.zone = textAt(row, 6);
    const std::optional<Instant> statedStart = instantAt(row, 7);
    const std::optional<Instant> statedEnd = instantAt(row, 8);
    summary.eventCount = numberAt(row, 9);
    const std::optional<Instant> firstOutage = instantAt(row, 10);
    const std::optional<Instant> first = instantAt(row, 11);
    const std::optional<Instant> outageEnd = instantAt(row, 12);
    const std::optional<Instant> last = instantAt(row, 13);
    const bool isUsers = numberAt(row, 14) != 0;
    const std::optional<Instant> ofSource = statedStart ? statedStart : first;
    summary.start = isUsers ? statedStart : firstOutage ? firstOutage : ofSource;
    summary.end = statedEnd ? statedEnd : std::max(last, outageEnd); // none is less than any instant
    return summary;
}

void collect(
    SQLite::Database &database, const std::string &expression, bool shifted, std::vector<IncidentSummary> &summaries)
{
    std::string sql =
        "SELECT i.id, i.uuid, i.title, i.severity, i.service, i.utc_offset, i.zone, i.started_at, i.ended_at, "
        "(SELECT count(*) FROM event WHERE incident_id = i.id), ";
    sql += shifted ? shiftedTimes : plainTimes;
    sql += startIsUsers;
    sql += std::string(" FROM incident AS i WHERE i.id ") + (shifted ? "IN " : "NOT IN ") + shiftedIncidents;
    if (!expression.empty())
        sql += fittingIncidents;
    SQLite::Statement rows(database, sql);
    if (!expression.empty())
        rows.bindNoCopy(1, expression);
    while (rows.executeStep())
        summaries.push_back(summaryAt(rows));
}

bool newerFirst(const IncidentSummary &left, const IncidentSummary &right)
{
    return left.start != right.start ? left.start > right.start : left.id > right.id;
}

/// The hex digits of a uuid as the user writes it; empty where there is anything else, or too many.
std::string hexDigits(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        if (c == '-' || c == '{' || c == '}')
            continue;
        if (std::isxdigit(static_cast<unsigned char>(c)) == 0)
            return {};
        digits += c;
    }
    return digits.size() <= 32 ? digits : std::string();
}

/// The smallest or largest uuid that begins with the digits.
std::string filledUp(std::string digits, char digit)
{
    digits.resize(32, digit);
    const QByteArray bytes = QByteArray::fromHex(QByteArray::fromStdString(digits));
    return bytes.toStdString();
}

QString what()
{
    return QCoreApplication::translate("Library", "incident");
}

} // namespace

Result<std::vector<IncidentSummary>> IncidentStore::list(std::string_view query)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<IncidentSummary>> {
        const std::string expression = searchExpression(query);
        std::vector<IncidentSummary> summaries;
        collect(m_library.database(), expression, false, summaries);
        collect(m_library.database(), expression, true, summaries);
        std::ranges::sort(summaries, newerFirst);
        return summaries;
    });
}

Result<Incident> IncidentStore::get(IncidentId id)
{
    return guarded(m_library.path(), [&]() -> Result<Incident> {
        SQLite::Statement row(
            m_library.database(), std::string("SELECT ") + incidentColumns + " FROM incident WHERE id = ?1");
        row.bind(1, id.row());
        if (!row.executeStep())
            return missingRow(what());
        return incidentAt(row);
    });
}

Result<IncidentId> IncidentStore::find(std::string_view uuidText)
{
    const std::string digits = hexDigits(uuidText);
    const QString shown = QString::fromUtf8(uuidText.data(), static_cast<qsizetype>(uuidText.size()));
    if (digits.size() < 4) {
        return failure(
            Error::Code::Usage,
            QCoreApplication::translate(
                "Library", "“%1” is no incident's id; give at least its first 4 characters, as the list shows them.")
                .arg(shown));
    }
    return guarded(m_library.path(), [&]() -> Result<IncidentId> {
        SQLite::Statement rows(
            m_library.database(), "SELECT id FROM incident WHERE uuid BETWEEN ?1 AND ?2 ORDER BY uuid LIMIT 2");
        const std::string from = filledUp(digits, '0');
        const std::string to = filledUp(digits, 'f');
        rows.bindNoCopy(1, static_cast<const void *>(from.data()), static_cast<int>(from.size()));
        rows.bindNoCopy(2, static_cast<const void *>(to.data()), static_cast<int>(to.size()));
        if (!rows.executeStep()) {
            return failure(
                Error::Code::NotFound,
                QCoreApplication::translate("Library", "No incident of this library has the id “%1”.").arg(shown));
        }
        const IncidentId id(numberAt(rows, 0));
        if (rows.executeStep()) {
            return failure(
                Error::Code::Usage,
                QCoreApplication::translate("Library", "More than one incident's id begins with “%1”; give more of it.")
                    .arg(shown));
        }
        return id;
    });
}

Result<IncidentId> IncidentStore::add(const Incident &incident)
{
    return guarded(m_library.path(), [&]() -> Result<IncidentId> {
        WriteScope scope(m_library.database());
        const IncidentId id = insertIncident(m_library.database(), incident);
        addToSearch(m_library.database(), id);
        scope.commit();
        return id;
    });
}

Status IncidentStore::update(const Incident &before, const Incident &after)
{
    return guarded(m_library.path(), [&]() -> Status {
        WriteScope scope(m_library.database());
        const Result<Incident> stored = get(after.id);
        if (!stored)
            return std::unexpected(stored.error());
        if (*stored != before)
            return changedMeanwhile(what());
        Incident changed = after;
        changed.uuid = before.uuid; // it is what others know the incident by
        forgetInSearch(m_library.database(), after.id);
        updateIncident(m_library.database(), changed);
        addToSearch(m_library.database(), after.id);
        scope.commit();
        return {};
    });
}

Status IncidentStore::remove(IncidentId id)
{
    return guarded(m_library.path(), [&]() -> Status {
        WriteScope scope(m_library.database());
        forgetEventsInSearch(m_library.database(), id);
        forgetInSearch(m_library.database(), id);
        removeEvents(m_library.database(), id);
        SQLite::Statement statement(m_library.database(), "DELETE FROM incident WHERE id = ?1");
        statement.bind(1, id.row());
        if (statement.exec() == 0)
            return missingRow(what());
        m_library.database().exec(
            "DELETE FROM source_text WHERE sha256 NOT IN (SELECT sha256 FROM source WHERE has_text = 1)");
        scope.commit();
        return {};
    });
}

} // namespace downtimeline
