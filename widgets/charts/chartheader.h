// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartcontent.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace downtimeline {

/// One curve in the legend; the value is that at the cursor.
struct LegendEntry
{
    QString name;
    QString value;         ///< empty without a cursor
    double valueWidth = 0; ///< kept free for every value of the curve, so that nothing jumps as the cursor moves
    ChartInk ink = ChartInk::Accent;
    bool isStated = false; ///< a diamond instead of a dot
    bool isRemark = false; ///< words about the whole chart: no dot unless stated, and as wide as they are
    bool isHidden = false; ///< its curve is switched off: a hollow dot
};

/// Where the legend's entry of a curve stands.
struct LegendPlace
{
    QRectF rect;
    std::size_t curve = 0;
};

/// What the legend says: every curve, but a lone filled one only with a cursor; then the remark.
std::vector<LegendEntry> legendOf(const ChartContent &content, std::optional<Instant> cursor);

/// The entries that paintHeader() shows for curves: what a click switches.
std::vector<LegendPlace> legendPlaces(const QRectF &rect, const ChartContent &content, std::optional<Instant> cursor);

/// Draws the title and the legend beside it, within the rectangle; names without room are shortened, then counted. All
/// of it is drawn as plain text, never as markup. uncounted: labels of the plot that found no room.
void paintHeader(
    QPainter &painter, const QRectF &rect, const ChartContent &content, std::optional<Instant> cursor, int uncounted,
    const Theme &theme);

} // namespace downtimeline
