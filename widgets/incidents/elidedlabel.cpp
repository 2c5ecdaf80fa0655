// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/elidedlabel.h"

#include <QPainter>

namespace downtimeline {

ElidedLabel::ElidedLabel(const QFont &font, QPalette::ColorRole role, QWidget *parent) : QWidget(parent), m_role(role)
{
    setFont(font);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setText(const PlainText &text)
{
    m_text = text;
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
    const QString fitting = fontMetrics().elidedText(m_text.text(), m_mode, width());
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fitting);
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
