// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/source.h"
#include "tests/models/report/reportfixture.h"

#include <cmath>
#include <vector>

namespace downtimeline {

inline WholeSeries minuteSeries(std::string name, Measure measure, std::string unit, double usual, double during)
{
    using namespace std::chrono_literals;
    WholeSeries whole;
    whole.series = {.name = std::move(name), .measure = measure, .unit = std::move(unit), .source = SourceId(2)};
    const Instant outage = *foundingEvent(10, 0, EventKind::Outage, Progress::Begins, "").at;
    for (int second = -1500; second <= 2400; second += 15) {
        const double down = second < 0 || second > 1320 ? 0 : std::min({1.0, second / 60.0, (1320 - second) / 90.0});
        const double value = usual + (during - usual) * down;
        const double wave = std::sin(second / 37.0) * 0.02 * std::max(usual, during) * (value > 1 ? 1 : 0);
        whole.samples.push_back({.at = outage + std::chrono::seconds(second), .value = std::max(0.0, value + wave)});
    }
    return whole;
}

/// The founding incident with measured traffic and response times, made up for the picture.
inline WholeIncident measuredFounding()
{
    WholeIncident whole = editedFounding();
    whole.series.push_back(minuteSeries("traffic", Measure::Traffic, "percent", 100, 0));
    whole.series.push_back(minuteSeries("p99", Measure::ResponseTime, "ms", 420, 2700));
    whole.series.push_back(minuteSeries("p95", Measure::ResponseTime, "ms", 260, 1450));
    whole.series.push_back(minuteSeries("p50", Measure::ResponseTime, "ms", 90, 340));
    whole.actions.push_back({.text = "Page earlier, on performance", .owner = "Monitoring", .due = "2024-02-01"});
    Finding finding;
    finding.title = "Two times for the rollback";
    finding.message = "The table has it done at 10:20; the root cause says 8:30 pm.";
    finding.lines = {18, 24};
    whole.findings.push_back(finding);
    return whole;
}

inline std::vector<Source> measuredSources()
{
    return {
        Source{.id = SourceId(1), .name = "postmortem.txt", .format = "postmortem"},
        Source{.id = SourceId(2), .name = "metrics.csv", .format = "metrics", .illustrative = true}};
}

} // namespace downtimeline
