// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/importing.h"
#include "app/window/dialogs.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace downtimeline {

class LibrarySession;
class TaskRunner;

/// The way of files into the library: reads each off the GUI thread, asks what only the user can settle, imports, and
/// says what came of it. One bad file does not stop the others.
class ImportFlow : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive it.
    ImportFlow(LibrarySession &session, TaskRunner &tasks, Dialogs &dialogs, QObject *parent = nullptr);

    /// open: the incident that is open, which files that tell of no incident of their own may be added to.
    void start(const QStringList &paths, std::optional<IncidentId> open, const QString &openTitle);
    /// The sample outage with its metrics, as one incident.
    void startSample();

Q_SIGNALS:
    /// One file is in: this incident is new or has changed.
    void imported(downtimeline::IncidentId incident, const QString &sentence);
    void failed(const QString &sentence);
    /// Nothing is left to do.
    void finished();

private:
    struct File
    {
        QString path;
        ImportTarget target;
        bool intoLast = false; ///< into whatever the file before it became
    };

    void next();
    void examined(Result<ReadFile> read);
    /// False where the user cancels.
    bool settle(const ReadFile &read);
    void import();
    void done(Result<ImportReport> report);

    LibrarySession &m_session;
    TaskRunner &m_tasks;
    Dialogs &m_dialogs;
    std::vector<File> m_files; ///< the first is the one in work
    ReadRequest m_request;
    std::optional<IncidentId> m_open;
    QString m_openTitle;
    std::optional<IncidentId> m_last;
};

} // namespace downtimeline
