// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"
#include "models/analysis/trafficrecovery.h"
#include "models/domain/series.h"
#include "widgets/charts/chartcontent.h"

#include <optional>
#include <span>
#include <vector>

namespace downtimeline {

/// A stored series as a chart takes it.
struct ChartedSeries
{
    Series series;
    CurveSource curve;
    std::optional<TrafficRecovery> recovery; ///< of a traffic series
    bool isIllustrative = false;
};

/// What the charts of one incident are made from. Nothing is owned.
struct ChartFacts
{
    const ResponseAnalysis &analysis;
    std::span<const StatedTraffic> stated;
    std::span<const ChartedSeries> series;
    Instant start; ///< of the incident
    /// The level that a chart's values are to stay below, by its key, in the unit of its first series; none: none.
    std::function<std::optional<double>(const std::string &chart)> objective = {};
    bool alwaysPhases = false; ///< also where response times were measured
    QString title = {};        ///< of the incident, for a chart that goes out alone
    bool isZoneStated = true;  ///< of all its events
};

/// The charts of one incident, from top to bottom: traffic recovery; response times, or where none were measured how
/// long people took, phase by phase (also where asked for); error rates; any other series, one chart a unit. The same
/// on screen and on paper. Empty charts are left out.
std::vector<ChartContent> incidentCharts(const ChartFacts &facts);

} // namespace downtimeline
