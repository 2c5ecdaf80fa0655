// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/readers/postmortemtest.h"

namespace downtimeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::string rows =
    "\n\nTimeline\n9:45 AM UTC: Upgrade begins\n10:00 AM UTC: Outage begins\n10:20 AM UTC: Rollback successful\n"
    "10:22 AM UTC: 60% of traffic is back online\n";

TEST(PostmortemClaims, AnEarlierDayWithAnotherClockIsHistoryAndNoSecondDate)
{
    const ReadIncident read = readOne(
        "Hub down on 16 January 2024\n\nIssue Summary\nThe software dates from 5 September 2020, 3:30 PM." + rows);
    EXPECT_FALSE(findingOf(read, "two-dates"));
}

TEST(PostmortemClaims, AnotherDayWithTheClockOfAnEventIsASecondDate)
{
    const ReadIncident read = readOne(
        "Hub down on 16 January 2024\n\nIssue Summary\nThe upgrade of 5 September 2020, 9:45 AM broke it." + rows);
    ASSERT_TRUE(findingOf(read, "two-dates"));
    EXPECT_EQ(findingOf(read, "two-dates")->message, "16 January 2024 on line 1; 5 September 2020 on line 4.");
}

TEST(PostmortemClaims, ASentenceThatTellsARowAgainIsNoSecondTime)
{
    const ReadIncident same =
        readOne("Hub down on 16 January 2024\n\nIssue Summary\nWe rolled it back at 10:20 AM." + rows);
    EXPECT_FALSE(findingOf(same, "two-times"));
    const ReadIncident other =
        readOne("Hub down on 16 January 2024\n\nIssue Summary\nWe rolled it back at 11:40 AM." + rows);
    ASSERT_TRUE(findingOf(other, "two-times"));
    EXPECT_EQ(findingOf(other, "two-times")->message, "10:20 on line 9; 11:40 AM on line 4.");
}

TEST(PostmortemClaims, TrafficIsStatedByARecoveryAndDerivedOnlyFromAWholeImpact)
{
    const ReadIncident whole = readOne("Hub down on 16 January 2024\n\nIssue Summary\nIt had a 100% impact." + rows);
    ASSERT_THAT(whole.trafficClaims, SizeIs(2));
    EXPECT_DOUBLE_EQ(whole.trafficClaims[0].percent, 60);
    EXPECT_FALSE(whole.trafficClaims[0].derived);
    EXPECT_EQ(whole.trafficClaims[0].line, 10);
    EXPECT_TRUE(whole.trafficClaims[1].derived);
    const ReadIncident part =
        readOne("Hub down on 16 January 2024\n\nIssue Summary\n25% of the users saw errors." + rows);
    EXPECT_THAT(part.trafficClaims, SizeIs(1));
}

TEST(PostmortemClaims, DurationsThatAreNotTheOutagesAreLeftAlone)
{
    const ReadIncident read =
        readOne("Hub down on 16 January 2024\n\nIssue Summary\nCaches expire after 67 minutes." + rows);
    EXPECT_THAT(read.explained, IsEmpty());
    EXPECT_FALSE(findingOf(read, "duration"));
}

TEST(PostmortemClaims, DurationsThatContradictEachOtherAreOneFinding)
{
    const ReadIncident read = readOne(
        "Hub down on 16 January 2024\n\nIssue Summary\nThe outage lasted 50 minutes.\nThe downtime of 90 minutes was "
        "long." +
        rows);
    ASSERT_TRUE(findingOf(read, "duration"));
    EXPECT_THAT(findingOf(read, "duration")->lines, ElementsAre(4, 5));
}

} // namespace
} // namespace downtimeline
