// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/timescale.h"

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

using Count = Duration::rep;

/// Microseconds from one instant to another; exact unless they lie more than 290,000 years apart.
double distance(Instant from, Instant to)
{
    Count exact = 0;
    if (!__builtin_sub_overflow(microseconds(to), microseconds(from), &exact))
        return static_cast<double>(exact);
    return static_cast<double>(microseconds(to)) - static_cast<double>(microseconds(from));
}

Duration rounded(double count)
{
    // 2^62: far beyond every date that can be shown, and safe to add to one.
    constexpr double limit = 4611686018427387904.0;
    if (std::isnan(count))
        return Duration::zero();
    return Duration{std::llround(std::fmin(std::fmax(count, -limit), limit))};
}

Instant moved(Instant instant, Duration by)
{
    Count sum = 0;
    if (!__builtin_add_overflow(microseconds(instant), by.count(), &sum))
        return instantFromMicroseconds(sum);
    return by < Duration::zero() ? Instant::min() : Instant::max();
}

} // namespace

TimeScale::TimeScale(TimeRange visible, double left, double width) : m_visible(visible), m_left(left), m_width(width) {}

double TimeScale::x(Instant instant) const
{
    if (m_visible.isEmpty() || !(m_width > 0))
        return m_left;
    return m_left + distance(m_visible.start, instant) * m_width / distance(m_visible.start, m_visible.end);
}

Instant TimeScale::instant(double x) const
{
    return moved(m_visible.start, length(x - m_left));
}

Duration TimeScale::length(double pixels) const
{
    if (m_visible.isEmpty() || !(m_width > 0))
        return Duration::zero();
    return rounded(pixels * distance(m_visible.start, m_visible.end) / m_width);
}

TimeRange zoomed(TimeRange range, double factor, Instant anchor)
{
    if (!(factor > 0) || !std::isfinite(factor) || range.isEmpty())
        return range;
    const Instant start = moved(anchor, rounded(distance(anchor, range.start) / factor));
    const Duration length = rounded(distance(range.start, range.end) / factor);
    return {start, moved(start, std::max(length, Duration{1}))};
}

TimeRange panned(TimeRange range, Duration by)
{
    return {moved(range.start, by), moved(range.end, by)};
}

} // namespace downtimeline
