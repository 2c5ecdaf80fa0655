// SPDX-License-Identifier: GPL-3.0-or-later
// What real documents do, point by point, in plain text and in Markdown.
#include "tests/models/readers/postmortemtest.h"

namespace downtimeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string plainHead = "Print farm stopped on 9 March 2024\n\nTimeline\n";
const std::string markdownHead = "# Print farm stopped on 2024-03-09\n\n## Timeline\n\n";

/// The clocks and words of all rows, without the day.
std::vector<std::string> rows(const ReadIncident &incident)
{
    std::vector<std::string> all;
    for (const std::string &row : told(incident))
        all.push_back(row.starts_with("2024-03-09T") ? row.substr(11) : row);
    return all;
}

TEST(Point1, ALetterBehindATimeIsMostlyTheNextWord)
{
    const ReadIncident read = readOne(
        plainHead + "19.00 AC unit swapped\n19:33 After a while it hums\n20:00 Prow of the ship\n20:05 A cable burns\n"
                    "20:06 PM of the plant is called\n");
    EXPECT_THAT(
        rows(read), ElementsAre(
                        "19:00 AC unit swapped", "19:33 After a while it hums", "20:00 Prow of the ship",
                        "20:05 A cable burns", "20:06 of the plant is called"))
        << "PM behind a time past noon is its half of the day";
}

TEST(Point1, HalvesOfTheDayAreReadInEveryForm)
{
    const ReadIncident read = readOne(
        markdownHead + "- 9:02a printer jams\n- 10:00AM second one jams\n- 12:28p mail\n- 2 PM: paper arrives\n"
                       "- 14:15pm: done\n- 8:20 p.m. back online\n");
    EXPECT_THAT(
        rows(read), ElementsAre(
                        "09:02 printer jams", "10:00 second one jams", "12:28 mail", "14:00 paper arrives",
                        "14:15 done", "20:20 back online"));
}

TEST(Point1, MidnightAndNoonAreNotMixedUp)
{
    const ReadIncident read = readOne(plainHead + "12:26 AM first\n12:40 PM second\n");
    EXPECT_THAT(rows(read), ElementsAre("00:26 first", "12:40 second"));
}

TEST(Point2, ADashMostlySeparates)
{
    for (const std::string &head : {plainHead, markdownHead}) {
        const ReadIncident read = readOne(
            head + "10:00 - 10:20 all jobs wait\n10:30 - the queue drains\n12:00  -550 Error in the spooler\n"
                   "12:10 \u2013 3 printers left\n12:20 -- quiet\n");
        ASSERT_THAT(read.events, SizeIs(5));
        EXPECT_EQ(read.events[0].length, std::chrono::minutes(20));
        EXPECT_EQ(read.events[0].title, "all jobs wait");
        for (std::size_t i = 1; i < 5; ++i)
            EXPECT_FALSE(read.events[i].length) << i;
        EXPECT_EQ(read.events[1].title, "the queue drains");
        EXPECT_EQ(read.events[2].title, "550 Error in the spooler");
        EXPECT_EQ(read.events[3].title, "3 printers left");
        EXPECT_EQ(read.events[4].title, "quiet");
    }
}

TEST(Point2, ARangeOverMidnightEndsOnTheNextDay)
{
    const ReadIncident read = readOne(plainHead + "23:50 - 00:10: jobs wait\n");
    ASSERT_THAT(read.events, SizeIs(1));
    EXPECT_EQ(read.events[0].length, std::chrono::minutes(20));
}

TEST(Point2, ADashBehindAZoneSeparatesToo)
{
    const ReadIncident read = readOne(
        plainHead + "10:00 UTC - 10:30 UTC: jobs wait\n10:40 UTC - 2 printers left\n11:00 UTC \u2013 back online\n");
    ASSERT_THAT(read.events, SizeIs(3));
    EXPECT_EQ(read.events[0].length, std::chrono::minutes(30));
    for (const Event &event : read.events)
        EXPECT_EQ(event.time.offset, std::chrono::seconds(0)) << event.title;
    EXPECT_EQ(read.events[1].title, "2 printers left");
}

TEST(Point2, ARangeThatEndsBeforeItBeginsHasNoLength)
{
    const ReadIncident read = readOne(plainHead + "10:20 - 10:00: jobs wait\n");
    ASSERT_THAT(read.events, SizeIs(1));
    EXPECT_FALSE(read.events[0].length);
}

TEST(Point3, LogsBetweenRowsAreNoRows)
{
    const ReadIncident read = readOne(
        markdownHead +
        "- 10:00 printer jams\n\n```\n10:01 lp0 on fire\n10:02 lp0 still on fire\n```\n\n- 10:05 it is out\n"
        "  ~~~yaml\n  at: 10:06\n  ~~~\n- 10:07 back online\n");
    EXPECT_THAT(rows(read), ElementsAre("10:00 printer jams", "10:05 it is out", "10:07 back online"));
}

TEST(Point3, AFenceThatIsNeverClosedHidesNoRow)
{
    const ReadIncident read = readOne(
        markdownHead + "- 10:00 printer jams\n```\n10:01 lp0 on fire\n- 10:05 it is out\n\n- 10:07 back online\n");
    EXPECT_THAT(
        rows(read), ElementsAre("10:00 printer jams", "10:01 lp0 on fire", "10:05 it is out", "10:07 back online"));
}

TEST(Point4, ATableOfContentsIsNoSection)
{
    const ReadIncident read = readOne(
        "# Print farm stopped on 2024-03-09\n\n- [Summary](#summary)\n- [Timeline](#timeline)\n- [10:00 jam](#jam)\n\n"
        "## Summary\n\nNobody could print.\n\n## Timeline\n\n- 10:00 printer jams\n- 10:07 back online\n");
    EXPECT_THAT(rows(read), ElementsAre("10:00 printer jams", "10:07 back online"));
    EXPECT_EQ(read.incident.summary, "Nobody could print.");
}

TEST(Point4, HeadingLevelsMayBeMixedInOneList)
{
    const ReadIncident read =
        readOne("# Print farm stopped on 2024-03-09\n\n## Timeline\n\n### 10:00\n\nPrinter jams.\n\n## 10:05\n\nIt is "
                "out.\n\n#### 10:07\n\nBack online.\n");
    EXPECT_THAT(rows(read), ElementsAre("10:00 Printer jams.", "10:05 It is out.", "10:07 Back online."));
}

TEST(Point5, TheListMayHaveAnotherNameOrNone)
{
    for (const char *name :
         {"Key events", "Context", "Chronology", "Sequence of events", "Incident log", "Event log"}) {
        const ReadIncident read = readOne(
            std::string("# Print farm stopped on 2024-03-09\n\n## ") + name +
            "\n\n- 10:00 printer jams\n- 10:07 back online\n");
        EXPECT_THAT(rows(read), ElementsAre("10:00 printer jams", "10:07 back online")) << name;
    }
    const ReadIncident none = readOne("Print farm stopped on 9 March 2024\n\n10:00 printer jams\n10:07 back online\n");
    EXPECT_THAT(rows(none), ElementsAre("10:00 printer jams", "10:07 back online"));
}

TEST(Point5, AParagraphMayHoldTheWholeList)
{
    const ReadIncident read =
        readOne(plainHead + "10:00 AM: The printer jams. 10:05 AM: Somebody pulls the plug. 10:07 AM: Back online.\n");
    EXPECT_THAT(
        rows(read), ElementsAre("10:00 The printer jams.", "10:05 Somebody pulls the plug.", "10:07 Back online."));
    for (const Event &event : read.events)
        EXPECT_EQ(event.line, 4);
}

TEST(Point5, AHeadingPerEventMayNameIt)
{
    const ReadIncident read = readOne(
        markdownHead + "### 10:00 Printer jams\n\nPaper everywhere.\n\n### 10:07 Back online\n\nQuiet again.\n");
    EXPECT_THAT(rows(read), ElementsAre("10:00 Printer jams", "10:07 Back online"));
    EXPECT_EQ(read.events.at(0).detail, "Paper everywhere.");
}

TEST(Point5, DateHeadingsGiveTheirDayUntilTheNext)
{
    const ReadIncident read = readOne("# Print farm\n\n## Timeline\n\n### 9 March 2024\n\n- 23:50 printer jams\n- "
                                      "23:55 found\n\n### 10 March 2024\n\n"
                                      "- 00:10 still jammed\n- 08:00 back online\n");
    EXPECT_THAT(
        told(read), ElementsAre(
                        "2024-03-09T23:50 printer jams", "2024-03-09T23:55 found", "2024-03-10T00:10 still jammed",
                        "2024-03-10T08:00 back online"));
    EXPECT_FALSE(asks(read, Question::About::Date)) << "the headings say it";
}

TEST(Point5, SpansAndItemsOfHtmlInMarkdownAreRows)
{
    const ReadIncident read = readOne(
        markdownHead +
        "<ul>\n<li><span class=\"t\">10:00</span> printer jams</li>\n<li><b>10:07</b>: back online</li>\n</ul>\n");
    EXPECT_THAT(rows(read), ElementsAre("10:00 printer jams", "10:07 back online"));
}

TEST(Point6, TheZoneMayStandInTheHeaderTheNoteTheSummaryOrTheTop)
{
    const std::string list = "- 10:00 printer jams\n- 10:07 back online\n";
    const auto offsetOf = [](const std::string &text) { return readOne(text).events.at(0).time.offset; };
    const std::optional<std::chrono::seconds> twoHours = std::chrono::hours(2);
    EXPECT_EQ(offsetOf("# Print farm 2024-03-09\n\n## Timeline (EET)\n\n" + list), twoHours);
    EXPECT_EQ(offsetOf("# Print farm 2024-03-09\n\n## Timeline\n\nAll times are EET.\n\n" + list), twoHours);
    EXPECT_EQ(
        offsetOf("# Print farm 2024-03-09\n\n## Summary\n\nIt jammed at 10:00 EET.\n\n## Timeline\n\n" + list),
        twoHours);
    EXPECT_EQ(offsetOf("# Print farm 2024-03-09\n\nAll times in EET.\n\n## Timeline\n\n" + list), twoHours);
    EXPECT_EQ(offsetOf("# Print farm 2024-03-09\n\n## Timeline\n\n" + list), std::nullopt);
}

TEST(Point6, ANoteMayGiveDayAndZoneAtOnce)
{
    const ReadIncident read = readOne("# Print farm\n\n## Timeline\n\nTimes are in UTC unless otherwise noted, "
                                      "2024-03-09.\n\n- 10:00 printer jams\n");
    EXPECT_THAT(told(read), ElementsAre("2024-03-09T10:00:00+00:00 printer jams"));
}

TEST(Point6, AMissingYearIsTakenFromWhereTheDayStandsWithOne)
{
    const ReadIncident read = readOne("# Print farm\n\n## Summary\n\nOn 9 March it jammed.\n\n## Timeline\n\n- March 9 "
                                      "10:00 printer jams\n\n## Root cause\n\nA part of March 9, 2024 was bent.\n");
    EXPECT_THAT(told(read), ElementsAre("2024-03-09T10:00 printer jams"));
    EXPECT_FALSE(asks(read, Question::About::Year));
}

TEST(Point7, OtherDaysAreNotTheIncidents)
{
    for (const char *label :
         {"Posted: 2024-03-20", "Published 2024-03-20", "**Retro held**: 2024-03-20", "Last modified: 2024-03-20",
          "Reviewed: 2024-03-20"}) {
        const ReadIncident read = readOne(
            std::string("# Print farm\n\n") + label +
            "\n\nOn 2024-03-09 it jammed.\n\n## Timeline\n- 10:00 printer jams\n");
        EXPECT_THAT(rows(read), ElementsAre("10:00 printer jams")) << label;
    }
}

TEST(Point8, AZoneIsKeptAsWritten)
{
    struct Written
    {
        const char *zone;
        std::optional<std::chrono::seconds> offset;
    };
    using std::chrono::hours;
    for (const Written &one :
         {Written{"EET", hours(2)}, Written{"PST", hours(-8)}, Written{"GMT + 3", hours(3)}, Written{"IST", {}},
          Written{"CST", {}}, Written{"BST", {}}, Written{"GST", {}}}) {
        const ReadIncident read = readOne(
            "# Print farm 2024-06-09\n\n## Timeline\n- 10:00 " + std::string(one.zone) + ": printer jams\n- 10:07 " +
            one.zone + ": back online\n");
        ASSERT_THAT(read.events, SizeIs(2)) << one.zone;
        EXPECT_EQ(read.events[0].time.zone, one.zone);
        EXPECT_EQ(read.events[0].time.offset, one.offset) << one.zone;
        EXPECT_EQ(read.incident.zone, one.zone);
        EXPECT_EQ(asks(read, Question::About::Zone), !one.offset) << one.zone;
    }
}

TEST(Point8, AZoneMayBeNamedInWords)
{
    const ReadIncident read =
        readOne("# Print farm 2024-06-09\n\n## Timeline (24-hour clock, East African Time)\n- 10:00 "
                "printer jams\n");
    EXPECT_THAT(told(read), ElementsAre("2024-06-09T10:00:00+03:00 printer jams"));
}

TEST(Point8, AStrayZoneIsReadAsWrittenAndFound)
{
    const ReadIncident read = readOne("# Print farm 2024-06-09\n\n## Timeline\n- 10:00 UTC: printer jams\n- 11:03 CET: "
                                      "found\n- 10:07 UTC: back online\n");
    EXPECT_THAT(
        told(read), ElementsAre(
                        "2024-06-09T10:00:00+00:00 printer jams", "2024-06-09T11:03:00+01:00 found",
                        "2024-06-09T10:07:00+00:00 back online"));
    ASSERT_TRUE(findingOf(read, "two-zones"));
    EXPECT_THAT(findingOf(read, "two-zones")->lines, ElementsAre(5));
}

TEST(Point9, NothingIsSorted)
{
    const ReadIncident read =
        readOne(markdownHead + "- 10:07 UTC back online\n- 10:05 UTC found\n- 10:00 UTC printer jams\n");
    std::vector<int> lines;
    for (const Event &event : read.events)
        lines.push_back(event.line);
    EXPECT_THAT(lines, ElementsAre(5, 6, 7));
    EXPECT_EQ(read.events.at(0).title, "back online");
    EXPECT_EQ(read.events.at(0).time.day, read.events.at(2).time.day)
        << "a list that runs backwards crosses no midnight";
}

TEST(Point9, MidnightWithoutADateIsCrossedOnceAndAsked)
{
    const ReadIncident read = readOne(plainHead + "23:40 UTC printer jams\n00:20 UTC found\n00:45 UTC back online\n");
    EXPECT_THAT(
        told(read), ElementsAre(
                        "2024-03-09T23:40:00+00:00 printer jams", "2024-03-10T00:20:00+00:00 found",
                        "2024-03-10T00:45:00+00:00 back online"));
    EXPECT_TRUE(asks(read, Question::About::Date));
}

TEST(Point9, MidnightIsCrossedIntoTheNextMonthAndYear)
{
    const ReadIncident read =
        readOne("Print farm stopped on 31 December 2023\n\nTimeline\n23:40 UTC printer jams\n00:20 UTC back online\n");
    EXPECT_EQ(isoText(read.events.at(1).time), "2024-01-01T00:20:00+00:00");
    const ReadIncident leap =
        readOne("Print farm stopped on 28 February 2024\n\nTimeline\n23:40 UTC printer jams\n00:20 UTC back online\n");
    EXPECT_EQ(isoText(leap.events.at(1).time), "2024-02-29T00:20:00+00:00");
}

TEST(Point9, ADeclarationAfterTheResolutionStaysThere)
{
    const ReadIncident read =
        readOne(markdownHead + "- 10:00 printer jams\n- 10:07 resolved\n- 10:30 incident declared\n");
    EXPECT_THAT(rows(read), ElementsAre("10:00 printer jams", "10:07 resolved", "10:30 incident declared"));
}

TEST(Point10, ASlipOfThePenDropsNoRow)
{
    const ReadIncident read = readOne("# Print farm\n\n## Timeline\n- 20242-03-09 10:00 printer jams\n- 2024-03-09 "
                                      "10:00 M found\n- 9 Marsch 2024 10:05 "
                                      "called\n- March9 2024 10:06 plugged\n- March 9,, 2024 10:07 back online\n");
    EXPECT_THAT(
        rows(read),
        ElementsAre("10:00 printer jams", "10:00 M found", "10:05 called", "10:06 plugged", "10:07 back online"));
    EXPECT_TRUE(findingOf(read, "odd-date"));
}

TEST(Point10, ARowOfAnotherYearIsKeptAsWritten)
{
    const ReadIncident read = readOne("# Print farm\n\n## Timeline\n- 2024-03-09 10:00 printer jams\n- 2023-03-09 "
                                      "10:05 found\n- 2024-03-09 10:07 up\n");
    EXPECT_EQ(read.events.at(1).time.year, 2023);
    EXPECT_TRUE(findingOf(read, "odd-date"));
}

TEST(Point11, TemplateRowsAreNoEvents)
{
    const ReadIncident read = readOne(
        markdownHead +
        "- HH:mm Short event description.\n- 2024-MM-DD HH:MM first alert\n- xx:xx something\n- 10:00 printer "
        "jams\n- YYYY-MM-DD\n");
    EXPECT_THAT(rows(read), ElementsAre("10:00 printer jams"));
}

TEST(Point11, ATableThatWasNeverFilledInHasNoEvents)
{
    const ReadIncident read = readOne("# Print farm stopped\n\nIt jammed.\n\n## Timeline\n\n| Time | Event "
                                      "|\n|---|---|\n| HH:MM | what |\n| HH:MM | what |\n");
    EXPECT_THAT(read.events, IsEmpty());
}

TEST(Point12, OneDateTellsTheOrderOfAll)
{
    const ReadIncident dayFirst =
        readOne("# Print farm\n\n## Timeline\n- 03/10/2021 10:00 printer jams\n- 13/10/2021 10:07 back online\n");
    EXPECT_THAT(told(dayFirst), ElementsAre("2021-10-03T10:00 printer jams", "2021-10-13T10:07 back online"));
    EXPECT_FALSE(asks(dayFirst, Question::About::DayFirst));
    const ReadIncident monthFirst =
        readOne("# Print farm\n\n## Timeline\n- 03/10/2021 10:00 printer jams\n- 03/13/2021 10:07 back online\n");
    EXPECT_THAT(told(monthFirst), ElementsAre("2021-03-10T10:00 printer jams", "2021-03-13T10:07 back online"));
}

TEST(Point12, AnOrderThatNothingTellsIsAskedOnce)
{
    const ReadIncident read =
        readOne("# Print farm\n\n## Timeline\n- 9/11/18 10:00 UTC printer jams\n- 9/11/18 10:07 UTC back online\n");
    EXPECT_EQ(std::ranges::count(read.questions, Question::About::DayFirst, &Question::about), 1);
    EXPECT_FALSE(
        asks(readOne("# Print farm\n\n## Timeline\n- 9/9/18 10:00 UTC printer jams\n"), Question::About::DayFirst))
        << "both readings are one day";
}

TEST(Point13, TheTitleIsFoundWhereverItStands)
{
    const auto titleOf = [](const std::string &text) {
        return readOne(text + "\n\nTimeline\n10:00 jam\n").incident.title;
    };
    EXPECT_EQ(titleOf("# Print farm stopped"), "Print farm stopped");
    EXPECT_EQ(titleOf("Print farm stopped\n=================="), "Print farm stopped");
    EXPECT_EQ(titleOf("---\ntitle: 'Print farm stopped'\ndate: 2024-03-09\n---\n\ntext"), "Print farm stopped");
    EXPECT_EQ(titleOf("+++\ntitle = \"Print farm stopped\"\n+++\n\ntext"), "Print farm stopped");
    EXPECT_EQ(titleOf("x77-farm\n\nPrint farm stopped on Monday"), "Print farm stopped on Monday");
    EXPECT_EQ(titleOf("### Print farm stopped"), "Print farm stopped");
}

TEST(Point13, ATitleIsNotInvented)
{
    EXPECT_EQ(readOne("Issue Summary\nIt jammed at 10:00.\n\nTimeline\n10:00 jam\n").incident.title, "");
    EXPECT_EQ(readOne("Timeline\n10:00 jam\n10:05 up\n").incident.title, "");
}

TEST(Point14, TheArithmeticIsChecked)
{
    const ReadIncident read =
        readOne("# Print farm 2024-03-09\n\n## Summary\n\nThe outage lasted 67 minutes.\n\n## "
                "Timeline\n- 10:00 UTC: outage begins\n- 10:10 UTC: alert fires\n- 11:09 UTC: back online\n");
    ASSERT_TRUE(findingOf(read, "duration"));
    EXPECT_THAT(findingOf(read, "duration")->message, HasSubstr("67 minutes"));
}

TEST(Point15, MarksAroundTimesAreReadOver)
{
    const ReadIncident read = readOne(
        "\xEF\xBB\xBF" + markdownHead +
        "- :fire: text without a time\n- [10:00] printer jams\n- (10:01) smoke\n- **10:02** \u2014 \u201Cfire\u201D\n- "
        "`10:03` foam\n"
        "- ~10:04 quiet\n- 10:05\u00A0\u2013 plugged\n- 10.06 started\n- 10:?? somebody called\n- --:-- nobody "
        "knows\n");
    EXPECT_THAT(
        rows(read), ElementsAre(
                        "10:00 printer jams", "10:01 smoke", "10:02 \u201Cfire\u201D", "10:03 foam", "10:04 quiet",
                        "10:05 plugged", "10:06 started", "10 somebody called", "2024-03-09 nobody knows"));
    EXPECT_EQ(read.events.at(4).time.precision, Precision::Approximate);
    EXPECT_EQ(read.events.at(7).time.precision, Precision::Hour);
    EXPECT_EQ(read.events.at(8).time.precision, Precision::Unknown);
    EXPECT_FALSE(findingOf(read, "order")) << "an hour without minutes is not before the minutes of that hour";
}

TEST(Point15, ARowWithADateAndNoTimeIsThatDay)
{
    const ReadIncident read =
        readOne("# Print farm\n\n## Timeline\n- 2024-03-01: part bent\n- 2024-03-09 10:00: printer jams\n");
    EXPECT_THAT(told(read), ElementsAre("2024-03-01 part bent", "2024-03-09T10:00 printer jams"));
}

TEST(Point16, KindWordsAreReadInTheirSentence)
{
    const ReadIncident read = readOne(
        markdownHead + "- 10:00 Saw that the latest deployment had not introduced any errors\n- 10:05 Rollback fails\n"
                       "- 10:06 Attempted a rollback\n- 10:07 Restart did not help\n");
    EXPECT_THAT(kinds(read), ElementsAre("investigation", "rollback", "rollback", "restart"));
    EXPECT_EQ(read.events.at(1).progress, Progress::Fails);
    EXPECT_EQ(read.events.at(2).progress, Progress::Begins);
    EXPECT_EQ(read.events.at(3).progress, Progress::Fails);
    EXPECT_TRUE(
        std::ranges::none_of(read.events, [](const Event &event) { return event.kind == EventKind::Recovery; }));
}

TEST(Point17, AStatusPagesHistoryWithoutYearsAsksForThem)
{
    const ReadIncident read =
        readOne("<!DOCTYPE html><html><head><title>Print farm status</title></head><body><h1>Printing is delayed</h1>"
                "<h2>Updates</h2>\n<p><strong>Resolved</strong></p><p>Mar <var>9</var>, <var>10:07</var> UTC</p>\n"
                "<p><strong>Investigating</strong></p><p>Mar <var>9</var>, <var>10:00</var> UTC</p></body></html>\n");
    ASSERT_THAT(read.events, SizeIs(2));
    EXPECT_THAT(told(read), ElementsAre("--03-09T10:07 Resolved", "--03-09T10:00 Investigating"));
    EXPECT_TRUE(asks(read, Question::About::Year));
}

TEST(Point17, AnUpdatesTimeMayStandBelowItsWords)
{
    const ReadIncident read =
        readOne("# Printing is delayed\n\n## Updates\n\n**Resolved** - All jobs are through.\nMarch 9, "
                "2024 10:07 UTC\n\n**Investigating** - Jobs wait.\nMarch 9, 2024 10:00 UTC\n");
    EXPECT_THAT(
        told(read), ElementsAre(
                        "2024-03-09T10:07:00+00:00 Resolved - All jobs are through.",
                        "2024-03-09T10:00:00+00:00 Investigating - Jobs wait."));
    EXPECT_EQ(read.events.at(0).detail, "") << "the next update is not part of this one";
    EXPECT_EQ(read.events.at(0).kind, EventKind::Recovery);
}

} // namespace
} // namespace downtimeline
