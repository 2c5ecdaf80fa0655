// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/exportrequest.h"
#include "app/window/dialogs.h"
#include "models/domain/ids.h"

#include <QObject>
#include <QStringList>

#include <functional>

class QWidget;

namespace downtimeline {

class IncidentDocument;
class LibrarySession;
class TaskRunner;
class ViewState;
class WindowActions;

/// The ways of the open incident out of the window besides the report: asks what goes out and where to, writes beside
/// the window, and says what came of it. Also onto the clipboard.
class FormatExports : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    FormatExports(
        LibrarySession &session, IncidentDocument &document, TaskRunner &tasks, Dialogs &dialogs, const ViewState &view,
        QWidget *window);

    /// charts: the titles of those that are shown now.
    void attach(const WindowActions &actions, const std::function<QStringList()> &charts);
    /// Png: a picture of either sort. charts: the titles of those that it may show.
    void start(ExportFormat format, const QStringList &charts);
    /// Rich text, plain text and a picture of the timeline onto the clipboard, with times as the window shows them.
    void copy();

Q_SIGNALS:
    void done(const QString &sentence);
    void failed(const QString &sentence);

private:
    void askPlace(IncidentId incident, ExportFormat format, ExportRequest request);
    void write(IncidentId incident, const ExportRequest &request);
    /// At once, or when the last edit is in the file.
    void whenSaved(const std::function<void()> &go);
    bool isDark() const;

    LibrarySession &m_session;
    IncidentDocument &m_document;
    TaskRunner &m_tasks;
    Dialogs &m_dialogs;
    const ViewState &m_view;
    QWidget *m_window;
};

} // namespace downtimeline
