// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartpicture.h"

#include "widgets/charts/chartpainting.h"
#include "widgets/charts/charttext.h"
#include "widgets/paint/displaylist.h"
#include "widgets/paint/displaylistpainter.h"
#include "widgets/paint/rulerlayout.h"
#include "widgets/paint/svgdrawing.h"
#include "widgets/paint/textface.h"
#include "widgets/paint/theme.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace downtimeline {

namespace {

constexpr int mostPixels = 32'000;
constexpr int largest = 16'000;
constexpr QSize smallest(200, 80);
constexpr double headingHeight = 28;
constexpr double headingTop = 4;
constexpr double leastWithHeading = 150; ///< a lower picture is left to its chart
constexpr double rulerHeight = 20;
constexpr double rulerRoom = rulerHeight - ChartMetrics::bottom + 10; ///< a chart keeps some air below its plot
constexpr double wordsGap = 16;
constexpr double columnsAPixel = 2; ///< of a dense curve where pixels are not counted

/// The day and the zone that the ruler begins with: "16 Jan, GMT+1", or that nobody stated the zone.
QString rulerWords(const ChartPicture &picture)
{
    const DisplayZone &zone = picture.frame.zone;
    const TimeRange visible = picture.frame.visible;
    if (picture.content.isZoneStated || zone.zero())
        return gutterWords(zone, visible.start, dateNeed(visible, zone));
    return QStringLiteral("%1, %2").arg(
        briefDayText(visible.start, zone, dateNeed(visible, zone)), ChartText::tr("zone not stated"));
}

/// "16 January 2024", over days "16 January 2024 – 17 January 2024".
QString daysText(const ChartFrame &frame)
{
    const QString first = dayText(frame.visible.start, frame.zone);
    const QString last = dayText(frame.visible.end, frame.zone);
    return first == last ? first : QStringLiteral("%1 – %2").arg(first, last);
}

bool hasHeading(const ChartPicture &picture)
{
    return !picture.content.incident.text().isEmpty() && picture.frame.size.height() >= leastWithHeading;
}

void paintHeading(QPainter &painter, const ChartPicture &picture)
{
    const QFont bold = paperFont(ChartMetrics::titlePixels, QFont::DemiBold);
    const QFont plain = paperFont(ChartMetrics::legendPixels);
    const double left = ChartMetrics::edge;
    const double width = picture.frame.size.width() - picture.frame.right - left;
    const QString days = daysText(picture.frame);
    const double daysWidth = std::ceil(QFontMetricsF(plain).horizontalAdvance(days)) + 1;
    const bool hasDays = daysWidth + wordsGap < width / 2;
    const QRectF line(left, headingTop, width, headingHeight - headingTop);
    if (hasDays) {
        painter.setFont(plain);
        painter.setPen(picture.theme.muted);
        painter.drawText(
            QRectF(line.right() - daysWidth, line.top(), daysWidth, line.height()),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, days);
    }
    const double room = width - (hasDays ? daysWidth + wordsGap : 0);
    painter.setFont(bold);
    painter.setPen(picture.theme.ink);
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip,
        QFontMetricsF(bold).elidedText(picture.content.incident.text(), Qt::ElideRight, room));
}

/// The same labels that the ruler above a timeline has.
void paintRuler(QPainter &painter, const ChartFrame &frame, double top, const QString &words, const Theme &theme)
{
    const FontMeasure measure;
    const QRectF day(ChartMetrics::edge, top, measure.width(words, TextFace::Ruler), rulerHeight);
    const RulerRow row{.zone = frame.zone, .top = top, .height = rulerHeight, .taken = day.right() + wordsGap};
    const TimeScale scale = frame.scale();
    DisplayList list;
    list.labels = rulerLabels(scale, measure, ticks(scale, frame.zone, frame.tickSpacing), row);
    list.labels.push_back({.rect = day, .plain = words, .plainFace = TextFace::Ruler, .ink = Ink::RulerText});
    paintTimeline(painter, list, theme);
}

void draw(QPainter &painter, const ChartPicture &picture, double columns)
{
    const FontMeasure measure;
    const QString words = rulerWords(picture);
    const double top = hasHeading(picture) ? headingHeight : 0;
    ChartContent content = picture.content;
    content.namesEveryCurve = true;
    ChartFrame frame = picture.frame;
    painter.fillRect(QRectF(QPointF(0, 0), frame.size), picture.theme.background);
    if (top > 0)
        paintHeading(painter, picture);
    const double needed = std::ceil(measure.width(words, TextFace::Ruler)) + 2 * ChartMetrics::edge;
    frame.left = std::max(frame.left, static_cast<int>(needed));
    frame.pixelRatio = columns;
    frame.size.rheight() -= top + rulerRoom;
    renderChart(painter, QRectF(QPointF(0, top), frame.size), content, frame, picture.theme);
    paintRuler(painter, frame, top + frame.plot().bottom() + 7, words, picture.theme);
}

} // namespace

double heightBesideChart(const ChartContent &content)
{
    return (content.incident.text().isEmpty() ? 0 : headingHeight) + rulerRoom;
}

Result<QImage> chartImage(const ChartPicture &picture, double scale)
{
    const QSizeF size = picture.frame.size * scale;
    const bool isPossible = scale >= 0.1 && scale <= 8 && size.width() >= 1 && size.height() >= 1 &&
                            size.width() <= mostPixels && size.height() <= mostPixels;
    QImage image =
        isPossible ? QImage(
                         QSize(static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height()))),
                         QImage::Format_ARGB32_Premultiplied)
                   : QImage();
    if (image.isNull())
        return failure(
            Error::Code::Usage, ChartText::tr("The picture would be too large, or has no size; choose another size."));
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    draw(painter, picture, scale);
    return image;
}

Result<QByteArray> chartPng(const ChartPicture &picture, double scale)
{
    const Result<QImage> image = chartImage(picture, scale);
    if (!image)
        return std::unexpected(image.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image->save(&buffer, "PNG"))
        return failure(Error::Code::Io, ChartText::tr("The picture could not be made; choose a smaller size."));
    return bytes;
}

Result<QByteArray> chartSvg(const ChartPicture &picture)
{
    const QSizeF size = picture.frame.size;
    if (!(size.width() >= 1 && size.height() >= 1 && size.width() <= mostPixels && size.height() <= mostPixels))
        return failure(
            Error::Code::Usage, ChartText::tr("The picture would be too large, or has no size; choose another size."));
    SvgDrawing drawing(size);
    QPainter painter(&drawing);
    draw(painter, picture, columnsAPixel);
    painter.end();
    return svgFile(drawing, picture.content.title.text());
}

std::optional<QSize> writtenSize(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(R"(^\s*(\d{1,5})\s*(?:[x×*,;]|\s)\s*(\d{1,5})\s*$)"));
    const QRegularExpressionMatch match = form.match(text.toLower());
    if (!match.hasMatch())
        return {};
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool isPossible = size.width() >= smallest.width() && size.height() >= smallest.height() &&
                            size.width() <= largest && size.height() <= largest;
    return isPossible ? std::optional(size) : std::nullopt;
}

} // namespace downtimeline
