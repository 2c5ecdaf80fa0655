// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/findingstore.h"

#include "models/storage/sqlcalls.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace downtimeline {
namespace {

std::string jsonOf(const std::vector<int> &lines)
{
    QJsonArray array;
    for (const int line : lines)
        array.append(line);
    return QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString();
}

std::vector<int> linesOf(const std::string &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
    if (!document.isArray())
        throw DamagedValue("the lines of a finding are no JSON array");
    std::vector<int> lines;
    const QJsonArray array = document.array();
    for (const auto &value : array)
        lines.push_back(value.toInt());
    return lines;
}

QString what()
{
    return QCoreApplication::translate("Library", "finding");
}

} // namespace

Result<std::vector<Finding>> FindingStore::list(IncidentId incident)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<Finding>> {
        SQLite::Statement rows(
            m_library.database(), "SELECT id, rule, key, title, message, lines, source_id, decision FROM finding "
                                  "WHERE incident_id = ?1 ORDER BY id");
        rows.bind(1, incident.row());
        std::vector<Finding> findings;
        while (rows.executeStep()) {
            findings.push_back(
                {.id = FindingId(numberAt(rows, 0)),
                 .rule = textAt(rows, 1),
                 .key = textAt(rows, 2),
                 .title = textAt(rows, 3),
                 .message = textAt(rows, 4),
                 .lines = linesOf(textAt(rows, 5)),
                 .source = SourceId(numberAt(rows, 6)),
                 .decision = static_cast<Finding::Decision>(codeAt(rows, 7, 2))});
        }
        return findings;
    });
}

Result<FindingId> FindingStore::put(IncidentId incident, const Finding &finding)
{
    return guarded(m_library.path(), [&]() -> Result<FindingId> {
        WriteScope scope(m_library.database());
        SQLite::Statement statement(
            m_library.database(),
            "INSERT INTO finding (incident_id, source_id, rule, key, title, message, lines, decision) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (incident_id, key) DO UPDATE SET rule = "
            "excluded.rule, "
            "title = excluded.title, message = excluded.message, lines = excluded.lines RETURNING id");
        statement.bind(1, incident.row());
        bindId(statement, 2, finding.source);
        bindWhole(statement, 3, finding.rule);
        bindWhole(statement, 4, finding.key);
        bindWhole(statement, 5, finding.title);
        bindWhole(statement, 6, finding.message);
        const std::string lines = jsonOf(finding.lines);
        bindWhole(statement, 7, lines);
        statement.bind(8, static_cast<int>(finding.decision));
        FindingId id;
        while (statement.executeStep())
            id = FindingId(numberAt(statement, 0));
        scope.commit();
        return id;
    });
}

Status FindingStore::decide(IncidentId incident, std::string_view key, Finding::Decision decision)
{
    return guarded(m_library.path(), [&]() -> Status {
        WriteScope scope(m_library.database());
        const std::string wanted(key);
        SQLite::Statement statement(
            m_library.database(), "UPDATE finding SET decision = ?3 WHERE incident_id = ?1 AND key = ?2");
        statement.bind(1, incident.row());
        bindWhole(statement, 2, wanted);
        statement.bind(3, static_cast<int>(decision));
        if (statement.exec() == 0)
            return missingRow(what());
        scope.commit();
        return {};
    });
}

Status FindingStore::remove(FindingId id)
{
    return guarded(m_library.path(), [&]() -> Status {
        WriteScope scope(m_library.database());
        SQLite::Statement statement(m_library.database(), "DELETE FROM finding WHERE id = ?1");
        statement.bind(1, id.row());
        if (statement.exec() == 0)
            return missingRow(what());
        scope.commit();
        return {};
    });
}

Result<std::vector<Explained>> FindingStore::explained(IncidentId incident)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<Explained>> {
        SQLite::Statement rows(
            m_library.database(),
            "SELECT text, from_text, to_text, source_id, line FROM explained WHERE incident_id = ?1 ORDER BY id");
        rows.bind(1, incident.row());
        std::vector<Explained> all;
        while (rows.executeStep()) {
            all.push_back(
                {.text = textAt(rows, 0),
                 .from = textAt(rows, 1),
                 .to = textAt(rows, 2),
                 .source = SourceId(numberAt(rows, 3)),
                 .line = lineAt(rows, 4)});
        }
        return all;
    });
}

Status FindingStore::putExplained(IncidentId incident, const Explained &explained)
{
    return guarded(m_library.path(), [&]() -> Status {
        WriteScope scope(m_library.database());
        SQLite::Statement statement(
            m_library.database(),
            "INSERT INTO explained (incident_id, source_id, text, from_text, to_text, line) "
            "SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT EXISTS (SELECT 1 FROM explained WHERE incident_id = ?1 "
            "AND source_id IS ?2 AND text = ?3 AND line = ?6)");
        statement.bind(1, incident.row());
        bindId(statement, 2, explained.source);
        bindWhole(statement, 3, explained.text);
        bindWhole(statement, 4, explained.from);
        bindWhole(statement, 5, explained.to);
        statement.bind(6, explained.line);
        statement.exec();
        scope.commit();
        return {};
    });
}

} // namespace downtimeline
