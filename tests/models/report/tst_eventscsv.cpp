// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/eventscsv.h"
#include "tests/models/report/founding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace downtimeline {
namespace {

using testing::HasSubstr;

std::string csv(const WholeIncident &incident)
{
    std::ostringstream out;
    writeEventsCsv(out, scoped(incident, {}, {}));
    return out.str();
}

TEST(EventsCsv, HasAHeaderAndARowAnEvent)
{
    const std::string text = csv(foundingIncident());
    EXPECT_EQ(std::ranges::count(text, '\n'), 9);
    EXPECT_THAT(
        text, HasSubstr("2024-01-16T10:15:00+01:00,2024-01-16T10:20:00+01:00,rollback,Rollback starts,,,,17\r\n"));
}

TEST(CsvField, QuotesWhatWouldBreakTheRow)
{
    EXPECT_EQ(csvField("a,b"), "\"a,b\"");
    EXPECT_EQ(csvField("say \"stop\""), "\"say \"\"stop\"\"\"");
    EXPECT_EQ(csvField("two\nlines"), "\"two\nlines\"");
    EXPECT_EQ(csvField("plain"), "plain");
}

TEST(EventsCsv, AnEventWithoutADateHasWhatIsKnownOfItsTime)
{
    WholeIncident whole = foundingIncident();
    Event event;
    event.kind = EventKind::Detection;
    event.title = "A customer calls";
    event.time.text = "after lunch";
    whole.events.push_back(event);
    EXPECT_THAT(csv(whole), HasSubstr("after lunch,,detection,A customer calls,"));
    whole.events.back().time.clock = ClockTime{.hour = 13, .minute = 5, .second = {}, .microsecond = 0};
    EXPECT_THAT(csv(whole), HasSubstr("\r\n13:05,,detection,A customer calls,"));
}

class Formula : public testing::TestWithParam<const char *>
{};

TEST_P(Formula, IsMadeHarmless)
{
    EXPECT_EQ(csvField(GetParam()).substr(0, 2), "\"'") << GetParam();
}

INSTANTIATE_TEST_SUITE_P(
    Payloads, Formula,
    testing::Values(
        "=1+1", "=HYPERLINK(\"x\")", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(1)", "\t=1", "\r=1", "  =1", "\"=1",
        "＝1+1", "＠x"));

class PlainNumber : public testing::TestWithParam<const char *>
{};

TEST_P(PlainNumber, IsLeftAlone)
{
    EXPECT_EQ(csvField(GetParam()), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Numbers, PlainNumber, testing::Values("-5.00", "-1e3", "+49", "0", "12.5", "-0"));

} // namespace
} // namespace downtimeline
