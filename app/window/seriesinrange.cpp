// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/seriesinrange.h"

#include "models/analysis/baseline.h"
#include "models/storage/seriesstore.h"

#include <algorithm>

namespace downtimeline {
namespace {

/// Reading more than so many samples of a series takes too long for a glance.
constexpr std::int64_t mostSamples = 2'000'000;
constexpr Duration moment{1};

std::optional<UsualTraffic> usualOf(std::span<const Sample> samples, Instant impactStart)
{
    const std::optional<Baseline> baseline = baselineBefore(samples, impactStart);
    if (!baseline || !(baseline->value > 0))
        return std::nullopt;
    return UsualTraffic{baseline->value, usualStep(samples)};
}

/// Of a series too long to be read as a whole the hour before the impact says it.
Result<std::optional<UsualTraffic>> usualTraffic(SeriesStore &store, SeriesId id, Instant impactStart)
{
    const Result<std::optional<TimeRange>> extent = store.extent(id);
    const Result<std::int64_t> count = store.sampleCount(id);
    if (!extent || !count)
        return std::unexpected(extent ? count.error() : extent.error());
    if (!*extent)
        return std::nullopt;
    const TimeRange hour{impactStart - std::chrono::hours(1), impactStart};
    const Result<std::vector<Sample>> samples = store.samples(id, *count <= mostSamples ? **extent : hour);
    if (!samples)
        return std::unexpected(samples.error());
    return usualOf(*samples, impactStart);
}

Result<TrafficLoss> lossOf(SeriesStore &store, const Series &series, const UsualTraffic &usual, TimeRange range)
{
    const Duration speaks = usual.step * 3;
    const Result<std::optional<TimeRange>> extent = store.extent(series.id);
    Result<std::vector<Sample>> samples = store.samples(series.id, {range.start - speaks, range.end + speaks + moment});
    if (!samples || !extent)
        return std::unexpected(samples ? extent.error() : samples.error());
    // The last sample speaks where another comes after it, however late.
    if (!samples->empty() && *extent && samples->back().at + moment < (*extent)->end)
        samples->push_back({std::max(range.end, samples->back().at + speaks) + moment, samples->back().value});
    return trafficLoss(*samples, series.unit, usual, range);
}

Status read(SeriesStore &store, const SeriesQuestion &question, const Series &series, SeriesAnswer &answer)
{
    SeriesInRange told{.name = series.name, .unit = series.unit, .isRead = true};
    const auto overview = store.overview(series.id, {question.range.start, question.range.end + moment}, 1);
    if (!overview)
        return std::unexpected(overview.error());
    const OverviewColumn &all = overview->front();
    if (all.count > 0)
        told.extremes = SeriesExtremes{all.minimum, all.maximum};
    if (series.measure == Measure::Traffic && question.impact) {
        if (!answer.known.contains(series.id)) {
            const auto usual = usualTraffic(store, series.id, question.impact->start);
            if (!usual)
                return std::unexpected(usual.error());
            answer.known.emplace(series.id, *usual);
        }
        told.usual = answer.known[series.id];
        if (told.usual && all.count <= mostSamples) {
            const Result<TrafficLoss> loss = lossOf(store, series, *told.usual, question.range);
            if (!loss)
                return std::unexpected(loss.error());
            told.loss = *loss;
        }
    }
    answer.series.push_back(std::move(told));
    return {};
}

} // namespace

Result<SeriesAnswer> seriesInRange(const QString &library, const SeriesQuestion &question, std::stop_token stop)
{
    Result<std::unique_ptr<Library>> opened = Library::open(library, Library::Open::ReadOnly);
    if (!opened)
        return std::unexpected(opened.error());
    (*opened)->setStopToken(stop);
    SeriesStore store(**opened);
    SeriesAnswer answer{.series = {}, .known = question.known};
    for (const Series &series : question.series)
        if (const Status done = read(store, question, series, answer); !done)
            return std::unexpected(done.error());
    return answer;
}

} // namespace downtimeline
