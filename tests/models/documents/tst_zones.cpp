// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/zones.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono;

std::optional<seconds> offsetOf(std::string_view text, year_month_day day = 2022y / June / 1)
{
    const auto found = zoneAt(text, 0);
    return found ? offsetOn(found->zone, day) : std::nullopt;
}

TEST(Zones, AnOffsetBehindAName)
{
    EXPECT_EQ(offsetOf("GMT + 1"), hours(1));
    EXPECT_EQ(offsetOf("GMT-04:00"), hours(-4));
    EXPECT_EQ(offsetOf("UTC+5:30"), hours(5) + minutes(30));
    EXPECT_EQ(offsetOf("UTC"), hours(0));
    EXPECT_EQ(offsetOf("+0530"), hours(5) + minutes(30));
}

TEST(Zones, AnAbbreviationThatOnePlaceUses)
{
    EXPECT_EQ(offsetOf("WAT"), hours(1));
    EXPECT_EQ(offsetOf("EET"), hours(2)) << "kept as written, also in June";
    EXPECT_EQ(offsetOf("PST"), hours(-8));
    EXPECT_EQ(offsetOf("PDT"), hours(-7));
}

TEST(Zones, AnAbbreviationThatSeveralPlacesUseStaysOpen)
{
    for (const char *name : {"IST", "CST", "BST", "GST"}) {
        const auto found = zoneAt(name, 0);
        ASSERT_TRUE(found) << name;
        EXPECT_EQ(found->zone.text, name);
        EXPECT_EQ(offsetOf(name), std::nullopt) << name;
    }
}

TEST(Zones, ANameInWords)
{
    EXPECT_EQ(offsetOf("West Central Africa Standard Timezone"), hours(1));
    EXPECT_EQ(offsetOf("Central African Time"), hours(2));
    EXPECT_EQ(offsetOf("Pacific Time"), hours(-7));
    EXPECT_EQ(offsetOf("Pacific Time", 2022y / January / 10), hours(-8));
    EXPECT_EQ(offsetOf("central server"), std::nullopt);
}

TEST(Zones, AnIanaNameFollowsItsRules)
{
    EXPECT_EQ(offsetOf("Europe/Berlin", 2022y / January / 10), hours(1));
    EXPECT_EQ(offsetOf("Europe/Berlin"), hours(2));
    EXPECT_FALSE(zoneAt("and/or", 0));
}

TEST(Zones, OrdinaryWordsAreNone)
{
    for (const char *text : {"AC merged", "Prow", "-550", "+5", "est", "Set", "MTTR"})
        EXPECT_FALSE(zoneAt(text, 0)) << text;
}

TEST(Zones, AHeaderNamesItsZoneAnywhere)
{
    EXPECT_EQ(zoneIn("Time (GMT + 1)")->zone.text, "GMT + 1");
    EXPECT_EQ(zoneIn("All times in PST, on February 8th")->zone.text, "PST");
    EXPECT_EQ(zoneIn("GST is gulf standard time [UTC+04]")->zone.offset, hours(4));
    EXPECT_FALSE(zoneIn("Time"));
}

} // namespace
} // namespace downtimeline
