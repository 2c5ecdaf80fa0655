// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <stop_token>

namespace SQLite {
class Database;
}

namespace downtimeline {

struct LibraryFile;

/// How many rows of each sort a library holds.
struct LibraryCounts
{
    std::int64_t incidents = 0;
    std::int64_t events = 0;
    std::int64_t series = 0;
    std::int64_t samples = 0;
    std::int64_t sources = 0;
    std::int64_t actions = 0;
    std::int64_t findings = 0;

    bool operator==(const LibraryCounts &) const = default;
};

/// What a full check of a library found; no problem means that it is whole.
struct CheckReport
{
    LibraryCounts counts;
    QStringList problems; ///< SQLite's words, at most 100

    bool isWhole() const { return problems.isEmpty(); }
    bool operator==(const CheckReport &) const = default;
};

/// One connection to the SQLite file that a user owns. It belongs to one thread at a time. A process has one that
/// writes (LibraryWriter) and any number that read: open those with Open::ReadOnly, they see what is committed.
class Library
{
public:
    enum class Open {
        CreateIfMissing, ///< makes a new file where none stands; an empty file becomes a library
        ReadWrite,       ///< fails where no file stands; an empty file becomes a library
        ReadOnly,        ///< never changes the content; an older format is refused, for it cannot be migrated
    };

    /// Opens or makes the file. Refused with one sentence, and left byte for byte as it is: a file of a newer format
    /// (SchemaTooNew), a file that is no library (NotOurs), a folder, pipe or device (Io), damaged content (Parse).
    /// An older library is copied aside first, see copiedAside(). What may not be written opens read-only.
    static Result<std::unique_ptr<Library>> open(const QString &path, Open mode);

    /// Merges the write-ahead log, so that the one file is whole once the last connection is closed.
    ~Library();
    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;

    /// Absolute.
    QString path() const { return m_path; }
    bool isReadOnly() const { return m_readOnly; }
    /// One sentence for the banner; empty where the library may be written or was asked for as read-only.
    QString readOnlyReason() const { return m_readOnlyReason; }
    /// Where the older form was kept before it was migrated; empty where nothing was migrated.
    QString copiedAside() const { return m_copiedAside; }

    /// Writes a whole copy (journal mode DELETE, fit for sending) over `out`, by way of a temporary beside it.
    Status backup(const QString &out);
    /// Looks at every page, reference and search index. It takes seconds on big files.
    Result<CheckReport> check();
    Result<LibraryCounts> counts();
    /// A number that changes when any other connection, of this or another process, has changed the file.
    Result<std::int64_t> dataVersion();

    /// From now on statements end with Error::Code::Cancelled soon after the token is stopped; an empty token never is.
    void setStopToken(std::stop_token stop);

    /// Gives back the disk space of a write-ahead log that a big import left behind; what was written is merged first.
    /// Nothing is done for a log of usual size, or while another connection still reads what it holds.
    void trimLog();

    /// For the stores of this folder only: SQL stays here.
    SQLite::Database &database() { return *m_database; }

private:
    Library(QString path, std::unique_ptr<SQLite::Database> database);

    Status connectTo(Open mode, const LibraryFile &file);
    Status bringUpToDate();

    QString m_path;
    std::unique_ptr<SQLite::Database> m_database;
    std::stop_token m_stop;
    bool m_readOnly = false;
    QString m_readOnlyReason;
    QString m_copiedAside;
};

} // namespace downtimeline
