// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/present/slidecomposer.h"

#include <QFontMetricsF>

namespace downtimeline {

void SlideComposer::putLine(QRectF rect, const QString &text, const SlideFace &face, SlideInk ink, bool isRight)
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    const bool fits = face.width(text) <= rect.width() + 0.5; // lines that were laid out may differ by a rounding
    const QString fitting = fits ? text : QFontMetricsF(face.font()).elidedText(text, Qt::ElideRight, rect.width());
    slide.texts.push_back({rect, fitting, face.pixels, face.weight, ink, isRight});
}

double
SlideComposer::putLines(QPointF corner, double width, const QStringList &lines, const SlideFace &face, SlideInk ink)
{
    double top = corner.y();
    for (const QString &line : lines) {
        putLine({corner.x(), top, width, face.lineHeight()}, line, face, ink);
        top += face.lineHeight();
    }
    return top;
}

} // namespace downtimeline
