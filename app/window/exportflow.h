// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/dialogs.h"
#include "models/domain/ids.h"
#include "models/report/exportscope.h"

#include <QObject>
#include <QString>

namespace downtimeline {

class IncidentDocument;
class LibrarySession;
class Settings;
class TaskRunner;
class ViewState;

/// The way of the open incident, and of the whole library, into files: asks where to, writes off the GUI thread, and
/// says what came of it.
class ExportFlow : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    ExportFlow(
        LibrarySession &session, IncidentDocument &document, TaskRunner &tasks, Dialogs &dialogs,
        const Settings &settings, const ViewState &view, QObject *parent = nullptr);

    /// Asks for a file and writes the open incident as its ending says. ending: what is proposed, with its dot.
    void exportAs(
        const QString &title, const QString &filter, const QString &ending, const ExportScope &scope, bool hideNames);
    /// A copy of the whole library, where the user says.
    void backUp();

Q_SIGNALS:
    void written(const QString &sentence);
    void failed(const QString &sentence);

private:
    void write(IncidentId incident, const QString &path, const ExportScope &scope, bool hideNames);

    LibrarySession &m_session;
    IncidentDocument &m_document;
    TaskRunner &m_tasks;
    Dialogs &m_dialogs;
    const Settings &m_settings;
    const ViewState &m_view;
};

} // namespace downtimeline
