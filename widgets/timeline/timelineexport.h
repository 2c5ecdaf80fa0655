// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/timeline/timescale.h"
#include "widgets/paint/theme.h"
#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/timelinecontent.h"

#include <QByteArray>
#include <QImage>
#include <QSizeF>

#include <stop_token>

class QPainter;

namespace downtimeline {

/// A timeline to be written down: what the screen shows, at a width of one's choice.
struct TimelinePicture
{
    const TimelineContent &content;
    TimelineLook look;
    TimeRange visible;
    double width = 1200; ///< logical pixels
    double height = 0;   ///< logical pixels; 0: as high as the content needs
    bool dark = false;
    std::stop_token stop = {}; ///< asked between laying out, painting and writing, and while a PNG is written
};

/// Draws it at the painter's origin as vectors, without background; scale the painter for other sizes. Returns the size
/// that it took, in logical pixels. Also for PDF.
QSizeF drawTimeline(QPainter &painter, const TimelinePicture &picture);

/// The size that drawTimeline() takes.
QSizeF timelineSize(const TimelinePicture &picture);

/// With so many pixels a logical pixel, 0.1 to 8; at most 32,000 pixels a side.
Result<QImage> timelineImage(const TimelinePicture &picture, double scale);
/// A PNG file's bytes. Stopped: Error::Code::Cancelled, as for an SVG.
Result<QByteArray> timelinePng(const TimelinePicture &picture, double scale);
/// An SVG file's bytes; the title is for readers of the file.
Result<QByteArray> timelineSvg(const TimelinePicture &picture, const QString &title);

} // namespace downtimeline
