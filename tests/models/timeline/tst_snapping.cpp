// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/snapping.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant noon = sys_days{2024y / 1 / 16} + 12h;

EventEntry entry(Duration start, Duration length = 0s, unsigned flags = 0)
{
    return {.id = {}, .at = noon + start, .end = noon + start + length, .flags = static_cast<std::uint16_t>(flags)};
}

std::vector<Tick> everyFiveMinutes()
{
    return ticks(TimeScale({noon, noon + 1h}, 0, 1200), DisplayZone(), 60);
}

TEST(SnapPoints, AreWhereEventsStartAndEndEachOnce)
{
    const EventIndex events{entry(0min, 22min), entry(0min), entry(10min), entry(15min, 7min)};
    EXPECT_EQ(snapPoints(events), (SnapPoints{noon, noon + 10min, noon + 15min, noon + 22min}));
}

TEST(SnapPoints, LeaveOutWhatIsHiddenOrHasNoClock)
{
    EXPECT_TRUE(
        snapPoints(EventIndex{entry(1min, 0s, EventEntry::Hidden), entry(2min, 0s, EventEntry::DayOnly)}).empty());
}

TEST(Snapping, TheNearestEventWithinReachIsMeant)
{
    const SnapPoints points{noon + 1min, noon + 3min};
    EXPECT_EQ(snapped(noon + 1min + 20s, points, {}, 30s), noon + 1min);
    EXPECT_EQ(snapped(noon + 2min + 40s, points, {}, 30s), noon + 3min);
    EXPECT_EQ(snapped(noon + 30s, points, {}, 30s), noon + 1min) << "at the reach itself too";
    EXPECT_EQ(snapped(noon + 2min, points, {}, 30s), noon + 2min);
}

TEST(Snapping, BeforeTheFirstAndBehindTheLastPointToo)
{
    const SnapPoints points{noon};
    EXPECT_EQ(snapped(noon - 10s, points, {}, 30s), noon);
    EXPECT_EQ(snapped(noon + 10s, points, {}, 30s), noon);
    EXPECT_EQ(snapped(noon + 10s, {}, {}, 30s), noon + 10s);
}

TEST(Snapping, WithoutAnEventARoundTimeIsMeant)
{
    EXPECT_EQ(snapped(noon + 15min + 9s, {}, everyFiveMinutes(), 30s), noon + 15min);
    EXPECT_EQ(snapped(noon + 15min + 40s, {}, everyFiveMinutes(), 30s), noon + 15min + 40s);
}

TEST(Snapping, ARoundTimeWithoutALabelCatchesLessFar)
{
    EXPECT_EQ(snapped(noon + 16min + 9s, {}, everyFiveMinutes(), 30s), noon + 16min);
    EXPECT_EQ(snapped(noon + 16min + 14s, {}, everyFiveMinutes(), 30s), noon + 16min + 14s);
    EXPECT_EQ(snapped(noon + 15min + 14s, {}, everyFiveMinutes(), 30s), noon + 15min);
}

TEST(Snapping, AnEventWinsOverANearerRoundTime)
{
    const SnapPoints points{noon + 15min + 20s};
    EXPECT_EQ(snapped(noon + 15min + 5s, points, everyFiveMinutes(), 30s), noon + 15min + 20s);
}

TEST(Snapping, WithoutReachNothingMoves)
{
    const SnapPoints points{noon + 1s};
    EXPECT_EQ(snapped(noon + 2s, points, everyFiveMinutes(), 0s), noon + 2s);
}

} // namespace
} // namespace downtimeline
