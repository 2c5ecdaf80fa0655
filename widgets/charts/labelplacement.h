// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace downtimeline {

/// What a label of a plot must not cover: lines, marks and the labels placed before it.
class TakenRoom
{
public:
    /// The plot in logical pixels; nothing may be placed outside it.
    explicit TakenRoom(const QRectF &plot);

    /// What follows is another line: between two lines there may be room for a label.
    void beginLine();
    /// Every pixel column that the stretch crosses is taken from its upper to its lower end; parts outside are ignored.
    void addLine(QPointF from, QPointF to);
    void addRect(const QRectF &rect);

    /// Inside the plot, and clear of everything by two pixels.
    bool isFree(const QRectF &rect) const;

private:
    /// What one line takes of a column; none of it where top is below bottom.
    struct Stretch
    {
        double top = std::numeric_limits<double>::max();
        double bottom = std::numeric_limits<double>::lowest();
    };

    int columnOf(double x) const;

    QRectF m_plot;
    std::size_t m_width;                       ///< in columns
    std::vector<std::vector<Stretch>> m_lines; ///< a stretch a column each
    std::vector<QRectF> m_rects;
};

/// Where a mark's label went, and whether it had to be the brief one.
struct LabelPlace
{
    QRectF rect;
    bool isBrief = false;
};

/// Room for the label of a mark at a point: beside it, shortened, on its other side, then a row further away, and so
/// on; none where a count has to stand for it. A brief width of 0: there is no shorter form.
std::optional<LabelPlace> placeBeside(const TakenRoom &room, QPointF mark, QSizeF full, double briefWidth);

/// Room for a sentence within a stretch of the plot, the lowest that is free; none where it fits nowhere.
std::optional<QRectF> placeWithin(const TakenRoom &room, const QRectF &stretch, QSizeF size);

} // namespace downtimeline
