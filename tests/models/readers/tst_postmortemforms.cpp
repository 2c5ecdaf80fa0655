// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/readers/postmortemtest.h"

namespace downtimeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(PostmortemReader, ATableNamesItsZoneAndActorsInTheHeader)
{
    const ReadIncident read =
        readOne("# Payments down, 2024-11-15\n\n## Timeline\n\n| Time (UTC) | Event | Actor |\n|---|---|---|\n"
                "| **14:22** | Deployment completed | CI |\n| 14:51 | Incident resolved | Ann |\n");
    EXPECT_THAT(
        told(read),
        ElementsAre("2024-11-15T14:22:00+00:00 Deployment completed", "2024-11-15T14:51:00+00:00 Incident resolved"));
    EXPECT_EQ(read.events[1].actor, "Ann");
    EXPECT_EQ(read.events[0].line, 7);
}

TEST(PostmortemReader, HeadingsMayBeEventsAndCarryTheDateOn)
{
    const ReadIncident read =
        readOne("# Hub fails\n\n## Timeline\n\nAll times in PST\n\n### Sep 27 2017 13:06\n\nA deployment went out.\n\n"
                "### 13:35\n\nIt is back online.\n\n## Conclusion\n\nAt 15:00 we left.\n");
    EXPECT_THAT(
        told(read),
        ElementsAre(
            "2017-09-27T13:06:00-08:00 A deployment went out.", "2017-09-27T13:35:00-08:00 It is back online."));
}

TEST(PostmortemReader, DateHeadingsGiveTheirDayToTheBulletsBelow)
{
    const ReadIncident read = readOne(
        "# Registry\n\n## Timeline of events\n\n### 2020-02-20\n\n- **22:48 UTC: fix deployed**\n\n### 2020-02-21\n\n"
        "- 09:27 UTC: a user\n  reports trouble\n");
    EXPECT_THAT(told(read), ElementsAre("2020-02-20T22:48:00+00:00 fix deployed", "2020-02-21T09:27:00+00:00 a user"));
    EXPECT_EQ(read.events[1].detail, "reports trouble");
}

TEST(PostmortemReader, KeyEventsMayHaveTheirTimeAtTheEnd)
{
    const ReadIncident read = readOne(
        "# Certificates\n\n- **Key events**\n  - First detected: 2021-07-12 15:44\n  - Resolved 2021-07-13 11:49\n"
        "- **Impact**: none at 16:00\n");
    EXPECT_THAT(told(read), ElementsAre("2021-07-12T15:44 First detected", "2021-07-13T11:49 Resolved"));
}

TEST(PostmortemReader, SeveralRowsMayStandOnOneLine)
{
    const ReadIncident read =
        readOne("Outage on 3 May 2022\n\nTimeline:\n- 10:50 AM: I alerted the team. - 11:00 AM: Traffic was rerouted.\n"
                "12:00pm EAT: slow. 12:06pm EAT: back\n");
    EXPECT_THAT(
        told(read),
        ElementsAre(
            "2022-05-03T10:50:00+03:00 I alerted the team.", "2022-05-03T11:00:00+03:00 Traffic was rerouted.",
            "2022-05-03T12:00:00+03:00 slow.", "2022-05-03T12:06:00+03:00 back"));
}

TEST(PostmortemReader, HtmlItemsInMarkdownAreRows)
{
    const ReadIncident read =
        readOne("# Web down 2024-01-25\n\n## Timeline\n<li><strong>10:30 AM:</strong>Alert fires</li>\n"
                "<li><strong>12:45 PM:</strong><img src=\"a.svg\">Resolved</li>\n");
    EXPECT_THAT(told(read), ElementsAre("2024-01-25T10:30 Alert fires", "2024-01-25T12:45 Resolved"));
}

TEST(PostmortemReader, StatusUpdatesMayComeNewestFirst)
{
    const ReadIncident read = readOne(
        "# Timeouts\n\n## Updates\n\n### Resolved\n2026-04-08T15:47:00.000Z\n\nAll is well.\n\n"
        "### Monitoring\n2026-04-08T15:12:31.000Z\n\nStable.\n\n### Identified\n2026-04-08T15:01:52.000Z\n\nSlow.\n");
    EXPECT_THAT(
        told(read), ElementsAre(
                        "2026-04-08T15:47:00+00:00 Resolved", "2026-04-08T15:12:31+00:00 Monitoring",
                        "2026-04-08T15:01:52+00:00 Identified"));
    EXPECT_EQ(read.events[0].detail, "All is well.");
    EXPECT_FALSE(findingOf(read, "order"));
}

TEST(PostmortemReader, AClockThatFallsBackByHalfADayIsTheNextDayAndIsAsked)
{
    const ReadIncident read =
        readOne("Reboot of 10 May 2020\n\nTimeline (all times in Pacific Time)\n10:30 PM: Reboot begins\n"
                "12:26 AM: Outage begins\n8:30 AM: back online\n");
    EXPECT_THAT(
        told(read), ElementsAre(
                        "2020-05-10T22:30:00-07:00 Reboot begins", "2020-05-11T00:26:00-07:00 Outage begins",
                        "2020-05-11T08:30:00-07:00 back online"));
    EXPECT_TRUE(asks(read, Question::About::Date));
    EXPECT_FALSE(findingOf(read, "order"));
}

TEST(PostmortemReader, TimesThatRunBackwardsAreKeptInOrderAndFound)
{
    const ReadIncident read =
        readOne("# Hub 2017-03-06\n\n## Timeline\n- 22:59 down\n- 23:21 deploy\n- 21:31 found\n- 21:50 back online\n");
    EXPECT_THAT(
        told(read), ElementsAre(
                        "2017-03-06T22:59 down", "2017-03-06T23:21 deploy", "2017-03-06T21:31 found",
                        "2017-03-06T21:50 back online"));
    ASSERT_TRUE(findingOf(read, "order"));
    EXPECT_EQ(findingOf(read, "order")->message, "23:21 on line 5 is followed by 21:31 on line 6.");
}

TEST(PostmortemReader, ThePublicationDayIsNotTheIncidents)
{
    const ReadIncident read = readOne(
        "# Review\n\n**Retro held:** 2021-01-29\n**Incident from:** 2021-01-28\n**Incident till:** 2021-01-23\n\n"
        "## Timeline\n\n19.00 AC merged a change\n19.20 Al rolls back\n");
    EXPECT_THAT(told(read), ElementsAre("2021-01-28T19:00 AC merged a change", "2021-01-28T19:20 Al rolls back"));
    ASSERT_TRUE(findingOf(read, "end-before-start"));
    EXPECT_THAT(findingOf(read, "end-before-start")->lines, ElementsAre(4, 5));
}

TEST(PostmortemReader, AYearThatIsNotTheirsIsNotInventedButAsked)
{
    const ReadIncident read =
        readOne("Issue Summary:\nThe site was down from 3:00 PM to 4:30 PM CAT on April 17th.\n\nTimeline:\n"
                "3:00 PM CAT - Outage detected\n4:00 PM EDT - Cause found\n4:30 PM CAT - Outage resolved\n");
    EXPECT_EQ(read.incident.title, "");
    ASSERT_THAT(read.events, SizeIs(3));
    EXPECT_FALSE(read.events[0].time.year);
    EXPECT_EQ(read.events[0].time.month, 4);
    EXPECT_EQ(read.events[0].time.day, 17);
    EXPECT_FALSE(read.events[0].at);
    EXPECT_TRUE(asks(read, Question::About::Year));
    EXPECT_EQ(read.incident.zone, "CAT");
    ASSERT_TRUE(findingOf(read, "two-zones"));
    EXPECT_THAT(findingOf(read, "two-zones")->lines, ElementsAre(6));
}

TEST(PostmortemReader, AZoneThatSeveralPlacesUseIsKeptAndAsked)
{
    const ReadIncident read =
        readOne("Outage on 5 May 2023\n\nTimeline\n7:37 PM IST: down\n7:57 PM IST: back online\n");
    EXPECT_EQ(read.incident.zone, "IST");
    EXPECT_FALSE(read.incident.offset);
    EXPECT_FALSE(read.events.at(0).time.offset);
    EXPECT_TRUE(asks(read, Question::About::Zone));
}

TEST(PostmortemReader, AZoneNobodyStatedIsAsked)
{
    const ReadIncident read = readOne("Outage on 5 May 2023\n\nTimeline\n7:37 PM: down\n7:57 PM: back online\n");
    EXPECT_EQ(read.events.at(0).time.zoneOrigin, ZoneOrigin::Unstated);
    EXPECT_TRUE(read.events.at(0).at) << "placed as UTC";
    EXPECT_TRUE(asks(read, Question::About::Zone));
}

TEST(PostmortemReader, LeftOverTemplateRowsAreSkippedWithTheirLine)
{
    const ImportBatch batch = readAll("# Nodes\n\n## Timeline\n\nAll times in UTC.\n\n| Time | Event |\n|---|---|\n"
                                      "| 2024-03-13 HH:mm | Short description. |\n| 2024-03-13 10:01 | Node down |\n| "
                                      "2024-03-13 14:?? | Scaled down |\n");
    ASSERT_THAT(batch.incidents, SizeIs(1));
    EXPECT_THAT(
        told(batch.incidents[0]), ElementsAre("2024-03-13T10:01:00+00:00 Node down", "2024-03-13T14 Scaled down"));
    ASSERT_THAT(batch.skipped, SizeIs(1));
    EXPECT_EQ(batch.skipped[0].line, 9);
}

TEST(PostmortemReader, CodeAndActionsHoldNoEvents)
{
    const ReadIncident read =
        readOne("# Down on 2023-01-11\n\n## Timeline\n- 14:22: down\n```\n14:23 log line\n```\n- 14:40: back online\n\n"
                "## Action items\n- 15:00 daily check of the backups\n- Add alerts (owner: Kim)\n");
    EXPECT_THAT(told(read), ElementsAre("2023-01-11T14:22 down", "2023-01-11T14:40 back online"));
    ASSERT_THAT(read.actions, SizeIs(2));
    EXPECT_EQ(read.actions[1].text, "Add alerts");
    EXPECT_EQ(read.actions[1].owner, "Kim");
}

TEST(PostmortemReader, ActionsHaveOwnersAndDueDays)
{
    const ReadIncident read = readOne(
        "# Down on 2023-12-18\n\n## Action items\n\n| Action | Owner | Target Date | Status |\n|---|---|---|---|\n"
        "| Add a canary | Platform | Dec 20 | DONE |\n\nTask: Audit the balancer.\nDeadline: December 22, 2023.\n");
    ASSERT_THAT(read.actions, SizeIs(2));
    EXPECT_EQ(read.actions[0].owner, "Platform");
    EXPECT_EQ(read.actions[0].due, "2023-12-20");
    EXPECT_EQ(read.actions[0].state, Action::State::Done);
    EXPECT_EQ(read.actions[1].text, "Audit the balancer.");
    EXPECT_EQ(read.actions[1].due, "2023-12-22");
}

TEST(PostmortemReader, LabelsGiveSeverityServiceAndTimes)
{
    const ReadIncident read =
        readOne("# Rollback of D\n\n**Severity:** P2 (Service Degraded)\n**Affected Service:** Service-D\n"
                "**Duration:** 14:22 UTC \u2013 14:51 UTC (29 minutes)\n**Date:** November 15, 2024\n");
    EXPECT_EQ(read.incident.severity, Severity::Sev2);
    EXPECT_EQ(read.incident.service, "Service-D");
    ASSERT_TRUE(read.incident.startedAt && read.incident.endedAt);
    EXPECT_EQ(isoText(*read.incident.startedAt), "2024-11-15T14:22:00+00:00");
    ASSERT_THAT(read.explained, SizeIs(1));
    EXPECT_EQ(read.explained[0].text, "29 minutes");
}

TEST(PostmortemReader, AStatedDurationThatFitsNothingIsAFinding)
{
    const std::string rows =
        "## Timeline\n- 10:00 UTC: outage begins\n- 10:05 UTC: alert fires\n- 10:30 UTC: back online\n";
    const ReadIncident wrong = readOne("# Down on 2024-05-06\n\nThe outage lasted 67 minutes.\n\n" + rows);
    ASSERT_TRUE(findingOf(wrong, "duration"));
    EXPECT_THAT(findingOf(wrong, "duration")->lines, ElementsAre(3));
    const ReadIncident right = readOne("# Down on 2024-05-06\n\nThe outage lasted 30 minutes.\n\n" + rows);
    EXPECT_FALSE(findingOf(right, "duration"));
    EXPECT_THAT(right.explained, SizeIs(1));
}

TEST(PostmortemReader, OneRowWithAnotherYearIsKeptAndFound)
{
    const ReadIncident read = readOne(
        "# Pulls\n\n## Timeline\n- 2023-01-11 14:34: found\n- 2022-01-11 14:40 updated\n- 2023-01-11 14:51 known\n");
    EXPECT_THAT(
        told(read), ElementsAre("2023-01-11T14:34 found", "2022-01-11T14:40 updated", "2023-01-11T14:51 known"));
    EXPECT_TRUE(findingOf(read, "odd-date"));
}

TEST(PostmortemReader, AnAlertBeforeTheStatedOutageAndAnEndAfterTheLastEventAreFound)
{
    const std::string rows =
        "\n\nTimeline\n10:45 AM: Monitoring alert fires\n11:30 AM: Found it\n1:00 PM: Back online\n";
    const ReadIncident early = readOne("Issue Summary\nDown from 11:00 AM to 1:00 PM WAT on 3 May 2022." + rows);
    ASSERT_TRUE(findingOf(early, "start"));
    EXPECT_EQ(
        findingOf(early, "start")->message,
        "The outage begins at 11:00 on line 2; the first alert is at 10:45 on line 5.");
    EXPECT_FALSE(findingOf(early, "end"));
    const ReadIncident late =
        readOne("Issue Summary\nBetween the hours of 10:45 and 17:35:08 on 3 May 2022 it was down." + rows);
    ASSERT_TRUE(findingOf(late, "end"));
    EXPECT_EQ(
        findingOf(late, "end")->message,
        "The outage ends at 17:35:08 on line 2; the last event is at 13:00 on line 7.");
}

TEST(PostmortemReader, OneClockInTwoZonesIsFound)
{
    const ReadIncident read =
        readOne("# Web down\n\nReported on August 5th 2022, 18:00 GMT.\n\n### Timeline (24-hour clock, West Central "
                "Africa Standard "
                "Timezone)\n- 17:00: Push begins\n- 18:00: Customers complain\n- 23:00: back online\n");
    ASSERT_TRUE(findingOf(read, "two-zones"));
    EXPECT_THAT(findingOf(read, "two-zones")->lines, ElementsAre(3, 7));
    EXPECT_EQ(read.incident.offset, std::chrono::hours(1));
}

TEST(PostmortemReader, ATimeWithoutItsHalfOfTheDayIsFound)
{
    const ReadIncident read =
        readOne("# Issue Summary:\nDuration: June 9, 2024, 10:00 M to June 10, 2024, 2:00 PM (UTC)\n\n# Timeline:\n"
                "June 9, 2024, 12:15 PM (UTC): alert\nJune 10, 2024, 12:30 PM (UTC): cause known\n");
    EXPECT_TRUE(findingOf(read, "odd-time"));
    EXPECT_THAT(told(read), ElementsAre("2024-06-09T12:15:00+00:00 alert", "2024-06-10T12:30:00+00:00 cause known"));
}

TEST(PostmortemReader, DayAndMonthThatCouldBeSwappedAreAsked)
{
    const std::string rows = "Timeline\n9/11/18 10:00 UTC: down\n9/11/18 10:20 UTC: back online\n";
    EXPECT_TRUE(asks(readOne("Outage\n\n" + rows), Question::About::DayFirst));
    const ReadIncident settled = readOne("Outage of 23/11/2018\n\n" + rows);
    EXPECT_FALSE(asks(settled, Question::About::DayFirst));
    EXPECT_EQ(isoText(settled.events.at(0).time), "2018-11-09T10:00:00+00:00");
}

TEST(PostmortemReader, AWrappedSentenceIsNeitherATitleNorARow)
{
    const ReadIncident read = readOne("# Hub\n\n## Timeline\n\n### 2017-09-27 14:08\n\nLooking at the logs gives "
                                      "some\nconclusions:\n\n### 15:25\n\nBack online.\n");
    EXPECT_THAT(
        told(read), ElementsAre("2017-09-27T14:08 Looking at the logs gives some", "2017-09-27T15:25 Back online."));
    const ReadIncident prose =
        readOne("# Postmortem\n\nAfter the release at\n06:05 Central African Time (CAT) an outage occurred.\n");
    EXPECT_THAT(prose.events, IsEmpty());
    EXPECT_EQ(prose.incident.zone, "Central African Time");
}

TEST(PostmortemReader, DurationsToDetectMayEndAtAnyEvent)
{
    const ReadIncident read = readOne(
        "# 404\n\n## Timeline\n\nAll times in UTC.\n\n| Time | Event |\n|---|---|\n| 2021-09-06 08:00 | All services "
        "down |\n"
        "| 2021-09-06 08:05 | Investigation begins |\n| 2021-09-06 09:08 | All services recovered |\n\n## Stats\n\n"
        "- Time to detection: 5 minutes\n- Time to recovery: 68 minutes\n");
    EXPECT_THAT(read.findings, IsEmpty());
    ASSERT_THAT(read.explained, SizeIs(2));
    EXPECT_EQ(read.explained[1].to, "recovered (2021-09-06 09:08)");
}

TEST(PostmortemReader, LinkTargetsAreNoActions)
{
    const ReadIncident read = readOne("# Down on 2020-02-20\n\n## Action items\n\n- [#2226]: Add logging to the\n  "
                                      "index\n\n[#2226]: https://x.example/2226\n");
    ASSERT_THAT(read.actions, SizeIs(1));
    EXPECT_EQ(read.actions[0].text, "[#2226]: Add logging to the index");
}

TEST(PostmortemReader, ADateColumnHoldsForTheRowsBelowIt)
{
    const ReadIncident read =
        readOne("# Hub\n\n## Timeline\n\n| Date | Time (UTC) | Event |\n|---|---|---|\n| 2023-03-04 | 23:50 | down |\n"
                "| | 23:55 | found |\n| 2023-03-05 | 00:10 | back online |\n");
    EXPECT_THAT(
        told(read), ElementsAre(
                        "2023-03-04T23:50:00+00:00 down", "2023-03-04T23:55:00+00:00 found",
                        "2023-03-05T00:10:00+00:00 back online"));
    EXPECT_THAT(read.questions, IsEmpty());
}

TEST(PostmortemReader, ANoteAboveTheRowsGivesTheirDayAndZone)
{
    const ReadIncident read =
        readOne("# Hub\n\n## Timeline\n\nEverything below is in UTC time unless otherwise noted, 2019-10-21.\n\n"
                "* [13:26] down\n* ~13:40 slow\n* --:-- somebody called\n");
    EXPECT_THAT(
        told(read),
        ElementsAre("2019-10-21T13:26:00+00:00 down", "2019-10-21T13:40:00+00:00 slow", "2019-10-21 somebody called"));
    EXPECT_EQ(read.events.at(1).time.precision, Precision::Approximate);
    EXPECT_EQ(read.events.at(2).time.precision, Precision::Unknown);
}

TEST(PostmortemReader, ARowWithADateAndNoTimeIsADay)
{
    const ReadIncident read =
        readOne("# Hub\n\n## Timeline\n\n- 2019-10-21: certificate made\n- 2019-10-22 10:00 certificate expires\n");
    EXPECT_THAT(told(read), ElementsAre("2019-10-21 certificate made", "2019-10-22T10:00 certificate expires"));
    EXPECT_EQ(read.events.at(0).time.precision, Precision::Day);
}

TEST(PostmortemReader, CurlyQuotesMarksAndCarriageReturnsAreOrdinary)
{
    const ReadIncident read = readOne("\xEF\xBB\xBF# Spot\u2019s site, 2024-05-06\r\n\r\n## Timeline "
                                      ":alarm_clock:\r\n\r\n- 10:00 UTC \u2013 \u201Cdown\u201D\r\n");
    EXPECT_EQ(read.incident.title, "Spot\u2019s site, 2024-05-06");
    EXPECT_THAT(told(read), ElementsAre("2024-05-06T10:00:00+00:00 \u201Cdown\u201D"));
    EXPECT_EQ(read.events.at(0).line, 5);
}

TEST(PostmortemReader, AnUnclosedFenceDoesNotSwallowTheRowsBehindIt)
{
    const ReadIncident read =
        readOne("# Hub 2024-05-06\n\n## Timeline\n\n- 10:00 UTC down\n```\n- 10:05 UTC back online\n");
    EXPECT_THAT(told(read), ElementsAre("2024-05-06T10:00:00+00:00 down", "2024-05-06T10:05:00+00:00 back online"));
}

TEST(PostmortemReader, RowsOutsideATimelineCountOnlyWhereItHasNone)
{
    const ReadIncident none = readOne("# Hub 2024-05-06\n\n## Summary\n\n- 10:00 UTC down\n- 10:05 UTC back online\n");
    EXPECT_THAT(none.events, SizeIs(2));
    const ReadIncident both = readOne("# Hub 2024-05-06\n\n## Summary\n\n- 10:00 UTC down\n\n## Timeline\n- 10:01 UTC "
                                      "down\n- 10:05 UTC back online\n");
    EXPECT_THAT(told(both), ElementsAre("2024-05-06T10:01:00+00:00 down", "2024-05-06T10:05:00+00:00 back online"));
}

TEST(PostmortemReader, ARangeGivesTheEventItsLength)
{
    const ReadIncident read =
        readOne("# Down on 2024-05-06\n\n## Timeline\n- 10:00 - 10:20 UTC: outage\n- 12:00  -550 Error\n");
    ASSERT_THAT(read.events, SizeIs(2));
    EXPECT_EQ(read.events[0].length, std::chrono::minutes(20));
    EXPECT_EQ(read.events[0].lengthOrigin, LengthOrigin::Written);
    EXPECT_FALSE(read.events[1].length);
    EXPECT_EQ(read.events[1].title, "550 Error");
}

TEST(PostmortemReader, AnHtmlPageIsReadWithoutItsTableOfContents)
{
    const ReadIncident read = readOne(
        "<!DOCTYPE html>\n<html><head><title>API server | "
        "Blog</title></head><body>\n<nav><ul><li>11:34</li></ul></nav>\n"
        "<h1>API server down</h1>\n<h2>Timeline</h2>\n<h3>2019-02-25 11:21a</h3>\n<p>The server went down.</p>\n"
        "<h3>12:28p</h3>\n<p>It is back online.</p>\n</body></html>\n");
    EXPECT_EQ(read.incident.title, "API server");
    EXPECT_THAT(
        told(read), ElementsAre("2019-02-25T11:21 The server went down.", "2019-02-25T12:28 It is back online."));
}

} // namespace
} // namespace downtimeline
