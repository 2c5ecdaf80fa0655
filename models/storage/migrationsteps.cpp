// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/migrations.h"

#include <QCoreApplication>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <map>
#include <string>

namespace downtimeline {
namespace {

struct SchemaObject
{
    std::string type;
    std::string sql;

    bool operator==(const SchemaObject &) const = default;
};

using Schema = std::map<std::string, SchemaObject>;

Schema schemaOf(SQLite::Database &database)
{
    Schema schema;
    SQLite::Statement rows(database, "SELECT name, type, coalesce(sql, '') FROM sqlite_schema");
    while (rows.executeStep()) {
        schema[rows.getColumn(0).getString()] = {
            .type = rows.getColumn(1).getString(), .sql = rows.getColumn(2).getString()};
    }
    return schema;
}

Schema ownSchema(int format)
{
    SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const std::span<const Migration> steps = allMigrations();
    const auto known = std::ranges::count_if(steps, [format](const Migration &step) { return step.format <= format; });
    migrate(fresh, steps.first(static_cast<std::size_t>(known)));
    return schemaOf(fresh);
}

Status differs(const std::string &name, const QString &path)
{
    return failure(
        Error::Code::NotOurs,
        QCoreApplication::translate(
            "Library", "“%1” calls itself a Downtimeline library, but its part “%2” was not made by this program; open "
                       "a backup instead.")
            .arg(path, QString::fromStdString(name)));
}

} // namespace

int currentFormat()
{
    return allMigrations().back().format;
}

void migrate(SQLite::Database &database, std::span<const Migration> steps)
{
    for (const Migration &step : steps) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        // Asked inside the transaction: another process may have done the step meanwhile.
        if (database.execAndGet("PRAGMA user_version").getInt() >= step.format)
            continue;
        database.exec(step.sql);
        database.exec("PRAGMA application_id = " + std::to_string(libraryApplicationId));
        database.exec("PRAGMA user_version = " + std::to_string(step.format));
        transaction.commit();
    }
}

Status verifySchema(SQLite::Database &database, const QString &path, int format)
{
    const Schema own = ownSchema(format);
    const Schema found = schemaOf(database);
    for (const auto &[name, object] : own) {
        const auto same = found.find(name);
        if (same == found.end() || same->second != object)
            return differs(name, path);
    }
    for (const auto &[name, object] : found) {
        const bool isCode = object.type == "trigger" || object.type == "view";
        if (isCode && !own.contains(name))
            return differs(name, path);
    }
    return {};
}

} // namespace downtimeline
