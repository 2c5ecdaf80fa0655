// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

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

/// A curve over a visible range: single points, never more than pixel columns and one neighbour beyond each end of the
/// range; columns where there are more than three samples a column, or where gaps cut the line into many pieces.
/// Between one and three samples a column the points are the least and the most of every two columns.
struct CurvePiece
{
    std::vector<CurvePoint> points;
    std::vector<Column> columns;
    bool isThinned = false; ///< not every sample is a point

    bool operator==(const CurvePiece &) const = default;
};

/// How long a curve lay above a level. About: where only groups of samples were looked at.
struct TimeAbove
{
    Duration length{0};
    bool isAbout = false;
};

} // namespace downtimeline
