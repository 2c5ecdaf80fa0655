// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/displaylistpainter.h"

#include "widgets/paint/displaylist.h"
#include "widgets/paint/glyphs.h"
#include "widgets/paint/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace downtimeline {

namespace {

constexpr double titleFade = 0.15;
constexpr double dimmed = 0.3; ///< of what a filter leaves out

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

QColor fillOf(const FilledRect &rect, const Theme &theme)
{
    switch (rect.ink) {
    case Ink::Band:
        return theme.panel;
    case Ink::Impact:
        return withAlpha(theme.danger, 0.06);
    case Ink::PhaseBar:
        return withAlpha(theme.kind(rect.kind), theme.phaseTint);
    case Ink::SpanBar:
        return withAlpha(theme.kind(rect.kind), theme.barTint * (rect.vague ? 0.4 : 1));
    case Ink::Haze:
        return withAlpha(theme.kind(rect.kind), theme.isDark ? 0.5 : 0.35);
    case Ink::Density:
        return withAlpha(theme.kind(rect.kind), rect.weight);
    case Ink::ClusterMark:
        return theme.muted;
    case Ink::Halo:
        return withAlpha(theme.accent, theme.isDark ? 0.3 : 0.18);
    case Ink::Ring:
        return withAlpha(theme.kind(rect.kind), 0.12);
    default:
        Q_ASSERT_X(false, "paintTimeline", "not the ink of a rect");
        return {};
    }
}

QColor textColour(Ink ink, EventKind kind, const Theme &theme)
{
    switch (ink) {
    case Ink::RulerText:
    case Ink::LaneText:
        return theme.muted;
    case Ink::PhaseText: // the plain colour would be too pale on its own tint
        return mixed(theme.kind(kind), theme.ink, theme.inkInPhases);
    case Ink::ClusterText:
        return theme.background;
    default:
        return theme.ink;
    }
}

/// The edge of a bar; a cut end stays open.
QPainterPath edgeOf(const FilledRect &bar)
{
    const QRectF r = bar.rect.adjusted(bar.cutLeft ? 0 : 0.5, 0.5, bar.cutRight ? 0 : -0.5, -0.5);
    const double c = std::min({bar.radius, r.width() / 2, r.height() / 2});
    QPainterPath path;
    if (!bar.cutLeft && !bar.cutRight) {
        path.addRoundedRect(r, c, c);
        return path;
    }
    if (bar.cutLeft && bar.cutRight) {
        path.moveTo(r.topLeft());
        path.lineTo(r.topRight());
        path.moveTo(r.bottomRight());
        path.lineTo(r.bottomLeft());
        return path;
    }
    const double open = bar.cutLeft ? r.left() : r.right();
    const double closed = bar.cutLeft ? r.right() : r.left();
    const double inner = bar.cutLeft ? closed - c : closed + c;
    path.moveTo(open, r.top());
    path.lineTo(inner, r.top());
    path.quadTo(closed, r.top(), closed, r.top() + c);
    path.lineTo(closed, r.bottom() - c);
    path.quadTo(closed, r.bottom(), inner, r.bottom());
    path.lineTo(open, r.bottom());
    return path;
}

constexpr double longestFade = 28;

/// Full in the middle and nothing at the ends that are seen.
QLinearGradient faded(const FilledRect &rect, const QColor &colour)
{
    const double share = std::min(0.5, longestFade / std::max(1.0, rect.rect.width()));
    QLinearGradient gradient(rect.rect.topLeft(), rect.rect.topRight());
    gradient.setColorAt(0, rect.cutLeft ? colour : withAlpha(colour, 0));
    gradient.setColorAt(share, colour);
    gradient.setColorAt(1 - share, colour);
    gradient.setColorAt(1, rect.cutRight ? colour : withAlpha(colour, 0));
    return gradient;
}

/// Dashed above and below, open where its ends are not known.
void paintFaded(QPainter &painter, const FilledRect &rect, const Theme &theme)
{
    painter.fillRect(rect.rect, faded(rect, fillOf(rect, theme)));
    if (rect.ink != Ink::SpanBar)
        return;
    QPen pen(QBrush(faded(rect, theme.kind(rect.kind))), 1);
    pen.setDashPattern({4, 3});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    const QRectF edge = rect.rect.adjusted(0, 0.5, 0, -0.5);
    painter.drawLine(edge.topLeft(), edge.topRight());
    painter.drawLine(edge.bottomLeft(), edge.bottomRight());
}

void paintRect(QPainter &painter, const FilledRect &rect, const Theme &theme)
{
    if (rect.fade) {
        paintFaded(painter, rect, theme);
        return;
    }
    const QColor fill = fillOf(rect, theme);
    if (rect.radius <= 0) {
        painter.fillRect(rect.rect, fill);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    if (rect.ink != Ink::SpanBar) {
        if (rect.ink == Ink::Ring)
            painter.setPen(QPen(theme.kind(rect.kind), 1));
        painter.drawRoundedRect(rect.rect, rect.radius, rect.radius);
    } else {
        const QPainterPath edge = edgeOf(rect);
        if (rect.cutLeft && rect.cutRight)
            painter.drawRect(rect.rect);
        else
            painter.drawPath(edge);
        QPen pen(theme.kind(rect.kind), 1);
        if (rect.vague)
            pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(edge);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// At the upper right of the mark, with an edge that keeps it apart from it.
void paintStar(QPainter &painter, const Mark &mark, const Theme &theme)
{
    const double size = mark.size * 0.75;
    const QPointF centre = mark.centre + QPointF(mark.size / 2, -mark.size / 2 + 1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.background, 1));
    painter.setBrush(theme.warning);
    painter.drawPath(starPath(size + 1).translated(centre));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// Filled rects, not lines: one crisp pixel at every scale, and dots that stay put while scrolling.
void paintGridLine(QPainter &painter, const GridLine &line, const Theme &theme)
{
    const double x = std::round(line.x);
    if (line.ink == Ink::GridDay) {
        painter.fillRect(QRectF(x, line.top, 1, line.bottom - line.top), mixed(theme.hairline, theme.muted, 0.75));
        return;
    }
    if (line.ink == Ink::GridMajor) {
        painter.fillRect(QRectF(x, line.top, 1, line.bottom - line.top), theme.hairline);
        return;
    }
    for (double y = line.top; y < line.bottom; y += 6)
        painter.fillRect(QRectF(x, y, 1, std::min(2.0, line.bottom - y)), theme.hairline);
}

class LabelPainter
{
public:
    explicit LabelPainter(int leastText)
    {
        for (std::size_t i = 0; i < textFaceCount; ++i) {
            m_fonts[i] = fontOf(static_cast<TextFace>(i), leastText);
            m_rise[i] = QFontMetricsF(m_fonts[i]).capHeight() / 2;
        }
    }

    void paint(QPainter &painter, const PlotLabel &label, const Theme &theme) const
    {
        painter.setPen(textColour(label.ink, label.kind, theme));
        paintRun(painter, label.bold, label.boldFace, label.rect, 0);
        if (label.ink == Ink::EventText) // a little behind the time, still 4.5:1 on every bar
            painter.setPen(mixed(theme.ink, theme.muted, titleFade));
        paintRun(painter, label.plain, label.plainFace, label.rect, label.plainLeft);
    }

private:
    void paintRun(QPainter &painter, const QString &text, TextFace face, const QRectF &rect, double offset) const
    {
        if (text.isEmpty())
            return;
        const auto i = static_cast<std::size_t>(face);
        painter.setFont(m_fonts[i]);
        painter.drawText(QPointF(rect.left() + offset, std::round(rect.center().y() + m_rise[i])), text);
    }

    std::array<QFont, textFaceCount> m_fonts;
    std::array<double, textFaceCount> m_rise{};
};

} // namespace

void paintTimeline(QPainter &painter, const DisplayList &list, const Theme &theme, GlyphCache *cache)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setRenderHint(QPainter::TextAntialiasing);
    for (const GridLine &line : list.grid)
        paintGridLine(painter, line, theme);
    const auto setDim = [&painter](bool isDim) {
        if (const double wanted = isDim ? dimmed : 1; painter.opacity() != wanted)
            painter.setOpacity(wanted);
    };
    for (const FilledRect &rect : list.rects) {
        setDim(rect.dim);
        paintRect(painter, rect, theme);
    }
    for (const Mark &mark : list.marks) {
        setDim(mark.dim);
        if (cache)
            cache->draw(painter, mark.kind, mark.centre, mark.size, theme.kind(mark.kind), mark.vague);
        else
            drawGlyph(painter, mark.kind, mark.centre, mark.size, theme.kind(mark.kind), mark.vague);
        if (mark.starred)
            paintStar(painter, mark, theme);
    }
    const LabelPainter labels(list.leastText);
    for (const PlotLabel &label : list.labels) {
        setDim(label.dim);
        labels.paint(painter, label, theme);
    }
    painter.restore();
}

} // namespace downtimeline
