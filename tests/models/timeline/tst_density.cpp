// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/density.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant noon = sys_days{2024y / 1 / 16} + 12h;
constexpr TimeRange hour{noon, noon + 60min};

EventEntry entry(Duration after, Lane lane = Lane::Alerts, unsigned flags = 0)
{
    return {
        .id = {}, .at = noon + after, .end = noon + after, .lane = lane, .flags = static_cast<std::uint16_t>(flags)};
}

std::uint32_t count(const LaneCounts &column, Lane lane)
{
    return column[static_cast<std::size_t>(lane)];
}

TEST(EventDensity, CountsByColumnAndLane)
{
    const EventIndex events{entry(0min), entry(1min, Lane::Impact), entry(31min), entry(32min), entry(59min)};
    const std::vector<LaneCounts> density = eventDensity(events, hour, 2);
    ASSERT_EQ(density.size(), 2U);
    EXPECT_EQ(count(density[0], Lane::Alerts), 1U);
    EXPECT_EQ(count(density[0], Lane::Impact), 1U);
    EXPECT_EQ(count(density[1], Lane::Alerts), 3U);
    EXPECT_EQ(count(density[1], Lane::Impact), 0U);
}

TEST(EventDensity, LeavesOutWhatIsHiddenOrOutside)
{
    const EventIndex events{entry(-1us), entry(5min, Lane::Alerts, EventEntry::Hidden), entry(60min + 1us)};
    EXPECT_EQ(eventDensity(events, hour, 3), std::vector<LaneCounts>(3));
}

TEST(EventDensity, TheLastMomentBelongsToTheLastColumn)
{
    const std::vector<LaneCounts> density = eventDensity(EventIndex{entry(60min)}, hour, 7);
    EXPECT_EQ(count(density.back(), Lane::Alerts), 1U);
}

TEST(EventDensity, NoEventIsLostAtAnyWidth)
{
    std::mt19937 random(3);
    std::uniform_int_distribution<std::int64_t> place(0, 3'600'000'000);
    EventIndex events;
    for (int i = 0; i < 5000; ++i)
        events.push_back(entry(Duration(place(random)), static_cast<Lane>(i % int(laneCount))));
    for (const int columns : {1, 2, 7, 333, 4096}) {
        std::uint32_t sum = 0;
        for (const LaneCounts &column : eventDensity(events, hour, columns))
            sum = std::accumulate(column.begin(), column.end(), sum);
        EXPECT_EQ(sum, 5000U) << columns;
    }
}

TEST(EventDensity, WithoutRoomOrTimeThereIsNothing)
{
    const EventIndex events{entry(0min)};
    EXPECT_TRUE(eventDensity(events, hour, 0).empty());
    EXPECT_TRUE(eventDensity(events, hour, -4).empty());
    EXPECT_EQ(eventDensity(events, {noon, noon}, 2), std::vector<LaneCounts>(2));
}

} // namespace
} // namespace downtimeline
