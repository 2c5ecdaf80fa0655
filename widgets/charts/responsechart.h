// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartcontent.h"

#include <optional>
#include <string>
#include <vector>

namespace downtimeline {

/// One measured series of a chart, in its own unit. Texts are UTF-8.
struct ResponseSeries
{
    std::string name;
    std::string unit;
    CurveSource curve;
};

/// The series of one measure: response times (p50, p95, p99), error rates, or anything else.
struct ResponseChartContent
{
    Measure measure = Measure::ResponseTime;
    std::vector<ResponseSeries> series;
    std::optional<double> objective; ///< in the unit of the first series
    std::vector<TimeRange> impacts;
    Instant start; ///< of the incident
    bool isIllustrative = false;
};

/// ChartContent::key of its chart: the measure, and of other series their unit.
std::string responseChartKey(const ResponseChartContent &response);

/// The series with the highest values first, in one unit: times are brought to the unit of the first series; a series
/// whose unit cannot be brought to it is left out, and the chart says how many. At most eight are drawn.
ChartContent responseChart(const ResponseChartContent &response);

} // namespace downtimeline
