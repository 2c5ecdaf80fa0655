// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/elidedlabel.h"

#include <QPainter>

namespace downtimeline {

ElidedLabel::ElidedLabel(const QFont &font, QPalette::ColorRole role, QWidget *parent) : QWidget(parent), m_role(role)
{
    setFont(font);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const PlainText &text, qsizetype tail)
{
    m_text = text;
    m_tail = tail;
    setAccessibleName(text.text());
    tellWhole();
    updateGeometry();
    update();
}

bool ElidedLabel::isElided() const
{
    return fontMetrics().horizontalAdvance(m_text.text()) > width();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text.text()) + 1, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(m_role));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shownText());
}

QString ElidedLabel::shownText() const
{
    const QFontMetrics metrics = fontMetrics();
    const QString &text = m_text.text();
    if (!isElided() || m_tail <= 0 || m_tail >= text.size())
        return metrics.elidedText(text, Qt::ElideRight, width());
    const QString tail = metrics.elidedText(text.right(m_tail), Qt::ElideMiddle, width() / 2);
    const int room = width() - metrics.horizontalAdvance(tail);
    return metrics.elidedText(text.chopped(m_tail), Qt::ElideRight, room) + tail;
}

void ElidedLabel::resizeEvent(QResizeEvent *)
{
    tellWhole();
}

void ElidedLabel::tellWhole()
{
    setToolTipText(this, isElided() ? m_text : PlainText());
}

} // namespace downtimeline
