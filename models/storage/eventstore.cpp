// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/eventstore.h"

#include "models/storage/eventrow.h"
#include "models/storage/eventsearch.h"
#include "models/storage/knownevents.h"
#include "models/storage/sqlcalls.h"

#include <QCoreApplication>

#include <algorithm>
#include <string>

namespace downtimeline {
namespace {

// Without names the index event_by_time alone answers the first one.
constexpr const char *indexSql =
    "SELECT id, at, length, kind, marks%1 FROM event WHERE incident_id = ?1 AND at IS NOT NULL ORDER BY at";
constexpr const char *shiftedIndexSql =
    "SELECT e.id, e.at + coalesce(s.clock_shift, 0) AS moment, e.length, e.kind, e.marks%1 FROM event AS e "
    "LEFT JOIN source AS s ON s.id = e.source_id WHERE e.incident_id = ?1 AND e.at IS NOT NULL ORDER BY moment";
constexpr const char *undatedSql =
    "SELECT id, at, length, kind, marks%1 FROM event WHERE incident_id = ?1 AND at IS NULL ORDER BY id";
constexpr const char *textsSql =
    "SELECT e.id, e.title, e.detail, e.time_text, e.actor, e.service, e.note, e.source_id, s.name, e.line "
    "FROM event AS e LEFT JOIN source AS s ON s.id = e.source_id WHERE e.id = ?1";

QString what()
{
    return QCoreApplication::translate("Library", "event");
}

/// The rows come by instant; equal instants come in no order, for the index has the id behind other columns.
void orderTies(EventIndex &index)
{
    for (auto first = index.begin(); first != index.end();) {
        const auto last = std::find_if(first, index.end(), [first](const EventEntry &e) { return e.at != first->at; });
        if (last - first > 1)
            std::sort(first, last, [](const EventEntry &a, const EventEntry &b) { return a.id < b.id; });
        first = last;
    }
}

std::string withNameColumns(std::string sql, bool isNamed)
{
    return sql.replace(sql.find("%1"), 2, isNamed ? ", source_id, service" : "");
}

/// The entries of rows with the columns of indexSql.
EventIndex entriesOf(SQLite::Statement &rows, EventNames *names)
{
    EventIndex index;
    while (rows.executeStep()) {
        index.push_back(entryAt(rows));
        if (!names)
            continue;
        index.back().source = names->numberOf(SourceId(numberAt(rows, 5)));
        index.back().service = names->numberOfService(textAt(rows, 6));
    }
    return index;
}

bool hasShift(SQLite::Database &database, IncidentId incident)
{
    SQLite::Statement row(database, "SELECT 1 FROM source WHERE incident_id = ?1 AND clock_shift <> 0 LIMIT 1");
    row.bind(1, incident.row());
    return row.executeStep();
}

Duration shiftOf(SQLite::Database &database, SourceId source)
{
    SQLite::Statement row(database, "SELECT clock_shift FROM source WHERE id = ?1");
    row.bind(1, source.row());
    return row.executeStep() ? durationAt(row, 0).value_or(Duration::zero()) : Duration::zero();
}

EventId
written(SQLite::Database &database, EventRowWriter::Verb verb, IncidentId incident, const Event &event, Duration shift)
{
    RandomUuids uuids;
    EventRowWriter writer(database, verb);
    return EventId(writer.write(incident, event.source, event, derivedColumns(event, shift, uuids)));
}

/// An event's row, and what later imports need to know it by.
struct Stored
{
    Event event;
    IncidentId incident;
    Duration shift{0};
    std::string sourceName;
    std::optional<std::string> origin;
};

std::optional<Stored> storedOf(SQLite::Database &database, EventId id)
{
    SQLite::Statement row(
        database,
        std::string("SELECT ") + eventColumns + ", e.incident_id, s.name, e.origin" + eventTables + "WHERE e.id = ?1");
    row.bind(1, id.row());
    if (!row.executeStep())
        return std::nullopt;
    Stored stored{
        .event = eventAt(row),
        .incident = IncidentId(numberAt(row, 20)),
        .shift = durationAt(row, 19).value_or(Duration::zero()),
        .sourceName = textAt(row, 21),
        .origin = std::nullopt};
    if (!row.isColumnNull(22))
        stored.origin = textAt(row, 22);
    return stored;
}

void setOrigin(SQLite::Database &database, EventId id, const std::string &origin)
{
    SQLite::Statement statement(database, "UPDATE event SET origin = ?2 WHERE id = ?1");
    statement.bind(1, id.row());
    bindWhole(statement, 2, origin);
    statement.exec();
}

void bindRemoved(SQLite::Statement &statement, const Stored &stored, const std::string &origin)
{
    statement.bind(1, stored.incident.row());
    bindWhole(statement, 2, stored.sourceName);
    bindWhole(statement, 3, origin);
    bindUuid(statement, 4, stored.event.uuid);
    statement.exec();
}

/// What the user removed is not to come back with the next reading of its source.
void rememberRemoved(SQLite::Database &database, const Stored &stored)
{
    SQLite::Statement statement(
        database,
        "INSERT OR IGNORE INTO removed_event (incident_id, source_name, origin, uuid) VALUES (?1, ?2, ?3, ?4)");
    bindRemoved(statement, stored, stored.origin.value_or(originKey(stored.event)));
}

/// Answers with what the event was known by, where its removal is being undone.
std::optional<std::string> unforget(SQLite::Database &database, IncidentId incident, const QUuid &uuid)
{
    SQLite::Statement statement(
        database, "DELETE FROM removed_event WHERE incident_id = ?1 AND uuid = ?2 RETURNING origin");
    statement.bind(1, incident.row());
    bindUuid(statement, 2, uuid);
    std::optional<std::string> origin;
    while (statement.executeStep())
        origin = textAt(statement, 0);
    return origin;
}

/// No foreign key asks for it: see event in resources/migrations/001_library.sql.
bool isThere(SQLite::Database &database, IncidentId incident)
{
    SQLite::Statement row(database, "SELECT 1 FROM incident WHERE id = ?1");
    row.bind(1, incident.row());
    return row.executeStep();
}

bool isFree(SQLite::Database &database, EventId id)
{
    SQLite::Statement row(database, "SELECT 1 FROM event WHERE id = ?1");
    row.bind(1, id.row());
    return !row.executeStep();
}

std::vector<Event> eventsOf(SQLite::Database &database, IncidentId incident, const char *where, const char *order)
{
    SQLite::Statement rows(
        database, std::string("SELECT ") + eventColumns + eventTables + "WHERE e.incident_id = ?1 " + where +
                      "ORDER BY " + order);
    rows.bind(1, incident.row());
    std::vector<Event> events;
    while (rows.executeStep())
        events.push_back(eventAt(rows));
    return events;
}

} // namespace

Result<EventIndex> EventStore::index(IncidentId incident, EventNames *names)
{
    return guarded(m_library.path(), [&]() -> Result<EventIndex> {
        SQLite::Database &database = m_library.database();
        const char *sql = hasShift(database, incident) ? shiftedIndexSql : indexSql;
        SQLite::Statement rows(database, withNameColumns(sql, names != nullptr));
        rows.bind(1, incident.row());
        EventIndex index = entriesOf(rows, names);
        orderTies(index);
        return index;
    });
}

Result<EventIndex> EventStore::undated(IncidentId incident, EventNames *names)
{
    return guarded(m_library.path(), [&]() -> Result<EventIndex> {
        SQLite::Statement rows(m_library.database(), withNameColumns(undatedSql, names != nullptr));
        rows.bind(1, incident.row());
        EventIndex index = entriesOf(rows, names);
        for (EventEntry &entry : index)
            entry.flags |= EventEntry::Undated;
        return index;
    });
}

Result<std::vector<EventTexts>> EventStore::texts(std::span<const EventId> ids)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<EventTexts>> {
        std::vector<EventTexts> page;
        page.reserve(ids.size());
        const ReadScope scope(m_library.database());
        SQLite::Statement row(m_library.database(), textsSql);
        for (const EventId id : ids) {
            row.reset();
            row.bind(1, id.row());
            if (!row.executeStep())
                continue;
            page.push_back(
                {.id = id,
                 .title = textAt(row, 1),
                 .detail = textAt(row, 2),
                 .timeText = textAt(row, 3),
                 .actor = textAt(row, 4),
                 .service = textAt(row, 5),
                 .note = textAt(row, 6),
                 .source = SourceId(numberAt(row, 7)),
                 .sourceName = textAt(row, 8),
                 .line = lineAt(row, 9)});
        }
        return page;
    });
}

Result<Event> EventStore::get(EventId id)
{
    return guarded(m_library.path(), [&]() -> Result<Event> {
        std::optional<Stored> stored = storedOf(m_library.database(), id);
        if (!stored)
            return missingRow(what());
        return std::move(stored->event);
    });
}

Result<std::vector<Event>> EventStore::all(IncidentId incident)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<Event>> {
        return eventsOf(m_library.database(), incident, "", "e.at IS NULL, e.at + coalesce(s.clock_shift, 0), e.id");
    });
}

Result<std::vector<Event>> EventStore::unplaced(IncidentId incident)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<Event>> {
        return eventsOf(m_library.database(), incident, "AND e.at IS NULL ", "e.source_id, e.line, e.id");
    });
}

Result<std::vector<EventPlace>> EventStore::placesOfClaims(IncidentId incident)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<EventPlace>> {
        SQLite::Statement rows(
            m_library.database(),
            "SELECT e.id, e.source_id, e.line, e.at + coalesce(s.clock_shift, 0) AS moment FROM event AS e "
            "LEFT JOIN source AS s ON s.id = e.source_id WHERE e.incident_id = ?1 AND e.at IS NOT NULL "
            "AND EXISTS (SELECT 1 FROM traffic_claim WHERE incident_id = ?1) AND (e.source_id, e.line) IN "
            "(SELECT source_id, line FROM traffic_claim WHERE incident_id = ?1) ORDER BY moment, e.id");
        rows.bind(1, incident.row());
        std::vector<EventPlace> places;
        while (rows.executeStep()) {
            places.push_back(
                {.id = EventId(numberAt(rows, 0)),
                 .source = SourceId(numberAt(rows, 1)),
                 .line = lineAt(rows, 2),
                 .at = instantAt(rows, 3).value_or(Instant{})});
        }
        return places;
    });
}

Result<EventId> EventStore::add(IncidentId incident, const Event &event)
{
    return guarded(m_library.path(), [&]() -> Result<EventId> {
        SQLite::Database &database = m_library.database();
        WriteScope scope(m_library.database());
        if (!isThere(database, incident))
            return missingRow(QCoreApplication::translate("Library", "incident"));
        Event added = event;
        if (!added.id.isValid() || !isFree(database, added.id))
            added.id = EventId();
        const Duration shift = shiftOf(database, event.source);
        const EventId id = written(database, EventRowWriter::Verb::Insert, incident, added, shift);
        EventSearch(database).add(id, event);
        if (!event.uuid.isNull()) {
            if (const std::optional<std::string> origin = unforget(database, incident, event.uuid))
                setOrigin(database, id, *origin);
        }
        scope.commit();
        return id;
    });
}

Status EventStore::update(const Event &before, const Event &after)
{
    return guarded(m_library.path(), [&]() -> Status {
        SQLite::Database &database = m_library.database();
        WriteScope scope(m_library.database());
        const std::optional<Stored> stored = storedOf(database, after.id);
        if (!stored)
            return missingRow(what());
        if (stored->event != before)
            return changedMeanwhile(what());
        Event changed = after;
        changed.uuid = before.uuid; // it is what others know the event by
        const Duration shift = after.source == before.source ? stored->shift : shiftOf(database, after.source);
        written(database, EventRowWriter::Verb::Update, stored->incident, changed, shift);
        EventSearch search(database);
        search.forget(after.id, before);
        search.add(after.id, after);
        const std::string origin = originKey(before);
        if (!stored->origin && before.source.isValid() && originKey(after) != origin)
            setOrigin(database, after.id, origin);
        scope.commit();
        return {};
    });
}

Status EventStore::remove(EventId id)
{
    return guarded(m_library.path(), [&]() -> Status {
        SQLite::Database &database = m_library.database();
        WriteScope scope(m_library.database());
        const std::optional<Stored> stored = storedOf(database, id);
        if (!stored)
            return missingRow(what());
        if (stored->event.source.isValid())
            rememberRemoved(database, *stored);
        EventSearch(database).forget(id, stored->event);
        SQLite::Statement statement(database, "DELETE FROM event WHERE id = ?1");
        statement.bind(1, id.row());
        statement.exec();
        scope.commit();
        return {};
    });
}

} // namespace downtimeline
