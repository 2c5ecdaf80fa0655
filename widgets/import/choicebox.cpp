// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/choicebox.h"

#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QLineEdit>
#include <QPainter>
#include <QWheelEvent>

namespace downtimeline {
namespace {

constexpr int boxHeight = 30;
constexpr int padding = 11;
constexpr int flatPadding = 4;
constexpr int arrowRoom = 24;
constexpr double radius = 6;

void paintArrow(QPainter &painter, QPointF middle, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{middle + QPointF(-3.5, -2), middle + QPointF(3.5, -2), middle + QPointF(0, 2.5)});
}

} // namespace

ChoiceBox::ChoiceBox(const QString &name, QWidget *parent, Frame frame) : QComboBox(parent), m_frame(frame)
{
    setAccessibleName(name);
    setFont(uiFont(13));
    setMaxVisibleItems(14);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
}

void ChoiceBox::setDoubtful(bool doubtful)
{
    m_isDoubtful = doubtful;
    update();
}

QSize ChoiceBox::sizeHint() const
{
    if (m_frame == Frame::Outline)
        return {QComboBox::sizeHint().width(), boxHeight};
    const int text = fontMetrics().horizontalAdvance(currentText().left(60));
    return {std::min(text, 360) + arrowRoom + 2 * flatPadding + 2, boxHeight};
}

QSize ChoiceBox::minimumSizeHint() const
{
    return {80, boxHeight};
}

void ChoiceBox::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasFocusInside = hasFocus() || (lineEdit() && lineEdit()->hasFocus());
    if (m_frame == Frame::Outline || hasFocus()) {
        const QColor line = m_isDoubtful ? theme.warning : hasFocusInside ? theme.accent : theme.hairline;
        painter.setPen(QPen(line, m_isDoubtful && hasFocusInside ? 2 : 1));
        painter.setBrush(theme.background);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    const QColor ink = isEnabled() ? theme.ink : theme.muted;
    paintArrow(painter, QPointF(width() - arrowRoom / 2.0, height() / 2.0 + 0.5), ink);
    if (isEditable())
        return; // the line edit shows the text
    const QRect room = rect().adjusted(m_frame == Frame::Flat ? flatPadding : padding, 0, -arrowRoom, 0);
    const QString text = PlainText::foreign(QStringView(currentText())).text();
    painter.setPen(ink);
    painter.setFont(font());
    painter.drawText(
        room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // a wheel that scrolls past must not change what is imported
}

} // namespace downtimeline
