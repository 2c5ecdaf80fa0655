// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/dialogs.h"

#include "widgets/paint/plaintext.h"

#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>

namespace downtimeline {
namespace {

QString plain(const QString &text)
{
    return PlainText::foreign(QStringView(text)).text();
}

} // namespace

QStringList NativeDialogs::filesToOpen(const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileNames(m_window, title, {}, filter);
}

std::optional<QString> NativeDialogs::fileToSave(const QString &title, const QString &suggested, const QString &filter)
{
    const QString path = QFileDialog::getSaveFileName(m_window, title, suggested, filter);
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

std::optional<QString> NativeDialogs::line(const QString &title, const QString &question, const QString &initial)
{
    bool accepted = false;
    const QString text = QInputDialog::getText(m_window, title, plain(question), QLineEdit::Normal, initial, &accepted);
    return accepted ? std::optional(text) : std::nullopt;
}

std::optional<QString>
NativeDialogs::line(const QString &title, const QString &question, const QString &initial, const QStringList &known)
{
    QInputDialog dialog(m_window);
    dialog.setWindowTitle(title);
    dialog.setLabelText(plain(question));
    dialog.setComboBoxEditable(true);
    dialog.setComboBoxItems(known);
    dialog.setTextValue(initial);
    // Made by the dialog where it has items to choose from.
    auto *words = dialog.findChild<QComboBox *>();
    auto *proposing = new QCompleter(known, words);
    proposing->setCaseSensitivity(Qt::CaseInsensitive);
    proposing->setFilterMode(Qt::MatchContains);
    words->setCompleter(proposing);
    words->lineEdit()->selectAll();
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.textValue()) : std::nullopt;
}

bool NativeDialogs::confirm(const QString &title, const QString &question, const QString &yes)
{
    QMessageBox box(QMessageBox::Question, title, plain(question), QMessageBox::Cancel, m_window);
    box.setTextFormat(Qt::PlainText);
    const QPushButton *accept = box.addButton(yes, QMessageBox::AcceptRole);
    box.exec();
    return box.clickedButton() == accept;
}

void NativeDialogs::tell(const QString &title, const QString &text)
{
    QMessageBox box(QMessageBox::Information, title, plain(text), QMessageBox::Ok, m_window);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

bool NativeDialogs::choosePrinter(QPrinter &printer)
{
    QPrintDialog dialog(&printer, m_window);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    return dialog.exec() == QDialog::Accepted;
}

void NativeDialogs::show(QDialog &dialog)
{
    dialog.setParent(m_window, dialog.windowFlags());
    dialog.open();
}

} // namespace downtimeline
