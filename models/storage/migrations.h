// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <span>

namespace SQLite {
class Database;
}

namespace downtimeline {

/// "DTLN", the application_id of every library.
inline constexpr int libraryApplicationId = 0x44544C4E;

/// One step of the schema, from resources/migrations.
struct Migration
{
    int format; ///< user_version after it
    const char *sql;
};

/// Every step there is, in order.
std::span<const Migration> allMigrations();

/// The newest format, that of a new library.
int currentFormat();

/// Runs the steps that the file does not have yet, each in a transaction that sets user_version and application_id
/// too. Throws SQLite::Exception; a step is then taken back whole.
void migrate(SQLite::Database &database, std::span<const Migration> steps);

/// Whether the objects of the schema are those that the migrations up to that format make: none of ours missing or
/// other, and no trigger and no view that is not ours. The failure names the first that differs. Throws
/// SQLite::Exception.
Status verifySchema(SQLite::Database &database, const QString &path, int format);

} // namespace downtimeline
