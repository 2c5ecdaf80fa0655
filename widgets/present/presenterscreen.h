// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/paint/plaintext.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QToolButton;

namespace downtimeline {

class Presentation;
class SlidePreview;

/// What only the presenter sees: the current and the next step, the notes, how long it has gone on, and a line for what
/// is decided. It has every key of the slides while no text is being typed.
class PresenterScreen : public QWidget
{
    Q_OBJECT

public:
    /// What a decision is kept as.
    enum class Keep { Note, Action };

    /// The presentation must outlive it.
    explicit PresenterScreen(Presentation &presentation, QWidget *parent = nullptr);

    /// Without it nothing can be kept; why says so.
    void setWritable(bool isWritable, const PlainText &why = {});
    /// Adds to what was kept, or tells why it was not.
    void tellKept(Keep as, const PlainText &words);
    void tellRefused(const PlainText &why);
    /// What was kept last was undone.
    void takeBackKept();

    QLineEdit *decision() const { return m_decision; }
    QListWidget *kept() const { return m_kept; }
    QPlainTextEdit *notes() const { return m_notes; }
    Label *elapsed() const { return m_elapsed; }
    Label *elapsedOfStep() const { return m_ofStep; }
    Label *nextWords() const { return m_next; }
    Label *message() const { return m_message; }

Q_SIGNALS:
    void decided(const QString &words, downtimeline::PresenterScreen::Keep as);
    void undoRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createWidgets();
    void layOut();
    QWidget *topBar();
    QWidget *sideColumn();
    QWidget *decisionBar();
    void refresh();
    void tellTime();
    void keep(Keep as);
    bool canBeNote() const;

    Presentation &m_presentation;
    Label *m_place = nullptr;
    Label *m_elapsed = nullptr;
    Label *m_ofStep = nullptr;
    Label *m_next = nullptr;
    Label *m_message = nullptr;
    SlidePreview *m_current = nullptr;
    SlidePreview *m_following = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    QLineEdit *m_decision = nullptr;
    QToolButton *m_asNote = nullptr;
    QToolButton *m_asAction = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_forth = nullptr;
    QToolButton *m_blank = nullptr;
    QToolButton *m_leave = nullptr;
    QListWidget *m_kept = nullptr;
    QTimer m_tick;
    bool m_isWritable = true;
};

} // namespace downtimeline
