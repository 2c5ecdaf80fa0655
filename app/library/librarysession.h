// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/draftimport.h"
#include "app/importing/importing.h"
#include "app/tasks/taskrunner.h"
#include "models/storage/incidentstore.h"
#include "models/storage/librarywriter.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace downtimeline {

/// The library that a window shows: one connection that reads, on the GUI thread, and the writer with its own thread.
/// Reading is by page and by index, so that the window never waits for it.
class LibrarySession : public QObject
{
    Q_OBJECT

public:
    /// Makes a new library, with its folder, where none stands. A file that is not ours is refused with a sentence.
    static Result<std::unique_ptr<LibrarySession>> open(const QString &path);
    ~LibrarySession() override;

    QString path() const { return m_reader->path(); }
    bool isWritable() const { return m_writer != nullptr; }
    /// What the user must know: why it may only be read, or where the older form was kept; else empty.
    QString notice() const { return m_notice; }

    Library &reader() { return *m_reader; }
    /// Null where the library may only be read.
    LibraryWriter *writer() { return m_writer.get(); }

    Result<std::vector<IncidentSummary>> incidents(const QString &query);
    Result<LibraryCounts> counts() { return m_reader->counts(); }
    /// Reads a file into the library; for a TaskRunner, not for the GUI thread. Edits wait behind it.
    Result<ImportReport> import(const ImportRequest &request, const TaskContext &context);
    /// Stores what the user took of a reading; as above.
    Result<ImportReport> import(const DraftRequest &request, const TaskContext &context);
    Status removeIncident(IncidentId incident);
    /// What this window has written itself is not told as a change.
    void expectOwnChange();

Q_SIGNALS:
    /// Another window or process has written to the file.
    void changedOutside();
    /// Edits or an import are waiting for the file.
    void savingChanged(bool saving);

private:
    LibrarySession(std::unique_ptr<Library> reader, std::unique_ptr<LibraryWriter> writer, QString notice);
    void look();

    std::unique_ptr<Library> m_reader;
    std::unique_ptr<LibraryWriter> m_writer;
    QString m_notice;
    QTimer m_watch;
    std::int64_t m_version = 0;
    std::atomic<bool> m_ownChange = false;
};

} // namespace downtimeline
