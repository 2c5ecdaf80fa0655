// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/textface.h"

#include "widgets/paint/theme.h"

#include <QCache>
#include <QFontMetricsF>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <utility>
#include <vector>

namespace downtimeline {

namespace {

constexpr QChar ellipsis(0x2026);
constexpr qsizetype mostKnown = 8192;   // texts whose width is remembered
constexpr qsizetype mostMeasured = 240; // no label is wide enough for more

} // namespace

QFont fontOf(TextFace face, int leastPixels)
{
    const auto font = [leastPixels](int pixels, QFont::Weight weight = QFont::Normal) {
        return paperFont(std::max(pixels, leastPixels), weight);
    };
    switch (face) {
    case TextFace::Ruler:
    case TextFace::LaneName:
        return font(12);
    case TextFace::Phase:
        return font(11, QFont::DemiBold);
    case TextFace::EventTime:
        return font(12, QFont::DemiBold);
    case TextFace::EventTitle:
        return font(12);
    case TextFace::Count:
        return font(10, QFont::DemiBold);
    }
    Q_ASSERT_X(false, "fontOf", "a face that is not in the list");
    return font(12);
}

double FontMeasure::width(const QString &text, TextFace face) const
{
    // Each frame asks for the words of the frame before: they are measured once.
    thread_local QCache<std::pair<QString, int>, double> known(mostKnown);
    const std::pair key(text, m_least * 16 + static_cast<int>(face));
    if (const double *width = known.object(key))
        return *width;
    const double width = QFontMetricsF(fontOf(face, m_least)).horizontalAdvance(text);
    known.insert(key, new double(width));
    return width;
}

QString elided(const QString &text, TextFace face, double width, const TextMeasure &measure)
{
    if (text.size() <= mostMeasured && measure.width(text, face) <= width)
        return text;
    const QString start = text.left(mostMeasured);
    std::vector<qsizetype> ends; // where a reader sees a character end
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, start);
    while (finder.toNextBoundary() > 0 && finder.position() < start.size())
        ends.push_back(finder.position());
    const auto fits = [&](qsizetype end) { return measure.width(start.left(end).trimmed() + ellipsis, face) <= width; };
    const auto firstTooLong = std::ranges::partition_point(ends, fits);
    if (firstTooLong != ends.begin())
        return start.left(*std::prev(firstTooLong)).trimmed() + ellipsis;
    return measure.width(QString(ellipsis), face) <= width ? QString(ellipsis) : QString();
}

} // namespace downtimeline
