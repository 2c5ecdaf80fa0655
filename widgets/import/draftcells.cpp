// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/draftcells.h"

#include "widgets/paint/glyphs.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

namespace downtimeline {
namespace {

constexpr int padding = 10;
constexpr int tickSize = 14;
constexpr int glyphSize = 10;
constexpr int glyphRoom = 18;
constexpr int sureWidth = 46;
constexpr int sureHeight = 5;
constexpr double doubtful = 0.6;

QString plain(const QString &text)
{
    return PlainText::foreign(QStringView(text)).text();
}

int drawWords(QPainter &painter, const QRect &room, const QString &text)
{
    const QString fitting = painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fitting);
    return painter.fontMetrics().horizontalAdvance(fitting);
}

} // namespace

QRect tickRect(const QRect &cell)
{
    return {cell.left() + padding, cell.top() + (cell.height() - 1 - tickSize) / 2, tickSize, tickSize};
}

void paintTick(QPainter &painter, const QRect &cell, Qt::CheckState state, bool isEnabled, const Theme &theme)
{
    const QRectF box = QRectF(tickRect(cell)).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isTicked = state != Qt::Unchecked;
    const QColor frame = !isEnabled ? theme.hairline : isTicked ? theme.accent : theme.muted;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(frame);
    painter.setBrush(isTicked && isEnabled ? theme.accent : theme.background);
    painter.drawRoundedRect(box, 3, 3);
    if (!isTicked)
        return;
    painter.setPen(QPen(isEnabled ? theme.onAccent() : theme.muted, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF at = box.topLeft();
    if (state == Qt::PartiallyChecked)
        painter.drawLine(at + QPointF(3.5, 6.5), at + QPointF(9.5, 6.5));
    else
        painter.drawPolyline(QPolygonF{at + QPointF(3, 6.8), at + QPointF(5.6, 9.4), at + QPointF(10.2, 3.8)});
}

void paintKind(QPainter &painter, const QRect &cell, EventKind kind, bool isFaint, bool isChoice, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect room = cell.adjusted(padding + glyphRoom, 0, -14, -1);
    drawGlyph(
        painter, kind, QPointF(cell.left() + padding + glyphSize / 2.0 + 1, room.center().y() + 0.5), glyphSize,
        isFaint ? theme.muted : theme.kind(kind));
    painter.setPen(isFaint ? theme.muted : theme.ink);
    const int end = room.left() + drawWords(painter, room, kindName(kind));
    if (!isChoice)
        return;
    const QPointF middle(end + 8, room.center().y() + 1.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isFaint ? theme.muted : theme.ink);
    painter.drawPolygon(QPolygonF{middle + QPointF(-3.5, -2), middle + QPointF(3.5, -2), middle + QPointF(0, 2.5)});
}

void paintSure(QPainter &painter, const QRect &cell, double sure, bool isFaint, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF whole(cell.left() + padding, cell.center().y() - sureHeight / 2.0, sureWidth, sureHeight);
    painter.setBrush(theme.hairline);
    painter.drawRoundedRect(whole, 2, 2);
    QRectF part = whole;
    part.setWidth(whole.width() * std::clamp(sure, 0.0, 1.0));
    painter.setBrush(isFaint ? theme.muted : sure < doubtful ? theme.warning : theme.good);
    painter.drawRoundedRect(part, 2, 2);
}

void paintNoted(
    QPainter &painter, const QRect &cell, const QString &text, const QString &note, bool isFaint, const Theme &theme)
{
    QRect room = cell.adjusted(padding, 0, -6, -1);
    const QFontMetrics metrics = painter.fontMetrics();
    const int noteRoom = note.isEmpty() ? 0 : std::min(metrics.horizontalAdvance(plain(note)) + 18, room.width() / 2);
    painter.setPen(isFaint ? theme.muted : theme.ink);
    const int used = drawWords(painter, room.adjusted(0, 0, -noteRoom, 0), plain(text));
    if (note.isEmpty())
        return;
    room.setLeft(room.left() + used + 16);
    painter.setPen(theme.muted);
    QFont italic = painter.font();
    italic.setItalic(true);
    painter.setFont(italic);
    drawWords(painter, room, plain(note));
}

} // namespace downtimeline
