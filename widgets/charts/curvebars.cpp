// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curvebars.h"

#include <QPainter>
#include <QPen>

#include <algorithm>

namespace downtimeline {

namespace {

double columnX(const BarFrame &frame, const Column &column)
{
    return frame.plot.left() + (column.index + 0.5) * frame.columnWidth();
}

bool isNextTo(const Column &left, const Column &right)
{
    return right.joined && right.index == left.index + 1;
}

double insideY(const BarFrame &frame, double value)
{
    return std::clamp(frame.y(value), frame.plot.top(), frame.plot.bottom());
}

void drawUpright(QPainter &painter, const QList<QLineF> &lines, const QPen &pen)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(pen);
    painter.drawLines(lines);
    painter.restore();
}

} // namespace

double BarFrame::y(double value) const
{
    const double length = highest - lowest;
    return length > 0 ? plot.bottom() - (value - lowest) / length * plot.height() : plot.bottom();
}

QList<QLineF> barLines(const BarFrame &frame, std::span<const Column> columns)
{
    QList<QLineF> lines;
    lines.reserve(static_cast<qsizetype>(columns.size()));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column &column = columns[i];
        double low = column.min;
        double high = column.max;
        if (i > 0 && isNextTo(columns[i - 1], column)) {
            const double middle = (columns[i - 1].last + column.first) / 2;
            low = std::min(low, middle);
            high = std::max(high, middle);
        }
        if (i + 1 < columns.size() && isNextTo(column, columns[i + 1])) {
            const double middle = (column.last + columns[i + 1].first) / 2;
            low = std::min(low, middle);
            high = std::max(high, middle);
        }
        const double x = columnX(frame, column);
        if (i > 0 && column.joined && !isNextTo(columns[i - 1], column)) {
            lines.append(
                {columnX(frame, columns[i - 1]), insideY(frame, columns[i - 1].last), x, insideY(frame, column.first)});
        }
        if (low <= frame.highest && high >= frame.lowest)
            lines.append({x, insideY(frame, high), x, insideY(frame, low)});
    }
    return lines;
}

QList<QLineF> fillLines(const BarFrame &frame, std::span<const Column> columns)
{
    QList<QLineF> lines;
    lines.reserve(static_cast<qsizetype>(columns.size()));
    for (const Column &column : columns) {
        const double x = columnX(frame, column);
        lines.append({x, insideY(frame, (column.min + column.max) / 2), x, frame.plot.bottom()});
    }
    return lines;
}

void drawBars(QPainter &painter, const BarFrame &frame, std::span<const Column> columns, const QColor &colour)
{
    drawUpright(painter, barLines(frame, columns), QPen(colour, frame.columnWidth(), Qt::SolidLine, Qt::SquareCap));
}

void drawFill(QPainter &painter, const BarFrame &frame, std::span<const Column> columns, const QColor &colour)
{
    drawUpright(painter, fillLines(frame, columns), QPen(colour, frame.columnWidth(), Qt::SolidLine, Qt::FlatCap));
}

} // namespace downtimeline
