// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/series.h"

#include <functional>
#include <optional>
#include <vector>

namespace downtimeline {

/// One point of a curve; joined says whether the line comes from the point before it.
struct CurvePoint
{
    Instant at;
    double value = 0;
    bool joined = false;

    bool operator==(const CurvePoint &) const = default;
};

/// What the samples of one pixel column span. A column without samples is left out.
struct Column
{
    int index = 0; ///< from 0, at the left edge of the visible range
    double first = 0;
    double min = 0;
    double max = 0;
    double last = 0;
    bool joined = false; ///< no gap lies between this column and the one before it

    bool operator==(const Column &) const = default;
};

/// A curve over a visible range: single points up to three a pixel column and 6000 in all, columns where there are more
/// or where gaps cut the line into many pieces.
struct CurvePiece
{
    std::vector<CurvePoint> points; ///< with one neighbour beyond each end of the range
    std::vector<Column> columns;

    bool operator==(const CurvePiece &) const = default;
};

/// Where a chart asks for a curve, a range at a time: samples in memory, or the min/max pyramid of a library file.
struct CurveSource
{
    /// The curve over a range, for a plot of so many device pixels.
    std::function<CurvePiece(TimeRange visible, int columns)> piece;
    /// What holds at an instant: the last sample at or before it; none in a gap or outside the samples.
    std::function<std::optional<double>(Instant at)> valueAt;
    double lowest = 0; ///< of all samples
    double highest = 0;
};

/// A source over samples in order of time; values that are not finite count as gaps. The line is broken where two
/// neighbours lie further apart than three times the usual distance, which is the median.
CurveSource curveOf(std::vector<Sample> samples);

/// The same curve in another unit: every value times factor, which is positive.
CurveSource scaledCurve(CurveSource source, double factor);

} // namespace downtimeline
