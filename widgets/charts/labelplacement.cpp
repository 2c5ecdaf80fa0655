// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/labelplacement.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace downtimeline {

namespace {

constexpr double air = 2;
constexpr double markGap = 12;
constexpr double rowGap = 2;
constexpr double sentenceStep = 2;
constexpr int mostColumns = 16384; ///< no screen or page is wider in logical pixels

} // namespace

TakenRoom::TakenRoom(const QRectF &plot)
    : m_plot(plot),
      m_width(static_cast<std::size_t>(std::clamp(static_cast<int>(std::ceil(plot.width())) + 1, 1, mostColumns)))
{}

void TakenRoom::beginLine()
{
    m_lines.emplace_back(m_width);
}

int TakenRoom::columnOf(double x) const
{
    const double most = static_cast<double>(m_width) - 1;
    return static_cast<int>(std::clamp(std::floor(x - m_plot.left()), 0.0, most));
}

void TakenRoom::addLine(QPointF from, QPointF to)
{
    if (from.x() > to.x())
        std::swap(from, to);
    if (to.x() < m_plot.left() || from.x() > m_plot.right())
        return;
    if (m_lines.empty())
        beginLine();
    const double slope = to.x() > from.x() ? (to.y() - from.y()) / (to.x() - from.x()) : 0;
    for (int column = columnOf(from.x()); column <= columnOf(to.x()); ++column) {
        const double left = std::max(from.x(), m_plot.left() + column);
        const double right = std::min(to.x(), m_plot.left() + column + 1);
        double y1 = from.y() + slope * (left - from.x());
        double y2 = from.y() + slope * (right - from.x());
        if (slope == 0 && to.y() != from.y()) {
            y1 = from.y();
            y2 = to.y();
        }
        Stretch &taken = m_lines.back()[static_cast<std::size_t>(column)];
        taken.top = std::min({taken.top, y1, y2});
        taken.bottom = std::max({taken.bottom, y1, y2});
    }
}

void TakenRoom::addRect(const QRectF &rect)
{
    m_rects.push_back(rect);
}

bool TakenRoom::isFree(const QRectF &rect) const
{
    if (rect.left() < m_plot.left() || rect.right() > m_plot.right() || rect.top() < m_plot.top() - 0.01 ||
        rect.bottom() > m_plot.bottom() + 0.01)
        return false;
    const QRectF wide = rect.adjusted(-air, -air, air, air);
    if (std::ranges::any_of(m_rects, [&](const QRectF &other) { return other.intersects(wide); }))
        return false;
    for (int column = columnOf(wide.left()); column <= columnOf(wide.right()); ++column) {
        for (const std::vector<Stretch> &line : m_lines) {
            const Stretch &stretch = line[static_cast<std::size_t>(column)];
            if (stretch.top <= wide.bottom() && stretch.bottom >= wide.top())
                return false;
        }
    }
    return true;
}

std::optional<LabelPlace> placeBeside(const TakenRoom &room, QPointF mark, QSizeF full, double briefWidth)
{
    constexpr std::array rows = {0, 1, -1, 2, -2, 3, -3, 4, -4};
    for (const int row : rows) {
        const double top = mark.y() - full.height() / 2 + row * (full.height() + rowGap);
        for (const bool isRight : {true, false}) {
            for (const bool isBrief : {false, true}) {
                const double width = isBrief ? briefWidth : full.width();
                const double left = isRight ? mark.x() + markGap : mark.x() - markGap - width;
                const QRectF rect(std::round(left), std::round(top), width, full.height());
                if (width > 0 && room.isFree(rect))
                    return LabelPlace{rect, isBrief};
            }
        }
    }
    return std::nullopt;
}

std::optional<QRectF> placeWithin(const TakenRoom &room, const QRectF &stretch, QSizeF size)
{
    const double free = stretch.width() - size.width();
    if (free < 0)
        return std::nullopt;
    for (double top = stretch.bottom() - size.height(); top >= stretch.top(); top -= sentenceStep) {
        for (const double share : {0.5, 0.3, 0.7, 0.1, 0.9}) {
            const QRectF rect(QPointF(std::round(stretch.left() + free * share), std::round(top)), size);
            if (room.isFree(rect))
                return rect;
        }
    }
    return std::nullopt;
}

} // namespace downtimeline
