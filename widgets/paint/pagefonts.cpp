// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/pagefonts.h"

#include "widgets/paint/theme.h"

#include <QFontMetricsF>

namespace downtimeline {

QFont pageFont(PageFace face)
{
    const FaceShape shape = shapeOf(face);
    QFont font = paperFont(shape.pixelSize, static_cast<QFont::Weight>(shape.weight));
    if (face == PageFace::Kicker)
        font.setLetterSpacing(QFont::PercentageSpacing, 104); // an absolute one would grow with a PDF's resolution
    return font;
}

double PageFontMeasure::width(const QString &text, PageFace face) const
{
    return QFontMetricsF(pageFont(face)).horizontalAdvance(text);
}

} // namespace downtimeline
