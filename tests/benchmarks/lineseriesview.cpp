// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/lineseriesview.h"

#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

namespace downtimeline {

LineSeriesView::LineSeriesView(ViewState &view, const ChartContent &content)
    : m_view(view), m_source(content.curves.front().source), m_origin(view.whole().start), m_line(new QLineSeries),
      m_time(new QValueAxis)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();
    chart()->addSeries(m_line);
    auto *values = new QValueAxis;
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(values, Qt::AlignLeft);
    m_line->attachAxis(m_time);
    m_line->attachAxis(values);
    m_line->setPen(QPen(Qt::darkGreen, 1));
    values->setRange(content.axis.lowest, content.axis.highest);
    QObject::connect(&view, &ViewState::visibleChanged, this, [this] { fill(); });
    fill();
}

void LineSeriesView::fill()
{
    const TimeRange visible = m_view.visible();
    const int columns = std::max(1, static_cast<int>(chart()->plotArea().width()));
    const CurvePiece piece = m_source.piece(visible, columns);
    const double start = std::chrono::duration<double>(visible.start - m_origin).count();
    const double length = std::chrono::duration<double>(visible.length()).count();
    QList<QPointF> points;
    for (const Column &column : piece.columns) {
        const double at = start + length * (column.index + 0.5) / columns;
        points.append({at, column.min});
        points.append({at, column.max});
    }
    for (const CurvePoint &point : piece.points)
        points.append({std::chrono::duration<double>(point.at - m_origin).count(), point.value});
    m_line->clear();
    m_time->setRange(start, start + length);
    m_line->replace(points);
}

} // namespace downtimeline
