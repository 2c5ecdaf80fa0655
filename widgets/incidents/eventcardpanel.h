// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/eventcard.h"

#include <QWidget>

#include <array>

class QScrollArea;
class QToolButton;

namespace downtimeline {

class Label;
class NoteEdit;
class QuotedLines;

/// The details of one event: what it is, when and by whom, the source's own lines; its star and the presenter's note
/// can be set here.
class EventCardPanel : public QWidget
{
    Q_OBJECT

public:
    explicit EventCardPanel(QWidget *parent = nullptr);

    /// A note that is being typed is handed over before another event is shown.
    void setCard(const EventCard &card, bool isEditable);
    const EventCard &card() const { return m_card; }
    /// Hands over a note that is being typed.
    void finishNote();

    QToolButton *starButton() const { return m_star; }
    QToolButton *sourceButton() const { return m_source; }
    QToolButton *closeButton() const { return m_close; }
    NoteEdit *note() const { return m_note; }
    /// Everything that is shown but the note, a line each: what a screen reader hears.
    QString spokenText() const;

Q_SIGNALS:
    void starRequested(downtimeline::EventId event, bool starred);
    void noteEdited(downtimeline::EventId event, const QString &note);
    /// The whole source is wanted, at this event's line.
    void sourceRequested(downtimeline::EventId event);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Row { Time, AsRead, Instant, Kind, Service, Actor, SourceRow, Detail, RowCount };

    void createHeading();
    void createRows();
    void layOut();
    void connectSignals();
    void showStar();
    QString textOf(Row row) const;
    static QString nameOf(Row row);

    EventCard m_card;
    Label *m_heading = nullptr;
    Label *m_title = nullptr;
    QToolButton *m_star = nullptr;
    QToolButton *m_source = nullptr;
    QToolButton *m_close = nullptr;
    QScrollArea *m_scroll = nullptr;
    std::array<Label *, RowCount> m_names{};
    std::array<Label *, RowCount> m_texts{};
    QuotedLines *m_lines = nullptr;
    NoteEdit *m_note = nullptr;
};

} // namespace downtimeline
