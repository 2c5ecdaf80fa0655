// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <QUuid>

#include <chrono>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

namespace downtimeline {

/// Thrown inside this folder where a stored value cannot be: the file was damaged or made by somebody else.
class DamagedValue : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// What SQLite refused, as a sentence about that file.
Error sqlError(const SQLite::Exception &exception, const QString &path);
Error damagedError(const DamagedValue &damage, const QString &path);

/// Runs the call, which answers with a Result, and makes its exceptions failures that name the file: none leaves this
/// folder.
template<typename Call>
auto guarded(const QString &path, Call call) -> decltype(call())
{
    try {
        return call();
    } catch (const SQLite::Exception &exception) {
        return std::unexpected(sqlError(exception, path));
    } catch (const DamagedValue &damage) {
        return std::unexpected(damagedError(damage, path));
    }
}

/// Changes that are all made or all taken back: a transaction that has the write lock from its start, or a savepoint
/// where one is open already.
class WriteScope
{
public:
    /// Throws SQLite::Exception.
    explicit WriteScope(SQLite::Database &database);
    /// Takes everything back unless it was committed.
    ~WriteScope();
    WriteScope(const WriteScope &) = delete;
    WriteScope &operator=(const WriteScope &) = delete;

    /// Throws SQLite::Exception.
    void commit();

private:
    SQLite::Database &m_database;
    bool m_nested = false;
    bool m_open = false;
};

/// Several readings of one state of the file, with one lock for all; inside a transaction it is part of that.
class ReadScope
{
public:
    /// Throws SQLite::Exception.
    explicit ReadScope(SQLite::Database &database);
    ~ReadScope();
    ReadScope(const ReadScope &) = delete;
    ReadScope &operator=(const ReadScope &) = delete;

private:
    SQLite::Database &m_database;
    bool m_open = false;
};

/// NULL for an empty text. The text has to stay until the statement has run.
void bindText(SQLite::Statement &statement, int index, const std::string &text);
/// The text itself even where it is empty. It has to stay until the statement has run.
void bindWhole(SQLite::Statement &statement, int index, const std::string &text);
void bindNumber(SQLite::Statement &statement, int index, std::optional<std::int64_t> number);
/// As 16 bytes; a new one where it is null. Answers with what was bound.
QUuid bindUuid(SQLite::Statement &statement, int index, const QUuid &uuid);
/// NULL for a row that is not stored.
template<typename Tag>
void bindId(SQLite::Statement &statement, int index, Id<Tag> id)
{
    bindNumber(statement, index, id.isValid() ? std::optional(id.row()) : std::nullopt);
}

/// Empty for NULL.
std::string textAt(const SQLite::Statement &row, int column);
std::int64_t numberAt(const SQLite::Statement &row, int column);
std::optional<std::int64_t> optionalAt(const SQLite::Statement &row, int column);
QUuid uuidAt(const SQLite::Statement &row, int column);
/// A number from 0 to `last`, for an enumerator. Throws DamagedValue.
int codeAt(const SQLite::Statement &row, int column, int last);
/// A line number; 0 for NULL. Throws DamagedValue.
int lineAt(const SQLite::Statement &row, int column);
/// Within the years 1 to 9999 and a little. Throws DamagedValue.
std::optional<Instant> instantAt(const SQLite::Statement &row, int column);
/// Shorter than ten thousand years. Throws DamagedValue.
std::optional<Duration> durationAt(const SQLite::Statement &row, int column);
/// Throws DamagedValue.
std::optional<std::chrono::seconds> offsetAt(const SQLite::Statement &row, int column);

/// A failure that says that the row is not there (any more).
std::unexpected<Error> missingRow(const QString &what);
/// A failure that says that the row was changed meanwhile.
std::unexpected<Error> changedMeanwhile(const QString &what);

} // namespace downtimeline
