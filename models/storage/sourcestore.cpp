// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/sourcestore.h"

#include "models/storage/eventsearch.h"
#include "models/storage/sqlcalls.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace downtimeline {
namespace {

constexpr const char *columns = "id, incident_id, name, format, sha256, size, clock_shift, illustrative";

Source sourceAt(const SQLite::Statement &row)
{
    Source source;
    source.id = SourceId(numberAt(row, 0));
    source.incident = IncidentId(numberAt(row, 1));
    source.name = textAt(row, 2);
    source.format = textAt(row, 3);
    source.sha256 = textAt(row, 4);
    source.size = numberAt(row, 5);
    source.clockShift = durationAt(row, 6).value_or(Duration::zero());
    source.illustrative = numberAt(row, 7) != 0;
    return source;
}

QString what()
{
    return QCoreApplication::translate("Library", "source");
}

std::string hashOf(const std::string &bytes)
{
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(view.toByteArray(), QCryptographicHash::Sha256).toHex().toStdString();
}

void keepText(SQLite::Database &database, const std::string &sha256, const std::string &text)
{
    SQLite::Statement statement(database, "INSERT OR IGNORE INTO source_text (sha256, text) VALUES (?1, ?2)");
    bindWhole(statement, 1, sha256);
    bindWhole(statement, 2, text);
    statement.exec();
}

} // namespace

Result<std::vector<Source>> SourceStore::list(IncidentId incident)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<Source>> {
        SQLite::Statement rows(
            m_library.database(), std::string("SELECT ") + columns + " FROM source WHERE incident_id = ?1 ORDER BY id");
        rows.bind(1, incident.row());
        std::vector<Source> sources;
        while (rows.executeStep())
            sources.push_back(sourceAt(rows));
        return sources;
    });
}

Result<Source> SourceStore::get(SourceId id)
{
    return guarded(m_library.path(), [&]() -> Result<Source> {
        SQLite::Statement row(
            m_library.database(),
            std::string("SELECT ") + columns +
                ", has_text, (SELECT text FROM source_text AS t WHERE t.sha256 = source.sha256) FROM source "
                "WHERE id = ?1");
        row.bind(1, id.row());
        if (!row.executeStep())
            return missingRow(what());
        Source source = sourceAt(row);
        if (numberAt(row, 8) != 0)
            source.text = textAt(row, 9);
        return source;
    });
}

Result<std::vector<Source>> SourceStore::find(std::string_view name, std::string_view sha256)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<Source>> {
        const bool byHash = !sha256.empty();
        const std::string wanted(byHash ? sha256 : name);
        SQLite::Statement rows(
            m_library.database(), std::string("SELECT ") + columns + " FROM source WHERE " +
                                      (byHash ? "sha256" : "name") + " = ?1 ORDER BY id");
        bindWhole(rows, 1, wanted);
        std::vector<Source> sources;
        while (rows.executeStep())
            sources.push_back(sourceAt(rows));
        return sources;
    });
}

Result<SourceId> SourceStore::add(const Source &source)
{
    return guarded(m_library.path(), [&]() -> Result<SourceId> {
        SQLite::Database &database = m_library.database();
        WriteScope scope(m_library.database());
        const std::string hash = source.text && source.sha256.empty() ? hashOf(*source.text) : source.sha256;
        if (source.text)
            keepText(database, hash, *source.text);
        SQLite::Statement statement(
            database,
            "INSERT INTO source (incident_id, name, format, sha256, size, clock_shift, illustrative, has_text) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        statement.bind(1, source.incident.row());
        bindWhole(statement, 2, source.name);
        bindWhole(statement, 3, source.format);
        bindWhole(statement, 4, hash);
        statement.bind(5, source.size);
        statement.bind(6, static_cast<std::int64_t>(source.clockShift.count()));
        statement.bind(7, source.illustrative ? 1 : 0);
        statement.bind(8, source.text ? 1 : 0);
        statement.exec();
        const SourceId id(database.getLastInsertRowid());
        scope.commit();
        return id;
    });
}

Status SourceStore::setClockShift(SourceId id, Duration shift)
{
    return guarded(m_library.path(), [&]() -> Status {
        WriteScope scope(m_library.database());
        SQLite::Statement statement(m_library.database(), "UPDATE source SET clock_shift = ?2 WHERE id = ?1");
        statement.bind(1, id.row());
        statement.bind(2, static_cast<std::int64_t>(shift.count()));
        if (statement.exec() == 0)
            return missingRow(what());
        scope.commit();
        return {};
    });
}

Status SourceStore::remove(SourceId id)
{
    return guarded(m_library.path(), [&]() -> Status {
        SQLite::Database &database = m_library.database();
        WriteScope scope(m_library.database());
        const Result<Source> source = get(id);
        if (!source)
            return std::unexpected(source.error());
        forgetEventsInSearch(database, source->incident, id);
        SQLite::Statement events(database, "DELETE FROM event WHERE incident_id = ?1 AND source_id = ?2");
        events.bind(1, source->incident.row());
        events.bind(2, id.row());
        events.exec();
        SQLite::Statement statement(database, "DELETE FROM source WHERE id = ?1");
        statement.bind(1, id.row());
        statement.exec();
        database.exec("DELETE FROM source_text WHERE sha256 NOT IN (SELECT sha256 FROM source WHERE has_text = 1)");
        scope.commit();
        return {};
    });
}

} // namespace downtimeline
