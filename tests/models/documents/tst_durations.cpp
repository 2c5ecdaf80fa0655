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

} // namespace
} // namespace downtimeline
