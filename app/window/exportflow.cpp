// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exportflow.h"

#include "app/exporting/exporting.h"
#include "app/exporting/guiturn.h"
#include "app/library/librarysession.h"
#include "app/tasks/taskrunner.h"
#include "app/window/settings.h"
#include "models/edit/incidentdocument.h"
#include "models/items/viewstate.h"

#include <QFileInfo>

namespace downtimeline {

ExportFlow::ExportFlow(
    LibrarySession &session, IncidentDocument &document, TaskRunner &tasks, Dialogs &dialogs, const Settings &settings,
    const ViewState &view, QObject *parent)
    : QObject(parent), m_session(session), m_document(document), m_tasks(tasks), m_dialogs(dialogs),
      m_settings(settings), m_view(view)
{}

void ExportFlow::exportAs(
    const QString &title, const QString &filter, const QString &ending, const ExportScope &scope, bool hideNames)
{
    const QString name =
        QString::fromStdString(m_document.incident().title).left(60).replace(QLatin1Char('/'), QLatin1Char('-'));
    const IncidentId incident = m_document.incident().id; // the dialog lets another one come
    const auto path = m_dialogs.fileToSave(title, (name.isEmpty() ? tr("incident") : name) + ending, filter);
    if (!path)
        return;
    if (!m_document.isSaving()) {
        write(incident, *path, scope, hideNames);
        return;
    }
    connect( // the file is read: it must have the last edit
        &m_document, &IncidentDocument::savingChanged, this,
        [this, incident, to = *path, scope, hideNames] { write(incident, to, scope, hideNames); },
        Qt::SingleShotConnection);
}

void ExportFlow::write(IncidentId incident, const QString &path, const ExportScope &scope, bool hideNames)
{
    const ExportRequest request{
        .path = path,
        .report = m_settings.report(),
        .scope = scope,
        .lanes = m_view.lanes(),
        .hideNames = hideNames, // whose, the library tells
    };
    m_tasks.run<void>(
        tr("Writing %1").arg(QFileInfo(path).fileName()), this,
        [from = m_session.path(), incident, request](const TaskContext &context) -> Status {
            Result<std::unique_ptr<Library>> library = Library::open(from, Library::Open::ReadOnly);
            if (!library)
                return std::unexpected(library.error());
            (*library)->setStopToken(context.stop);
            const auto paint = [&context](const std::function<void()> &work) { return inGuiTurn(work, context.stop); };
            return exportIncident(
                **library, incident, request, {.stop = context.stop, .progress = context.progress, .paint = paint});
        },
        [this, path](const Status &done) {
            done ? Q_EMIT written(tr("Written to %1").arg(path)) : Q_EMIT failed(done.error().message);
        });
}

void ExportFlow::backUp()
{
    const auto path = m_dialogs.fileToSave(
        tr("Back up the library"), QStringLiteral("backup.downtimeline"), tr("Libraries (*.downtimeline)"));
    if (!path)
        return;
    m_tasks.run<void>(
        tr("Copying the library"), this,
        [from = m_session.path(), to = *path](const TaskContext &) -> Status {
            Result<std::unique_ptr<Library>> library = Library::open(from, Library::Open::ReadOnly);
            return library ? (*library)->backup(to) : Status(std::unexpected(library.error()));
        },
        [this, to = *path](const Status &done) {
            done ? Q_EMIT written(tr("Copied to %1").arg(to)) : Q_EMIT failed(done.error().message);
        });
}

} // namespace downtimeline
