// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/chartedseries.h"

#include "models/storage/seriesstore.h"
#include "widgets/charts/longcurve.h"

#include <algorithm>
#include <mutex>

namespace downtimeline {
namespace {

constexpr std::int64_t mostInMemory = 500'000;
constexpr Duration judgedBefore = std::chrono::hours(25); ///< a day of what is usual, and an hour of baseline
constexpr Duration judgedAfter = std::chrono::hours(24);
constexpr double mostJudged = 4e6;

/// Reads samples through a connection of its own, for whoever asks.
class SampleReader
{
public:
    explicit SampleReader(QString path) : m_path(std::move(path)) {}

    std::vector<Sample> samples(SeriesId series, TimeRange range)
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_library) {
            Result<std::unique_ptr<Library>> opened = Library::open(m_path, Library::Open::ReadOnly);
            if (!opened)
                return {};
            m_library = std::move(*opened);
        }
        return SeriesStore(*m_library).samples(series, range).value_or(std::vector<Sample>{});
    }

private:
    QString m_path;
    std::mutex m_mutex;
    std::unique_ptr<Library> m_library;
};

/// The part of a long series in which the impact is looked for; empty where that would be too much to read.
TimeRange judgedRange(TimeRange extent, std::int64_t count, TimeRange impact)
{
    const TimeRange range{
        std::max(extent.start, impact.start - judgedBefore), std::min(extent.end, impact.end + judgedAfter)};
    if (range.isEmpty())
        return {};
    const double share = static_cast<double>(range.length().count()) /
                         static_cast<double>(std::max(extent.length(), Duration(1)).count());
    return share * static_cast<double>(count) <= mostJudged ? range : TimeRange{};
}

class SeriesReader
{
public:
    SeriesReader(const QString &path, Library &library, std::optional<TimeRange> impact)
        : m_store(library), m_later(std::make_shared<SampleReader>(path)), m_impact(impact)
    {}

    /// None for a series without samples.
    Result<std::optional<LoadedSeries>> read(const Series &series)
    {
        const Result<std::int64_t> count = m_store.sampleCount(series.id);
        const Result<std::optional<TimeRange>> extent = m_store.extent(series.id);
        if (!count || !extent)
            return std::unexpected(count ? extent.error() : count.error());
        if (!*extent)
            return std::nullopt;
        if (*count > mostInMemory)
            return readLong(series, **extent, *count);
        Result<std::vector<Sample>> samples = m_store.samples(series.id, **extent);
        if (!samples)
            return std::unexpected(std::move(samples).error());
        const auto curve = std::make_shared<const SampleCurve>(std::move(*samples));
        return LoadedSeries{sharedCurve(curve), measuredSeries(series, curve->samples()), curve};
    }

private:
    Result<std::optional<LoadedSeries>> readLong(const Series &series, TimeRange extent, std::int64_t count)
    {
        Result<std::vector<SampleGroup>> groups = m_store.groups(series.id);
        if (!groups)
            return std::unexpected(std::move(groups).error());
        LoadedSeries read{
            .curve = longCurve(
                {.groups = std::move(*groups),
                 .samples = [later = m_later, id = series.id](TimeRange range) { return later->samples(id, range); }}),
            .measured = measuredSeries(series, {}),
            .samples = {}};
        const TimeRange judged = m_impact ? judgedRange(extent, count, *m_impact) : TimeRange{};
        if (!judged.isEmpty()) {
            Result<std::vector<Sample>> samples = m_store.samples(series.id, judged);
            if (!samples)
                return std::unexpected(std::move(samples).error());
            read.samples = std::make_shared<const SampleCurve>(std::move(*samples));
            read.measured = measuredSeries(series, read.samples->samples());
        }
        return read;
    }

    SeriesStore m_store;
    std::shared_ptr<SampleReader> m_later;
    std::optional<TimeRange> m_impact;
};

bool isIllustrative(std::span<const Source> sources, SourceId id)
{
    const auto found = std::ranges::find(sources, id, &Source::id);
    return found != sources.end() && found->illustrative;
}

} // namespace

std::optional<TimeRange> SeriesReading::extent() const
{
    std::optional<TimeRange> all;
    for (const LoadedSeries &each : series) {
        const TimeRange own{each.curve.extent.start, each.curve.extent.end + Duration(1)};
        all = all ? TimeRange{std::min(all->start, own.start), std::max(all->end, own.end)} : own;
    }
    return all;
}

std::vector<MeasuredSeries> SeriesReading::measured() const
{
    std::vector<MeasuredSeries> all;
    for (const LoadedSeries &each : series)
        all.push_back(each.measured);
    return all;
}

Result<SeriesReading> readSeries(
    const QString &library, std::span<const Series> series, std::optional<TimeRange> impact, std::stop_token stop)
{
    SeriesReading reading{.listed = {series.begin(), series.end()}, .series = {}};
    if (series.empty())
        return reading;
    Result<std::unique_ptr<Library>> opened = Library::open(library, Library::Open::ReadOnly);
    if (!opened)
        return std::unexpected(std::move(opened).error());
    (*opened)->setStopToken(stop);
    SeriesReader reader(library, **opened, impact);
    for (const Series &each : series) {
        if (stop.stop_requested())
            return failure(Error::Code::Cancelled, QString());
        Result<std::optional<LoadedSeries>> read = reader.read(each);
        if (!read)
            return std::unexpected(std::move(read).error());
        if (*read)
            reading.series.push_back(std::move(**read));
    }
    return reading;
}

std::vector<ChartedSeries>
chartedSeries(const SeriesReading &reading, std::span<const Source> sources, std::optional<TimeRange> impact)
{
    std::vector<ChartedSeries> charted;
    for (const LoadedSeries &each : reading.series) {
        const Series &series = each.measured.series;
        ChartedSeries added{
            .series = series,
            .curve = each.curve,
            .recovery = {},
            .isIllustrative = isIllustrative(sources, series.source)};
        if (series.measure == Measure::Traffic && impact && each.samples)
            added.recovery = analyseTraffic(each.samples->samples(), series.unit, *impact);
        charted.push_back(std::move(added));
    }
    return charted;
}

} // namespace downtimeline
