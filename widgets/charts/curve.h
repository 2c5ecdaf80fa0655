// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/series.h"
#include "widgets/charts/curvepiece.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace downtimeline {

class SampleCurve;

/// Where a chart asks for a curve, a range at a time. piece() answers at once from memory. Where it can be better than
/// that, needsReading() says so: then read() is called on a worker, and what it returns on the GUI thread, after which
/// piece() knows more.
struct CurveSource
{
    using Apply = std::function<void()>;

    /// The curve over a range, for a plot of so many device pixels.
    std::function<CurvePiece(TimeRange visible, int columns)> piece;
    /// What holds at an instant: the last sample at or before it; none in a gap or outside the samples.
    std::function<std::optional<double>(Instant at)> valueAt;
    /// The same from memory alone, for the placing of labels; none: valueAt() is.
    std::function<std::optional<double>(Instant at)> roughValueAt;
    std::function<TimeAbove(double level)> timeAbove;
    std::function<bool(TimeRange visible, int columns)> needsReading; ///< none: never
    std::function<Apply(TimeRange visible, int columns)> read;        ///< blocks; touches nothing that is shown
    double lowest = 0;                                                ///< of all samples
    double highest = 0;
    double lowestPositive = 0; ///< of the samples above zero; infinite without any
    TimeRange extent{};        ///< from the first sample to the last

    std::optional<double> placingValueAt(Instant at) const { return roughValueAt ? roughValueAt(at) : valueAt(at); }
};

/// A source over samples in order of time; values that are not finite count as gaps. The line is broken where two
/// neighbours lie further apart than three times the usual distance, which is the median.
CurveSource curveOf(std::vector<Sample> samples);
CurveSource sharedCurve(const std::shared_ptr<const SampleCurve> &curve);

/// The same curve in another unit: every value times factor, which is positive.
CurveSource scaledCurve(CurveSource source, double factor);

} // namespace downtimeline
