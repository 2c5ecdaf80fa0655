// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/preparedreport.h"
#include "app/tasks/taskrunner.h"
#include "app/window/dialogs.h"
#include "app/window/reportdialog.h"
#include "app/window/settings.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QPrinter;

namespace downtimeline {

/// An incident on its way to paper: reads it beside the window, shows the dialog with its pages, prints them. Writing a
/// file is the window's, as of every other format.
class ReportFlow : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it. library: the path of the file that is read.
    ReportFlow(QString library, Settings &settings, Dialogs &dialogs, QWidget *window);
    ~ReportFlow() override;

    /// shown: what the window shows of it now.
    void open(IncidentId incident, ReportDialog::Purpose purpose, const ShownScope &shown);
    /// The dialog that stands open; none where there is none.
    ReportDialog *dialog() const { return m_dialog; }
    bool isBusy() const { return m_tasks.isBusy(); }

Q_SIGNALS:
    /// What the report has is remembered in the settings; what of the incident it tells is not.
    void exportWanted(const downtimeline::ExportScope &scope, bool hideNames);
    void printed(const QString &sentence);
    void failed(const QString &sentence);

private:
    struct Incident;

    void read(IncidentId incident);
    void layOut();
    void remember();
    void print();

    QString m_library;
    Settings &m_settings;
    Dialogs &m_dialogs;
    QWidget *m_window;
    TaskRunner m_tasks;
    QPointer<ReportDialog> m_dialog;
    std::shared_ptr<const Incident> m_incident; ///< of the dialog
    std::uint64_t m_wanted = 0;                 ///< counts the choices: late pages are dropped
};

} // namespace downtimeline
