// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/timecolumns.h"

#include <gtest/gtest.h>

#include <random>

namespace downtimeline {
namespace {

std::optional<WrittenTime> roundTrip(const WrittenTime &time, std::optional<Instant> at)
{
    std::optional<WrittenTime> back = timeOf(marksOf(time), at, time.offset, partsOf(time, at));
    if (back) {
        back->text = time.text; // text and zone have columns of their own
        back->zone = time.zone;
    }
    return back;
}

TEST(TimeColumns, AWholeTimeNeedsNoPartsAndComesBack)
{
    const WrittenTime time =
        writtenTimeOf(instantFromMicroseconds(1'705'395'600'123'456), std::chrono::hours(1), ZoneOrigin::Line);
    EXPECT_EQ(partsOf(time, instantOf(time)), "");
    EXPECT_EQ(roundTrip(time, instantOf(time)), time);
}

TEST(TimeColumns, AClockWithoutSecondsStaysWithoutSeconds)
{
    WrittenTime time;
    time.year = 2024;
    time.month = 1;
    time.day = 16;
    time.clock = ClockTime{.hour = 10, .minute = 15, .second = std::nullopt, .microsecond = 0};
    time.precision = Precision::Approximate;
    EXPECT_EQ(partsOf(time, instantOf(time)), "");
    EXPECT_EQ(roundTrip(time, instantOf(time)), time);
}

TEST(TimeColumns, ATimeWithoutADateKeepsItsParts)
{
    WrittenTime time;
    time.month = 4;
    time.day = 17;
    time.clock = ClockTime{.hour = 10, .minute = 15, .second = 59, .microsecond = 7};
    EXPECT_EQ(partsOf(time, std::nullopt), ",4,17,10,15,59,7");
    EXPECT_EQ(roundTrip(time, std::nullopt), time);
}

TEST(TimeColumns, ADateThatDoesNotExistKeepsItsParts)
{
    WrittenTime time;
    time.year = 2023;
    time.month = 2;
    time.day = 30;
    time.precision = Precision::Day;
    EXPECT_EQ(instantOf(time), std::nullopt);
    EXPECT_EQ(roundTrip(time, std::nullopt), time);
}

TEST(TimeColumns, AnInstantThatTheUserMovedDoesNotChangeWhatWasWritten)
{
    const WrittenTime time = writtenTimeOf(instantFromMicroseconds(0), std::nullopt, ZoneOrigin::Assumed);
    EXPECT_EQ(roundTrip(time, instantFromMicroseconds(60'000'000)), time);
}

TEST(TimeColumns, NothingKnownComesBackAsNothing)
{
    EXPECT_EQ(roundTrip(WrittenTime{}, std::nullopt), WrittenTime{});
}

TEST(TimeColumns, DamagedColumnsAreRefused)
{
    EXPECT_EQ(timeOf(7U << timemarks::precisionShift, std::nullopt, std::nullopt, ""), std::nullopt);
    EXPECT_EQ(timeOf(6U << timemarks::originShift, std::nullopt, std::nullopt, ""), std::nullopt);
    for (const char *parts : {"x", "1,2", "1,2,3,4,5,6,7,8", "1,2,3,4,5,6,-7", ",,,,,,99999999999999"})
        EXPECT_EQ(timeOf(0, std::nullopt, std::nullopt, parts), std::nullopt) << parts;
}

TEST(TimeColumns, AnyTimeComesBack)
{
    std::mt19937 random(20240116);
    const auto below = [&random](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    for (int round = 0; round < 20'000; ++round) {
        WrittenTime time;
        if (below(4) != 0)
            time.year = 1 + below(9999);
        if (below(4) != 0)
            time.month = 1 + below(12);
        if (below(4) != 0)
            time.day = 1 + below(31);
        if (below(3) != 0)
            time.clock = ClockTime{.hour = below(24), .minute = below(60), .microsecond = below(2) * below(1'000'000)};
        if (time.clock && below(2) != 0)
            time.clock->second = below(60);
        if (below(2) != 0)
            time.offset = std::chrono::minutes(below(1700) - 850);
        time.precision = static_cast<Precision>(below(5));
        time.zoneOrigin = static_cast<ZoneOrigin>(below(6));
        ASSERT_EQ(roundTrip(time, instantOf(time)), time) << isoText(time) << " in round " << round;
    }
}

} // namespace
} // namespace downtimeline
