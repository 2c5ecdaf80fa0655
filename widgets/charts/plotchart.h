// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartlayout.h"

#include <QtCharts/QChart>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QLineSeries)
QT_FORWARD_DECLARE_CLASS(QValueAxis)

namespace downtimeline {

class ChartLayer;
struct Theme;

/// A QChart whose plot area, grid and labels come from a ChartLayout; Qt Charts draws the lines. On screen and on
/// paper.
class PlotChart : public QChart
{
public:
    PlotChart();
    ~PlotChart() override;

    /// Lays the content out at the frame's size and takes that size. The theme has to outlive the chart.
    void present(const ChartContent &content, const ChartFrame &frame, const Theme &theme);

    const ChartLayout &shown() const { return m_layout; }

private:
    void setUpAxes();
    void placePlot(const ChartFrame &frame);
    void showLines(const ChartContent &content, const ChartFrame &frame);
    void fillSeries(const ChartContent &content);
    QLineSeries *lineAt(std::size_t index);

    ChartLayout m_layout;
    QRectF m_placed; ///< the plot that Qt Charts has
    bool m_hasLines = false;
    const Theme *m_theme;
    QValueAxis *m_timeAxis;
    QValueAxis *m_valueAxis;
    std::vector<QLineSeries *> m_lines; ///< owned by the chart
    std::vector<ChartLayer *> m_layers; ///< owned by the chart
};

} // namespace downtimeline
