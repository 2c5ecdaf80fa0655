// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/sqlcalls.h"

#include "models/storage/randomuuid.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace downtimeline {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Library", text);
}

QString sentenceOf(int code)
{
    switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return translated("Another program is writing to “%1”; try again when it is done.");
    case SQLITE_FULL:
        return translated("The disk that holds “%1” is full; nothing was changed. Make room and try again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return translated("“%1” may only be read; nothing was changed. Copy it to where you may write.");
    case SQLITE_CORRUPT:
        return translated("“%1” is damaged; open a backup, or run a check to see what is left.");
    case SQLITE_NOTADB:
        return translated("“%1” is not a Downtimeline library; import it instead, or open another file.");
    case SQLITE_INTERRUPT:
        return translated("Stopped; “%1” was not changed.");
    case SQLITE_CANTOPEN:
        return translated("“%1” cannot be opened; check that its folder exists and that you may write there.");
    case SQLITE_IOERR:
        return translated("The disk failed while “%1” was read or written; check the disk and try again.");
    default:
        return translated("“%1” could not be read or written as asked; the log has SQLite's words.");
    }
}

Error::Code codeOf(int code)
{
    switch (code) {
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Error::Code::ReadOnly;
    case SQLITE_CORRUPT:
        return Error::Code::Parse;
    case SQLITE_NOTADB:
        return Error::Code::NotOurs;
    case SQLITE_INTERRUPT:
        return Error::Code::Cancelled;
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return Error::Code::Io;
    default:
        return Error::Code::Sql;
    }
}

constexpr std::int64_t microsecondsPerDay = 86'400'000'000;
// 0000-12-30 and 10000-01-02: offsets move an instant at most a day or two out of the years 1 to 9999.
constexpr std::int64_t earliest = -719'530 * microsecondsPerDay;
constexpr std::int64_t latest = 2'932'898 * microsecondsPerDay;

} // namespace

Error sqlError(const SQLite::Exception &exception, const QString &path)
{
    // Without room for the shared index of the log, SQLite speaks of an input or output error.
    const bool isFull = exception.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE;
    const int code = isFull ? SQLITE_FULL : exception.getErrorCode() & 0xFF;
    return {
        .code = codeOf(code),
        .message = sentenceOf(code).arg(path),
        .detail = QStringLiteral("SQLite %1: %2")
                      .arg(exception.getExtendedErrorCode())
                      .arg(QString::fromUtf8(exception.what()))};
}

Error damagedError(const DamagedValue &damage, const QString &path)
{
    return {
        .code = Error::Code::Parse,
        .message = sentenceOf(SQLITE_CORRUPT).arg(path),
        .detail = QString::fromUtf8(damage.what())};
}

WriteScope::WriteScope(SQLite::Database &database) : m_database(database)
{
    m_nested = sqlite3_get_autocommit(m_database.getHandle()) == 0;
    m_database.exec(m_nested ? "SAVEPOINT scope" : "BEGIN IMMEDIATE");
    m_open = true;
}

WriteScope::~WriteScope()
{
    if (!m_open)
        return;
    // A stop must not stop the taking back, and SQLite may have taken back everything already.
    sqlite3_progress_handler(m_database.getHandle(), 0, nullptr, nullptr);
    if (sqlite3_get_autocommit(m_database.getHandle()) == 0)
        m_database.tryExec(m_nested ? "ROLLBACK TO scope; RELEASE scope" : "ROLLBACK");
}

void WriteScope::commit()
{
    m_database.exec(m_nested ? "RELEASE scope" : "COMMIT");
    m_open = false;
}

ReadScope::ReadScope(SQLite::Database &database) : m_database(database)
{
    m_open = sqlite3_get_autocommit(m_database.getHandle()) != 0;
    if (m_open)
        m_database.exec("BEGIN");
}

ReadScope::~ReadScope()
{
    if (m_open)
        m_database.tryExec("COMMIT");
}

void bindText(SQLite::Statement &statement, int index, const std::string &text)
{
    if (text.empty())
        statement.bind(index);
    else
        statement.bindNoCopy(index, text);
}

void bindWhole(SQLite::Statement &statement, int index, const std::string &text)
{
    statement.bindNoCopy(index, text);
}

void bindNumber(SQLite::Statement &statement, int index, std::optional<std::int64_t> number)
{
    if (number)
        statement.bind(index, *number);
    else
        statement.bind(index);
}

QUuid bindUuid(SQLite::Statement &statement, int index, const QUuid &uuid)
{
    const QUuid bound = uuid.isNull() ? QUuid::createUuid() : uuid;
    const UuidBytes bytes = uuidBytes(bound);
    statement.bind(index, bytes.data(), static_cast<int>(bytes.size()));
    return bound;
}

std::string textAt(const SQLite::Statement &row, int column)
{
    return row.getColumn(column).getString();
}

std::int64_t numberAt(const SQLite::Statement &row, int column)
{
    return row.getColumn(column).getInt64();
}

std::optional<std::int64_t> optionalAt(const SQLite::Statement &row, int column)
{
    const SQLite::Column value = row.getColumn(column);
    if (value.isNull())
        return std::nullopt;
    return value.getInt64();
}

QUuid uuidAt(const SQLite::Statement &row, int column)
{
    const SQLite::Column value = row.getColumn(column);
    if (value.getBytes() != static_cast<int>(sizeof(UuidBytes)))
        throw DamagedValue("a uuid is not 16 bytes long");
    return QUuid::fromRfc4122(QByteArrayView(static_cast<const char *>(value.getBlob()), value.getBytes()));
}

int codeAt(const SQLite::Statement &row, int column, int last)
{
    const std::int64_t code = numberAt(row, column);
    if (code < 0 || code > last)
        throw DamagedValue("a code is out of its range");
    return static_cast<int>(code);
}

int lineAt(const SQLite::Statement &row, int column)
{
    return codeAt(row, column, std::numeric_limits<int>::max());
}

std::optional<Instant> instantAt(const SQLite::Statement &row, int column)
{
    const std::optional<std::int64_t> value = optionalAt(row, column);
    if (!value)
        return std::nullopt;
    if (*value < earliest || *value > latest)
        throw DamagedValue("an instant is out of the years 1 to 9999");
    return instantFromMicroseconds(*value);
}

std::optional<Duration> durationAt(const SQLite::Statement &row, int column)
{
    const std::optional<std::int64_t> value = optionalAt(row, column);
    if (!value)
        return std::nullopt;
    if (*value > latest - earliest || *value < earliest - latest)
        throw DamagedValue("a duration is longer than ten thousand years");
    return Duration(*value);
}

std::optional<std::chrono::seconds> offsetAt(const SQLite::Statement &row, int column)
{
    const std::optional<std::int64_t> value = optionalAt(row, column);
    if (!value)
        return std::nullopt;
    if (*value < -172'800 || *value > 172'800)
        throw DamagedValue("an offset is longer than two days");
    return std::chrono::seconds(*value);
}

std::unexpected<Error> missingRow(const QString &what)
{
    return failure(
        Error::Code::NotFound, translated("The %1 is not in the library any more; load it again.").arg(what));
}

std::unexpected<Error> changedMeanwhile(const QString &what)
{
    return failure(
        Error::Code::Usage,
        translated("The %1 was changed by another window or program meanwhile; load it again before you change it.")
            .arg(what));
}

} // namespace downtimeline
