// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/zones.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono;

struct Row
{
    const char *text;
    int minutesInWinter;
    int minutesInSummer;
    const char *rest = ""; ///< what is left behind the zone
};

class ZoneRows : public testing::TestWithParam<Row>
{};

TEST_P(ZoneRows, HaveTheirOffset)
{
    const Row &row = GetParam();
    const std::string_view text = row.text;
    const auto found = zoneAt(text, 0);
    ASSERT_TRUE(found) << text;
    EXPECT_EQ(text.substr(found->end), row.rest) << text;
    EXPECT_EQ(offsetOn(found->zone, 2023y / January / 15), minutes(row.minutesInWinter)) << text;
    EXPECT_EQ(offsetOn(found->zone, 2023y / July / 15), minutes(row.minutesInSummer)) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Offsets, ZoneRows,
    testing::Values(
        Row{"Z", 0, 0}, Row{"+00:00", 0, 0}, Row{"-03:30", -210, -210}, Row{"+0545", 345, 345}, Row{"+14:00", 840, 840},
        Row{"UTC+2", 120, 120}, Row{"UTC +2", 120, 120}, Row{"UTC-11", -660, -660}, Row{"utc", 0, 0},
        Row{"gmt-5", -300, -300}, Row{"GMT + 05:30", 330, 330}, Row{"GMT\u22123", -180, -180},
        Row{"UTC: down", 0, 0, ": down"}, Row{"GMT, later", 0, 0, ", later"},
        Row{"UTC - 550 errors", 0, 0, " - 550 errors"}));

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, ZoneRows,
    testing::Values(
        Row{"CET", 60, 60}, Row{"CEST", 120, 120}, Row{"EET", 120, 120}, Row{"EEST", 180, 180}, Row{"MSK", 180, 180},
        Row{"WAT", 60, 60}, Row{"CAT", 120, 120}, Row{"EAT", 180, 180}, Row{"SAST", 120, 120}, Row{"EST", -300, -300},
        Row{"EDT", -240, -240}, Row{"MDT", -360, -360}, Row{"PDT", -420, -420}, Row{"HST", -600, -600},
        Row{"JST", 540, 540}, Row{"SGT", 480, 480}, Row{"NPT", 345, 345}, Row{"AEDT", 660, 660}, Row{"NZST", 720, 720},
        Row{"EST the site", -300, -300, " the site"}));

INSTANTIATE_TEST_SUITE_P(
    ThatFollowTheSeasons, ZoneRows,
    testing::Values(
        Row{"PT", -480, -420}, Row{"ET", -300, -240}, Row{"Pacific Time", -480, -420},
        Row{"US Eastern Time", -300, -240}, Row{"Mountain Time", -420, -360}, Row{"Central Time", -360, -300},
        Row{"British Time", 0, 60}, Row{"Central European Time", 60, 120}, Row{"America/New_York", -300, -240},
        Row{"Europe/London", 0, 60}, Row{"Australia/Sydney", 660, 600}, Row{"Africa/Lagos", 60, 60},
        Row{"America/Port-au-Prince", -300, -240}));

INSTANTIATE_TEST_SUITE_P(
    InWords, ZoneRows,
    testing::Values(
        Row{"West Africa Time", 60, 60}, Row{"west african time", 60, 60}, Row{"Central Africa Time", 120, 120},
        Row{"East African Time", 180, 180}, Row{"South African Standard Time", 120, 120},
        Row{"Coordinated Universal Time", 0, 0}, Row{"Greenwich Mean Time", 0, 0},
        Row{"Indian Standard Time", 330, 330}, Row{"Japan Standard Time", 540, 540},
        Row{"Gulf Standard Time", 240, 240}, Row{"Pacific Time zone, then", -480, -420, ", then"}));

TEST(ZoneTable, NamesOfSeveralPlacesHaveNoOffsetOnAnyDay)
{
    for (const char *name : {"CST", "IST", "BST", "GST", "AST", "AMT"}) {
        const auto found = zoneAt(name, 0);
        ASSERT_TRUE(found) << name;
        EXPECT_EQ(offsetOn(found->zone, 2023y / January / 15), std::nullopt) << name;
        EXPECT_EQ(offsetOn(found->zone, std::nullopt), std::nullopt) << name;
        EXPECT_EQ(found->zone.iana, "") << name;
    }
}

TEST(ZoneTable, OtherWordsAndNumbersAreNone)
{
    for (const char *text :
         {"",
          "A",
          "P",
          "AM",
          "PM",
          "ACME",
          "CETA",
          "Easter time",
          "utility",
          "gmtx",
          "UTC2",
          "+1",
          "-550",
          "+99:00",
          "+02:10",
          "-5",
          "+123",
          "Europe/Atlantis",
          "and/or",
          "he/she",
          "24/7",
          "pt",
          "et",
          "cet",
          "Eastern wing",
          "central database",
          "mountain of logs",
          "gulf of errors"})
        EXPECT_FALSE(zoneAt(text, 0)) << text;
}

TEST(ZoneTable, AZoneWithRulesIsOpenWithoutADay)
{
    const auto found = zoneAt("Europe/Berlin", 0);
    ASSERT_TRUE(found);
    EXPECT_EQ(offsetOn(found->zone, std::nullopt), std::nullopt);
    EXPECT_EQ(offsetOn(found->zone, 2023y / February / 30), std::nullopt) << "no such day";
    const auto fixed = zoneAt("CET", 0);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(offsetOn(fixed->zone, std::nullopt), hours(1));
}

TEST(ZoneTable, APlaceInTheMiddleOfATextIsRead)
{
    const auto found = zoneAt("at 10:00 WAT it fell", 9);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->end, 12U);
    EXPECT_FALSE(zoneAt("at 10:00 WAT", 500)) << "past the end";
}

TEST(ZoneTable, ANoteGivesItsFirstKnownZone)
{
    const auto zoneOf = [](std::string_view text) {
        const auto found = zoneIn(text);
        return found ? found->zone.text : std::string("none");
    };
    EXPECT_EQ(zoneOf("Timeline (all times are UTC)"), "UTC");
    EXPECT_EQ(zoneOf("times in Pacific Time, Pacific being the office"), "Pacific Time");
    EXPECT_EQ(zoneOf("clocks show Europe/Paris"), "Europe/Paris");
    EXPECT_EQ(zoneOf("in IST"), "IST");
    EXPECT_EQ(zoneOf("in IST, which is UTC+5:30"), "UTC+5:30") << "a known one outranks an open one";
    EXPECT_EQ(zoneOf("Zone Z of the plant"), "none");
    EXPECT_EQ(zoneOf("no zone at all"), "none");
    EXPECT_EQ(zoneOf("from 10:00 -04:00"), "none") << "a bare offset is beside a time, not in a note";
}

} // namespace
} // namespace downtimeline
