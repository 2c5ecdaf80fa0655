// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/incidentcharts.h"

#include "widgets/charts/phaseschart.h"
#include "widgets/charts/responsechart.h"
#include "widgets/charts/trafficchart.h"

#include <algorithm>
#include <map>
#include <string>

namespace downtimeline {
namespace {

ChartContent trafficOf(const ChartFacts &facts)
{
    TrafficChartContent content;
    content.stated.assign(facts.stated.begin(), facts.stated.end());
    content.impacts = facts.analysis.impacts;
    content.start = facts.start;
    const auto measured = std::ranges::find(
        facts.series, Measure::Traffic, [](const ChartedSeries &each) { return each.series.measure; });
    if (measured != facts.series.end()) {
        content.measured = measured->curve;
        content.name = measured->series.name;
        content.unit = measured->series.unit;
        content.recovery = measured->recovery;
        content.isIllustrative = measured->isIllustrative;
    }
    return trafficChart(content);
}

ChartContent responseOf(const ChartFacts &facts, Measure measure, const std::vector<const ChartedSeries *> &series)
{
    ResponseChartContent content;
    content.measure = measure;
    content.impacts = facts.analysis.impacts;
    content.start = facts.start;
    for (const ChartedSeries *each : series) {
        content.series.push_back({each->series.name, each->series.unit, each->curve});
        content.isIllustrative = content.isIllustrative || each->isIllustrative;
    }
    if (facts.objective)
        content.objective = facts.objective(responseChartKey(content));
    return responseChart(content);
}

std::vector<const ChartedSeries *> seriesOf(const ChartFacts &facts, Measure measure)
{
    std::vector<const ChartedSeries *> found;
    for (const ChartedSeries &each : facts.series) {
        if (each.series.measure == measure)
            found.push_back(&each);
    }
    return found;
}

} // namespace

std::vector<ChartContent> incidentCharts(const ChartFacts &facts)
{
    std::vector<ChartContent> charts;
    const auto add = [&charts, &facts](ChartContent chart) {
        if (chart.isEmpty())
            return;
        chart.incident = PlainText::foreign(QStringView(facts.title));
        chart.isZoneStated = facts.isZoneStated;
        charts.push_back(std::move(chart));
    };
    add(trafficOf(facts));
    const auto response = seriesOf(facts, Measure::ResponseTime);
    if (!response.empty())
        add(responseOf(facts, Measure::ResponseTime, response));
    if (response.empty() || facts.alwaysPhases)
        add(phasesChart(facts.analysis, facts.start, !response.empty()));
    if (const auto errors = seriesOf(facts, Measure::ErrorRate); !errors.empty())
        add(responseOf(facts, Measure::ErrorRate, errors));
    std::map<std::string, std::vector<const ChartedSeries *>> others;
    for (const ChartedSeries *each : seriesOf(facts, Measure::Other))
        others[each->series.unit].push_back(each);
    const auto traffic = seriesOf(facts, Measure::Traffic);
    for (std::size_t i = 1; i < traffic.size(); ++i) // the first has the chart at the top
        others[traffic[i]->series.unit].push_back(traffic[i]);
    for (const auto &[unit, series] : others)
        add(responseOf(facts, Measure::Other, series));
    return charts;
}

} // namespace downtimeline
