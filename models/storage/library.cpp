// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/library.h"

#include "models/storage/libraryfile.h"
#include "models/storage/migrations.h"
#include "models/storage/sqlcalls.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <chrono>
#include <string>
#include <thread>
#include <utility>

namespace downtimeline {
namespace {

constexpr int busyTimeoutMilliseconds = 5000;
constexpr qint64 usualLogBytes = 16 * 1024 * 1024;
// Above this a look at every page at each start would be felt; check() does it when it is asked to.
constexpr qint64 quickCheckBytes = 32 * 1024 * 1024;
// A quick check does not hold indexes against tables, so that rows could be missing without a word.
constexpr qint64 fullCheckBytes = 8 * 1024 * 1024;

using Connection = std::unique_ptr<SQLite::Database>;

QString translated(const char *text)
{
    return QCoreApplication::translate("Library", text);
}

/// A library may have been made by somebody else: nothing in it is run, and what is read of it is bounded.
void harden(SQLite::Database &database)
{
    sqlite3 *handle = database.getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    constexpr std::pair<int, int> limits[] = {
        {SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024},
        {SQLITE_LIMIT_SQL_LENGTH, 100'000},
        {SQLITE_LIMIT_COLUMN, 100},
        {SQLITE_LIMIT_EXPR_DEPTH, 20},
        {SQLITE_LIMIT_COMPOUND_SELECT, 5},
        {SQLITE_LIMIT_VDBE_OP, 25'000},
        {SQLITE_LIMIT_FUNCTION_ARG, 8},
        {SQLITE_LIMIT_ATTACHED, 1}, // VACUUM INTO attaches its target
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
        {SQLITE_LIMIT_VARIABLE_NUMBER, 64},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 10}};
    for (const auto &[limit, value] : limits)
        sqlite3_limit(handle, limit, value);
    database.exec("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON");
}

Connection connect(const std::string &name, int flags)
{
    // Before SQLite is first used: nobody asks it how much memory it has, and counting took a lock at every allocation.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(uncounted)
    // A connection is never used by two threads at a time, so SQLite need not lock at every call.
    auto database = std::make_unique<SQLite::Database>(name, flags | SQLite::OPEN_NOMUTEX, busyTimeoutMilliseconds);
    harden(*database);
    database->execAndGet("SELECT count(*) FROM sqlite_schema"); // the first look at the content
    return database;
}

/// What may not be written: as other programs see it while one of them has it open, else as it lies there.
Connection connectUnwritable(const QString &path)
{
    const std::string name = QFile::encodeName(path).toStdString();
    if (QFileInfo::exists(path + QStringLiteral("-wal"))) {
        try {
            return connect(name, SQLite::OPEN_READONLY);
        } catch (const SQLite::Exception &exception) {
            const int code = exception.getErrorCode() & 0xFF;
            if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)
                throw;
        }
    }
    return connect(immutableUri(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
}

int formatOf(SQLite::Database &database)
{
    return database.execAndGet("PRAGMA user_version").getInt();
}

/// SQLite reads before it switches, and one who reads is told at once that another writes: here it is waited for.
void switchToWal(SQLite::Database &database)
{
    constexpr std::chrono::milliseconds pause(5);
    const auto giveUp = std::chrono::steady_clock::now() + std::chrono::milliseconds(busyTimeoutMilliseconds);
    while (true) {
        const int code = database.tryExec("PRAGMA journal_mode = WAL");
        if (code == SQLITE_OK)
            return;
        if ((code & 0xFF) != SQLITE_BUSY || std::chrono::steady_clock::now() > giveUp)
            throw SQLite::Exception(database.getHandle(), code);
        std::this_thread::sleep_for(pause);
    }
}

/// Merges the log and cuts it, unless somebody reads what it holds for longer than a moment.
void emptyLog(SQLite::Database &database)
{
    database.tryExec("PRAGMA busy_timeout = 200; PRAGMA wal_checkpoint(TRUNCATE)");
}

void useWal(SQLite::Database &database)
{
    switchToWal(database);
    // The limit keeps a big import from leaving its log at full size once the next one is written.
    database.exec("PRAGMA synchronous = FULL; PRAGMA journal_size_limit = " + std::to_string(usualLogBytes));
}

/// "outages (format 1, kept before the update).downtimeline", or with a number where that stands already.
QString asidePath(const QString &path, int format)
{
    const QFileInfo file(path);
    const QString base = file.absolutePath() + u'/' + file.completeBaseName();
    const QString ending = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    for (int number = 1;; ++number) {
        const QString count = number == 1 ? QString() : QStringLiteral(" %1").arg(number);
        const QString candidate =
            base + QStringLiteral(" (format %1, kept before the update%2)").arg(format).arg(count) + ending;
        if (!QFileInfo::exists(candidate))
            return candidate;
    }
}

Status quickCheck(SQLite::Database &database, const QString &path)
{
    const qint64 size = QFileInfo(path).size();
    if (size > quickCheckBytes)
        return {};
    const char *check = size <= fullCheckBytes ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)";
    const std::string answer = database.execAndGet(check).getString();
    if (answer == "ok")
        return {};
    return failure(
        Error::Code::Parse, translated("“%1” is damaged; open a backup, or run a check to see what is left.").arg(path),
        QString::fromStdString(answer));
}

QString reasonOf(const QString &path, const LibraryFile &file)
{
    const QString name = QFileInfo(path).fileName();
    const bool hasLog = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    const QString what =
        file.fileWritable
            ? translated("“%1” lies in a folder that may not be written, so it opened for reading only.").arg(name)
            : translated("“%1” may not be written, so it opened for reading only.").arg(name);
    return hasLog ? what + u' ' + translated("Changes that another program is still writing may be missing.") : what;
}

/// What cannot be opened in that mode for a reason that the file's first bytes tell.
Status allowed(const QString &path, Library::Open mode, const LibraryFile &file)
{
    if (file.kind == LibraryFile::Kind::Library)
        return {};
    if (file.kind == LibraryFile::Kind::Missing && mode != Library::Open::CreateIfMissing)
        return failure(Error::Code::Io, translated("There is no library at “%1”; check the path.").arg(path));
    if (mode == Library::Open::ReadOnly)
        return failure(Error::Code::NotOurs, translated("“%1” is empty, so there is nothing to read.").arg(path));
    const bool fileWritable = file.kind == LibraryFile::Kind::Missing || file.fileWritable;
    if (!file.folderWritable || !fileWritable) {
        return failure(
            Error::Code::Io,
            translated("“%1” cannot be made: its folder is missing or may not be written; choose another place.")
                .arg(path));
    }
    return {};
}

bool isEmptyFile(const QString &path)
{
    const Result<LibraryFile> file = inspectLibraryFile(path);
    return file && file->kind == LibraryFile::Kind::Empty;
}

} // namespace

Library::Library(QString path, std::unique_ptr<SQLite::Database> database)
    : m_path(std::move(path)), m_database(std::move(database))
{}

Library::~Library()
{
    if (!m_database)
        return; // it could not be opened
    sqlite3_progress_handler(m_database->getHandle(), 0, nullptr, nullptr);
    // Where another connection is still busy, the last one to close merges the log.
    if (!m_readOnly)
        emptyLog(*m_database);
}

void Library::trimLog()
{
    if (m_readOnly || QFileInfo(m_path + QStringLiteral("-wal")).size() <= usualLogBytes)
        return;
    emptyLog(*m_database);
    m_database->setBusyTimeout(busyTimeoutMilliseconds);
}

Result<std::unique_ptr<Library>> Library::open(const QString &path, Open mode)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const Result<LibraryFile> file = inspectLibraryFile(absolute);
    if (!file)
        return std::unexpected(file.error());
    if (Status status = allowed(absolute, mode, *file); !status)
        return std::unexpected(status.error());
    std::unique_ptr<Library> library;
    Status status;
    try {
        library.reset(new Library(absolute, nullptr));
        status = library->connectTo(mode, *file);
    } catch (const SQLite::Exception &exception) {
        status = std::unexpected(sqlError(exception, absolute));
    }
    if (status)
        return library;
    library.reset();
    if (file->kind == LibraryFile::Kind::Missing && isEmptyFile(absolute))
        QFile::remove(absolute); // never a library that another program has made there meanwhile
    return std::unexpected(status.error());
}

Status Library::connectTo(Open mode, const LibraryFile &file)
{
    const bool isNew = file.kind != LibraryFile::Kind::Library;
    const bool writable = isNew || (file.fileWritable && file.folderWritable);
    m_readOnly = mode == Open::ReadOnly || !writable;
    if (!writable) {
        if (mode != Open::ReadOnly)
            m_readOnlyReason = reasonOf(m_path, file);
        m_database = connectUnwritable(m_path);
    } else {
        const int create = isNew ? SQLite::OPEN_CREATE : 0;
        m_database = connect(QFile::encodeName(m_path).toStdString(), SQLite::OPEN_READWRITE | create);
    }
    if (isNew) {
        // Measured on 1,000,000 events: an import takes 0.8 of the processor time that it takes with 4096.
        m_database->exec("PRAGMA page_size = 16384");
        migrate(*m_database, allMigrations());
    } else if (Status status = bringUpToDate(); !status) {
        return status;
    }
    if (!m_readOnly)
        useWal(*m_database);
    else if (writable)
        m_database->exec("PRAGMA query_only = ON");
    return {};
}

Status Library::bringUpToDate()
{
    const int format = formatOf(*m_database);
    if (format > currentFormat())
        return std::unexpected(tooNewError(m_path, format));
    if (Status status = verifySchema(*m_database, m_path, format); !status)
        return status;
    if (Status status = quickCheck(*m_database, m_path); !status)
        return status;
    if (format == currentFormat())
        return {};
    if (m_readOnly) {
        return failure(
            Error::Code::ReadOnly,
            translated("“%1” has the older format %2; open it once for writing, so that it can be updated.")
                .arg(m_path, QString::number(format)));
    }
    const QString aside = asidePath(m_path, format);
    if (Status status = backup(aside); !status)
        return status;
    m_copiedAside = aside;
    migrate(*m_database, allMigrations());
    return verifySchema(*m_database, m_path, currentFormat());
}

Result<std::int64_t> Library::dataVersion()
{
    return guarded(
        path(), [this]() -> Result<std::int64_t> { return m_database->execAndGet("PRAGMA data_version").getInt64(); });
}

void Library::setStopToken(std::stop_token stop)
{
    m_stop = std::move(stop);
    if (!m_stop.stop_possible()) {
        sqlite3_progress_handler(m_database->getHandle(), 0, nullptr, nullptr);
        return;
    }
    // Unlike sqlite3_interrupt() this cannot come too early, for a statement that has not begun yet.
    constexpr int operationsBetweenQuestions = 1000;
    sqlite3_progress_handler(
        m_database->getHandle(), operationsBetweenQuestions,
        [](void *token) { return static_cast<std::stop_token *>(token)->stop_requested() ? 1 : 0; }, &m_stop);
}

} // namespace downtimeline
