// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curve.h"

#include "widgets/charts/samplecurve.h"

#include <algorithm>
#include <limits>
#include <memory>

namespace downtimeline {

namespace {

void scale(CurvePiece &piece, double factor)
{
    for (CurvePoint &point : piece.points)
        point.value *= factor;
    for (Column &column : piece.columns) {
        column.first *= factor;
        column.min *= factor;
        column.max *= factor;
        column.last *= factor;
    }
}

} // namespace

CurveSource curveOf(std::vector<Sample> samples)
{
    return sharedCurve(std::make_shared<const SampleCurve>(std::move(samples)));
}

CurveSource sharedCurve(const std::shared_ptr<const SampleCurve> &curve)
{
    CurveSource source;
    source.piece = [curve](TimeRange visible, int columns) { return curve->piece(visible, columns); };
    source.valueAt = [curve](Instant at) { return curve->valueAt(at); };
    source.timeAbove = [curve](double level) { return TimeAbove{curve->timeAbove(level), false}; };
    double positive = std::numeric_limits<double>::infinity();
    for (const Sample &sample : curve->samples())
        positive = sample.value > 0 ? std::min(positive, sample.value) : positive;
    source.lowestPositive = positive;
    if (!curve->samples().empty()) {
        const auto [lowest, highest] = std::ranges::minmax(curve->samples(), {}, &Sample::value);
        source.lowest = lowest.value;
        source.highest = highest.value;
        source.extent = {curve->samples().front().at, curve->samples().back().at};
    }
    return source;
}

CurveSource scaledCurve(CurveSource source, double factor)
{
    CurveSource result = source;
    result.lowest *= factor;
    result.highest *= factor;
    result.lowestPositive *= factor;
    result.piece = [piece = std::move(source.piece), factor](TimeRange visible, int columns) {
        CurvePiece scaled = piece(visible, columns);
        scale(scaled, factor);
        return scaled;
    };
    const auto scaledValue = [factor](auto valueAt) -> std::function<std::optional<double>(Instant)> {
        if (!valueAt)
            return nullptr;
        return [valueAt = std::move(valueAt), factor](Instant at) {
            const std::optional<double> value = valueAt(at);
            return value ? std::optional(*value * factor) : std::nullopt;
        };
    };
    result.valueAt = scaledValue(std::move(source.valueAt));
    result.roughValueAt = scaledValue(std::move(source.roughValueAt));
    if (source.timeAbove)
        result.timeAbove = [timeAbove = std::move(source.timeAbove), factor](double level) {
            return timeAbove(level / factor);
        };
    return result;
}

} // namespace downtimeline
