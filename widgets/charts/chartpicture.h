// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "widgets/charts/chartlayout.h"

#include <QByteArray>
#include <QImage>

namespace downtimeline {

struct Theme;

/// One chart to be copied, saved or exported. It stands alone: above it the incident and its day, below it a ruler of
/// its own with day and zone. The frame's size is that of the whole picture in logical pixels; where it is low, the
/// line above goes first. Only on the thread of the user interface.
struct ChartPicture
{
    const ChartContent &content;
    ChartFrame frame;
    const Theme &theme;
};

/// The logical pixels that a picture has above and below its chart.
double heightBesideChart(const ChartContent &content);

/// With so many pixels a logical one, 0.1 to 8; at most 32 000 pixels a side.
Result<QImage> chartImage(const ChartPicture &picture, double scale);
/// A PNG file's bytes.
Result<QByteArray> chartPng(const ChartPicture &picture, double scale);
/// An SVG file's bytes.
Result<QByteArray> chartSvg(const ChartPicture &picture);

/// A size as a user writes it: "1200 x 400", "1200×400", "1200 400"; from 200 x 80 to 16 000 a side. None: something
/// else.
std::optional<QSize> writtenSize(const QString &text);

} // namespace downtimeline
