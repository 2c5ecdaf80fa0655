// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QProgressBar;
class QStatusBar;
class QToolButton;

namespace downtimeline {

class ElidedLabel;
class IncidentDocument;
class Label;
class LibrarySession;
class TaskRunner;
class ViewState;

/// The line at the foot of the window: what the library holds or what is being done, with progress and cancel, and at
/// the right what is selected and how much is in view.
class StatusLine : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    StatusLine(
        QStatusBar &bar, LibrarySession &session, IncidentDocument &document, ViewState &view, TaskRunner &tasks,
        QObject *parent = nullptr);

    /// What it tells may have changed.
    void tell();
    /// An incident takes so long to open that it is told.
    void setOpensSlowly(bool isSlow) { m_opensSlowly = isSlow; }

private:
    void createParts(QStatusBar &bar);
    void connectTasks();
    QString libraryText() const;
    QString rangeText() const;

    LibrarySession &m_session;
    IncidentDocument &m_document;
    ViewState &m_view;
    TaskRunner &m_tasks;
    bool m_opensSlowly = false;
    ElidedLabel *m_counts = nullptr;
    Label *m_range = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_cancel = nullptr;
};

} // namespace downtimeline
