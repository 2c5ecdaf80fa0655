// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace downtimeline {

/// A few lines of the user's own plain text. What was typed is told when the focus leaves or by Ctrl+Return; Escape
/// takes it back.
class NoteEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NoteEdit(QWidget *parent = nullptr);

    /// What is stored; forgets what was typed.
    void setNote(const QString &note);
    bool isTyped() const { return toPlainText() != m_stored; }
    /// Tells what was typed, if anything was.
    void finish();

    QSize sizeHint() const override;

Q_SIGNALS:
    void finished(const QString &note);

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    QString m_stored;
};

} // namespace downtimeline
