// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/cursorline.h"

#include "widgets/paint/textface.h"
#include "widgets/paint/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace downtimeline {

CursorLine::CursorLine(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    hide();
}

void CursorLine::showAt(double x, int top)
{
    setGeometry(static_cast<int>(std::round(x)), top, 1, parentWidget()->height() - top);
    raise();
    show();
}

void CursorLine::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(this).muted);
}

TimeChip::TimeChip(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void TimeChip::showAt(double x, int height, const QString &text)
{
    const int chipHeight = 19;
    const int width = static_cast<int>(std::ceil(FontMeasure().width(text, TextFace::EventTime))) + 12;
    const int most = std::max(0, parentWidget()->width() - width);
    const int left = std::clamp(static_cast<int>(std::round(x)) - width / 2, 0, most);
    m_chip = QRect(left, std::max(0, (height - chipHeight) / 2), width, chipHeight);
    m_text = text;
    setGeometry(m_chip);
    update();
    raise();
    show();
}

void TimeChip::cover(const QRectF &rect)
{
    if (QRectF(m_chip).intersects(rect))
        setGeometry(geometry().united(rect.toAlignedRect()));
}

void TimeChip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.ink);
    const QRect place = m_chip.translated(-pos());
    painter.fillRect(rect(), theme.background);
    painter.drawRoundedRect(place, 3, 3);
    painter.setPen(theme.background);
    painter.setFont(fontOf(TextFace::EventTime));
    painter.drawText(place, Qt::AlignCenter, m_text);
}

} // namespace downtimeline
