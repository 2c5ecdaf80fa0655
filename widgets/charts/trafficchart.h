// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/trafficrecovery.h"
#include "widgets/charts/chartcontent.h"

#include <optional>
#include <string>
#include <vector>

namespace downtimeline {

/// What is known of the traffic of one incident.
struct TrafficChartContent
{
    std::optional<CurveSource> measured; ///< in the series' unit; none: nothing was measured
    std::string name;                    ///< of the measured series; UTF-8
    std::string unit;
    std::optional<TrafficRecovery> recovery; ///< of the measured series; none: there is no baseline
    std::vector<StatedTraffic> stated;
    std::vector<TimeRange> impacts;
    Instant start; ///< of the incident
    bool isIllustrative = false;
};

/// Measured traffic as percent of the baseline, with the times it was back; or in its own unit where there is no
/// baseline. What is only stated is shown as single marks beside it and never joined. Empty where nothing is known.
ChartContent trafficChart(const TrafficChartContent &traffic);

} // namespace downtimeline
