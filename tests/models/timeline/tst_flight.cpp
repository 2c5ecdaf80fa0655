// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/flight.h"
#include "models/timeline/timescale.h"

#include <gtest/gtest.h>

#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant noon = sys_days{2024y / 1 / 16} + 12h;

double seconds(Duration length)
{
    return duration<double>(length).count();
}

TEST(Flight, BeginsAndEndsExactly)
{
    constexpr TimeRange from{noon, noon + 1h};
    constexpr TimeRange to{noon + 7min, noon + 7min + 333us};
    EXPECT_EQ(onTheWay(from, to, 0), from);
    EXPECT_EQ(onTheWay(from, to, -1), from);
    EXPECT_EQ(onTheWay(from, to, 1), to);
    EXPECT_EQ(onTheWay(from, to, 2), to);
}

TEST(Flight, EqualStepsZoomByEqualFactors)
{
    constexpr TimeRange from{noon, noon + 16h};
    constexpr TimeRange to{noon + 3h, noon + 4h};
    EXPECT_NEAR(seconds(onTheWay(from, to, 0.25).length()), seconds(8h), 0.01);
    EXPECT_NEAR(seconds(onTheWay(from, to, 0.5).length()), seconds(4h), 0.01);
    EXPECT_NEAR(seconds(onTheWay(from, to, 0.75).length()), seconds(2h), 0.01);
}

TEST(Flight, OneInstantKeepsItsPlaceAllTheWay)
{
    std::mt19937 random(7);
    std::uniform_int_distribution<std::int64_t> place(0, 100'000'000'000);
    for (int round = 0; round < 200; ++round) {
        const TimeRange from{noon + Duration(place(random)), noon + Duration(110'000'000'000)};
        // Zoomed around an anchor, as a wheel would: that anchor is what keeps its place.
        const Instant anchor = from.start + from.length() * 3 / 10;
        const TimeRange to = zoomed(from, round % 2 == 0 ? 37.0 : 0.21, anchor);
        for (const double part : {0.1, 0.4, 0.77, 0.95}) {
            const TimeRange now = onTheWay(from, to, part);
            EXPECT_NEAR(TimeScale(now, 0, 1000).x(anchor), 300, 0.5) << round << ' ' << part;
        }
    }
}

TEST(Flight, ViewsOfEqualLengthPanEvenly)
{
    constexpr TimeRange from{noon, noon + 1h};
    constexpr TimeRange to{noon + 10h, noon + 11h};
    const TimeRange half = onTheWay(from, to, 0.5);
    EXPECT_EQ(half.length(), Duration(1h));
    EXPECT_EQ(half.start, noon + 5h);
}

TEST(Flight, NothingLeadsFromOrToAnEmptyRange)
{
    constexpr TimeRange empty{noon, noon};
    constexpr TimeRange hour{noon, noon + 1h};
    EXPECT_EQ(onTheWay(empty, hour, 0.5), hour);
    EXPECT_EQ(onTheWay(empty, hour, 0), hour);
    EXPECT_EQ(onTheWay(hour, empty, 0.5), empty);
}

} // namespace
} // namespace downtimeline
