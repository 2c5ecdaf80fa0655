// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/glyphs.h"

#include <QPainter>
#include <QPainterPathStroker>
#include <QPen>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace downtimeline {

namespace {

// Shapes are drawn in a square from -1 to 1 and scaled; optical sizes are tuned so that all look equally heavy.

QPainterPath polygon(const QPolygonF &points)
{
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath circle(double radius, QPointF centre = {})
{
    QPainterPath path;
    path.addEllipse(centre, radius, radius);
    return path;
}

// Joining and stroking flatten curves to a fixed fineness, so they work on a large copy.
constexpr double fine = 100;

QPainterPath scaled(const QPainterPath &path, double factor)
{
    return QTransform::fromScale(factor, factor).map(path);
}

QPainterPath joined(const QPainterPath &a, const QPainterPath &b)
{
    return scaled(scaled(a, fine).united(scaled(b, fine)), 1 / fine);
}

QPainterPath ring(double outer, double inner, QPointF centre = {})
{
    QPainterPath path = circle(outer, centre); // odd-even: the inner circle stays open
    path.addEllipse(centre, inner, inner);
    return path;
}

QPainterPath stroke(const QPolygonF &points, double width)
{
    QPainterPath line;
    line.addPolygon(points);
    QPainterPathStroker stroker;
    stroker.setWidth(width * fine);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::MiterJoin);
    return scaled(stroker.createStroke(scaled(line, fine)).simplified(), 1 / fine);
}

QPainterPath square()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(-0.92, -0.92, 1.84, 1.84), 0.2, 0.2);
    return path;
}

QPainterPath halfCircle()
{
    QPainterPath half;
    half.moveTo(0, 0.95);
    half.arcTo(QRectF(-0.95, -0.95, 1.9, 1.9), -90, 180);
    half.closeSubpath();
    return joined(ring(0.95, 0.68), half);
}

QPainterPath magnifier()
{
    return joined(ring(0.72, 0.42, {-0.22, -0.22}), stroke({{0.36, 0.36}, {0.78, 0.78}}, 0.38));
}

QPainterPath upArrow()
{
    return polygon({{0, -1}, {0.9, 0}, {0.34, 0}, {0.34, 0.95}, {-0.34, 0.95}, {-0.34, 0}, {-0.9, 0}});
}

QPainterPath shield()
{
    QPainterPath path(QPointF(0, -1));
    path.quadTo(0.45, -0.72, 0.88, -0.7);
    path.cubicTo(0.92, 0.15, 0.55, 0.72, 0, 1);
    path.cubicTo(-0.55, 0.72, -0.92, 0.15, -0.88, -0.7);
    path.quadTo(-0.45, -0.72, 0, -1);
    path.closeSubpath();
    return path;
}

QPainterPath speechBubble()
{
    QPainterPath box;
    box.addRoundedRect(QRectF(-0.95, -0.85, 1.9, 1.3), 0.4, 0.4);
    return joined(box, polygon({{-0.55, 0.3}, {0.1, 0.3}, {-0.55, 0.98}}));
}

QPainterPath unitPath(EventKind kind)
{
    switch (kind) {
    case EventKind::Outage:
        return square();
    case EventKind::Alert:
        return polygon({{0, -1}, {1, 0.78}, {-1, 0.78}});
    case EventKind::Detection:
        return halfCircle();
    case EventKind::Acknowledgement:
        return circle(0.9);
    case EventKind::Escalation:
        return upArrow();
    case EventKind::Investigation:
        return magnifier();
    case EventKind::Deploy:
        return polygon({{0, -1}, {1, 0}, {0, 1}, {-1, 0}});
    case EventKind::Rollback:
        return polygon({{-1, 0}, {0.8, -0.85}, {0.8, 0.85}});
    case EventKind::Restart:
        return ring(0.95, 0.5);
    case EventKind::Mitigation:
        return shield();
    case EventKind::Recovery:
        return stroke({{-0.78, 0.08}, {-0.22, 0.66}, {0.82, -0.68}}, 0.44);
    case EventKind::Communication:
        return speechBubble();
    case EventKind::Note:
        return circle(0.5);
    }
    Q_ASSERT_X(false, "glyphPath", "a kind that is not in the list");
    return {};
}

} // namespace

QPainterPath glyphPath(EventKind kind, double size)
{
    return QTransform::fromScale(size / 2, size / 2).map(unitPath(kind));
}

void drawGlyph(QPainter &painter, EventKind kind, QPointF centre, double size, const QColor &colour, bool vague)
{
    const QPainterPath path = glyphPath(kind, size).translated(centre);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (vague) {
        QColor faint = colour;
        faint.setAlphaF(0.35F);
        painter.setPen(QPen(colour, 1, Qt::CustomDashLine));
        QPen dashed = painter.pen();
        dashed.setDashPattern({2, 1.5});
        painter.setPen(dashed);
        painter.setBrush(faint);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
    }
    painter.drawPath(path);
    painter.restore();
}

QPainterPath starPath(double size)
{
    constexpr double inner = 0.42; // of the outer radius: a plump star holds its shape at eight pixels
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double angle = i * std::numbers::pi / 5;
        const double radius = (i % 2 == 0 ? 1 : inner) * size / 2;
        points << QPointF(radius * std::sin(angle), -radius * std::cos(angle));
    }
    return polygon(points);
}

void GlyphCache::draw(QPainter &painter, EventKind kind, QPointF centre, double size, const QColor &colour, bool vague)
{
    constexpr double air = 2; // for the pen and for antialiasing
    const double ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const double side = std::ceil((size + 2 * air) * ratio / 2) * 2 / ratio;
    QPixmap &picture = m_pictures[Key{kind, size, colour.rgba(), ratio, vague}];
    if (picture.isNull()) {
        picture = QPixmap(QSize(1, 1) * qRound(side * ratio));
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter inner(&picture);
        drawGlyph(inner, kind, {side / 2, side / 2}, size, colour, vague);
    }
    const QPointF corner(centre.x() - side / 2, centre.y() - side / 2);
    painter.drawPixmap(
        QPointF(std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio), picture);
}

} // namespace downtimeline
