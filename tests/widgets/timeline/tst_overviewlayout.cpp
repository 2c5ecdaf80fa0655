// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/overviewlayout.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant noon = sys_days{2024y / 1 / 16} + 12h;
constexpr TimeRange hour{noon, noon + 60min};
/// Ten pixels a minute, from 100 on.
const TimeScale scale(hour, 100, 600);
constexpr double height = 34;

LaneCounts counts(std::uint32_t impact, std::uint32_t alerts)
{
    LaneCounts column{};
    column[static_cast<std::size_t>(Lane::Impact)] = impact;
    column[static_cast<std::size_t>(Lane::Alerts)] = alerts;
    return column;
}

OverviewLayout laid(std::vector<LaneCounts> density, TimeRange visible = hour)
{
    return layoutOverview({.density = density, .impacts = {}, .visible = visible}, scale, height);
}

double heightOfColumn(const OverviewLayout &layout, double left)
{
    double sum = 0;
    for (const OverviewBar &bar : layout.bars)
        sum += bar.rect.left() == left ? bar.rect.height() : 0;
    return sum;
}

TEST(OverviewLayout, TheWindowStandsWhereTheVisibleRangeIs)
{
    const OverviewLayout layout = laid({}, {noon + 10min, noon + 25min});
    EXPECT_DOUBLE_EQ(layout.window.left(), 200);
    EXPECT_DOUBLE_EQ(layout.window.right(), 350);
    EXPECT_EQ(layout.window.top(), layout.plot.top());
    EXPECT_EQ(layout.window.bottom(), layout.plot.bottom());
}

TEST(OverviewLayout, AWindowBeyondTheWholeIsCutToIt)
{
    EXPECT_EQ(laid({}, {noon - 2h, noon + 5h}).window, laid({}).plot);
    EXPECT_DOUBLE_EQ(laid({}, {noon - 20min, noon + 6min}).window.left(), 100);
}

TEST(OverviewLayout, AMillisecondStillHasAWindowToTakeHoldOf)
{
    for (const Duration after : {Duration(0), Duration(30min), Duration(60min)}) {
        const OverviewLayout layout = laid({}, {noon + after, noon + after + 1ms});
        EXPECT_DOUBLE_EQ(layout.window.width(), OverviewMetrics().leastWindow);
        EXPECT_GE(layout.window.left(), layout.plot.left());
        EXPECT_LE(layout.window.right(), layout.plot.right());
    }
}

TEST(OverviewLayout, MoreEventsMakeAHigherColumnAndOneIsStillSeen)
{
    std::vector<LaneCounts> density(200);
    density[0] = counts(0, 1000);
    density[50] = counts(0, 250);
    density[100] = counts(0, 1);
    const OverviewLayout layout = laid(density);
    EXPECT_DOUBLE_EQ(heightOfColumn(layout, 100), layout.plot.height());
    EXPECT_DOUBLE_EQ(heightOfColumn(layout, 250), layout.plot.height() / 2);
    EXPECT_GE(heightOfColumn(layout, 400), OverviewMetrics().leastBar);
}

TEST(OverviewLayout, AFewEventsDoNotFillTheStrip)
{
    std::vector<LaneCounts> density(200);
    density[10] = counts(0, 1);
    const OverviewLayout layout = laid(density);
    ASSERT_EQ(layout.bars.size(), 1U);
    EXPECT_DOUBLE_EQ(layout.bars.front().rect.height(), layout.plot.height() / 2);
    EXPECT_DOUBLE_EQ(layout.bars.front().rect.bottom(), layout.plot.bottom());
}

TEST(OverviewLayout, LanesAreStackedInTheirOrderAndARareOneIsSeen)
{
    const OverviewLayout layout = laid({counts(1, 100'000)});
    ASSERT_EQ(layout.bars.size(), 2U);
    const auto impact = std::ranges::find(layout.bars, Lane::Impact, &OverviewBar::lane);
    const auto alerts = std::ranges::find(layout.bars, Lane::Alerts, &OverviewBar::lane);
    EXPECT_GE(impact->rect.height(), OverviewMetrics().leastBar);
    EXPECT_DOUBLE_EQ(impact->rect.bottom(), alerts->rect.top());
    EXPECT_NEAR(impact->rect.top(), layout.plot.top(), 1e-9);
}

TEST(OverviewLayout, AHiddenLaneHasNoBars)
{
    const std::vector<LaneCounts> density{counts(3, 5)};
    OverviewInput input{.density = density, .impacts = {}, .visible = hour};
    input.lanes[static_cast<std::size_t>(Lane::Alerts)] = false;
    const OverviewLayout layout = layoutOverview(input, scale, height);
    ASSERT_EQ(layout.bars.size(), 1U);
    EXPECT_EQ(layout.bars.front().lane, Lane::Impact);
}

TEST(OverviewLayout, ImpactsAreCutToTheWhole)
{
    const std::vector<TimeRange> impacts{
        {noon - 10min, noon + 5min}, {noon + 20min, noon + 30min}, {noon + 2h, noon + 3h}};
    const OverviewLayout layout = layoutOverview({.density = {}, .impacts = impacts, .visible = hour}, scale, height);
    ASSERT_EQ(layout.impacts.size(), 2U);
    EXPECT_DOUBLE_EQ(layout.impacts[0].left(), 100);
    EXPECT_DOUBLE_EQ(layout.impacts[0].right(), 150);
    EXPECT_DOUBLE_EQ(layout.impacts[1].left(), 300);
}

TEST(OverviewLayout, APressTakesEdgesWindowOrNeither)
{
    const OverviewLayout layout = laid({}, {noon + 10min, noon + 25min}); // 200 to 350
    EXPECT_EQ(layout.partAt({150, 10}), OverviewPart::Outside);
    EXPECT_EQ(layout.partAt({197, 10}), OverviewPart::LeftEdge);
    EXPECT_EQ(layout.partAt({203, 10}), OverviewPart::LeftEdge);
    EXPECT_EQ(layout.partAt({270, 10}), OverviewPart::Window);
    EXPECT_EQ(layout.partAt({348, 10}), OverviewPart::RightEdge);
    EXPECT_EQ(layout.partAt({354, 10}), OverviewPart::RightEdge);
    EXPECT_EQ(layout.partAt({356, 10}), OverviewPart::Outside);
}

TEST(OverviewLayout, TheNarrowestWindowCanStillBeDraggedAsAWhole)
{
    const OverviewLayout layout = laid({}, {noon + 30min, noon + 30min + 1ms});
    EXPECT_EQ(layout.partAt(layout.window.center()), OverviewPart::Window);
    EXPECT_EQ(layout.partAt({layout.window.left() - 3, 10}), OverviewPart::LeftEdge);
}

TEST(OverviewLayout, WithoutTimeOrRoomThereIsNothing)
{
    const std::vector<LaneCounts> density{counts(1, 1)};
    const OverviewInput input{.density = density, .impacts = {}, .visible = hour};
    EXPECT_TRUE(layoutOverview(input, TimeScale({noon, noon}, 100, 600), height).bars.empty());
    EXPECT_TRUE(layoutOverview(input, TimeScale(hour, 100, 0), height).bars.empty());
    EXPECT_TRUE(layoutOverview(input, scale, 6).bars.empty());
    EXPECT_EQ(overviewColumns(-5), 0);
    EXPECT_EQ(overviewColumns(602), 200);
}

} // namespace
} // namespace downtimeline
