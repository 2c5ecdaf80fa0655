// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/present/slidepainter.h"

#include "widgets/charts/chartpainting.h"
#include "widgets/paint/displaylistpainter.h"
#include "widgets/paint/theme.h"
#include "widgets/present/slide.h"
#include "widgets/present/slidetext.h"

#include <QFontMetricsF>
#include <QPainter>

namespace downtimeline {
namespace {

QColor colourOf(SlideInk ink, const Theme &theme)
{
    switch (ink) {
    case SlideInk::Ink:
        return theme.ink;
    case SlideInk::Muted:
        return theme.muted;
    case SlideInk::Danger:
        return theme.danger;
    case SlideInk::Warning:
        return theme.warning;
    }
    Q_ASSERT_X(false, "paintSlide", "an ink that is not in the list");
    return theme.ink;
}

void paintText(QPainter &painter, const SlideText &text, const Theme &theme)
{
    const QFont font = SlideFace{text.pixels, text.weight}.font();
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(colourOf(text.ink, theme));
    const double left = text.isRight ? text.rect.right() - metrics.horizontalAdvance(text.text) : text.rect.left();
    painter.drawText(QPointF(left, text.rect.center().y() + metrics.capHeight() / 2), text.text);
}

void paintBar(QPainter &painter, const SlideBar &bar, const Theme &theme)
{
    if (bar.isEdge) {
        painter.fillRect(bar.rect, theme.warning);
        return;
    }
    const QColor colour = theme.kind(bar.kind);
    QColor fill = colour;
    fill.setAlphaF(static_cast<float>(theme.phaseTint));
    painter.setPen(QPen(colour, 2));
    painter.setBrush(fill);
    painter.drawRoundedRect(bar.rect.adjusted(1, 1, -1, -1), 4, 4);
}

void paintPlots(QPainter &painter, const SlidePlots &plots, const Theme &theme)
{
    painter.save();
    painter.translate(plots.corner);
    painter.scale(plots.scale, plots.scale);
    paintTimeline(painter, plots.timeline, theme);
    painter.restore();
    if (plots.frame.size.isEmpty()) // not where the traffic has nothing yet: its axes keep their place
        return;
    painter.save();
    painter.translate(plots.trafficCorner);
    painter.scale(plots.scale, plots.scale);
    const QRectF target(QPointF(0, 0), plots.frame.size);
    renderChart(painter, target, plots.traffic, plots.frame, theme);
    if (plots.here) {
        const QRectF plot = plots.frame.plot();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.muted, 0.8));
        painter.drawLine(QLineF(*plots.here, plot.top(), *plots.here, plot.bottom() + 4));
    }
    painter.restore();
}

} // namespace

void paintPointer(QPainter &painter, QPointF at, double unit)
{
    constexpr double radius = 13;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(255, 255, 255, 220), 2 * unit));
    painter.setBrush(QColor(230, 30, 30));
    painter.drawEllipse(at, radius * unit, radius * unit);
}

void paintSlide(QPainter &painter, const Slide &slide, const Theme &theme)
{
    painter.save();
    const QRectF whole(QPointF(0, 0), slide.size);
    painter.fillRect(whole, slide.isBlank ? QColor(Qt::black) : theme.background);
    if (!slide.isBlank) {
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        if (slide.plots)
            paintPlots(painter, *slide.plots, theme);
        for (const SlideBar &bar : slide.bars)
            paintBar(painter, bar, theme);
        for (const SlideText &text : slide.texts)
            paintText(painter, text, theme);
    }
    painter.restore();
}

} // namespace downtimeline
