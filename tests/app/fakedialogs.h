// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/dialogs.h"
#include "app/window/exportform.h"
#include "app/window/reportdialog.h"
#include "widgets/import/importpreview.h"

#include <QList>
#include <QPointer>
#include <QPrinter>
#include <QPushButton>
#include <QTimer>

#include <functional>

namespace downtimeline {

/// Answers dialogs from lists, and keeps what was asked.
class FakeDialogs final : public Dialogs
{
public:
    QStringList filesToOpen(const QString &, const QString &) override { return files; }
    std::optional<QString> fileToSave(const QString &, const QString &name, const QString &) override
    {
        suggested = name;
        return save;
    }
    std::optional<QString> line(const QString &, const QString &question, const QString &) override
    {
        asked << question;
        return lines.isEmpty() ? std::nullopt : std::optional(lines.takeFirst());
    }
    std::optional<QString>
    line(const QString &title, const QString &question, const QString &initial, const QStringList &) override
    {
        return line(title, question, initial);
    }
    bool confirm(const QString &, const QString &question, const QString &) override
    {
        asked << question;
        if (whileAsked)
            whileAsked();
        return yes;
    }
    void tell(const QString &, const QString &text) override { asked << text; }
    bool choosePrinter(QPrinter &printer) override
    {
        if (!printTo.isEmpty())
            printer.setOutputFileName(printTo);
        return !printTo.isEmpty();
    }
    /// Shows the preview, lets onPreview use it, and presses Import, or Cancel where that is off or not wanted. A form
    /// of an export is answered at once.
    void show(QDialog &dialog) override
    {
        if (auto *report = qobject_cast<ReportDialog *>(&dialog)) {
            useReport(*report);
            return;
        }
        if (auto *form = qobject_cast<ExportForm *>(&dialog)) {
            form->show();
            if (onForm)
                onForm(*form);
            accepts ? form->accept() : form->reject();
            return;
        }
        auto *preview = qobject_cast<ImportPreview *>(&dialog);
        dialog.show();
        if (!preview) {
            shown = &dialog; // the test itself uses it
            return;
        }
        auto *clock = new QTimer(preview);
        QObject::connect(clock, &QTimer::timeout, preview, [this, preview, clock, wasUsed = false]() mutable {
            if (preview->isLooking())
                return;
            if (!wasUsed) {
                wasUsed = true;
                sentences << preview->sentence();
                if (onPreview)
                    onPreview(*preview);
                return;
            }
            clock->stop();
            const bool takes = accepts && preview->footer()->importButton()->isEnabled();
            (takes ? preview->footer()->importButton() : preview->footer()->cancelButton())->click();
        });
        clock->start(0);
    }

    /// Waits for the pages, lets onReport use the dialog, waits again, and presses Export unless it is gone.
    void useReport(ReportDialog &dialog)
    {
        dialog.show();
        auto *clock = new QTimer(&dialog);
        QObject::connect(clock, &QTimer::timeout, &dialog, [this, &dialog, clock, wasUsed = false]() mutable {
            if (!dialog.report())
                return;
            clock->stop(); // who uses the dialog may wait for events
            if (!wasUsed && onReport) {
                wasUsed = true;
                const QPointer<ReportDialog> alive(&dialog);
                onReport(dialog);
                if (alive && alive->isVisible())
                    clock->start(0);
                return;
            }
            (accepts ? dialog.exportButton() : dialog.cancelButton())->click();
        });
        clock->start(0);
    }

    QPointer<QDialog> shown; ///< the last that is no preview
    QString suggested;       ///< the name of a file that was to be saved
    QStringList files;
    std::optional<QString> save;
    QStringList lines;
    bool yes = true;
    std::function<void()> whileAsked; ///< what happens while a question stands open
    QStringList asked;
    bool accepts = true; ///< previews
    std::function<void(ImportPreview &)> onPreview;
    std::function<void(ExportForm &)> onForm;
    std::function<void(ReportDialog &)> onReport; ///< it may press a button itself
    QString printTo;                              ///< the file that a printer writes; empty: cancelled
    QStringList sentences;                        ///< of the previews that were shown
};

} // namespace downtimeline
