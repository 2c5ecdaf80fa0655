// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/incidentrow.h"

#include "models/storage/sqlcalls.h"
#include "models/storage/timecolumns.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace downtimeline {
namespace {

constexpr const char *insertSql =
    "INSERT INTO incident (uuid, title, severity, status, service, summary, impact, root_cause, resolution, "
    "started_at, started_marks, started_text, started_zone, started_offset, started_parts, "
    "ended_at, ended_marks, ended_text, ended_zone, ended_offset, ended_parts, utc_offset, zone, authors) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, "
    "?23, ?24)";
constexpr const char *updateSql =
    "UPDATE incident SET uuid = ?1, title = ?2, severity = ?3, status = ?4, service = ?5, summary = ?6, impact = ?7, "
    "root_cause = ?8, resolution = ?9, started_at = ?10, started_marks = ?11, started_text = ?12, started_zone = ?13, "
    "started_offset = ?14, started_parts = ?15, ended_at = ?16, ended_marks = ?17, ended_text = ?18, ended_zone = ?19, "
    "ended_offset = ?20, ended_parts = ?21, utc_offset = ?22, zone = ?23, authors = ?24 WHERE id = ?25";

std::optional<std::int64_t> number(std::optional<std::chrono::seconds> offset)
{
    return offset ? std::optional<std::int64_t>(offset->count()) : std::nullopt;
}

/// Six columns from `first`; all NULL where no time was stated.
void bindTime(SQLite::Statement &statement, int first, const std::optional<WrittenTime> &time)
{
    if (!time) {
        for (int index = first; index < first + 6; ++index)
            statement.bind(index);
        return;
    }
    const std::optional<Instant> at = instantOf(*time);
    bindNumber(statement, first, at ? std::optional(microseconds(*at)) : std::nullopt);
    statement.bind(first + 1, static_cast<std::int64_t>(marksOf(*time)));
    bindText(statement, first + 2, time->text);
    bindText(statement, first + 3, time->zone);
    bindNumber(statement, first + 4, number(time->offset));
    const std::string parts = partsOf(*time, at);
    if (parts.empty())
        statement.bind(first + 5);
    else
        statement.bind(first + 5, parts); // a copy: parts ends here
}

std::optional<WrittenTime> timeAt(const SQLite::Statement &row, int first)
{
    if (row.isColumnNull(first + 1))
        return std::nullopt;
    const auto marks = static_cast<unsigned>(codeAt(row, first + 1, 0x1FFFF));
    std::optional<WrittenTime> time =
        timeOf(marks, instantAt(row, first), offsetAt(row, first + 4), textAt(row, first + 5));
    if (!time)
        throw DamagedValue("a written time of an incident cannot be");
    time->text = textAt(row, first + 2);
    time->zone = textAt(row, first + 3);
    return time;
}

void write(SQLite::Statement &statement, const Incident &incident)
{
    bindUuid(statement, 1, incident.uuid);
    bindText(statement, 2, incident.title);
    bindNumber(
        statement, 3,
        incident.severity ? std::optional<std::int64_t>(static_cast<int>(*incident.severity)) : std::nullopt);
    bindText(statement, 4, incident.status);
    bindText(statement, 5, incident.service);
    bindText(statement, 6, incident.summary);
    bindText(statement, 7, incident.impact);
    bindText(statement, 8, incident.rootCause);
    bindText(statement, 9, incident.resolution);
    bindTime(statement, 10, incident.startedAt);
    bindTime(statement, 16, incident.endedAt);
    bindNumber(statement, 22, number(incident.offset));
    bindText(statement, 23, incident.zone);
    const std::string authors = jsonOf(incident.authors);
    bindWhole(statement, 24, authors);
    statement.exec();
}

} // namespace

Incident incidentAt(const SQLite::Statement &row)
{
    Incident incident;
    incident.id = IncidentId(numberAt(row, 0));
    incident.uuid = uuidAt(row, 1);
    incident.title = textAt(row, 2);
    if (!row.isColumnNull(3)) {
        const int severity = codeAt(row, 3, static_cast<int>(Severity::Sev5));
        if (severity < static_cast<int>(Severity::Sev1))
            throw DamagedValue("a severity is out of its range");
        incident.severity = static_cast<Severity>(severity);
    }
    incident.status = textAt(row, 4);
    incident.service = textAt(row, 5);
    incident.summary = textAt(row, 6);
    incident.impact = textAt(row, 7);
    incident.rootCause = textAt(row, 8);
    incident.resolution = textAt(row, 9);
    incident.startedAt = timeAt(row, 10);
    incident.endedAt = timeAt(row, 16);
    incident.offset = offsetAt(row, 22);
    incident.zone = textAt(row, 23);
    incident.authors = textsOf(textAt(row, 24));
    return incident;
}

IncidentId insertIncident(SQLite::Database &database, const Incident &incident)
{
    SQLite::Statement statement(database, insertSql);
    write(statement, incident);
    return IncidentId(database.getLastInsertRowid());
}

void updateIncident(SQLite::Database &database, const Incident &incident)
{
    SQLite::Statement statement(database, updateSql);
    statement.bind(25, incident.id.row());
    write(statement, incident);
}

std::string jsonOf(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &text : texts)
        array.append(QString::fromStdString(text));
    return QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString();
}

std::vector<std::string> textsOf(const std::string &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
    if (!document.isArray())
        throw DamagedValue("a list of texts is no JSON array");
    std::vector<std::string> texts;
    const QJsonArray array = document.array();
    for (const auto &value : array)
        texts.push_back(value.toString().toStdString());
    return texts;
}

} // namespace downtimeline
