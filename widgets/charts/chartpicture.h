// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "widgets/charts/chartlayout.h"

#include <QByteArray>
#include <QImage>

namespace downtimeline {

struct Theme;

/// One chart to be copied or saved, as it is seen. The frame's size is the picture's in logical pixels. Only on the
/// thread of the user interface.
struct ChartPicture
{
    const ChartContent &content;
    ChartFrame frame;
    const Theme &theme;
};

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
