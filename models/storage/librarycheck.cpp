// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/library.h"
#include "models/storage/sqlcalls.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace downtimeline {
namespace {

constexpr qsizetype mostProblems = 100;

std::int64_t countOf(SQLite::Database &database, const char *sql)
{
    return database.execAndGet(sql).getInt64();
}

void addIntegrity(SQLite::Database &database, QStringList &problems)
{
    SQLite::Statement rows(database, "PRAGMA integrity_check(100)");
    while (rows.executeStep()) {
        const QString words = QString::fromStdString(rows.getColumn(0).getString());
        if (words != u"ok" && problems.size() < mostProblems)
            problems += words;
    }
}

void addForeignKeys(SQLite::Database &database, QStringList &problems)
{
    SQLite::Statement rows(database, "PRAGMA foreign_key_check");
    while (rows.executeStep() && problems.size() < mostProblems) {
        problems += QStringLiteral("row %1 of %2 refers to a row of %3 that is missing")
                        .arg(
                            QString::number(rows.getColumn(1).getInt64()),
                            QString::fromStdString(rows.getColumn(0).getString()),
                            QString::fromStdString(rows.getColumn(2).getString()));
    }
    const std::int64_t withoutIncident =
        countOf(database, "SELECT count(*) FROM event WHERE incident_id NOT IN (SELECT id FROM incident)");
    if (withoutIncident > 0)
        problems += QStringLiteral("%1 rows of event refer to a row of incident that is missing").arg(withoutIncident);
    const std::int64_t withoutSource = countOf(
        database,
        "SELECT count(*) FROM event WHERE source_id IS NOT NULL AND source_id NOT IN (SELECT id FROM source)");
    if (withoutSource > 0)
        problems += QStringLiteral("%1 rows of event refer to a row of source that is missing").arg(withoutSource);
}

/// Whether the search knows the texts as they are. It asks by a write that changes nothing, so it needs a writer.
void addSearch(SQLite::Database &database, const char *table, QStringList &problems)
{
    const std::string name(table);
    const std::string sql = "INSERT INTO " + name + " (" + name + ", rank) VALUES ('integrity-check', 1)";
    try {
        database.exec(sql);
    } catch (const SQLite::Exception &exception) {
        problems += QStringLiteral("%1: %2").arg(QString::fromStdString(name), QString::fromUtf8(exception.what()));
    }
}

/// Lets a connection that may only ask write for as long as this lives.
class QueryOnlyPause
{
public:
    explicit QueryOnlyPause(SQLite::Database &database)
        : m_database(database), m_wasOn(database.execAndGet("PRAGMA query_only").getInt() != 0)
    {
        m_database.exec("PRAGMA query_only = OFF");
    }
    ~QueryOnlyPause()
    {
        if (m_wasOn)
            m_database.tryExec("PRAGMA query_only = ON");
    }
    QueryOnlyPause(const QueryOnlyPause &) = delete;
    QueryOnlyPause &operator=(const QueryOnlyPause &) = delete;

private:
    SQLite::Database &m_database;
    bool m_wasOn;
};

/// Makes sure that a file, or a rename in a folder, is on the disk.
bool synced(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}

} // namespace

Result<LibraryCounts> Library::counts()
{
    return guarded(path(), [this]() -> Result<LibraryCounts> {
        SQLite::Database &file = *m_database;
        return LibraryCounts{
            .incidents = countOf(file, "SELECT count(*) FROM incident"),
            .events = countOf(file, "SELECT count(*) FROM event"),
            .series = countOf(file, "SELECT count(*) FROM series"),
            .samples = countOf(file, "SELECT coalesce(sum(count), 0) FROM sample_chunk"),
            .sources = countOf(file, "SELECT count(*) FROM source"),
            .actions = countOf(file, "SELECT count(*) FROM action"),
            .findings = countOf(file, "SELECT count(*) FROM finding")};
    });
}

Result<CheckReport> Library::check()
{
    return guarded(path(), [this]() -> Result<CheckReport> {
        CheckReport report;
        addIntegrity(*m_database, report.problems);
        if (!report.isWhole())
            return report; // what stands on damaged pages cannot be judged further
        addForeignKeys(*m_database, report.problems);
        if (!m_readOnly) {
            addSearch(*m_database, "event_search", report.problems);
            addSearch(*m_database, "incident_search", report.problems);
        }
        Result<LibraryCounts> all = counts();
        if (!all)
            return std::unexpected(all.error());
        report.counts = *all;
        return report;
    });
}

Status Library::backup(const QString &out)
{
    const QString target = QFileInfo(out).absoluteFilePath();
    if (QFileInfo(target).isDir() || QFileInfo(target) == QFileInfo(m_path)) {
        return failure(
            Error::Code::Usage,
            QCoreApplication::translate(
                "Library", "“%1” is a folder or the library itself; name another file for the backup.")
                .arg(target));
    }
    const QString temporary =
        target + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) + QStringLiteral(".part");
    const Status copied = guarded(path(), [&]() -> Status {
        // A reader's connection takes the copy for a write; only the copy is written.
        const QueryOnlyPause pause(*m_database);
        SQLite::Statement vacuum(*m_database, "VACUUM INTO ?1");
        vacuum.bind(1, temporary.toStdString());
        vacuum.exec();
        return {};
    });
    const bool kept = copied && synced(temporary, O_RDWR) &&
                      std::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(target).constData()) == 0;
    const int code = errno;
    if (kept) {
        synced(QFileInfo(target).absolutePath(), O_RDONLY | O_DIRECTORY);
        return {};
    }
    QFile::remove(temporary);
    QFile::remove(temporary + QStringLiteral("-journal"));
    return failure(
        Error::Code::Io,
        QCoreApplication::translate(
            "Library",
            "The copy “%1” could not be written (%2); check that its folder exists, may be written and has room.")
            .arg(target, copied ? QString::fromLocal8Bit(std::strerror(code)) : copied.error().detail),
        copied ? QString() : copied.error().detail);
}

} // namespace downtimeline
