// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/incidentcharts.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace downtimeline;
using sample::at;

namespace {

ChartedSeries series(Measure measure, const char *name, const char *unit, double value = 10)
{
    std::vector<Sample> samples;
    for (int second = -1200; second <= 2160; second += 60)
        samples.push_back({at(second), value});
    ChartedSeries charted;
    charted.series.name = name;
    charted.series.measure = measure;
    charted.series.unit = unit;
    charted.curve = curveOf(std::move(samples));
    return charted;
}

/// The charts of the founding incident with these series and, where wanted, what its document states.
struct Charts
{
    explicit Charts(std::vector<ChartedSeries> charted, std::vector<StatedTraffic> said = {})
        : series(std::move(charted)), stated(std::move(said))
    {}

    std::vector<ChartContent> made() const { return incidentCharts({analysis, stated, series, at(0)}); }

    QStringList titles() const
    {
        QStringList titles;
        for (const ChartContent &chart : made())
            titles << chart.title.text();
        return titles;
    }

    ResponseAnalysis analysis = sample::foundingAnalysis();
    std::vector<ChartedSeries> series;
    std::vector<StatedTraffic> stated;
};

QStringList namesOf(const ChartContent &chart)
{
    QStringList names;
    for (const ChartCurve &curve : chart.curves)
        names << curve.name.text();
    return names;
}

QStringList list(std::initializer_list<const char *> texts)
{
    QStringList result;
    for (const char *text : texts)
        result << QString::fromUtf8(text);
    return result;
}

} // namespace

TEST(IncidentCharts, StandInOneOrderHoweverTheSeriesCame)
{
    std::vector<ChartedSeries> all = {
        series(Measure::Other, "queue", "jobs"), series(Measure::ErrorRate, "errors", "percent"),
        series(Measure::ResponseTime, "p95", "ms"), series(Measure::Traffic, "requests", "req/s")};
    const QStringList expected = list({"Traffic", "Response time", "Error rate", "Other series"});
    EXPECT_EQ(Charts(all).titles(), expected);
    std::ranges::reverse(all);
    EXPECT_EQ(Charts(all).titles(), expected);
}

TEST(IncidentCharts, WithoutResponseTimesThePhasesSayHowLongPeopleTook)
{
    const Charts charts({series(Measure::Traffic, "requests", "req/s"), series(Measure::ErrorRate, "errors", "%")});
    const std::vector<ChartContent> made = charts.made();
    ASSERT_EQ(made.size(), 3u);
    EXPECT_TRUE(made[1].curves.empty());
    ASSERT_EQ(made[1].rows.size(), 5u);
    EXPECT_EQ(made[1].rows[1].label.text(), QStringLiteral("Acknowledge · 10 min"));
    EXPECT_EQ(made[2].title.text(), QStringLiteral("Error rate"));
}

TEST(IncidentCharts, MeasuredResponseTimesTakeThePlaceOfThePhases)
{
    const Charts charts(
        {series(Measure::ResponseTime, "p50", "ms", 100), series(Measure::ResponseTime, "p99", "ms", 900)});
    const std::vector<ChartContent> made = charts.made();
    ASSERT_EQ(made.size(), 1u);
    EXPECT_TRUE(made[0].rows.empty());
    EXPECT_EQ(namesOf(made[0]), list({"p99", "p50"}));
}

TEST(IncidentCharts, ErrorRatesShareOneChart)
{
    const Charts charts(
        {series(Measure::ErrorRate, "web", "percent", 2), series(Measure::ResponseTime, "p95", "ms"),
         series(Measure::ErrorRate, "api", "percent", 40)});
    const std::vector<ChartContent> made = charts.made();
    ASSERT_EQ(made.size(), 2u);
    EXPECT_EQ(made[1].title.text(), QStringLiteral("Error rate"));
    EXPECT_EQ(namesOf(made[1]), list({"api", "web"}));
}

TEST(IncidentCharts, ASecondTrafficSeriesIsNotLost)
{
    const Charts charts(
        {series(Measure::Traffic, "web", "req/s"), series(Measure::Traffic, "api", "req/s"),
         series(Measure::ResponseTime, "p95", "ms")});
    const std::vector<ChartContent> made = charts.made();
    ASSERT_EQ(made.size(), 3u);
    EXPECT_EQ(namesOf(made[0]), list({"web"}));
    EXPECT_EQ(namesOf(made[2]), list({"api"}));
}

TEST(IncidentCharts, OtherSeriesGetOneChartAUnit)
{
    const Charts charts(
        {series(Measure::Other, "queue", "jobs", 3), series(Measure::Other, "memory", "MB"),
         series(Measure::Other, "retries", "jobs", 7), series(Measure::ResponseTime, "p95", "ms")});
    const std::vector<ChartContent> made = charts.made();
    ASSERT_EQ(made.size(), 3u);
    EXPECT_EQ(namesOf(made[1]), list({"memory"}));
    EXPECT_EQ(namesOf(made[2]), list({"retries", "queue"}));
}

TEST(IncidentCharts, StatedTrafficStandsWithoutALine)
{
    const Charts charts({}, sample::statedTraffic().stated);
    const std::vector<ChartContent> made = charts.made();
    ASSERT_EQ(made.size(), 2u);
    EXPECT_TRUE(made[0].curves.empty());
    ASSERT_EQ(made[0].marks.size(), 2u);
    EXPECT_TRUE(made[0].marks[0].isStated);
    EXPECT_EQ(made[1].rows.size(), 5u);
}

TEST(IncidentCharts, EmptyChartsAreLeftOut)
{
    Charts charts({});
    EXPECT_EQ(charts.made().size(), 1u) << "the phases alone";
    charts.analysis = {};
    EXPECT_TRUE(charts.made().empty());
    charts.series = {series(Measure::ErrorRate, "errors", "percent")};
    EXPECT_EQ(charts.titles(), list({"Error rate"}));
}

TEST(IncidentCharts, EveryChartKnowsImpactStartAndWhatIsIllustrative)
{
    Charts charts(
        {series(Measure::Traffic, "requests", "req/s"), series(Measure::ResponseTime, "p95", "ms"),
         series(Measure::ErrorRate, "errors", "percent")});
    charts.series[1].isIllustrative = true;
    charts.series[0].recovery = sample::measuredTraffic().recovery;
    const std::vector<ChartContent> made = charts.made();
    ASSERT_EQ(made.size(), 3u);
    for (const ChartContent &chart : made) {
        EXPECT_EQ(chart.origin, at(0));
        EXPECT_EQ(chart.impacts, std::vector{sample::outage()});
        EXPECT_EQ(chart.isIllustrative, &chart == &made[1]);
    }
    EXPECT_EQ(made[0].title.text(), QStringLiteral("Traffic, % of baseline")) << "the recovery is handed on";
}
