// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule that finds a contradiction fires on one and stays quiet on a near miss.
#include "tests/models/readers/postmortemtest.h"

namespace downtimeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string list =
    "\n\n## Timeline\n\n- 10:00 UTC: Outage begins\n- 10:05 UTC: Alert fires\n- 10:20 UTC: Rollback "
    "begins\n- 10:30 UTC: Rollback complete\n- 10:40 UTC: All traffic is back online\n";

ReadIncident withSummary(const std::string &summary)
{
    return readOne("# Depot offline on 2024-03-09\n\n## Summary\n\n" + summary + list);
}

std::vector<std::string> rules(const ReadIncident &incident)
{
    std::vector<std::string> all;
    for (const Finding &finding : incident.findings)
        all.push_back(finding.rule);
    return all;
}

TEST(Findings, ADocumentThatAgreesWithItselfHasNone)
{
    const ReadIncident read = withSummary("On 9 March 2024 the depot was offline from 10:00 to 10:40 UTC. The outage "
                                          "lasted 40 minutes. It was rolled back at "
                                          "10:30.");
    EXPECT_THAT(rules(read), IsEmpty());
    EXPECT_THAT(read.explained, SizeIs(1));
}

TEST(TwoDates, AnotherDayWithAListedClockIsFound)
{
    const ReadIncident read = withSummary("On 8 March 2024 at 10:00 UTC it began.");
    EXPECT_THAT(rules(read), ElementsAre("two-dates"));
    EXPECT_EQ(read.findings[0].title, "Two dates for one outage");
    EXPECT_THAT(read.findings[0].lines, ElementsAre(1, 5));
}

TEST(TwoDates, AnotherDayWithAnUnlistedClockIsHistory)
{
    EXPECT_THAT(rules(withSummary("The depot was built on 8 March 2020 at 15:00 UTC.")), IsEmpty());
}

TEST(TwoDates, AnotherDayWithoutAClockIsHistory)
{
    EXPECT_THAT(rules(withSummary("The depot was built on 8 March 2020.")), IsEmpty());
}

TEST(TwoDates, TheSameDayInOtherWordsIsOneDay)
{
    EXPECT_THAT(rules(withSummary("On March 9 at 10:00 UTC, Saturday, 9th of March 2024, it began.")), IsEmpty());
}

TEST(TwoDates, AListOverTwoDaysHasTwoDatesByItself)
{
    const ReadIncident read =
        readOne("# Depot offline on 2024-03-09\n\n## Summary\n\nOn 10 March 2024 at 01:00 UTC it came "
                "back.\n\n## Timeline\n- 2024-03-09 23:00 UTC: down\n- 2024-03-10 01:00 UTC: back online\n");
    EXPECT_FALSE(findingOf(read, "two-dates"));
}

TEST(TwoTimes, ASentenceWithAnotherTimeForAListedActionIsFound)
{
    for (const char *sentence : {"It was rolled back at 11:55 UTC.", "The rollback was finished by 11:55 UTC."}) {
        const ReadIncident read = withSummary(sentence);
        ASSERT_THAT(rules(read), ElementsAre("two-times")) << sentence;
        EXPECT_EQ(read.findings[0].title, "Two times for the rollback");
        EXPECT_THAT(read.findings[0].message, HasSubstr("10:30 on line 12"));
        EXPECT_THAT(read.findings[0].lines, ElementsAre(5, 12));
    }
}

TEST(TwoTimes, TheTimeOfAnyListedRowIsNoSecondTime)
{
    EXPECT_THAT(
        rules(withSummary("We began to roll back at 10:20 UTC and it was rolled back at 10:30 UTC.")), IsEmpty());
}

TEST(TwoTimes, AnActionThatIsNotListedHasOneTime)
{
    EXPECT_THAT(rules(withSummary("The router was restarted at 11:55 UTC.")), IsEmpty());
}

TEST(TwoTimes, AClauseBeforeTheActionsClauseDoesNotCount)
{
    EXPECT_THAT(rules(withSummary("After the rollback, lunch was at 11:55 UTC.")), IsEmpty());
}

TEST(TwoZones, OneRowInAnotherZoneIsFoundWithTheUsualOne)
{
    const ReadIncident read =
        readOne("# Depot 2024-03-09\n\n## Timeline\n- 10:00 UTC: down\n- 12:10 EET: found\n- 10:40 UTC: back online\n");
    ASSERT_THAT(rules(read), ElementsAre("two-zones"));
    EXPECT_EQ(read.findings[0].message, "12:10 EET on line 5, where the other times are in UTC.");
}

TEST(TwoZones, AZoneFromTheHeaderAndTheSameBesideARowAreOne)
{
    const ReadIncident read =
        readOne("# Depot 2024-03-09\n\n## Timeline (UTC)\n- 10:00: down\n- 10:10 UTC: found\n- 10:40: up\n");
    EXPECT_THAT(rules(read), IsEmpty());
}

TEST(TwoZones, OneClockInASentenceInAnotherZoneIsFound)
{
    const ReadIncident read = readOne("# Depot 2024-03-09\n\n## Summary\n\nIt fell at 10:00 EST.\n\n## Timeline "
                                      "(UTC)\n- 10:00: down\n- 10:10: found\n- 10:40: up\n");
    ASSERT_THAT(rules(read), ElementsAre("two-zones"));
    EXPECT_THAT(read.findings[0].lines, ElementsAre(5, 8));
}

TEST(TwoZones, ASentenceInAnotherZoneWithItsOwnClockIsFine)
{
    const ReadIncident read = readOne("# Depot 2024-03-09\n\n## Summary\n\nIt fell at 05:00 EST.\n\n## Timeline "
                                      "(UTC)\n- 10:00: down\n- 10:10: found\n- 10:40: up\n");
    EXPECT_FALSE(findingOf(read, "two-zones"));
}

TEST(StatedDuration, OneThatFitsNothingIsFound)
{
    const ReadIncident read = withSummary("The outage lasted 55 minutes.");
    ASSERT_THAT(rules(read), ElementsAre("duration"));
    EXPECT_THAT(read.findings[0].message, HasSubstr("\"55 minutes\" on line 5"));
    EXPECT_THAT(read.findings[0].message, HasSubstr("40 min"));
    EXPECT_THAT(read.explained, IsEmpty());
}

TEST(StatedDuration, OneThatFitsIsExplained)
{
    const ReadIncident read = withSummary("The outage lasted 40 minutes.");
    EXPECT_THAT(rules(read), IsEmpty());
    ASSERT_THAT(read.explained, SizeIs(1));
    EXPECT_EQ(read.explained[0].text, "40 minutes");
    EXPECT_EQ(read.explained[0].line, 5);
    EXPECT_THAT(read.explained[0].to, HasSubstr("10:40 UTC"));
}

TEST(StatedDuration, AboutGivesItSomeRoom)
{
    EXPECT_THAT(rules(withSummary("The outage lasted about 42 minutes.")), IsEmpty());
    EXPECT_THAT(rules(withSummary("The outage lasted about 60 minutes.")), ElementsAre("duration"));
    EXPECT_THAT(rules(withSummary("The outage lasted 42 minutes.")), ElementsAre("duration")) << "without about";
}

TEST(StatedDuration, OtherLengthsAreLeftAlone)
{
    for (const char *sentence :
         {"Jobs may wait 55 minutes.", "A cache lives for 55 minutes.", "Builds take 55 minutes."})
        EXPECT_THAT(rules(withSummary(sentence)), IsEmpty()) << sentence;
}

TEST(StatedDuration, AListOfTwoRowsProvesNothing)
{
    const ReadIncident read = readOne("# Depot 2024-03-09\n\n## Summary\n\nThe outage lasted 55 minutes.\n\n## "
                                      "Timeline\n- 10:00 UTC: note\n- 10:05 UTC: note\n");
    EXPECT_THAT(rules(read), IsEmpty());
}

TEST(StatedBounds, AnAlertBeforeTheStatedStartIsFound)
{
    const ReadIncident read =
        readOne("# Depot 2024-03-09\n\n## Summary\n\nOffline from 10:15 to 10:40 UTC.\n\n## Timeline\n- "
                "10:05 UTC: Alert fires\n- 10:20 UTC: Rollback\n- 10:40 UTC: back online\n");
    ASSERT_THAT(rules(read), ElementsAre("start"));
    EXPECT_EQ(read.findings[0].message, "The outage begins at 10:15 on line 5; the first alert is at 10:05 on line 8.");
}

TEST(StatedBounds, ADeployBeforeTheStatedStartIsItsCauseAndNoContradiction)
{
    const ReadIncident read =
        readOne("# Depot 2024-03-09\n\n## Summary\n\nOffline from 10:15 to 10:40 UTC.\n\n## Timeline\n- "
                "10:05 UTC: Version 3 deployed\n- 10:20 UTC: Rollback\n- 10:40 UTC: back online\n");
    EXPECT_FALSE(findingOf(read, "start"));
}

TEST(StatedBounds, AnEndAfterTheLastRowIsFoundWithFiveMinutesOfGrace)
{
    EXPECT_THAT(rules(withSummary("It was offline from 10:00 to 10:50 UTC.")), ElementsAre("end"));
    EXPECT_THAT(rules(withSummary("It was offline from 10:00 to 10:45 UTC.")), IsEmpty());
    EXPECT_THAT(rules(withSummary("It was offline from 10:00 to 10:30 UTC.")), IsEmpty());
}

TEST(StatedBounds, AnEndBeforeItsStartIsFound)
{
    const auto labelled = [](const std::string &from, const std::string &till) {
        return readOne(
            "# Depot\n\nIncident from: " + from + "\nIncident till: " + till + "\n\n## Timeline\n- 10:00 UTC: down\n");
    };
    ASSERT_TRUE(findingOf(labelled("2024-03-09", "2024-03-08"), "end-before-start"));
    EXPECT_THAT(findingOf(labelled("2024-03-09", "2024-03-08"), "end-before-start")->lines, ElementsAre(3, 4));
    EXPECT_FALSE(findingOf(labelled("2024-03-09", "2024-03-10"), "end-before-start"));
    EXPECT_FALSE(findingOf(labelled("2024-03-09", "2024-03-09"), "end-before-start"));
}

TEST(Order, TimesThatRunBackwardsWithinADayAreFound)
{
    const ReadIncident read = readOne(
        "# Depot 2024-03-09\n\n## Timeline (UTC)\n- 10:00 down\n- 10:30 rolled back\n- 10:20 found\n- 10:40 up\n");
    ASSERT_THAT(rules(read), ElementsAre("order"));
    EXPECT_EQ(read.findings[0].message, "10:30 on line 5 is followed by 10:20 on line 6.");
    EXPECT_THAT(read.findings[0].lines, ElementsAre(5, 6));
}

TEST(Order, EqualTimesAndListsFromTheNewestAreFine)
{
    EXPECT_THAT(
        rules(readOne("# Depot 2024-03-09\n\n## Timeline (UTC)\n- 10:00 down\n- 10:00 found\n- 10:40 up\n")),
        IsEmpty());
    EXPECT_FALSE(findingOf(
        readOne("# Depot 2024-03-09\n\n## Updates (UTC)\n\n### Resolved\n10:40\n\n### Monitoring\n10:20\n\n### "
                "Investigating\n10:00\n"),
        "order"));
}

TEST(Order, AFallOfHalfADayIsMidnight)
{
    EXPECT_FALSE(findingOf(readOne("# Depot 2024-03-09\n\n## Timeline (UTC)\n- 22:00 down\n- 09:30 up\n"), "order"));
}

TEST(Order, DatesThatAreWrittenAreNotMovedOverMidnight)
{
    const ReadIncident read = readOne(
        "# Depot\n\n## Timeline (UTC)\n- 2024-03-09 22:00 down\n- 2024-03-09 09:30 found\n- 2024-03-09 23:00 up\n");
    EXPECT_TRUE(findingOf(read, "order"));
    EXPECT_EQ(read.events.at(1).time.day, 9);
}

TEST(OddDate, OneRowOfAnotherDayBetweenTwoOfOneIsFound)
{
    const ReadIncident read = readOne(
        "# Depot\n\n## Timeline (UTC)\n- 2024-03-09 10:00 down\n- 2024-02-09 10:05 found\n- 2024-03-09 10:40 up\n");
    EXPECT_TRUE(findingOf(read, "odd-date"));
    EXPECT_THAT(findingOf(read, "odd-date")->lines, ElementsAre(5));
}

TEST(OddDate, ANewDayThatStaysIsFine)
{
    const ReadIncident read = readOne(
        "# Depot\n\n## Timeline (UTC)\n- 2024-03-09 23:00 down\n- 2024-03-10 00:05 found\n- 2024-03-10 00:40 up\n");
    EXPECT_THAT(rules(read), IsEmpty());
}

TEST(OddDate, AYearOfFiveDigitsIsFoundWithItsLines)
{
    const ReadIncident read = readOne(
        "# Depot\n\n## Timeline (UTC)\n- 20242-03-09 10:00 down\n- 20242-03-09 10:05 found\n- 2024-03-09 10:40 up\n");
    ASSERT_TRUE(findingOf(read, "odd-date"));
    EXPECT_THAT(findingOf(read, "odd-date")->lines, ElementsAre(4, 5));
}

TEST(OddTime, AHalfWithoutItsFirstLetterIsFound)
{
    EXPECT_TRUE(findingOf(withSummary("It fell at 10:00 M."), "odd-time"));
    EXPECT_FALSE(findingOf(withSummary("It fell at 10:00M."), "odd-time")) << "no time at all";
}

TEST(OddTime, WordsThatBeginWithMAreFine)
{
    EXPECT_FALSE(findingOf(withSummary("It fell at 10:00 Monday."), "odd-time"));
    EXPECT_FALSE(findingOf(withSummary("It fell at 14:00 M."), "odd-time")) << "past noon there is no half to tell";
    EXPECT_FALSE(findingOf(withSummary("It fell at 10:00 AM."), "odd-time"));
}

TEST(StatedBounds, TheOutagesOwnRowLongAfterTheStatedStartIsFound)
{
    const auto at = [](const std::string &clock) {
        return readOne(
            "# Depot 2024-03-09\n\n## Summary\n\nOffline from 21:00 to 23:40 UTC.\n\n## Timeline\n- 21:00 UTC: "
            "Maintenance of the depot\n- " +
            clock + " UTC: Outage begins\n- 23:40 UTC: back online\n");
    };
    ASSERT_THAT(rules(at("22:10")), ElementsAre("start"));
    EXPECT_EQ(
        at("22:10").findings[0].message,
        "The outage begins at 21:00 on line 5; its row in the list is at 22:10 on line 9.");
    EXPECT_THAT(rules(at("21:20")), IsEmpty()) << "half an hour is loose speech";
}

TEST(StatedBounds, TheStartIsComparedOverMidnight)
{
    const ReadIncident read = readOne(
        "# Depot 2024-03-09\n\n## Summary\n\nOffline from 10:30 PM to 6:00 AM (UTC).\n\n## Timeline (UTC)\n- 10:30 "
        "PM: Maintenance\n- 12:26 AM: Outage begins\n- 6:00 AM: back online\n");
    ASSERT_TRUE(findingOf(read, "start"));
    EXPECT_THAT(findingOf(read, "start")->lines, ElementsAre(5, 9));
}

TEST(StatedBounds, ARecoveryLongAfterTheStatedEndIsFound)
{
    const auto until = [](const std::string &clock) {
        return withSummary("It was offline from 09:45 to " + clock + " UTC.");
    };
    ASSERT_THAT(rules(until("10:05")), ElementsAre("end"));
    EXPECT_EQ(
        until("10:05").findings[0].message,
        "The outage ends at 10:05 on line 5; the list has its recovery at 10:40 on line 13.");
    EXPECT_THAT(rules(until("10:15")), IsEmpty());
}

TEST(OddDate, TheYearIsQuotedAsItWasWritten)
{
    const ReadIncident read =
        readOne("# Depot\n\n## Timeline (UTC)\n- 20242-03-09 10:00 down\n- 20242-03-09 10:40 up\n");
    ASSERT_TRUE(findingOf(read, "odd-date"));
    EXPECT_EQ(
        findingOf(read, "odd-date")->message,
        "The year is written as 20242 on lines 4 and 5; its first four digits are read.");
}

/// Documents with one finding each; a line more at the top moves all their lines.
TEST(Findings, KeysSurviveALineMoreInTheDocument)
{
    const std::string rows = "## Timeline (UTC)\n- 10:00 down\n- 10:30 rolled back\n- 10:40 up\n";
    const std::vector<std::string> documents{
        "The outage lasted 55 minutes." + list,
        "It was rolled back at 11:55 UTC." + list,
        "On 8 March 2024 at 10:00 UTC it began." + list,
        "It was offline from 10:00 to 10:50 UTC." + list,
        "It fell at 10:00 M." + list,
        "It fell at 10:00 EST.\n\n" + rows,
        "\n\n## Timeline\n- 10:00 UTC: down\n- 12:10 EET: found\n- 10:40 UTC: up\n",
        "\n\n## Timeline (UTC)\n- 10:00 down\n- 10:30 rolled back\n- 10:20 found\n- 10:40 up\n",
        "\n\n## Timeline (UTC)\n- 2024-03-09 10:00 a\n- 2024-02-09 10:05 b\n- 2024-03-09 10:40 up\n",
        "\n\n## Timeline (UTC)\n- 20242-03-09 10:00 down\n- 2024-03-09 10:40 up\n",
        "Start date: 2024-03-09\nEnd date: 2024-03-08\n\n" + rows};
    for (const std::string &text : documents) {
        const std::string head = "# Depot offline on 2024-03-09\n\n## Summary\n\n";
        const ReadIncident once = readOne(head + text);
        std::string longer(head);
        longer.append("A sentence that was added later.\n\n").append(text);
        const ReadIncident moved = readOne(longer);
        ASSERT_THAT(once.findings, SizeIs(testing::Ge(1U))) << text;
        ASSERT_EQ(once.findings.size(), moved.findings.size()) << text;
        for (std::size_t i = 0; i < once.findings.size(); ++i) {
            EXPECT_EQ(once.findings[i].key, moved.findings[i].key);
            EXPECT_NE(once.findings[i].lines, moved.findings[i].lines) << text;
            EXPECT_THAT(once.findings[i].key, testing::StartsWith(once.findings[i].rule + ":"));
        }
    }
}

TEST(Findings, AnotherFactIsAnotherKey)
{
    EXPECT_NE(
        withSummary("The outage lasted 55 minutes.").findings.at(0).key,
        withSummary("The outage lasted 56 minutes.").findings.at(0).key);
    EXPECT_EQ(withSummary("The outage lasted 55 minutes.").findings.at(0).key, "duration:55 minutes");
}

TEST(Findings, TheSameFactTwiceHasTwoKeys)
{
    const std::string part =
        "- 2024-03-09 10:00 a\n- 2024-02-09 10:05 b\n- 2024-03-09 10:40 up\n- 2024-03-09 10:45 c\n";
    const ReadIncident read = readOne("# Depot\n\n## Timeline (UTC)\n" + part + part);
    std::vector<std::string> keys;
    for (const Finding &finding : read.findings)
        keys.push_back(finding.key);
    std::ranges::sort(keys);
    EXPECT_THAT(keys, SizeIs(testing::Ge(2U)));
    EXPECT_EQ(std::ranges::adjacent_find(keys), keys.end());
}

TEST(Findings, KeysTellThemApartAndSurviveAnotherReading)
{
    const std::string text = "The outage lasted 55 minutes. It was rolled back at 11:55 UTC.";
    const ReadIncident once = withSummary(text);
    const ReadIncident again = withSummary(text);
    ASSERT_THAT(once.findings, SizeIs(2));
    EXPECT_NE(once.findings[0].key, once.findings[1].key);
    EXPECT_EQ(once.findings, again.findings);
    for (const Finding &finding : once.findings) {
        EXPECT_FALSE(finding.title.empty());
        EXPECT_TRUE(finding.message.ends_with('.')) << finding.message;
        EXPECT_FALSE(finding.lines.empty());
    }
}

} // namespace
} // namespace downtimeline
