// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/chartedseries.h"

#include "models/storage/seriesstore.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace downtimeline {
namespace {

constexpr std::int64_t mostInMemory = 2'000'000;
constexpr int extremesColumns = 64;

/// A series that is too long for memory, drawn from the library's pyramid.
CurveSource libraryCurve(Library &library, SeriesId id, TimeRange extent)
{
    CurveSource curve;
    curve.piece = [&library, id](TimeRange visible, int columns) {
        CurvePiece piece;
        const auto overview = SeriesStore(library).overview(id, visible, columns);
        if (!overview)
            return piece;
        for (std::size_t i = 0; i < overview->size(); ++i) {
            const OverviewColumn &each = (*overview)[i];
            if (each.count == 0)
                continue;
            const bool joined = i > 0 && (*overview)[i - 1].count > 0;
            piece.columns.push_back({static_cast<int>(i), each.first, each.minimum, each.maximum, each.last, joined});
        }
        return piece;
    };
    curve.valueAt = [&library, id](Instant at) -> std::optional<double> {
        const auto near = SeriesStore(library).samples(id, {at - std::chrono::minutes(1), at + Duration(1)});
        return near && !near->empty() ? std::optional(near->back().value) : std::nullopt;
    };
    curve.lowest = std::numeric_limits<double>::infinity();
    curve.highest = -std::numeric_limits<double>::infinity();
    for (const OverviewColumn &each :
         SeriesStore(library).overview(id, extent, extremesColumns).value_or(std::vector<OverviewColumn>{})) {
        if (each.count == 0)
            continue;
        curve.lowest = std::min(curve.lowest, each.minimum);
        curve.highest = std::max(curve.highest, each.maximum);
    }
    return curve;
}

bool isIllustrative(std::span<const Source> sources, SourceId id)
{
    const auto found = std::ranges::find(sources, id, &Source::id);
    return found != sources.end() && found->illustrative;
}

} // namespace

Result<std::vector<ChartedSeries>> chartedSeries(
    Library &library, std::span<const Series> series, std::span<const Source> sources, std::optional<TimeRange> impact)
{
    SeriesStore store(library);
    std::vector<ChartedSeries> charted;
    for (const Series &each : series) {
        const Result<std::int64_t> count = store.sampleCount(each.id);
        const Result<std::optional<TimeRange>> extent = store.extent(each.id);
        if (!count || !extent)
            return std::unexpected(count ? extent.error() : count.error());
        if (!*extent)
            continue;
        ChartedSeries added{
            .series = each, .curve = {}, .recovery = {}, .isIllustrative = isIllustrative(sources, each.source)};
        if (*count <= mostInMemory) {
            Result<std::vector<Sample>> samples = store.samples(each.id, **extent);
            if (!samples)
                return std::unexpected(samples.error());
            if (each.measure == Measure::Traffic && impact)
                added.recovery = analyseTraffic(*samples, each.unit, *impact);
            added.curve = curveOf(std::move(*samples));
        } else {
            added.curve = libraryCurve(library, each.id, **extent);
        }
        charted.push_back(std::move(added));
    }
    return charted;
}

} // namespace downtimeline
