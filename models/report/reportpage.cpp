// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reportpage.h"

#include <QStringList>

namespace downtimeline {
namespace {

constexpr double unitsPerPoint = 96.0 / 72.0;

QLatin1String nameOf(PageFace face)
{
    switch (face) {
    case PageFace::Kicker:
        return QLatin1String("kicker");
    case PageFace::Title:
        return QLatin1String("title");
    case PageFace::Subtitle:
        return QLatin1String("subtitle");
    case PageFace::Heading:
        return QLatin1String("heading");
    case PageFace::Body:
        return QLatin1String("body");
    case PageFace::Strong:
        return QLatin1String("strong");
    case PageFace::Measure:
        return QLatin1String("measure");
    case PageFace::Caption:
        return QLatin1String("caption");
    case PageFace::TableHead:
        return QLatin1String("head");
    case PageFace::Cell:
        return QLatin1String("cell");
    case PageFace::Small:
        return QLatin1String("small");
    case PageFace::SmallStrong:
        return QLatin1String("small-strong");
    case PageFace::Footer:
        return QLatin1String("footer");
    }
    return {};
}

QLatin1String nameOf(PageInk ink)
{
    switch (ink) {
    case PageInk::Ink:
        return QLatin1String("ink");
    case PageInk::Muted:
        return QLatin1String("muted");
    case PageInk::Accent:
        return QLatin1String("accent");
    case PageInk::Danger:
        return QLatin1String("danger");
    case PageInk::Warning:
        return QLatin1String("warning");
    case PageInk::Hairline:
        return QLatin1String("hairline");
    case PageInk::Card:
        return QLatin1String("card");
    }
    return {};
}

QString placeOf(const QRectF &rect)
{
    const auto whole = [](double length) { return QString::number(qRound(length)); };
    return whole(rect.x()) + u',' + whole(rect.y()) + u' ' + whole(rect.width()) + u'x' + whole(rect.height());
}

void describePage(const ReportPage &page, QStringList &lines)
{
    for (const PageFill &fill : page.fills)
        lines << QStringLiteral("fill ") + placeOf(fill.rect) + u' ' + nameOf(fill.ink);
    for (const PageFigure &figure : page.figures)
        lines << QStringLiteral("figure ") + QString::number(figure.figure) + u' ' + placeOf(figure.rect);
    for (const PageGlyph &glyph : page.glyphs) {
        const std::string_view key = kindKey(glyph.kind);
        lines << QStringLiteral("glyph ") + QString::number(qRound(glyph.centre.x())) + u',' +
                     QString::number(qRound(glyph.centre.y())) + u' ' +
                     QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    }
    for (const PageText &text : page.texts) {
        lines << QStringLiteral("text ") + placeOf(text.rect) + u' ' + nameOf(text.face) + u' ' + nameOf(text.ink) +
                     QStringLiteral(" | ") + text.text;
    }
    for (const PageLink &link : page.links)
        lines << QStringLiteral("link ") + placeOf(link.rect) + u' ' + link.address;
}

} // namespace

QSizeF sizeOf(PaperSize paper)
{
    switch (paper) {
    case PaperSize::A4:
        return QSizeF(595, 842) * unitsPerPoint;
    case PaperSize::Letter:
        return QSizeF(612, 792) * unitsPerPoint;
    case PaperSize::A3:
        return QSizeF(1191, 842) * unitsPerPoint;
    case PaperSize::Slides:
        return QSizeF(576, 324) * unitsPerPoint;
    }
    Q_ASSERT_X(false, "sizeOf", "a paper that is not in the list");
    return {};
}

FaceShape shapeOf(PageFace face)
{
    switch (face) {
    case PageFace::Kicker:
        return {.pixelSize = 11, .weight = 700, .lineHeight = 16};
    case PageFace::Title:
        return {.pixelSize = 26, .weight = 700, .lineHeight = 34};
    case PageFace::Subtitle:
        return {.pixelSize = 13, .weight = 400, .lineHeight = 20};
    case PageFace::Heading:
        return {.pixelSize = 14, .weight = 700, .lineHeight = 22};
    case PageFace::Body:
        return {.pixelSize = 13, .weight = 400, .lineHeight = 20};
    case PageFace::Strong:
        return {.pixelSize = 13, .weight = 700, .lineHeight = 20};
    case PageFace::Measure:
        return {.pixelSize = 22, .weight = 700, .lineHeight = 28};
    case PageFace::Caption:
        return {.pixelSize = 11, .weight = 400, .lineHeight = 16};
    case PageFace::TableHead:
        return {.pixelSize = 11, .weight = 500, .lineHeight = 16};
    case PageFace::Cell:
        return {.pixelSize = 12, .weight = 400, .lineHeight = 18};
    case PageFace::Small:
        return {.pixelSize = 11, .weight = 400, .lineHeight = 16};
    case PageFace::SmallStrong:
        return {.pixelSize = 11, .weight = 700, .lineHeight = 16};
    case PageFace::Footer:
        return {.pixelSize = 10, .weight = 400, .lineHeight = 14};
    }
    Q_ASSERT_X(false, "shapeOf", "a face that is not in the list");
    return {};
}

QString describe(const ReportPages &report)
{
    QStringList lines;
    lines << QStringLiteral("report %1x%2 | %3 | %4")
                 .arg(qRound(report.size.width()))
                 .arg(qRound(report.size.height()))
                 .arg(report.title, report.author);
    for (std::size_t i = 0; i < report.pages.size(); ++i) {
        lines << QStringLiteral("page %1").arg(i + 1);
        describePage(report.pages[i], lines);
    }
    for (const Bookmark &bookmark : report.bookmarks)
        lines << QStringLiteral("bookmark %1,%2 | ").arg(bookmark.page + 1).arg(qRound(bookmark.y)) + bookmark.title;
    return lines.join(u'\n') + u'\n';
}

} // namespace downtimeline
