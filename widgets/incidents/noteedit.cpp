// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/noteedit.h"

#include "widgets/paint/theme.h"

#include <QKeyEvent>
#include <QMimeData>

#include <utility>

namespace downtimeline {
namespace {

constexpr int shownLines = 3;
constexpr int air = 14; // frame and document margin

} // namespace

NoteEdit::NoteEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setFont(uiFont(13));
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setPlaceholderText(tr("What to say here when presenting"));
    setAccessibleName(tr("Presenter's note"));
}

void NoteEdit::setNote(const QString &note)
{
    m_stored = note;
    if (toPlainText() != note)
        setPlainText(note);
    m_stored = toPlainText(); // as the editor has it: other line breaks
}

void NoteEdit::finish()
{
    if (!isTyped())
        return;
    m_stored = toPlainText();
    Q_EMIT finished(m_stored);
}

QSize NoteEdit::sizeHint() const
{
    return {240, fontMetrics().lineSpacing() * shownLines + air};
}

void NoteEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        finish();
}

void NoteEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers() & Qt::ControlModifier) {
        finish();
    } else if (event->key() == Qt::Key_Escape && isTyped()) {
        setPlainText(QString(m_stored));
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void NoteEdit::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        insertPlainText(source->text());
}

} // namespace downtimeline
