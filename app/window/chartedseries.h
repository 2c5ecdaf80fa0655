// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/measuredimpact.h"
#include "models/domain/result.h"
#include "models/domain/source.h"
#include "widgets/charts/incidentcharts.h"
#include "widgets/charts/samplecurve.h"

#include <QString>

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace downtimeline {

/// One series as it was read for the charts.
struct LoadedSeries
{
    CurveSource curve;
    MeasuredSeries measured;                    ///< what its samples tell of the trouble, and the series itself
    std::shared_ptr<const SampleCurve> samples; ///< all; of a long series those within a day of the impact, else null
};

/// All series of an incident that have samples, ready to be drawn.
struct SeriesReading
{
    std::vector<Series> listed; ///< of which it was read
    std::vector<LoadedSeries> series;

    /// From the first sample to the last; none without samples.
    std::optional<TimeRange> extent() const;
    std::vector<MeasuredSeries> measured() const;
};

/// For a worker; through a connection of its own. Up to half a million samples are held in memory; of a longer series
/// its pyramid, and its samples are read as they are looked at. impact: near it the samples are judged. Stopped:
/// Error::Code::Cancelled.
Result<SeriesReading> readSeries(
    const QString &library, std::span<const Series> series, std::optional<TimeRange> impact, std::stop_token stop);

/// As the charts take them. impact: the first, for the traffic's baseline.
std::vector<ChartedSeries>
chartedSeries(const SeriesReading &reading, std::span<const Source> sources, std::optional<TimeRange> impact);

} // namespace downtimeline
