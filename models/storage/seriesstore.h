// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/samplegroup.h"
#include "models/domain/series.h"
#include "models/storage/library.h"
#include "models/storage/overviewcolumn.h"

#include <optional>
#include <span>
#include <vector>

namespace downtimeline {

/// All SQL about series, their samples and what documents claim of the traffic. Samples are stored in blobs of up to
/// 4096 (seriescodec.h), their extremes per 64 in a table beside. Instants carry the clock shift of their source.
class SeriesStore
{
public:
    explicit SeriesStore(Library &library) : m_library(library) {}

    /// By measure and name.
    Result<std::vector<Series>> list(IncidentId incident);
    /// From the first sample to one microsecond after the last; none for a series without samples.
    Result<std::optional<TimeRange>> extent(SeriesId series);
    Result<std::int64_t> sampleCount(SeriesId series);
    /// The samples within the range, by time.
    Result<std::vector<Sample>> samples(SeriesId series, TimeRange range);
    /// The range in equal columns. Exact where a column has few samples; where it has many, samples are counted in
    /// groups of 64, and a group that crosses the edge of a column shows in both: no extreme is lost.
    Result<std::vector<OverviewColumn>> overview(SeriesId series, TimeRange range, int columns);
    /// The whole series in groups of up to 64 samples, in order of time: its pyramid, without a sample read. Only where
    /// a group is far longer than its samples are usually apart is it read, and parted at its gaps: of up to 100 000
    /// groups.
    Result<std::vector<SampleGroup>> groups(SeriesId series);

    /// Stores it without samples; makes a uuid where it has none.
    Result<SeriesId> add(IncidentId incident, const Series &series);
    /// Adds samples in order of time and answers how many were new. An instant that the series has already keeps its
    /// value. "Not a number" is a gap and is left out.
    Result<std::int64_t> append(SeriesId series, std::span<const Sample> samples);
    /// Name, measure and unit.
    Status update(const Series &series);
    Status remove(SeriesId series);

    Result<std::vector<TrafficClaim>> trafficClaims(IncidentId incident);
    Status addTrafficClaim(IncidentId incident, const TrafficClaim &claim);

private:
    Library &m_library;
};

} // namespace downtimeline
