// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartlayers.h"

#include "widgets/paint/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <array>
#include <cmath>

namespace downtimeline {

namespace {

constexpr double shadeAlpha = 0.07;
constexpr double fillAlpha = 0.12;
constexpr double barAlpha = 0.16;
constexpr double dimAlpha = 0.3; // of what a filter leaves out
constexpr double lossAlpha = 0.05;
constexpr double markRadius = 3.5;

QColor faint(QColor colour, double alpha, const Theme &theme)
{
    colour.setAlphaF(static_cast<float>(theme.isDark ? alpha * 1.15 : alpha));
    return colour;
}

void paintText(QPainter &painter, const PlacedText &text, const Theme &theme)
{
    const QFont bold = paperFont(ChartMetrics::labelPixels, QFont::DemiBold);
    const QFont plain = paperFont(ChartMetrics::labelPixels);
    painter.setPen(inkColour(text.ink, theme));
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip |
                      (text.isRightAligned ? Qt::AlignRight : Qt::AlignLeft);
    QRectF rest = text.rect;
    if (!text.strong.isEmpty()) {
        painter.setFont(bold);
        painter.drawText(text.rect, flags, text.strong);
        rest.setLeft(rest.left() + QFontMetricsF(bold).horizontalAdvance(text.strong));
    }
    painter.setFont(plain);
    painter.drawText(rest, flags, text.plain);
}

void paintMark(QPainter &painter, const PlacedMark &mark, const Theme &theme)
{
    painter.setPen(QPen(inkColour(mark.ink, theme), 1.5));
    painter.setBrush(theme.background);
    if (!mark.isStated) {
        painter.drawEllipse(mark.centre, markRadius, markRadius);
        return;
    }
    const double reach = markRadius + 1;
    painter.drawConvexPolygon(QPolygonF(
        {mark.centre + QPointF(0, -reach), mark.centre + QPointF(reach, 0), mark.centre + QPointF(0, reach),
         mark.centre + QPointF(-reach, 0)}));
}

void paintFill(QPainter &painter, const ChartLayout &layout, const PlacedCurve &curve, const Theme &theme)
{
    const QColor fill = faint(inkColour(curve.ink, theme), fillAlpha, theme);
    drawFill(painter, layout.bars, curve.columns, fill);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    for (const QPolygonF &outline : curve.outlines) {
        QPolygonF area = outline;
        area.append({outline.back().x(), layout.plot.bottom()});
        area.append({outline.front().x(), layout.plot.bottom()});
        painter.drawPolygon(area);
    }
}

/// A kind at a time: among a million events nearly every pixel column has one.
void paintEvents(QPainter &painter, const ChartLayout &layout, const Theme &theme)
{
    std::array<QList<QLineF>, 2 * eventKindCount> lines; // the dim ones first
    for (const EventTick &tick : layout.events) {
        const QPointF top(tick.x + 0.5, layout.plot.top());
        lines[static_cast<std::size_t>(tick.kind) + (tick.isDim ? 0 : eventKindCount)].append(
            {top, top + QPointF(0, ChartMetrics::eventHeight)});
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].isEmpty())
            continue;
        const QColor colour = theme.kind(static_cast<EventKind>(i % eventKindCount));
        painter.setPen(
            QPen(i < eventKindCount ? faint(colour, dimAlpha, theme) : colour, 1, Qt::SolidLine, Qt::FlatCap));
        painter.drawLines(lines[i]);
    }
}

/// As far apart as its lines are.
double lossWidth(const ChartLayout &layout)
{
    const bool isColumns = !layout.curves.empty() && !layout.curves.front().columns.empty();
    return isColumns ? layout.bars.columnWidth() : 1;
}

void paintRow(QPainter &painter, const PlacedBar &bar, const Theme &theme)
{
    const QColor colour = inkColour(bar.ink, theme);
    if (bar.rect.width() < 1) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(colour, 2));
        painter.drawLine(bar.rect.topLeft(), bar.rect.bottomLeft());
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint(colour, barAlpha, theme));
    painter.drawRoundedRect(bar.rect, 2, 2);
}

} // namespace

ChartLayer::ChartLayer(QGraphicsItem *parent, double z, std::function<void(QPainter &)> paintLayer)
    : QGraphicsItem(parent), m_paintLayer(std::move(paintLayer))
{
    setZValue(z);
}

void ChartLayer::setSize(QSizeF size)
{
    if (m_size != size) {
        prepareGeometryChange();
        m_size = size;
    }
    update();
}

void ChartLayer::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->save();
    m_paintLayer(*painter);
    painter->restore();
}

void paintTimeGrid(QPainter &painter, const ChartLayout &layout, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const QRectF &shade : layout.shades)
        painter.fillRect(shade, faint(theme.danger, shadeAlpha, theme));
    // Filled rects at whole pixels, as the timeline draws its grid: the two must agree to the pixel.
    for (const double x : layout.gridX)
        painter.fillRect(QRectF(std::round(x), layout.plot.top(), 1, layout.plot.height()), theme.hairline);
    for (const double y : layout.gridY)
        painter.fillRect(QRectF(layout.plot.left(), std::round(y), layout.plot.width(), 1), theme.hairline);
    for (const PlacedText &text : layout.texts) {
        if (text.isRightAligned)
            paintText(painter, text, theme);
    }
}

void paintCurves(QPainter &painter, const ChartLayout &layout, const Theme &theme)
{
    if (!layout.loss.empty()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(faint(theme.danger, lossAlpha, theme), lossWidth(layout), Qt::SolidLine, Qt::FlatCap));
        painter.drawLines(layout.loss.data(), static_cast<int>(layout.loss.size()));
    }
    for (const PlacedCurve &curve : layout.curves) {
        painter.setRenderHint(QPainter::Antialiasing, true);
        if (curve.isFilled)
            paintFill(painter, layout, curve, theme);
        drawBars(painter, layout.bars, curve.columns, inkColour(curve.ink, theme));
        painter.setPen(Qt::NoPen);
        painter.setBrush(inkColour(curve.ink, theme));
        for (const QPointF dot : curve.dots)
            painter.drawEllipse(dot, 1.5, 1.5);
    }
    for (const PlacedBar &row : layout.rows)
        paintRow(painter, row, theme);
}

void paintMarks(QPainter &painter, const ChartLayout &layout, const Theme &theme)
{
    if (layout.referenceY) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        QPen pen(inkColour(layout.referenceInk, theme), 1);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(QLineF(layout.plot.left(), *layout.referenceY, layout.plot.right(), *layout.referenceY));
    }
    paintEvents(painter, layout, theme);
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const PlacedMark &mark : layout.marks)
        paintMark(painter, mark, theme);
    for (const PlacedText &text : layout.texts) {
        if (!text.isRightAligned)
            paintText(painter, text, theme);
    }
}

} // namespace downtimeline
