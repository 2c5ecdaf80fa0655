// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/chartheader.h"
#include "widgets/charts/phaseschart.h"

#include <gtest/gtest.h>

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

using namespace downtimeline;
using sample::at;

TEST(TrafficChart, MeasuredTrafficIsPercentOfTheBaseline)
{
    const ChartContent chart = trafficChart(sample::measuredTraffic());
    EXPECT_EQ(chart.title.text(), QStringLiteral("Traffic, % of baseline"));
    ASSERT_EQ(chart.curves.size(), 1u);
    EXPECT_TRUE(chart.curves[0].isFilled);
    EXPECT_NEAR(*chart.curves[0].source.valueAt(at(-600)), 100, 5);
    EXPECT_EQ(chart.axis.ticks, (std::vector<double>{0, 50, 100}));
    EXPECT_EQ(chart.reference->value, 100);
    ASSERT_EQ(chart.marks.size(), 3u);
    EXPECT_EQ(chart.marks[1].strong.text(), QStringLiteral("95%"));
    EXPECT_EQ(chart.marks[1].at, at(1310));
    EXPECT_FALSE(chart.marks[1].isStated);
}

TEST(TrafficChart, TheSentenceSaysHowLongAndHowMuch)
{
    TrafficChartContent traffic = sample::measuredTraffic();
    EXPECT_EQ(trafficChart(traffic).note->text.text(), QStringLiteral("22 min below 99% · 93% of requests lost"));
    EXPECT_EQ(trafficChart(traffic).note->ink, ChartInk::Danger);
    EXPECT_TRUE(trafficChart(traffic).note->definition.text().contains(QStringLiteral("median of the samples before")));
    traffic.recovery->lostFraction = 0.9996;
    EXPECT_TRUE(trafficChart(traffic).note->text.text().contains(QStringLiteral("99.9% of requests lost")));
    traffic.recovery->lostFraction = 1;
    EXPECT_TRUE(trafficChart(traffic).note->text.text().contains(QStringLiteral("100% of requests lost")));
    traffic.recovery->lostFraction = 0.002;
    EXPECT_TRUE(trafficChart(traffic).note->text.text().contains(QStringLiteral("under 1% of requests lost")));
    traffic.recovery->below99 = Duration::zero();
    EXPECT_EQ(trafficChart(traffic).note->text.text(), QStringLiteral("never below 99%"));
    EXPECT_EQ(trafficChart(traffic).note->ink, ChartInk::Good);
}

TEST(TrafficChart, WithoutABaselineTrafficKeepsItsOwnUnit)
{
    TrafficChartContent traffic = sample::measuredTraffic();
    traffic.recovery.reset();
    const ChartContent chart = trafficChart(traffic);
    EXPECT_EQ(chart.title.text(), QStringLiteral("Traffic"));
    EXPECT_EQ(chart.axis.unit, QStringLiteral(" req/s"));
    EXPECT_TRUE(chart.marks.empty());
    EXPECT_FALSE(chart.note);
    EXPECT_TRUE(chart.description(sample::zone()).contains(QStringLiteral("There is no baseline")));
}

TEST(TrafficChart, TheFoundingDocumentGivesTwoMarksAndNoLine)
{
    const ChartContent chart = trafficChart(sample::statedTraffic());
    EXPECT_TRUE(chart.curves.empty());
    EXPECT_FALSE(chart.note);
    ASSERT_EQ(chart.marks.size(), 2u);
    EXPECT_EQ(
        chart.marks[0].strong.text() + QLatin1Char(' ') + chart.marks[0].text.text(),
        QStringLiteral("0% from “100% impact”, line 11"));
    EXPECT_EQ(chart.marks[0].value, 0);
    EXPECT_EQ(
        chart.marks[1].strong.text() + QLatin1Char(' ') + chart.marks[1].text.text(),
        QStringLiteral("100% stated, line 20"));
    EXPECT_TRUE(chart.marks[0].isStated && chart.marks[1].isStated);
    EXPECT_TRUE(chart.remark.text().contains(QStringLiteral("not measured")));
}

TEST(TrafficChart, StatedAndMeasuredAreBothShown)
{
    TrafficChartContent traffic = sample::measuredTraffic();
    traffic.stated = sample::statedTraffic().stated;
    const ChartContent chart = trafficChart(traffic);
    EXPECT_EQ(chart.curves.size(), 1u);
    EXPECT_EQ(std::ranges::count(chart.marks, true, &ChartMark::isStated), 2);
    EXPECT_EQ(chart.marks.size(), 5u);
}

TEST(TrafficChart, NothingKnownIsAnEmptyChart)
{
    EXPECT_TRUE(trafficChart({}).isEmpty());
    EXPECT_FALSE(trafficChart(sample::statedTraffic()).isEmpty());
}

TEST(TrafficChart, TrafficFarAboveTheBaselineStaysInThePlot)
{
    TrafficChartContent traffic = sample::measuredTraffic();
    for (const double peak : {3000.0, 50000.0, 1e9}) {
        traffic.measured = curveOf({{at(0), 1000}, {at(10), peak}, {at(20), 1000}});
        const ChartContent chart = trafficChart(traffic);
        EXPECT_GE(chart.axis.highest, peak / traffic.recovery->baseline * 100);
        EXPECT_LE(chart.axis.ticks.size(), 8u);
    }
}

TEST(TrafficChart, TheDescriptionTellsItsNumbersInTheShownZone)
{
    const QString text = trafficChart(sample::measuredTraffic()).description(sample::zone());
    for (const QString &part :
         {QStringLiteral("back at 50% 10:21:06 GMT+1"), QStringLiteral("22 min below 99%"),
          QStringLiteral("1004.0 req/s")})
        EXPECT_TRUE(text.contains(part)) << text.toStdString();
    const QString stated = trafficChart(sample::statedTraffic()).description(sample::zone());
    EXPECT_TRUE(stated.contains(QStringLiteral("100% at 10:22:00 GMT+1, stated, line 20."))) << stated.toStdString();
}

TEST(ResponseChart, TheHighestSeriesComesFirst)
{
    const ChartContent chart = responseChart(sample::responseTimes());
    ASSERT_EQ(chart.curves.size(), 3u);
    EXPECT_EQ(chart.curves[0].name.text(), QStringLiteral("p99"));
    EXPECT_EQ(chart.curves[2].name.text(), QStringLiteral("p50"));
    EXPECT_NE(chart.curves[0].ink, chart.curves[1].ink);
    EXPECT_EQ(chart.reference->label.text(), QStringLiteral("objective 500 ms"));
    EXPECT_EQ(chart.axis.unit, QStringLiteral(" ms"));
    EXPECT_TRUE(chart.description(sample::zone()).contains(QStringLiteral("p95: ")));
}

TEST(ResponseChart, SecondsAreBroughtToMilliseconds)
{
    ResponseChartContent response = sample::responseTimes();
    response.series.push_back({"slow", "s", curveOf({{at(0), 4}, {at(10), 4}, {at(20), 4}})});
    const ChartContent chart = responseChart(response);
    ASSERT_EQ(chart.curves.size(), 4u);
    EXPECT_EQ(chart.curves[0].name.text(), QStringLiteral("slow"));
    EXPECT_NEAR(chart.curves[0].source.highest, 4000, 1e-6);
}

TEST(ResponseChart, SeriesThatDoNotCompareAreLeftOutAndCounted)
{
    ResponseChartContent response = sample::responseTimes();
    response.series.push_back({"queue", "jobs", curveOf({{at(0), 4}})});
    const ChartContent chart = responseChart(response);
    EXPECT_EQ(chart.curves.size(), 3u);
    EXPECT_TRUE(chart.remark.text().endsWith(QStringLiteral("1 more not drawn")));
    for (int i = 0; i < 20; ++i)
        response.series.push_back({"p" + std::to_string(i), "ms", curveOf({{at(0), 4}})});
    EXPECT_EQ(responseChart(response).curves.size(), 8u);
}

TEST(ResponseChart, AnErrorRateIsNamedAsOne)
{
    ResponseChartContent response;
    EXPECT_TRUE(responseChart(response).isEmpty());
    response.measure = Measure::ErrorRate;
    response.series = {{"5xx", "percent", curveOf({{at(0), 0.5}, {at(10), 98}, {at(20), 1}})}};
    const ChartContent chart = responseChart(response);
    EXPECT_EQ(chart.title.text(), QStringLiteral("Error rate"));
    EXPECT_EQ(chart.axis.unit, QStringLiteral("%"));
    EXPECT_EQ(chart.axis.lowest, 0);
}

TEST(PhasesChart, EveryPhaseHasARowThoseOfNoLengthToo)
{
    const ChartContent chart = phasesChart(sample::foundingAnalysis(), at(0));
    ASSERT_EQ(chart.rows.size(), 5u);
    EXPECT_EQ(chart.rows[0].label.text(), QStringLiteral("Detect · 0 min"));
    EXPECT_EQ(chart.rows[1].label.text(), QStringLiteral("Acknowledge · 10 min"));
    EXPECT_TRUE(chart.rows[1].definition.text().contains(milestoneName(Milestone::Detected)));
    EXPECT_TRUE(chart.rows[1].definition.text().contains(milestoneName(Milestone::Acknowledged)));
    EXPECT_TRUE(chart.description(sample::zone()).contains(QStringLiteral("10:00:00 to 10:10:00 GMT+1")));
    EXPECT_TRUE(chart.axis.ticks.empty());
}

TEST(PhasesChart, AMergedPhaseSaysSo)
{
    ResponseAnalysis analysis;
    analysis.phases = {{Phase::Detect, Phase::Diagnose, {at(0), at(600)}}};
    const ChartContent chart = phasesChart(analysis, at(0));
    EXPECT_TRUE(chart.rows[0].definition.text().contains(QStringLiteral("merged")));
    EXPECT_TRUE(chart.rows[0].definition.text().contains(milestoneName(Milestone::MitigationBegun)));
}

TEST(ChartHeader, TheLegendTellsTheValuesAtTheCursor)
{
    const ChartContent chart = responseChart(sample::responseTimes());
    const std::vector<LegendEntry> plain = legendOf(chart, {});
    ASSERT_EQ(plain.size(), 4u); // the last tells the time above the objective
    EXPECT_TRUE(plain[3].isRemark);
    EXPECT_TRUE(plain[0].value.isEmpty());
    const std::vector<LegendEntry> there = legendOf(chart, at(600));
    EXPECT_EQ(there[0].value, preciseValueText(*chart.curves[0].source.valueAt(at(600)), chart.axis));
    EXPECT_EQ(there[0].valueWidth, legendOf(chart, at(-600))[0].valueWidth);
    EXPECT_EQ(legendOf(chart, at(99999))[0].value, QStringLiteral("gap"));
}

TEST(ChartHeader, ASingleCurveNeedsNoLegendWithoutACursor)
{
    const ChartContent chart = trafficChart(sample::measuredTraffic());
    EXPECT_TRUE(legendOf(chart, {}).empty());
    EXPECT_EQ(legendOf(chart, at(0)).size(), 1u);
    EXPECT_TRUE(legendOf(trafficChart(sample::statedTraffic()), {}).front().isStated);
}

TEST(ChartHeader, ALoneResponseTimeIsNamed)
{
    ResponseChartContent response = sample::responseTimes();
    response.series.resize(1);
    response.objective = {};
    ASSERT_EQ(legendOf(responseChart(response), {}).size(), 1u);
    EXPECT_EQ(legendOf(responseChart(response), {})[0].name, QStringLiteral("p50"));
}

TEST(ChartContent, TheGutterHoldsTheWidestLabel)
{
    ChartContent narrow = trafficChart(sample::measuredTraffic());
    ChartContent wide = narrow;
    wide.axis = valueAxis(0, 1e8, "requests/s");
    EXPECT_GT(neededGutter(wide), neededGutter(narrow) + 40);
}
