// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

namespace downtimeline {

/// Time to pixels and back; immutable, made new for every layout. Every plot that shares one agrees to the pixel.
class TimeScale
{
public:
    /// left and width in logical pixels. An empty range or a width of 0 maps everything to the left edge.
    TimeScale(TimeRange visible, double left, double width);

    /// Not clamped: an instant before the visible range lies left of left().
    double x(Instant instant) const;
    /// Rounded to the microsecond.
    Instant instant(double x) const;
    /// The length that so many pixels show.
    Duration length(double pixels) const;

    TimeRange visible() const { return m_visible; }
    double left() const { return m_left; }
    double width() const { return m_width; }
    double right() const { return m_left + m_width; }

private:
    TimeRange m_visible;
    double m_left;
    double m_width;
};

/// range resized around an anchor that keeps its place: factor 2 shows half as much, at the least a microsecond. A
/// factor that is not above 0 changes nothing, and neither does an empty range.
TimeRange zoomed(TimeRange range, double factor, Instant anchor);
/// range moved to later times; a negative length moves it to earlier ones.
TimeRange panned(TimeRange range, Duration by);

} // namespace downtimeline
