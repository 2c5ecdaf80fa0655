// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelineexport.h"

#include "widgets/paint/displaylistpainter.h"
#include "widgets/paint/svgdrawing.h"
#include "widgets/timeline/timelinelayout.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace downtimeline {

namespace {

constexpr double tallest = 100000; // room for every sub-row
constexpr int mostPixels = 32000;  // what a QImage and most readers can take on a side
constexpr double bottomAir = 6;

DisplayList listOf(const TimelinePicture &picture)
{
    const FontMeasure measure;
    const LayoutMetrics metrics;
    const double gutter = neededGutter(picture.content, picture.look, metrics, measure);
    const TimeScale scale(picture.visible, gutter, std::max(0.0, picture.width - gutter - plot::rightGutter));
    const QSizeF room(picture.width, picture.height > 0 ? picture.height : tallest);
    return layoutTimeline(picture.content, picture.look, scale, room, metrics, measure);
}

const Theme &themeOf(const TimelinePicture &picture)
{
    return picture.dark ? Theme::dark() : Theme::light();
}

QSizeF sizeOf(const DisplayList &list, const TimelinePicture &picture)
{
    return {picture.width, picture.height > 0 ? picture.height : std::ceil(list.size.height() + bottomAir)};
}

std::unexpected<Error> stopped()
{
    return failure(Error::Code::Cancelled, QCoreApplication::translate("timeline", "The picture was cancelled."));
}

/// Bytes in memory that take no more once nobody wants them: an encoder gives up there.
class UnlessStopped : public QBuffer
{
public:
    UnlessStopped(QByteArray *bytes, std::stop_token stop) : QBuffer(bytes), m_stop(std::move(stop)) {}

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        return m_stop.stop_requested() ? -1 : QBuffer::writeData(data, size);
    }

private:
    std::stop_token m_stop;
};

std::unexpected<Error> cannotDraw(const char *what)
{
    return failure(Error::Code::Usage, QCoreApplication::translate("timeline", what));
}

} // namespace

QSizeF drawTimeline(QPainter &painter, const TimelinePicture &picture)
{
    const DisplayList list = listOf(picture);
    paintTimeline(painter, list, themeOf(picture));
    return sizeOf(list, picture);
}

QSizeF timelineSize(const TimelinePicture &picture)
{
    return sizeOf(listOf(picture), picture);
}

Result<QImage> timelineImage(const TimelinePicture &picture, double scale)
{
    if (!(scale >= 0.1 && scale <= 8))
        return cannotDraw(QT_TRANSLATE_NOOP("timeline", "A picture's scale must lie between 0.1 and 8."));
    const DisplayList list = listOf(picture);
    if (picture.stop.stop_requested())
        return stopped();
    const QSizeF size = sizeOf(list, picture) * scale;
    if (!(size.width() >= 1 && size.height() >= 1 && size.width() <= mostPixels && size.height() <= mostPixels))
        return cannotDraw(QT_TRANSLATE_NOOP(
            "timeline", "The picture would be larger than 32000 pixels on a side; choose a smaller scale."));
    QImage image(
        QSize(static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height()))),
        QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return cannotDraw(
            QT_TRANSLATE_NOOP("timeline", "There is not enough memory for the picture; choose a smaller scale."));
    image.setDevicePixelRatio(scale);
    image.fill(themeOf(picture).background);
    QPainter painter(&image);
    paintTimeline(painter, list, themeOf(picture));
    return image;
}

Result<QByteArray> timelinePng(const TimelinePicture &picture, double scale)
{
    const Result<QImage> image = timelineImage(picture, scale);
    if (!image)
        return std::unexpected(image.error());
    QByteArray bytes;
    UnlessStopped buffer(&bytes, picture.stop);
    buffer.open(QIODevice::WriteOnly);
    const bool isWritten = image->save(&buffer, "PNG");
    if (picture.stop.stop_requested())
        return stopped();
    if (!isWritten)
        return failure(Error::Code::Io, QCoreApplication::translate("timeline", "The PNG picture cannot be written."));
    return bytes;
}

Result<QByteArray> timelineSvg(const TimelinePicture &picture, const QString &title)
{
    const DisplayList list = listOf(picture);
    if (picture.stop.stop_requested())
        return stopped();
    const QSizeF size = sizeOf(list, picture);
    SvgDrawing drawing(size);
    QPainter painter(&drawing);
    painter.fillRect(QRectF(QPointF(0, 0), size), themeOf(picture).background);
    paintTimeline(painter, list, themeOf(picture));
    painter.end();
    return picture.stop.stop_requested() ? Result<QByteArray>(stopped()) : svgFile(drawing, title);
}

} // namespace downtimeline
