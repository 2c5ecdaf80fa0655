// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QDialog;
class QPrinter;
class QWidget;

namespace downtimeline {

/// The only door to modal dialogs, so that tests can answer them.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    /// Empty where the user cancels.
    virtual QStringList filesToOpen(const QString &title, const QString &filter) = 0;
    virtual std::optional<QString>
    fileToSave(const QString &title, const QString &suggested, const QString &filter) = 0;
    /// One line of text; none where the user cancels.
    virtual std::optional<QString> line(const QString &title, const QString &question, const QString &initial) = 0;
    /// The same, with words to choose from: those that hold what is typed are proposed. Others may be typed as well.
    virtual std::optional<QString>
    line(const QString &title, const QString &question, const QString &initial, const QStringList &known) = 0;
    virtual bool confirm(const QString &title, const QString &question, const QString &yes) = 0;
    virtual void tell(const QString &title, const QString &text) = 0;
    /// Which printer, and which of its pages; false where the user cancels.
    virtual bool choosePrinter(QPrinter &printer) = 0;
    /// Shows a dialog of ours and does not wait; it answers by its signals.
    virtual void show(QDialog &dialog) = 0;

protected:
    Dialogs() = default;
    Dialogs(const Dialogs &) = default;
    Dialogs &operator=(const Dialogs &) = default;
};

/// The platform's own dialogs. All text is plain.
class NativeDialogs final : public Dialogs
{
public:
    /// Dialogs stand before that window, which must outlive this.
    explicit NativeDialogs(QWidget *window) : m_window(window) {}

    QStringList filesToOpen(const QString &title, const QString &filter) override;
    std::optional<QString> fileToSave(const QString &title, const QString &suggested, const QString &filter) override;
    std::optional<QString> line(const QString &title, const QString &question, const QString &initial) override;
    std::optional<QString>
    line(const QString &title, const QString &question, const QString &initial, const QStringList &known) override;
    bool confirm(const QString &title, const QString &question, const QString &yes) override;
    void tell(const QString &title, const QString &text) override;
    bool choosePrinter(QPrinter &printer) override;
    void show(QDialog &dialog) override;

private:
    QWidget *m_window;
};

} // namespace downtimeline
