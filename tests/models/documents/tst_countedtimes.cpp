// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/countedtimes.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

struct Counted
{
    const char *text;
    const char *written;
    seconds distance;
};

class CountedForms : public testing::TestWithParam<Counted>
{};

TEST_P(CountedForms, HaveTheirDistance)
{
    const auto counted = countedTimeAt(GetParam().text, 0);
    ASSERT_TRUE(counted) << GetParam().text;
    EXPECT_EQ(counted->text, GetParam().written);
    EXPECT_EQ(counted->end, counted->text.size());
    EXPECT_EQ(counted->distance, Duration(GetParam().distance)) << GetParam().text;
    EXPECT_EQ(counted->namesZero, GetParam().text[0] == 'T');
}

INSTANTIATE_TEST_SUITE_P(
    Rows, CountedForms,
    testing::Values(
        Counted{"T+5m alert", "T+5m", minutes(5)}, Counted{"T+5 min: alert", "T+5 min", minutes(5)},
        Counted{"T + 1h05m: up", "T + 1h05m", minutes(65)}, Counted{"T+1h05 up", "T+1h05", minutes(65)},
        Counted{"T+1h 5m", "T+1h 5m", minutes(65)}, Counted{"T-2h - deploy", "T-2h", hours(-2)},
        Counted{"T\u22122h", "T\u22122h", hours(-2)}, Counted{"T\u201310 minutes", "T\u201310 minutes", minutes(-10)},
        Counted{"T+00:05 alert", "T+00:05", minutes(5)}, Counted{"T+1:05:30", "T+1:05:30", seconds(3930)},
        Counted{"T+90s", "T+90s", seconds(90)}, Counted{"T+1.5h", "T+1.5h", minutes(90)},
        Counted{"T0: down", "T0", seconds(0)}, Counted{"T+0 down", "T+0", seconds(0)},
        Counted{"T-0", "T-0", seconds(0)}, Counted{"T0+5m", "T0+5m", minutes(5)},
        Counted{"T+2 days", "T+2 days", hours(48)}, Counted{"+5 min alert", "+5 min", minutes(5)},
        Counted{"+5m: alert", "+5m", minutes(5)}, Counted{"+00:05", "+00:05", minutes(5)},
        Counted{"-10m deploy", "-10m", minutes(-10)}, Counted{"+120:00", "+120:00", hours(120)}));

TEST(CountedTime, WhatOnlyLooksLikeOneIsNone)
{
    for (const char *text :
         {"",        "T",  "T-shirt", "T+", "T+x", "Tuesday",    "T1 line", "T00 bus", "+5 pods", "+5",
          "+ nodes", "-5", "- 5 min", "5m", "+5%", "+3 minions", "T+5mb",   "t+5m",    "+00:75",  "T+5th minute"})
        EXPECT_FALSE(countedTimeAt(text, 0)) << text;
}

TEST(CountedTime, ANumberWithoutAUnitHasNoDistance)
{
    const auto counted = countedTimeAt("T+5 alert fires", 0);
    ASSERT_TRUE(counted);
    EXPECT_EQ(counted->text, "T+5");
    EXPECT_FALSE(counted->distance);
}

TEST(CountedTime, MayBeginAnywhereAndEndsWithTheText)
{
    const auto counted = countedTimeAt("(T+5m)", 1);
    ASSERT_TRUE(counted);
    EXPECT_EQ(counted->end, 5U);
    EXPECT_FALSE(countedTimeAt("T+5m", 99));
}

struct Zero
{
    const char *text;
    const char *clock;
};

class ZeroForms : public testing::TestWithParam<Zero>
{};

TEST_P(ZeroForms, GiveTheClock)
{
    const auto zero = zeroIn(GetParam().text);
    ASSERT_TRUE(zero) << GetParam().text;
    EXPECT_EQ(isoText(zero->time), GetParam().clock) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, ZeroForms,
    testing::Values(
        Zero{"T0 = 14:02 UTC", "14:02"}, Zero{"All rows count from T0 (14:02 UTC).", "14:02"},
        Zero{"T = 2024-05-06 14:02", "2024-05-06T14:02"}, Zero{"T is 14:02 in the plant's clock", "14:02"},
        Zero{"T+0 14:02 mill stops", "14:02"}, Zero{"T0: 14:02 mill stops", "14:02"},
        Zero{"14:02 UTC (T0) mill stops", "14:02"}, Zero{"14:02 = T0", "14:02"}, Zero{"T0 | 14:02 | stops", "14:02"}));

TEST(Zero, IsNotTakenFromOtherWords)
{
    for (const char *text :
         {"T+5m 14:07 alert", "14:07 (T+5m) alert", "The T at 14:02", "AT0 = 14:02", "T0 was the deploy", "14:02 UTC",
          "GMT 14:02", "T 14:02", ""})
        EXPECT_FALSE(zeroIn(text)) << text;
}

TEST(Zero, AWallOfThemIsReadThrough)
{
    std::string wall;
    while (wall.size() < 200000)
        wall += "T0 T T+5m ";
    EXPECT_FALSE(zeroIn(wall));
}

} // namespace
} // namespace downtimeline
