// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/actionstore.h"

#include "models/storage/sqlcalls.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

constexpr const char *columns = "id, uuid, text, owner, due, state, source_id, line";

QString what()
{
    return QCoreApplication::translate("Library", "action");
}

Action actionAt(const SQLite::Statement &row)
{
    return {
        .id = ActionId(numberAt(row, 0)),
        .uuid = uuidAt(row, 1),
        .text = textAt(row, 2),
        .owner = textAt(row, 3),
        .due = textAt(row, 4),
        .state = static_cast<Action::State>(codeAt(row, 5, 1)),
        .source = SourceId(numberAt(row, 6)),
        .line = lineAt(row, 7)};
}

std::optional<Action> stored(SQLite::Database &database, ActionId id)
{
    SQLite::Statement row(database, std::string("SELECT ") + columns + " FROM action WHERE id = ?1");
    row.bind(1, id.row());
    if (!row.executeStep())
        return std::nullopt;
    return actionAt(row);
}

} // namespace

Result<std::vector<Action>> ActionStore::list(IncidentId incident)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<Action>> {
        SQLite::Statement rows(
            m_library.database(), std::string("SELECT ") + columns + " FROM action WHERE incident_id = ?1 ORDER BY id");
        rows.bind(1, incident.row());
        std::vector<Action> actions;
        while (rows.executeStep())
            actions.push_back(actionAt(rows));
        return actions;
    });
}

Result<ActionId> ActionStore::add(IncidentId incident, const Action &action)
{
    return guarded(m_library.path(), [&]() -> Result<ActionId> {
        SQLite::Database &database = m_library.database();
        WriteScope scope(m_library.database());
        const bool keepsId = action.id.isValid() && !stored(database, action.id);
        SQLite::Statement statement(
            database, "INSERT INTO action (id, incident_id, source_id, uuid, text, owner, due, state, line, origin) "
                      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?5)");
        bindId(statement, 1, keepsId ? action.id : ActionId());
        statement.bind(2, incident.row());
        bindId(statement, 3, action.source);
        bindUuid(statement, 4, action.uuid);
        bindWhole(statement, 5, action.text);
        bindText(statement, 6, action.owner);
        bindText(statement, 7, action.due);
        statement.bind(8, static_cast<int>(action.state));
        statement.bind(9, action.line);
        statement.exec();
        const ActionId id(database.getLastInsertRowid());
        scope.commit();
        return id;
    });
}

Status ActionStore::update(const Action &before, const Action &after)
{
    return guarded(m_library.path(), [&]() -> Status {
        WriteScope scope(m_library.database());
        const std::optional<Action> found = stored(m_library.database(), after.id);
        if (!found)
            return missingRow(what());
        if (*found != before)
            return changedMeanwhile(what());
        SQLite::Statement statement(
            m_library.database(), "UPDATE action SET text = ?2, owner = ?3, due = ?4, state = ?5 WHERE id = ?1");
        statement.bind(1, after.id.row());
        bindWhole(statement, 2, after.text);
        bindText(statement, 3, after.owner);
        bindText(statement, 4, after.due);
        statement.bind(5, static_cast<int>(after.state));
        statement.exec();
        scope.commit();
        return {};
    });
}

Status ActionStore::remove(ActionId id)
{
    return guarded(m_library.path(), [&]() -> Status {
        WriteScope scope(m_library.database());
        SQLite::Statement statement(m_library.database(), "DELETE FROM action WHERE id = ?1");
        statement.bind(1, id.row());
        if (statement.exec() == 0)
            return missingRow(what());
        scope.commit();
        return {};
    });
}

} // namespace downtimeline
