// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/timescale.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant noon = sys_days{2024y / 1 / 16} + 12h;

TEST(TimeScale, MapsTheVisibleRangeOntoItsPixels)
{
    const TimeScale scale({noon, noon + 60min}, 100, 600);
    EXPECT_DOUBLE_EQ(scale.x(noon), 100);
    EXPECT_DOUBLE_EQ(scale.x(noon + 15min), 250);
    EXPECT_DOUBLE_EQ(scale.x(noon + 60min), scale.right());
}

TEST(TimeScale, DoesNotClampWhatIsOutOfView)
{
    const TimeScale scale({noon, noon + 60min}, 0, 600);
    EXPECT_DOUBLE_EQ(scale.x(noon - 30min), -300);
    EXPECT_DOUBLE_EQ(scale.x(noon + 2h), 1200);
    EXPECT_EQ(scale.instant(-10), noon - 1min);
}

TEST(TimeScale, AnEmptyRangeMapsEverythingToTheLeftEdge)
{
    const TimeScale scale({noon, noon}, 7, 600);
    EXPECT_DOUBLE_EQ(scale.x(noon + 1h), 7);
    EXPECT_EQ(scale.instant(300), noon);
    EXPECT_EQ(scale.length(300), 0us);
}

TEST(TimeScale, NoWidthMapsEverythingToTheLeftEdge)
{
    for (const double width : {0.0, -5.0, std::numeric_limits<double>::quiet_NaN()}) {
        const TimeScale scale({noon, noon + 1h}, 7, width);
        EXPECT_DOUBLE_EQ(scale.x(noon + 30min), 7) << width;
        EXPECT_EQ(scale.instant(300), noon) << width;
    }
}

TEST(TimeScale, EveryInstantComesBackFromItsPixel)
{
    std::mt19937_64 random(4711);
    for (int i = 0; i < 2000; ++i) {
        const Duration length(1 + static_cast<std::int64_t>(random() % 1'000'000'000'000));
        const TimeScale scale({noon, noon + length}, -50, 1 + static_cast<double>(random() % 4000));
        const Instant at =
            noon + Duration(static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(length.count())));
        EXPECT_LE(abs(scale.instant(scale.x(at)) - at), 1us) << length.count();
    }
}

TEST(TimeScale, TheEndsOfTimeDoNotOverflow)
{
    const TimeScale scale({Instant::min(), Instant::max()}, 0, 100);
    EXPECT_NEAR(scale.x(instantFromMicroseconds(0)), 50, 1e-6);
    const TimeScale narrow({noon, noon + 1ms}, 0, 100);
    EXPECT_LT(narrow.x(Instant::min()), 0);
    EXPECT_GT(narrow.instant(1e300), noon);
    EXPECT_LT(narrow.instant(-1e300), noon);
}

TEST(TimeScale, ALengthIsWhatSoManyPixelsShow)
{
    const TimeScale scale({noon, noon + 60min}, 100, 600);
    EXPECT_EQ(scale.length(10), 1min);
    EXPECT_EQ(scale.length(-10), -1min);
}

TEST(Zoomed, TheAnchorKeepsItsPlace)
{
    const TimeRange range{noon, noon + 60min};
    const Instant anchor = noon + 15min;
    const TimeRange nearer = zoomed(range, 2, anchor);
    EXPECT_EQ(nearer.length(), 30min);
    EXPECT_NEAR(TimeScale(nearer, 0, 600).x(anchor), 150, 1e-6);
    EXPECT_EQ(zoomed(nearer, 0.5, anchor), range);
}

TEST(Zoomed, AnAnchorOutsideTheRangeKeepsItsPlaceToo)
{
    const TimeRange nearer = zoomed({noon, noon + 60min}, 4, noon - 20min);
    EXPECT_EQ(nearer.start, noon - 15min);
    EXPECT_EQ(nearer.length(), 15min);
}

TEST(Zoomed, NonsenseFactorsChangeNothing)
{
    const TimeRange range{noon, noon + 60min};
    for (const double factor : {0.0, -1.0, std::numeric_limits<double>::infinity(), std::nan("")})
        EXPECT_EQ(zoomed(range, factor, noon), range) << factor;
    EXPECT_EQ(zoomed({noon, noon}, 2, noon), (TimeRange{noon, noon}));
}

TEST(Zoomed, NeverBecomesEmpty)
{
    EXPECT_EQ(zoomed({noon, noon + 2us}, 1e9, noon).length(), 1us);
}

TEST(Panned, MovesBothEnds)
{
    EXPECT_EQ(panned({noon, noon + 1h}, -5min), (TimeRange{noon - 5min, noon + 55min}));
}

} // namespace
} // namespace downtimeline
