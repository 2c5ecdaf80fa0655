// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/writtenclocks.h"
#include "models/documents/writtendates.h"
#include "models/documents/writtentimes.h"

#include <gtest/gtest.h>

#include <cstdio>

namespace downtimeline {
namespace {

std::string shown(const FoundDate &date)
{
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year.value_or(0), date.month, date.day);
    return text;
}

struct Row
{
    const char *text;
    const char *expected; ///< year 0 where none is written, a bar, and what is left
};

class DateRows : public testing::TestWithParam<Row>
{};

TEST_P(DateRows, AreRead)
{
    const std::string_view text = GetParam().text;
    const auto found = dateAt(text, 0);
    const std::string read = found ? shown(*found) + "|" + std::string(text.substr(found->end)) : "none";
    EXPECT_EQ(read, GetParam().expected) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, DateRows,
    testing::Values(
        Row{"2023-02-03 x", "2023-02-03| x"}, Row{"2023/02/03", "2023-02-03|"}, Row{"2023.2.3", "2023-02-03|"},
        Row{"2023-2-3", "2023-02-03|"}, Row{"23/02/2023", "2023-02-23|"}, Row{"02/23/2023", "2023-02-23|"},
        Row{"23.02.2023", "2023-02-23|"}, Row{"3.2.2023", "2023-02-03|"}, Row{"2/3/23", "2023-02-03|"},
        Row{"23-02-2023", "2023-02-23|"}, Row{"20232-02-03", "2023-02-03|"}, Row{"2023-13-03", "none"},
        Row{"2023-02-32", "none"}, Row{"2023-02-033", "none"}, Row{"1823-02-03", "none"}, Row{"2023-02", "none"},
        Row{"2023-02/03", "none"}, Row{"13/13/2023", "none"}, Row{"0/2/2023", "none"}, Row{"1.2.3", "none"},
        Row{"10-20", "none"}, Row{"192.168.10.1", "none"}, Row{"", "none"}));

INSTANTIATE_TEST_SUITE_P(
    Names, DateRows,
    testing::Values(
        Row{"3 February 2023", "2023-02-03|"}, Row{"3 Feb", "0000-02-03|"},
        Row{"3rd of February, 2023.", "2023-02-03|."}, Row{"3 rd February", "0000-02-03|"},
        Row{"03-Feb-2023", "2023-02-03|"}, Row{"3/Feb/2023", "2023-02-03|"}, Row{"February 3, 2023", "2023-02-03|"},
        Row{"Feb 3rd 2023", "2023-02-03|"}, Row{"Feb. 3, 2023", "2023-02-03|"}, Row{"Feb-03", "0000-02-03|"},
        Row{"February the 3rd", "0000-02-03|"}, Row{"Feburary 3, 2023", "2023-02-03|"},
        Row{"Septembre 9", "0000-09-09|"}, Row{"Sept 9", "0000-09-09|"}, Row{"February3 2023", "2023-02-03|"},
        Row{"February 3,, 2023", "2023-02-03|"}, Row{"Friday, February 3, 2023", "2023-02-03|"},
        Row{"Fri 3 Feb 2023", "2023-02-03|"}, Row{"3 February 10:00", "0000-02-03| 10:00"},
        Row{"may 3 machines fail", "none"}, Row{"February 30:10", "none"}, Row{"32 February 2023", "none"},
        Row{"Marching 3", "none"}, Row{"3 machines", "none"}, Row{"February", "none"}, Row{"Fri", "none"}));

TEST(DateTable, AnOrderIsOpenOnlyWhereBothNumbersCanBeMonths)
{
    EXPECT_TRUE(dateAt("2/3/2023", 0)->isOrderOpen);
    EXPECT_FALSE(dateAt("3/3/2023", 0)->isOrderOpen) << "the same either way";
    EXPECT_FALSE(dateAt("2.3.2023", 0)->isOrderOpen) << "dots are day first";
    EXPECT_FALSE(dateAt("2/3/2023", 0, DayOrder::DayFirst)->isOrderOpen);
    EXPECT_EQ(shown(*dateAt("2/3/2023", 0, DayOrder::DayFirst)), "2023-03-02");
    EXPECT_EQ(shown(*dateAt("2/3/2023", 0, DayOrder::MonthFirst)), "2023-02-03");
    EXPECT_EQ(shown(*dateAt("2/23/2023", 0, DayOrder::DayFirst)), "2023-02-23") << "only one reading is a day";
}

TEST(DateTable, ATellingDateShowsItsOrder)
{
    EXPECT_TRUE(dateAt("23/2/2023", 0)->isNumericOrder);
    EXPECT_TRUE(dateAt("23/2/2023", 0)->isDayFirst);
    EXPECT_TRUE(dateAt("2/23/2023", 0)->isNumericOrder);
    EXPECT_FALSE(dateAt("2/23/2023", 0)->isDayFirst);
    EXPECT_FALSE(dateAt("2/3/2023", 0)->isNumericOrder);
    EXPECT_FALSE(dateAt("2023-02-03", 0)->isNumericOrder);
}

TEST(DateTable, MonthsAreKnownInAnyCaseAndNearlySpelt)
{
    EXPECT_EQ(monthOf("JANUARY"), 1);
    EXPECT_EQ(monthOf("dec"), 12);
    EXPECT_EQ(monthOf("Sept"), 9);
    EXPECT_EQ(monthOf("Novembre"), 11);
    for (const char *word : {"", "ma", "mai", "marsh", "decide", "decembering", "junebug", "octopus", "augment"})
        EXPECT_EQ(monthOf(word), 0) << word;
}

class ClockRows : public testing::TestWithParam<Row>
{};

TEST_P(ClockRows, AreRead)
{
    const std::string_view text = GetParam().text;
    const auto found = clockAt(text, 0, true);
    std::string read = "none";
    if (found) {
        WrittenTime time;
        time.clock = found->clock;
        time.precision = found->precision;
        read = isoText(time) + "|" + std::string(text.substr(found->end));
    }
    EXPECT_EQ(read, GetParam().expected) << text;
}

INSTANTIATE_TEST_SUITE_P(
    TwentyFourHours, ClockRows,
    testing::Values(
        Row{"00:00", "00:00|"}, Row{"7:05 x", "07:05| x"}, Row{"23:59:59", "23:59:59|"}, Row{"10:00:60", "10:00:59|"},
        Row{"10:00:07.25 x", "10:00:07.25| x"}, Row{"10:00:07,5", "10:00:07.5|"}, Row{"10.30", "10:30|"},
        Row{"10h30", "10:30|"}, Row{"17:??", "17|"}, Row{"17:xx left", "17| left"}, Row{"--:-- x", "| x"},
        Row{"??:??", "|"}, Row{"24:00", "none"}, Row{"10:60", "none"}, Row{"10:5", "none"}, Row{"100:00", "none"},
        Row{"10", "none"}, Row{"10.30.40.50", "none"}, Row{"10.50% lost", "none"}, Row{"", "none"}));

INSTANTIATE_TEST_SUITE_P(
    Halves, ClockRows,
    testing::Values(
        Row{"12:00 AM", "00:00|"}, Row{"12:00 PM", "12:00|"}, Row{"1:05pm", "13:05|"}, Row{"1:05 p.m. x", "13:05| x"},
        Row{"1:05 a.m", "01:05|"}, Row{"11p x", "none"}, Row{"11 pm x", "23:00| x"}, Row{"11am", "11:00|"},
        Row{"9:15a", "09:15|"}, Row{"9:15p.", "21:15|."}, Row{"9:15 a box", "09:15| a box"},
        Row{"9:15 pods", "09:15| pods"}, Row{"9:15 AMD", "09:15| AMD"}, Row{"9:15 Pam", "09:15| Pam"},
        Row{"14:15 am", "14:15|"}, Row{"13 pm", "none"}, Row{"0 am", "none"}, Row{"9.15 pm", "21:15|"},
        Row{"10:00:30 PM", "22:00:30|"}));

TEST(ClockTable, DotsAreAClockOnlyWhereTheyMay)
{
    EXPECT_TRUE(clockAt("19.00 x", 0, true));
    EXPECT_FALSE(clockAt("19.00 x", 0, false));
    EXPECT_TRUE(clockAt("7.00 pm", 0, false)) << "its half of the day says that it is one";
}

TEST(ClockTable, TheHalfThatWasWrittenIsKept)
{
    EXPECT_EQ(clockAt("1:05pm", 0, false)->meridiem, Meridiem::Pm);
    EXPECT_EQ(clockAt("1:05pm", 0, false)->writtenHour, 1);
    EXPECT_EQ(clockAt("1:05", 0, false)->meridiem, Meridiem::None);
    EXPECT_EQ(inHalf({.hour = 12, .minute = 5, .second = {}}, Meridiem::Am).hour, 0);
    EXPECT_EQ(inHalf({.hour = 12, .minute = 5, .second = {}}, Meridiem::Pm).hour, 12);
    EXPECT_EQ(inHalf({.hour = 15, .minute = 5, .second = {}}, Meridiem::Am).hour, 15);
}

struct Range
{
    const char *text;
    const char *from;
    const char *to; ///< empty: no range
};

class Ranges : public testing::TestWithParam<Range>
{};

TEST_P(Ranges, AreReadOnlyWhereASecondTimeFollows)
{
    const auto found = timeAt(GetParam().text, 0);
    ASSERT_TRUE(found) << GetParam().text;
    EXPECT_EQ(isoText(found->time), GetParam().from) << GetParam().text;
    EXPECT_EQ(found->until ? isoText(*found->until) : "", GetParam().to) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Ranges,
    testing::Values(
        Range{"10:00 - 10:20", "10:00", "10:20"}, Range{"10:00\u201410:20", "10:00", "10:20"},
        Range{"10:00 until 10:20", "10:00", "10:20"}, Range{"10:00 through 10:20", "10:00", "10:20"},
        Range{"2:00 - 3:00 PM", "14:00", "15:00"}, Range{"11:00 - 1:00 PM", "11:00", "13:00"},
        Range{"11:00 AM - 1:00 PM", "11:00", "13:00"}, Range{"10:00 - 550 errors", "10:00", ""},
        Range{"10:00 -550", "10:00", ""}, Range{"10:00 - 2 pods fail", "10:00", ""},
        Range{"10:00 to them", "10:00", ""}, Range{"10:00 and 10:20", "10:00", ""}, Range{"10:00 - --:--", "10:00", ""},
        Range{"2023-02-03 10:00 - 10:20 UTC", "2023-02-03T10:00:00+00:00", "2023-02-03T10:20:00+00:00"},
        Range{"2023-02-03 23:50 to 2023-02-04 00:10", "2023-02-03T23:50", "2023-02-04T00:10"},
        Range{"10:00 UTC - 12:00 CEST", "10:00", "12:00"}, Range{"10:00 UTC - 10:30 UTC", "10:00", "10:30"},
        Range{"10:00 GMT \u2013 10:30", "10:00", "10:30"}));

TEST(RangeTable, BetweenAndJoinsTwoTimes)
{
    const auto times = timesIn("It was slow between 10:00 and 10:20 UTC.");
    ASSERT_EQ(times.size(), 1U);
    ASSERT_TRUE(times[0].until);
    EXPECT_EQ(isoText(*times[0].until), "10:20");
    EXPECT_EQ(times[0].time.zone, "UTC");
    EXPECT_EQ(timesIn("At 10:00 and 10:20 it failed").size(), 2U);
}

TEST(ZonesBehindClocks, ADashBetweenBlanksSeparates)
{
    const auto read = [](std::string_view text) {
        const auto found = timeAt(text, 0);
        return found ? found->zone.text + "|" + std::string(text.substr(found->end)) : std::string("none");
    };
    EXPECT_EQ(read("10:00 UTC - 2 nodes down"), "UTC| - 2 nodes down");
    EXPECT_EQ(read("10:00 UTC - 10 nodes down"), "UTC| - 10 nodes down");
    EXPECT_EQ(read("10:00 GMT \u2013 4 left"), "GMT| \u2013 4 left");
    EXPECT_EQ(read("10:00 UTC-2 nodes down"), "UTC-2| nodes down");
    EXPECT_EQ(read("10:00 UTC + 2 nodes down"), "UTC + 2| nodes down");
    EXPECT_EQ(read("10:00 (GMT - 4) nodes down"), "GMT - 4| nodes down");
    EXPECT_EQ(read("10:00 GMT -4 nodes down"), "GMT -4| nodes down");
}

struct Sentence
{
    const char *text;
    std::size_t count;
};

class Sentences : public testing::TestWithParam<Sentence>
{};

TEST_P(Sentences, HoldThatManyTimes)
{
    EXPECT_EQ(timesIn(GetParam().text).size(), GetParam().count) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Prose, Sentences,
    testing::Values(
        Sentence{"It fell at 10:21 and came back at 10:43.", 2}, Sentence{"On 3 February it fell at 10:21.", 2},
        Sentence{"On 3 February at 10:21 it fell.", 1}, Sentence{"Version 10.21 of 3.4.5 ran on 10.0.0.1:8080.", 0},
        Sentence{"Ratio 4:3, score 10:9, port :8080", 0}, Sentence{"Build 2023-02-03-1021 failed", 0},
        Sentence{"See https://x.example/2023-02-03/10:21 and http://y.example/10:22.", 0},
        Sentence{"trace_10:21:33 and #10:21 and $10:21", 0}, Sentence{"(10:21) [10:22] \"10:23\"", 3},
        Sentence{"~10:21, about 10:22, circa 10:23", 3}, Sentence{"We may 5 times retry", 0}, Sentence{"", 0},
        Sentence{"10:21", 1}));

TEST(SentencePlaces, AreThoseOfEachTime)
{
    const std::string_view text = "fell at 10:21 UTC, rose at 10:43";
    const auto times = timesIn(text);
    ASSERT_EQ(times.size(), 2U);
    EXPECT_EQ(text.substr(times[0].begin, times[0].end - times[0].begin), "10:21 UTC");
    EXPECT_EQ(text.substr(times[1].begin, times[1].end - times[1].begin), "10:43");
}

} // namespace
} // namespace downtimeline
