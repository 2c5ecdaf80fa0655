// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/writtentimes.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

constexpr TimeReading atRowStart{.order = DayOrder::Unknown, .dotClocks = true};

/// What is read at the start of a row: its ISO form, a bar, and what is left of the row.
std::string read(std::string_view text, TimeReading reading = atRowStart)
{
    const auto found = timeAt(text, 0, reading);
    if (!found)
        return "none";
    return isoText(found->time) + "|" + std::string(text.substr(found->end));
}

struct Row
{
    const char *text;
    const char *expected;
};

class RowTimes : public testing::TestWithParam<Row>
{};

TEST_P(RowTimes, AreReadAsWritten)
{
    EXPECT_EQ(read(GetParam().text), GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    HalvesOfTheDay, RowTimes,
    testing::Values(
        Row{"9:45 AM upgrade", "09:45| upgrade"}, Row{"10:00AM outage", "10:00| outage"},
        Row{"9:02a page", "09:02| page"}, Row{"12:28p mail", "12:28| mail"}, Row{"12:26 AM outage", "00:26| outage"},
        Row{"14:15pm: text", "14:15|: text"}, Row{"8 p.m. back", "20:00| back"}, Row{"7 PM - text", "19:00| - text"},
        Row{"19.00 AC merged", "19:00| AC merged"}, Row{"15:33 After lunch", "15:33| After lunch"},
        Row{"07:00 Prow is slow", "07:00| Prow is slow"}, Row{"10:00 M", "10:00| M"}));

INSTANTIATE_TEST_SUITE_P(
    OtherClocks, RowTimes,
    testing::Values(
        Row{"13:00:56 alert", "13:00:56| alert"}, Row{"14:?? scaled", "14| scaled"}, Row{"14h30 back", "14:30| back"},
        Row{"8.48 SB made it", "08:48| SB made it"}, Row{"24:10 no", "none"}, Row{"10:75 no", "none"},
        Row{"1:2 no", "none"}, Row{"10:20:30:40 no", "none"}, Row{"45 nodes", "none"}));

INSTANTIATE_TEST_SUITE_P(
    Dates, RowTimes,
    testing::Values(
        Row{"2021-09-06 07:30 roll", "2021-09-06T07:30| roll"}, Row{"16 th January 2024, we", "2024-01-16|, we"},
        Row{"5 th of September 2020 around 9:45 am (GMT + 1) we", "2020-09-05T09:45:00+01:00| we"},
        Row{"December 18, 2023, 10:45 AM (UTC)", "2023-12-18T10:45:00+00:00|"},
        Row{"Sep 27 2017 13:06", "2017-09-27T13:06|"}, Row{"March 12 19:57 ", "--03-12T19:57| "},
        Row{"06/May/2022 2:17 PM", "2022-05-06T14:17|"}, Row{"5 Octobre 2022", "2022-10-05|"},
        Row{"January23 2022", "2022-01-23|"}, Row{"September 5,, 2022", "2022-09-05|"},
        Row{"Wednesday, 2023-01-25 at 09:15 UTC", "2023-01-25T09:15:00+00:00|"},
        Row{"2026-04-08T15:47:00.000Z", "2026-04-08T15:47:00+00:00|"},
        Row{"20202-01-16 12:00 text", "2020-01-16T12:00| text"}, Row{"2023-MM-DD HH:mm", "none"},
        Row{"HH:mm text", "none"}));

INSTANTIATE_TEST_SUITE_P(
    Zones, RowTimes,
    testing::Values(
        Row{"2024-01-05 00:05 PST up", "2024-01-05T00:05:00-08:00| up"},
        Row{"2022-04-25 00:00 (GMT-04:00) x", "2022-04-25T00:00:00-04:00| x"},
        Row{"2022-04-25 10:15 AM GMT+02:00", "2022-04-25T10:15:00+02:00|"},
        Row{"2022-04-25 20:20 GST : halts", "2022-04-25T20:20| : halts"}));

TEST(WrittenTimes, ADashBeforeAnErrorCodeIsNoRangeAndNoOffset)
{
    const auto found = timeAt("12:00  -550 Error", 0);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->end, 5U);
    EXPECT_FALSE(found->until);
    EXPECT_TRUE(found->zone.text.empty());
}

TEST(WrittenTimes, ADashBetweenTwoClocksIsARange)
{
    for (const char *text :
         {"10:00 - 10:20 down", "10:00-10:20 down", "10:00 \u2013 10:20 down", "10:00 to 10:20 down"}) {
        const auto found = timeAt(text, 0);
        ASSERT_TRUE(found && found->until) << text;
        EXPECT_EQ(isoText(found->time), "10:00") << text;
        EXPECT_EQ(isoText(*found->until), "10:20") << text;
    }
}

TEST(WrittenTimes, TheEndOfARangeLendsItsHalfAndItsZone)
{
    const auto found = timeAt("1:46 - 5:30 pm WAT", 0);
    ASSERT_TRUE(found && found->until);
    EXPECT_EQ(found->time.clock, (ClockTime{.hour = 13, .minute = 46, .second = {}}));
    EXPECT_EQ(found->until->clock, (ClockTime{.hour = 17, .minute = 30, .second = {}}));
    EXPECT_EQ(found->time.zone, "WAT");
    EXPECT_EQ(found->time.offset, std::chrono::hours(1));
}

TEST(WrittenTimes, ATildeOrAboutMakesATimeApproximate)
{
    EXPECT_EQ(timeAt("~10:45 slow", 0)->time.precision, Precision::Approximate);
    EXPECT_EQ(timeAt("around 10:45 slow", 0)->time.precision, Precision::Approximate);
    EXPECT_EQ(timeAt("10:45 slow", 0)->time.precision, Precision::Exact);
    EXPECT_EQ(timeAt("14:?? scaled", 0)->time.precision, Precision::Hour);
    EXPECT_EQ(timeAt("2024-01-16", 0)->time.precision, Precision::Day);
    EXPECT_EQ(timeAt("--:-- unknown", 0)->time.precision, Precision::Unknown);
}

TEST(WrittenTimes, ANumericDateIsReadInTheDocumentsOrder)
{
    const std::string_view text = "03/10/2021 10:00";
    EXPECT_EQ(read(text, {.order = DayOrder::DayFirst, .dotClocks = false}), "2021-10-03T10:00|");
    EXPECT_EQ(read(text, {.order = DayOrder::MonthFirst, .dotClocks = false}), "2021-03-10T10:00|");
    EXPECT_TRUE(timeAt("9/11/18", 0)->isOrderOpen);
    EXPECT_FALSE(timeAt("23/11/2018", 0)->isOrderOpen);
    EXPECT_EQ(timeAt("23/11/2018", 0)->shownOrder, DayOrder::DayFirst);
}

TEST(WrittenTimes, ASlipOfThePenIsMarked)
{
    EXPECT_TRUE(timeAt("20202-01-16 12:00", 0)->isSlip);
    EXPECT_FALSE(timeAt("2020-01-16 12:00", 0)->isSlip);
}

TEST(WrittenTimes, TheWordsAreKept)
{
    EXPECT_EQ(timeAt("10:15AM\tRollback", 0)->time.text, "10:15AM");
    EXPECT_EQ(timeAt("2:17 PM (GMT) mail", 0)->time.text, "2:17 PM (GMT)");
}

TEST(WrittenTimes, ASentenceGivesAllItsTimesInOrder)
{
    const auto times =
        timesIn("Down from 10:05 AM to 10:15 AM WAT on June 9th, 2024, see v2.10 and 14.04, up by 1:30 PM.");
    ASSERT_EQ(times.size(), 2U);
    EXPECT_EQ(isoText(times[0].time), "2024-06-09T10:05:00+01:00");
    EXPECT_EQ(times[0].time.zone, "WAT");
    ASSERT_TRUE(times[0].until);
    EXPECT_EQ(isoText(*times[0].until), "2024-06-09T10:15:00+01:00");
    EXPECT_EQ(isoText(times[1].time), "13:30");
}

TEST(WrittenTimes, ADayAloneHasAZoneOnlyInBrackets)
{
    EXPECT_EQ(timeAt("16 January 2024 (UTC)", 0)->zone.text, "UTC");
    EXPECT_EQ(timeAt("16 January 2024 (UTC)", 0)->time.precision, Precision::Day);
    EXPECT_TRUE(timeAt("16 January 2024 EAT nothing", 0)->zone.text.empty());
}

TEST(WrittenTimes, AddressesHoldNoTimes)
{
    EXPECT_TRUE(timesIn("see https://chat.example/archives/2021-09-06/10:20 and id p1673448593904699").empty());
}

TEST(WrittenTimes, AWallOfMarksHoldsNoTime)
{
    EXPECT_TRUE(timesIn(std::string(1 << 20, '[')).empty());
    EXPECT_TRUE(timesIn(std::string(1 << 20, '9')).empty());
    EXPECT_TRUE(timesIn(std::string(1 << 20, 'm')).empty());
}

} // namespace
} // namespace downtimeline
