// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/durations.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono;

FoundDuration only(std::string_view text)
{
    const auto all = durationsIn(text);
    EXPECT_EQ(all.size(), 1U) << text;
    return all.empty() ? FoundDuration{} : all.front();
}

TEST(Durations, AreReadInEveryForm)
{
    EXPECT_EQ(only("lasted 37 minutes").length, minutes(37));
    EXPECT_EQ(only("2 hours and 45 minutes").length, minutes(165));
    EXPECT_EQ(only("1h 28m").length, minutes(88));
    EXPECT_EQ(only("0h 07m").length, minutes(7));
    EXPECT_EQ(only("about 1h50m").length, minutes(110));
    EXPECT_EQ(only("a 30min outage").length, minutes(30));
    EXPECT_EQ(only("1.5 hours").length, minutes(90));
    EXPECT_EQ(only("45-minute outage").length, minutes(45));
}

TEST(Durations, AnOrdinalMinuteIsADurationAsWritten)
{
    const FoundDuration found = only("on the 37 th minute of it");
    EXPECT_EQ(found.text, "37 th minute");
    EXPECT_EQ(found.length, minutes(37));
    EXPECT_TRUE(found.isOrdinal);
}

TEST(Durations, AboutMakesThemApproximate)
{
    EXPECT_TRUE(only("for about 40 minutes").isApproximate);
    EXPECT_FALSE(only("for 40 minutes").isApproximate);
}

TEST(Durations, NumbersWithoutAUnitAreNone)
{
    EXPECT_TRUE(durationsIn("500 errors on 3 machines, 2m3 pods, v1.2 minutes2").size() <= 1);
    EXPECT_TRUE(durationsIn("9:45 minutes later").empty());
    EXPECT_TRUE(durationsIn("the 3rd party").empty());
    EXPECT_TRUE(durationsIn(std::string(1 << 20, '1')).empty());
}

TEST(Durations, TheFinestUnitIsTheStep)
{
    EXPECT_EQ(only("3 hours").step, hours(1));
    EXPECT_EQ(only("3 hours 10 minutes").step, minutes(1));
}

TEST(Percentages, AreReadWithTheirPlace)
{
    const auto all = percentagesIn("100% impact, 0.5 % lost, 120% load");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_DOUBLE_EQ(all[0].value, 100);
    EXPECT_EQ(all[0].end, 4U);
    EXPECT_DOUBLE_EQ(all[1].value, 0.5);
}

struct Stated
{
    const char *text;
    const char *words; ///< as kept; empty: none is read
    int seconds = 0;
};

class StatedDurations : public testing::TestWithParam<Stated>
{};

TEST_P(StatedDurations, AreRead)
{
    const auto all = durationsIn(GetParam().text);
    if (std::string_view(GetParam().words).empty()) {
        EXPECT_TRUE(all.empty()) << GetParam().text;
        return;
    }
    ASSERT_EQ(all.size(), 1U) << GetParam().text;
    EXPECT_EQ(all[0].text, GetParam().words);
    EXPECT_EQ(all[0].length, seconds(GetParam().seconds)) << GetParam().text;
    EXPECT_EQ(std::string_view(GetParam().text).substr(all[0].begin, all[0].end - all[0].begin), all[0].text);
}

INSTANTIATE_TEST_SUITE_P(
    Table, StatedDurations,
    testing::Values(
        Stated{"down for 1 minute.", "1 minute", 60}, Stated{"12 mins", "12 mins", 720},
        Stated{"12 min", "12 min", 720}, Stated{"90 seconds", "90 seconds", 90}, Stated{"90s", "90s", 90},
        Stated{"3 hrs", "3 hrs", 10800}, Stated{"2.5 hours", "2.5 hours", 9000},
        Stated{"1 day, 2 hours and 3 minutes", "1 day, 2 hours and 3 minutes", 93780}, Stated{"1d2h", "1d2h", 93600},
        Stated{"1h 28m 5s", "1h 28m 5s", 5285}, Stated{"a 2-hour outage", "2-hour", 7200},
        Stated{"the 5th minute", "5th minute", 300}, Stated{"on the 2nd hour", "2nd hour", 7200},
        Stated{"3 HOURS", "3 HOURS", 10800}, Stated{"the 3rd day", ""}, Stated{"3 m tall", ""}, Stated{"3 h", ""},
        Stated{"10:30 minutes", ""}, Stated{"v2.30 minutes", ""}, Stated{"5 minutely jobs", ""},
        Stated{"-5 minutes", ""}, Stated{"error 502", ""}, Stated{"10 machines", ""}, Stated{"9999999 minutes", ""},
        Stated{"", ""}));

TEST(Durations, TwoOfTheSameUnitAreTwo)
{
    const auto all = durationsIn("5 minutes and 7 minutes");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].length, minutes(7));
    EXPECT_EQ(durationsIn("5 minutes 2 hours").size(), 2U) << "a larger unit begins anew";
}

TEST(Durations, WordsBeforeMakeThemApproximate)
{
    for (const char *text :
         {"~ 5 minutes", "roughly 5 minutes", "nearly 5 minutes", "over 5 minutes", "Around 5 minutes"})
        EXPECT_TRUE(only(text).isApproximate) << text;
    for (const char *text : {"for 5 minutes", "sabout 5x 5 minutes"})
        EXPECT_FALSE(only(text).isApproximate) << text;
}

TEST(Percentages, AreOnlyThoseOfAWhole)
{
    const auto values = [](std::string_view text) {
        std::vector<double> all;
        for (const FoundPercentage &one : percentagesIn(text))
            all.push_back(one.value);
        return all;
    };
    EXPECT_EQ(values("0%, 50 %, 99.5% and 100%"), (std::vector<double>{0, 50, 99.5, 100}));
    EXPECT_TRUE(values("150% of the load, v5%, 50 percent, %5").empty());
    EXPECT_TRUE(values("").empty());
}

} // namespace
} // namespace downtimeline
