// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/wholerange.h"

#include <gtest/gtest.h>

using namespace downtimeline;
using namespace std::chrono_literals;

namespace {

Instant minute(int number)
{
    return Instant{std::chrono::minutes(number)};
}

TimeRange minutes(int from, int to)
{
    return {minute(from), minute(to)};
}

EventEntry entry(int at, int end, int flags = 0)
{
    return {.id = EventId(at + 1), .at = minute(at), .end = minute(end), .flags = static_cast<std::uint16_t>(flags)};
}

} // namespace

TEST(WholeRange, AnEighthOfTheEventsIsAirBeforeThemAndThreeBehind)
{
    EXPECT_EQ(wholeRange(minutes(80, 160), {}), minutes(70, 190));
}

TEST(WholeRange, ASingleMomentStillHasALength)
{
    EXPECT_EQ(wholeRange(minutes(5, 5), {}), (TimeRange{minute(5) - 7500ms, minute(5) + 22500ms}));
}

TEST(WholeRange, ASeriesShowsUpToHalfTheEventsMore)
{
    EXPECT_EQ(wholeRange(minutes(80, 160), minutes(0, 1000)), minutes(40, 200));
    EXPECT_EQ(wholeRange(minutes(80, 160), minutes(60, 195)), minutes(60, 195));
    EXPECT_EQ(wholeRange(minutes(80, 160), minutes(100, 120)), minutes(70, 190));
    EXPECT_EQ(wholeRange(minutes(80, 160), minutes(900, 950)), minutes(70, 200));
}

TEST(WholeRange, WithoutEventsItIsWhatTheSeriesCover)
{
    EXPECT_EQ(wholeRange({}, minutes(3, 9)), minutes(3, 9));
    EXPECT_TRUE(wholeRange({}, {}).isEmpty());
}

TEST(WholeRange, ASeriesOfOneSampleStandsInTheMiddleOfAMinute)
{
    const TimeRange sample{minute(5), minute(5) + 1us};
    const TimeRange whole = wholeRange({}, sample);
    EXPECT_EQ(whole.length(), 1min);
    EXPECT_EQ(std::chrono::round<std::chrono::seconds>(sample.start - whole.start), 30s);
}

TEST(WholeRange, TheExtentReachesToTheLastEnd)
{
    EXPECT_EQ(eventsExtent({entry(10, 50), entry(20, 20)}), minutes(10, 50));
    EXPECT_EQ(eventsExtent({}), std::nullopt);
}

TEST(WholeRange, HiddenEventsAndBareDaysDoNotStretchIt)
{
    EXPECT_EQ(
        eventsExtent({entry(0, 0, EventEntry::DayOnly), entry(600, 600), entry(700, 900, EventEntry::Hidden)}),
        minutes(600, 600));
    EXPECT_EQ(eventsExtent({entry(0, 0, EventEntry::DayOnly)}), minutes(0, 0));
}
