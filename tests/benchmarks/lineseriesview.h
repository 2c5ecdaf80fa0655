// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewstate.h"
#include "widgets/charts/chartcontent.h"

#include <QtCharts/QChartView>

QT_FORWARD_DECLARE_CLASS(QLineSeries)
QT_FORWARD_DECLARE_CLASS(QValueAxis)

namespace downtimeline {

/// What our charts are measured against: Qt Charts alone, one antialiased line series with the lowest and the highest
/// value of every pixel column, a one-pixel pen, no animation, and the calls in their cheapest order.
class LineSeriesView : public QChartView
{
public:
    LineSeriesView(ViewState &view, const ChartContent &content);

private:
    void fill();

    ViewState &m_view;
    CurveSource m_source;
    Instant m_origin;
    QLineSeries *m_line;
    QValueAxis *m_time;
};

} // namespace downtimeline
