// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/librarywriter.h"

#include "models/storage/sqlcalls.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <utility>

namespace downtimeline {
namespace {

bool isInTransaction(SQLite::Database &database)
{
    return sqlite3_get_autocommit(database.getHandle()) == 0;
}

} // namespace

LibraryWriter::LibraryWriter(std::unique_ptr<Library> library)
    : m_library(std::move(library)), m_path(m_library->path()), m_readOnly(m_library->isReadOnly()),
      m_thread([this](const std::stop_token &closing) { work(closing); })
{}

LibraryWriter::~LibraryWriter()
{
    m_thread.request_stop();
    m_thread.join();
}

std::size_t LibraryWriter::pending() const
{
    const std::lock_guard lock(m_mutex);
    return m_pending;
}

void LibraryWriter::setPendingChanged(std::function<void(std::size_t)> changed)
{
    const std::lock_guard lock(m_mutex);
    m_pendingChanged = std::move(changed);
}

Status LibraryWriter::begin(WriteContext &context)
{
    if (context.stop.stop_requested()) {
        return failure(
            Error::Code::Cancelled,
            QCoreApplication::translate("Library", "Stopped before it began; nothing was changed."));
    }
    context.library.setStopToken(context.stop);
    return guarded(context.library.path(), [&]() -> Status {
        context.library.database().exec("BEGIN IMMEDIATE");
        return {};
    });
}

Status LibraryWriter::finish(WriteContext &context, const Status &outcome)
{
    SQLite::Database &database = context.library.database();
    Status finished = outcome;
    if (outcome) {
        finished = guarded(context.library.path(), [&]() -> Status {
            database.exec("COMMIT");
            return {};
        });
    }
    context.library.setStopToken({}); // a stop must not stop the taking back
    if (!finished && isInTransaction(database))
        database.tryExec("ROLLBACK");
    return finished;
}

Error LibraryWriter::outOfMemory(const std::exception &exception)
{
    return {
        .code = Error::Code::Io,
        .message = QCoreApplication::translate(
            "Library", "There is not enough memory for this; nothing was changed. Close other programs and try again."),
        .detail = QString::fromUtf8(exception.what())};
}

void LibraryWriter::enqueue(Entry entry)
{
    std::function<void(std::size_t)> changed;
    std::size_t pending = 0;
    {
        const std::lock_guard lock(m_mutex);
        m_entries.push_back(std::move(entry));
        pending = ++m_pending;
        changed = m_pendingChanged;
    }
    m_wake.notify_one();
    if (changed)
        changed(pending);
}

void LibraryWriter::work(const std::stop_token &closing)
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, closing, [this] { return !m_entries.empty(); });
        if (m_entries.empty())
            return; // closing, and all is done
        Entry entry = std::move(m_entries.front());
        m_entries.pop_front();
        lock.unlock();
        WriteContext context{*m_library, entry.stop};
        entry.work(context);
        lock.lock();
        const std::size_t pending = --m_pending;
        const std::function<void(std::size_t)> changed = m_pendingChanged;
        lock.unlock();
        if (changed)
            changed(pending);
        m_library->trimLog(); // after the answer: on a slow disk it takes as long as what a stopped import had written
    }
}

} // namespace downtimeline
