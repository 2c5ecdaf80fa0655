// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/messagebar.h"

#include "widgets/paint/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace downtimeline {
namespace {

QColor edgeColour(MessageBar::Tone tone, const Theme &theme)
{
    switch (tone) {
    case MessageBar::Tone::Notice:
        return theme.accent;
    case MessageBar::Tone::Warning:
        return theme.warning;
    case MessageBar::Tone::Failure:
        return theme.danger;
    }
    return theme.accent;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent), m_text(new Label(this)), m_action(new QToolButton(this)), m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setFont(uiFont(13));
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_action->setProperty("role", QStringLiteral("outline"));
    m_action->setFocusPolicy(Qt::StrongFocus);
    m_close->setText(QStringLiteral("✕"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setAccessibleName(tr("Close this message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_action, &QToolButton::clicked, this, &MessageBar::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::showMessage(Tone tone, const PlainText &text, const QString &action)
{
    m_tone = tone;
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text.text());
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::dismiss()
{
    hide();
    m_text->setText(PlainText()); // nobody reads it any more, nor does a screen reader
    setAccessibleName(QString());
    Q_EMIT dismissed();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.hairline);
    painter.fillRect(QRect(0, 0, 3, height()), edgeColour(m_tone, theme));
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

} // namespace downtimeline
