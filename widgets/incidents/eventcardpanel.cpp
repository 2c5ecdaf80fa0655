// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/eventcardpanel.h"

#include "widgets/incidents/noteedit.h"
#include "widgets/incidents/quotedlines.h"
#include "widgets/paint/glyphs.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>

namespace downtimeline {
namespace {

constexpr int side = 14;
constexpr int starSize = 14;

QToolButton *button(const QString &text, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setText(text);
    made->setFocusPolicy(Qt::TabFocus);
    made->setProperty("role", QStringLiteral("flat"));
    return made;
}

QString joined(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : QStringLiteral("%1 · %2").arg(first, second);
}

/// Filled where the event is starred, else its outline.
QIcon starIcon(bool isFilled, const Theme &theme, double ratio)
{
    QPixmap picture(QSize(1, 1) * qRound(starSize * ratio));
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isFilled ? theme.warning : theme.muted, 1.2));
    painter.setBrush(isFilled ? QBrush(theme.warning) : QBrush(Qt::NoBrush));
    painter.drawPath(starPath(starSize - 2).translated(starSize / 2.0, starSize / 2.0 + 0.5));
    return picture;
}

} // namespace

EventCardPanel::EventCardPanel(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Event"));
    createHeading();
    createRows();
    layOut();
    connectSignals();
}

void EventCardPanel::createHeading()
{
    m_heading = new Label(this);
    m_heading->setFont(uiFont(12));
    m_heading->setForegroundRole(QPalette::PlaceholderText);
    m_heading->setText(PlainText::own(tr("Event")));
    m_star = button(tr("Star"), this);
    m_star->setCheckable(true);
    m_star->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_star->setIconSize({starSize, starSize});
    m_source = button(tr("Show in the source"), this);
    m_close = button(tr("Close"), this);
}

void EventCardPanel::createRows()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(m_scroll);
    m_scroll->setWidget(content);
    m_title = new Label(content);
    m_title->setFont(uiFont(14, QFont::DemiBold));
    m_title->setWordWrap(true);
    for (int row = 0; row < RowCount; ++row) {
        auto &name = m_names[static_cast<std::size_t>(row)];
        name = new Label(content);
        name->setFont(uiFont(12));
        name->setForegroundRole(QPalette::PlaceholderText);
        name->setText(PlainText::own(nameOf(static_cast<Row>(row))));
        name->setAlignment(Qt::AlignTop);
        auto &text = m_texts[static_cast<std::size_t>(row)];
        text = new Label(content);
        text->setFont(uiFont(13));
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_lines = new QuotedLines(content);
    m_note = new NoteEdit(content);
}

void EventCardPanel::layOut()
{
    auto *grid = new QGridLayout(m_scroll->widget());
    grid->setContentsMargins(side, 0, side, side);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_title, 0, 0, 1, 2);
    for (int row = 0; row < RowCount; ++row) {
        grid->addWidget(m_names[static_cast<std::size_t>(row)], row + 1 + (row > SourceRow ? 1 : 0), 0);
        grid->addWidget(m_texts[static_cast<std::size_t>(row)], row + 1 + (row > SourceRow ? 1 : 0), 1);
    }
    grid->addWidget(m_lines, SourceRow + 2, 0, 1, 2);
    auto *noteName = new Label(PlainText::own(tr("Note")), m_scroll->widget());
    noteName->setFont(uiFont(12));
    noteName->setForegroundRole(QPalette::PlaceholderText);
    noteName->setAlignment(Qt::AlignTop);
    grid->addWidget(noteName, RowCount + 2, 0);
    grid->addWidget(m_note, RowCount + 2, 1);
    grid->setRowStretch(RowCount + 3, 1);
    auto *heading = new QHBoxLayout;
    heading->setContentsMargins(side, 0, 6, 0);
    heading->setSpacing(2);
    heading->addWidget(m_heading, 1);
    heading->addWidget(m_star);
    heading->addWidget(m_source);
    heading->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3, 0, 0);
    column->setSpacing(3);
    column->addLayout(heading);
    column->addWidget(m_scroll, 1);
}

void EventCardPanel::connectSignals()
{
    connect(m_star, &QToolButton::clicked, this, [this](bool starred) {
        m_star->setChecked(m_card.isStarred); // it shows what is, and hears of the edit
        Q_EMIT starRequested(m_card.event, starred);
    });
    connect(m_source, &QToolButton::clicked, this, [this] { Q_EMIT sourceRequested(m_card.event); });
    connect(m_close, &QToolButton::clicked, this, &EventCardPanel::closeRequested);
    connect(m_note, &NoteEdit::finished, this, [this](const QString &note) { Q_EMIT noteEdited(m_card.event, note); });
}

void EventCardPanel::finishNote()
{
    m_note->finish();
}

void EventCardPanel::setCard(const EventCard &card, bool isEditable)
{
    const bool isOther = card.event != m_card.event;
    if (isOther)
        finishNote(); // of the event that was shown
    m_card = card;
    m_title->setText(PlainText::foreign(QStringView(card.title)));
    for (int row = 0; row < RowCount; ++row) {
        const QString text = textOf(static_cast<Row>(row));
        m_texts[static_cast<std::size_t>(row)]->setText(PlainText::foreign(QStringView(text)));
        m_texts[static_cast<std::size_t>(row)]->setVisible(!text.isEmpty());
        m_names[static_cast<std::size_t>(row)]->setVisible(!text.isEmpty());
    }
    m_lines->setLines(card.lines);
    if (isOther || !m_note->isTyped())
        m_note->setNote(card.note);
    m_note->setReadOnly(!isEditable);
    m_star->setEnabled(isEditable);
    m_source->setVisible(!card.sourceText.isEmpty());
    showStar();
    setAccessibleDescription(spokenText());
    if (isOther)
        m_scroll->ensureVisible(0, 0);
}

void EventCardPanel::showStar()
{
    m_star->setChecked(m_card.isStarred);
    m_star->setText(m_card.isStarred ? tr("Starred") : tr("Star"));
    m_star->setIcon(starIcon(m_card.isStarred, Theme::of(this), devicePixelRatioF()));
}

QString EventCardPanel::textOf(Row row) const
{
    switch (row) {
    case Time:
        return joined(m_card.time, m_card.length);
    case AsRead: // beside each other: who doubts the one looks at the other
        return m_card.timeAsRead.isEmpty() ? QString() : joined(m_card.timeAsRead, m_card.instantText);
    case Instant:
        return m_card.timeAsRead.isEmpty() ? m_card.instantText : QString();
    case Kind:
        return m_card.isHidden ? tr("%1, left out of what others see").arg(m_card.kindText) : m_card.kindText;
    case Service:
        return m_card.service;
    case Actor:
        return m_card.actor;
    case SourceRow:
        return m_card.sourceText.isEmpty() ? tr("added by you") : m_card.sourceText;
    case Detail:
        return m_card.detail;
    case RowCount:
        break;
    }
    return {};
}

QString EventCardPanel::nameOf(Row row)
{
    switch (row) {
    case Time:
        return tr("Time");
    case AsRead:
        return tr("As read");
    case Instant:
        return tr("Instant");
    case Kind:
        return tr("Kind");
    case Service:
        return tr("Service");
    case Actor:
        return tr("By");
    case SourceRow:
        return tr("Source");
    case Detail:
        return tr("Detail");
    case RowCount:
        break;
    }
    return {};
}

QString EventCardPanel::spokenText() const
{
    QStringList lines{m_card.title};
    for (int row = 0; row < RowCount; ++row)
        if (const QString text = textOf(static_cast<Row>(row)); !text.isEmpty())
            lines << QStringLiteral("%1: %2").arg(nameOf(static_cast<Row>(row)), text);
    return PlainText::foreign(QStringView(lines.join(u'\n'))).text();
}

void EventCardPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else if (event->key() == Qt::Key_S && m_star->isEnabled())
        Q_EMIT starRequested(m_card.event, !m_card.isStarred);
    else
        QWidget::keyPressEvent(event);
}

void EventCardPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_star)
        showStar();
}

} // namespace downtimeline
