// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartpicture.h"

#include "widgets/charts/chartpainting.h"
#include "widgets/charts/charttext.h"
#include "widgets/paint/theme.h"

#include <QBuffer>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <cmath>

namespace downtimeline {

namespace {

constexpr int mostPixels = 32'000;
constexpr int largest = 16'000;
constexpr QSize smallest(200, 80);
constexpr int logicalDpi = 96; ///< the generator's own 72 would shrink the text

void draw(QPainter &painter, const ChartPicture &picture, double scale)
{
    ChartFrame frame = picture.frame;
    frame.pixelRatio = scale;
    const QRectF whole(QPointF(0, 0), frame.size);
    painter.fillRect(whole, picture.theme.background);
    renderChart(painter, whole, picture.content, frame, picture.theme);
}

} // namespace

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
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(logicalDpi);
    generator.setSize(picture.frame.size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), picture.frame.size));
    generator.setTitle(picture.content.title.escaped());
    QPainter painter;
    if (!painter.begin(&generator))
        return failure(Error::Code::Io, ChartText::tr("The picture could not be made; choose a smaller size."));
    draw(painter, picture, 1);
    painter.end();
    return bytes;
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
