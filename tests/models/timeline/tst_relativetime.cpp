// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/relativetime.h"

#include "models/timeline/displayzone.h"
#include "models/timeline/ticks.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

const Instant ten = sys_days{2024y / 1 / 16} + 9h;
const DisplayZone gmt1(1h, QStringLiteral("GMT+1"));

std::string plain(Duration length)
{
    return relativeText(length, Fineness::Minutes).toStdString();
}

TEST(RelativeTime, CountsFromT)
{
    EXPECT_EQ(plain(0us), "T+0");
    EXPECT_EQ(plain(10min), "T+10 min");
    EXPECT_EQ(plain(-15min), "T\u221215 min");
    EXPECT_EQ(plain(65min), "T+1 h 05 min");
    EXPECT_EQ(plain(2h), "T+2 h");
    EXPECT_EQ(plain(48h + 4h), "T+2 d 04 h");
    EXPECT_EQ(plain(24h + 5min), "T+1 d 00 h 05 min");
}

TEST(RelativeTime, OddSecondsAreToldInTheHourAroundTAndOnDemand)
{
    EXPECT_EQ(plain(45s), "T+45 s");
    EXPECT_EQ(plain(-10min - 5s), "T\u221210 min 05 s");
    EXPECT_EQ(plain(2h + 5s), "T+2 h");
    EXPECT_EQ(relativeText(12min, Fineness::Seconds).toStdString(), "T+12 min 00 s");
    EXPECT_EQ(relativeText(2h + 5s, Fineness::Seconds).toStdString(), "T+2 h 00 min 05 s");
    EXPECT_EQ(relativeText(1250ms, Fineness::Milliseconds).toStdString(), "T+1.250 s");
    EXPECT_EQ(relativeText(-1us, Fineness::Microseconds).toStdString(), "T\u22120.000001 s");
}

TEST(RelativeTime, AZoneThatCountsNeedsNoDateAndKeepsItsCalendar)
{
    const DisplayZone zone = DisplayZone::since(ten, gmt1);
    EXPECT_EQ(clockText(ten + 10min, zone), QStringLiteral("T+10 min"));
    EXPECT_EQ(clockText(ten + 10min, zone, true), QStringLiteral("T+10 min 00 s"));
    EXPECT_EQ(dateNeed({ten - 400 * 24h, ten}, zone), DateNeed::Clock);
    EXPECT_EQ(dayText(ten, zone), QStringLiteral("16 January 2024"));
    EXPECT_EQ(zone.label(), QStringLiteral("since 16 Jan 2024, 10:00 GMT+1"));
    EXPECT_EQ(zone.shortLabel(ten), QStringLiteral("T = 16 Jan, 10:00"));
    EXPECT_EQ(rangeText({ten, ten + 22min}, zone), QStringLiteral("T+0 – T+22 min since 16 Jan 2024, 10:00 GMT+1"));
    EXPECT_EQ(rangeText({ten, ten}, zone), QStringLiteral("T+0 since 16 Jan 2024, 10:00 GMT+1"));
    EXPECT_NE(zone, DisplayZone::since(ten + 1us, gmt1));
}

TEST(RelativeTime, TicksStandAtRoundDistancesFromT)
{
    const Instant odd = ten + 3min + 7s; // no round time of any clock
    const DisplayZone zone = DisplayZone::since(odd, gmt1);
    for (const Duration length :
         {Duration(2s), Duration(90s), Duration(1h), Duration(30h), Duration(24h * 40), Duration(24h * 3000)}) {
        const TimeScale scale({odd - length / 4, odd + length * 3 / 4}, 0, 1000);
        const std::vector<Tick> list = ticks(scale, zone, 60);
        ASSERT_GT(list.size(), 2U) << length.count();
        const auto isMajor = [](const Tick &tick) { return tick.major; };
        ASSERT_GE(std::ranges::count_if(list, isMajor), 2) << length.count();
        EXPECT_TRUE(std::ranges::any_of(list, [&](const Tick &tick) {
            return tick.at == odd && tick.label == QStringLiteral("T+0");
        })) << length.count();
        for (const Tick &tick : list) {
            EXPECT_FALSE(tick.newDay);
            EXPECT_EQ((tick.at - odd) % (length < Duration(10s) ? Duration(1ms) : Duration(1s)), 0us);
        }
    }
}

} // namespace
} // namespace downtimeline
