// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartpainting.h"

#include "widgets/charts/chartheader.h"
#include "widgets/charts/plotchart.h"

#include <QGraphicsScene>
#include <QPainter>

namespace downtimeline {

void renderChart(
    QPainter &painter, const QRectF &target, const ChartContent &content, ChartFrame frame, const Theme &theme)
{
    frame.size = target.size();
    QGraphicsScene scene;
    scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    auto *chart = new PlotChart;
    scene.addItem(chart);
    chart->present(content, frame, theme);
    const QRectF source(QPointF(0, 0), frame.size);
    scene.setSceneRect(source);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, target, source, Qt::IgnoreAspectRatio);
    painter.restore();
    const QRectF header(
        target.left() + ChartMetrics::edge, target.top(), target.width() - ChartMetrics::edge - frame.right,
        ChartMetrics::headerHeight);
    paintHeader(painter, header, content, std::nullopt, chart->shown().uncounted, theme);
}

} // namespace downtimeline
