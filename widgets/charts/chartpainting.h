// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartlayout.h"

class QPainter;
class QRectF;

namespace downtimeline {

struct Theme;

/// Draws a chart on paper or into a picture, with its title and legend, in the rectangle, whose unit is a logical pixel
/// of 1/96 inch. The frame's size is that of the rectangle; its pixelRatio says how many columns a pixel a dense curve
/// gets. Nothing leaves the plot even where clips are ignored, as in SVG. Only on the thread of the user interface.
void renderChart(
    QPainter &painter, const QRectF &target, const ChartContent &content, ChartFrame frame, const Theme &theme);

} // namespace downtimeline
