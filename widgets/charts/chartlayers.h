// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartlayout.h"

#include <QGraphicsItem>

#include <functional>

class QPainter;

namespace downtimeline {

struct Theme;

/// A layer of a chart that a free function paints, in the chart's coordinates.
class ChartLayer : public QGraphicsItem
{
public:
    /// The z values of a QChart: 1 grid, 2 axes, 4 series.
    ChartLayer(QGraphicsItem *parent, double z, std::function<void(QPainter &)> paintLayer);

    void setSize(QSizeF size);
    QRectF boundingRect() const override { return {QPointF(0, 0), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    std::function<void(QPainter &)> m_paintLayer;
    QSizeF m_size;
};

/// Impact shading, our own grid and the labels of the value axis.
void paintTimeGrid(QPainter &painter, const ChartLayout &layout, const Theme &theme);
/// The fill below curves, their columns, single dots, and the rows of a chart without values.
void paintCurves(QPainter &painter, const ChartLayout &layout, const Theme &theme);
/// The reference line, marks and every label inside the plot.
void paintMarks(QPainter &painter, const ChartLayout &layout, const Theme &theme);

} // namespace downtimeline
