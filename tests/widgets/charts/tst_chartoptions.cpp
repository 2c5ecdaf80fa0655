// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/chartlayout.h"
#include "widgets/charts/chartoptions.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace downtimeline;
using namespace Qt::StringLiterals;
using sample::at;

namespace {

ResponseChartContent steps(std::initializer_list<double> values)
{
    ResponseChartContent response;
    std::vector<Sample> samples;
    double second = 0;
    for (const double value : values) {
        samples.push_back({at(second), value});
        second += 60;
    }
    response.series = {{"p99", "ms", curveOf(samples)}};
    response.start = at(0);
    return response;
}

ChartFrame frame()
{
    ChartFrame made;
    made.size = {1104, 144};
    made.visible = {at(0), at(600)};
    made.left = 112;
    made.right = 16;
    made.zone = sample::zone();
    return made;
}

QStringList axisLabels(const ChartContent &content)
{
    QStringList labels;
    for (const double tick : content.axis.ticks)
        labels << tickText(tick, content.axis);
    return labels;
}

} // namespace

TEST(ChartOptions, AHiddenCurveIsNotDrawnAndTheAxisFitsTheOthers)
{
    const ChartContent whole = responseChart(sample::responseTimes());
    const ChartContent shown = shownContent(whole, {.hidden = {"p99", "p95"}, .isLogarithmic = false});
    EXPECT_LT(shown.axis.highest, whole.axis.highest / 3);
    EXPECT_GE(shown.axis.highest, 500) << "the objective stays in view";
    ASSERT_EQ(shown.curves.size(), 3u) << "the legend keeps it";
    const ChartLayout layout = layoutChart(shown, frame());
    ASSERT_EQ(layout.curves.size(), 3u);
    EXPECT_TRUE(layout.curves[0].runs.empty());
    EXPECT_FALSE(layout.curves[2].runs.empty());
    const ChartContent none = shownContent(whole, {.hidden = {"p99", "p95", "p50"}, .isLogarithmic = false});
    EXPECT_EQ(none.axis, whole.axis);
}

TEST(ChartOptions, TheAxisOfTrafficStaysAPercentageOfTheBaseline)
{
    TrafficChartContent traffic = sample::measuredTraffic();
    const ChartContent whole = trafficChart(traffic);
    EXPECT_EQ(shownContent(whole, {.hidden = {"requests"}, .isLogarithmic = false}).axis, whole.axis);
}

TEST(ChartOptions, ALogarithmicAxisHasPowersOfTenAndPlacesValuesByThem)
{
    const ChartContent shown =
        shownContent(responseChart(steps({1, 10, 100, 1000})), {.hidden = {}, .isLogarithmic = true});
    EXPECT_EQ(axisLabels(shown), (QStringList{u"1 ms"_s, u"10 ms"_s, u"100 ms"_s, u"1000 ms"_s}));
    const ChartLayout layout = layoutChart(shown, frame());
    const QPolygonF &line = layout.curves.front().outlines.front();
    ASSERT_EQ(line.size(), 4);
    EXPECT_NEAR(line[0].y(), layout.plot.bottom(), 0.01);
    EXPECT_NEAR(line[1].y() - line[2].y(), line[2].y() - line[3].y(), 0.01);
    EXPECT_NEAR(layout.gridY[1], line[1].y(), 0.01) << "grid and curve agree";
    EXPECT_EQ(layout.curves.front().runs.front()[2].y(), 2) << "Qt Charts gets the same places";
    EXPECT_EQ(shown.remark.text(), QStringLiteral("logarithmic"));
}

TEST(ChartOptions, ALogarithmicChartSaysWhereZeroAndBelowAre)
{
    const ChartContent shown =
        shownContent(responseChart(steps({0, 5, -3, 50})), {.hidden = {}, .isLogarithmic = true});
    EXPECT_EQ(shown.remark.text(), QStringLiteral("logarithmic, zero and below at the lower edge"));
    const ChartLayout layout = layoutChart(shown, frame());
    const QPolygonF &line = layout.curves.front().outlines.front();
    EXPECT_NEAR(line[0].y(), layout.plot.bottom(), 0.01);
    EXPECT_NEAR(line[2].y(), layout.plot.bottom(), 0.01);
    EXPECT_LT(line[1].y(), layout.plot.bottom() - 5);
}

TEST(ChartOptions, WhatHasNothingAboveZeroSaysThatItCannotBeLogarithmic)
{
    const ChartContent whole = responseChart(steps({0, -5, 0}));
    EXPECT_FALSE(canBeLogarithmic(whole));
    const ChartContent shown = shownContent(whole, {.hidden = {}, .isLogarithmic = true});
    EXPECT_FALSE(shown.axis.isLogarithmic);
    EXPECT_EQ(shown.remark.text(), QStringLiteral("not logarithmic: nothing lies above zero"));
}

TEST(ChartOptions, ALogarithmicAxisStandsAnyValues)
{
    for (const auto &[low, high] : std::initializer_list<std::pair<double, double>>{
             {1e-300, 1e300}, {3, 3}, {0.002, 0.9}, {1e-9, 1e-9}, {7, 12}, {999, 1001}}) {
        const ValueAxis axis = logarithmicAxis(low, high, QStringLiteral(" ms"));
        EXPECT_GT(axis.lowest, 0) << low;
        EXPECT_GE(axis.highest, high) << high;
        EXPECT_GE(axis.ticks.size(), 2u);
        EXPECT_LE(axis.ticks.size(), 8u);
        for (const double tick : axis.ticks)
            EXPECT_TRUE(std::isfinite(tick) && tick > 0);
        EXPECT_TRUE(std::ranges::is_sorted(axis.ticks));
    }
    EXPECT_EQ(preciseValueText(1234.6, logarithmicAxis(1, 2000, QStringLiteral(" ms"))), QStringLiteral("1235 ms"));
    EXPECT_EQ(
        preciseValueText(0.01234, logarithmicAxis(0.01, 2000, QStringLiteral(" ms"))), QStringLiteral("0.0123 ms"));
}

TEST(Objective, TheTimeAboveItIsToldForEveryCurve)
{
    ResponseChartContent response = steps({100, 600, 600, 100, 700, 100});
    response.objective = 500;
    const ChartContent chart = responseChart(response);
    EXPECT_EQ(chart.remark.text(), QStringLiteral("above 500 ms: p99 3 min"));
    ASSERT_TRUE(chart.reference);
    EXPECT_EQ(chart.reference->label.text(), QStringLiteral("objective 500 ms"));
    response.objective = 900;
    EXPECT_EQ(responseChart(response).remark.text(), QStringLiteral("never above 900 ms"));
    response.objective = {};
    EXPECT_TRUE(responseChart(response).remark.text().isEmpty());
}

TEST(Recovery, TheTimeBackAtTheBaselineIsAMarkThatThePointerTells)
{
    TrafficChartContent traffic = sample::measuredTraffic();
    ChartFrame wide = frame();
    wide.visible = sample::shown();
    const ChartLayout before = layoutChart(trafficChart(traffic), wide);
    traffic.recovery->backAt100 = at(1350);
    const ChartContent chart = trafficChart(traffic);
    ASSERT_EQ(chart.marks.size(), 4u);
    EXPECT_TRUE(chart.marks[3].isQuiet);
    const ChartLayout layout = layoutChart(chart, wide);
    EXPECT_EQ(layout.marks.size(), before.marks.size() + 1);
    EXPECT_EQ(layout.texts.size(), before.texts.size());
    EXPECT_TRUE(std::ranges::any_of(layout.hits, [](const ChartHit &hit) {
        return hit.text.text().startsWith(QStringLiteral("100% back 10:22:30"));
    }));
    EXPECT_TRUE(chart.description(sample::zone()).contains(QStringLiteral("back at 100% 10:22:30")));
}

TEST(Loss, WhatIsMissingBelowTheBaselineDuringTheImpactIsAnArea)
{
    const ChartContent traffic = trafficChart(sample::measuredTraffic());
    ChartFrame wide = frame();
    wide.visible = sample::shown();
    const ChartLayout layout = layoutChart(traffic, wide);
    ASSERT_FALSE(layout.loss.empty());
    const QRectF shade = layout.shades.front();
    int full = 0;
    for (const QLineF &line : layout.loss) {
        EXPECT_GE(line.x1(), shade.left());
        EXPECT_LT(line.x1(), shade.right());
        EXPECT_EQ(line.y1(), *layout.referenceY);
        EXPECT_GT(line.y2(), line.y1());
        full += line.y2() > layout.plot.bottom() - 3 ? 1 : 0;
    }
    EXPECT_GT(full, shade.width() * 0.8) << "nearly all of the outage nothing was left";
    TrafficChartContent without = sample::measuredTraffic();
    without.impacts.clear();
    EXPECT_TRUE(layoutChart(trafficChart(without), wide).loss.empty());
}
