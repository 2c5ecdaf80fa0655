// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/curve.h"
#include "widgets/charts/valueaxis.h"

#include <QColor>
#include <QLineF>
#include <QList>
#include <QRectF>

#include <span>

class QPainter;

namespace downtimeline {

/// Where the columns of a curve go: the plot in logical pixels, cut into so many columns, under a value axis.
struct BarFrame
{
    QRectF plot;
    int columns = 0;
    double lowest = 0;
    double highest = 1;

    double columnWidth() const { return columns > 0 ? plot.width() / columns : 0; }
    /// Not clamped: a value above the axis lies above the plot.
    double y(double value) const;
};

/// One upright line per column from its highest to its lowest value, reaching to the middle between its neighbours as a
/// joined curve would; both ends lie inside the plot, because an SVG knows no clip. Empty columns between joined ones
/// are bridged by a slanted line.
QList<QLineF> barLines(const BarFrame &frame, std::span<const Column> columns);

/// One upright line per column from its middle down to the bottom of the plot.
QList<QLineF> fillLines(const BarFrame &frame, std::span<const Column> columns);

/// Draws barLines() with a pen as wide as a column, not antialiased. Used on screen, in PDF and in SVG alike.
void drawBars(QPainter &painter, const BarFrame &frame, std::span<const Column> columns, const QColor &colour);
void drawFill(QPainter &painter, const BarFrame &frame, std::span<const Column> columns, const QColor &colour);

} // namespace downtimeline
