// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/readers/postmortemtest.h"

namespace downtimeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string head = "# Kiosk dark on 2024-03-09\n\n## Timeline\n\n";

std::vector<std::string> clocks(const ReadIncident &incident)
{
    std::vector<std::string> all;
    for (const Event &event : incident.events)
        all.push_back(isoText(event.time));
    return all;
}

TEST(PostmortemTables, ABreakInACellJoinsItsWords)
{
    const ReadIncident read = readOne(
        head + "| Time (UTC) | Event |\n|---|---|\n| 10:00 | Screen dark<br>and silent |\n| 10:07 | Power<br/>is<br "
               "/>back |\n");
    EXPECT_THAT(
        told(read),
        ElementsAre("2024-03-09T10:00:00+00:00 Screen dark and silent", "2024-03-09T10:07:00+00:00 Power is back"));
}

TEST(PostmortemTables, NoOuterBarsAreNeeded)
{
    const ReadIncident read = readOne(head + "Time | Event\n:--- | ---:\n10:00 | Screen dark\n10:07 | Power is back\n");
    EXPECT_THAT(told(read), ElementsAre("2024-03-09T10:00 Screen dark", "2024-03-09T10:07 Power is back"));
}

TEST(PostmortemTables, ColumnsAreFoundByTheirHeaderInAnyOrder)
{
    const ReadIncident read = readOne(
        head + "| Who | What happened | When (UTC) | Link |\n|---|---|---|---|\n| Ada | Screen dark | 10:00 | #1 |\n");
    ASSERT_THAT(read.events, SizeIs(1));
    EXPECT_EQ(read.events[0].actor, "Ada");
    EXPECT_EQ(read.events[0].title, "Screen dark");
    EXPECT_EQ(isoText(read.events[0].time), "2024-03-09T10:00:00+00:00");
    EXPECT_EQ(read.events[0].detail, "#1");
}

TEST(PostmortemTables, ATableWithoutAHeaderIsReadFromItsFirstColumn)
{
    const ReadIncident read = readOne(head + "| 10:00 | Screen dark |\n| 10:07 | Power is back |\n");
    EXPECT_THAT(told(read), ElementsAre("2024-03-09T10:00 Screen dark", "2024-03-09T10:07 Power is back"));
}

TEST(PostmortemTables, AnEmptyTitleIsToldByTheOtherCell)
{
    const ReadIncident read = readOne(
        head + "| Time | Event | Note |\n|---|---|---|\n| 10:00 |  | Screen dark |\n| 10:05 | Found | loose plug |\n");
    EXPECT_EQ(read.events.at(0).title, "Screen dark");
    EXPECT_EQ(read.events.at(1).title, "Found");
    EXPECT_EQ(read.events.at(1).detail, "loose plug");
}

TEST(PostmortemTables, ARowWithoutAReadableTimeIsSkippedWithItsLine)
{
    const ImportBatch batch = readAll(
        head +
        "| Time | Event |\n|---|---|\n| 10:00 | Screen dark |\n| soon | Somebody came |\n| 10:07 | Power is back |\n");
    ASSERT_THAT(batch.incidents, SizeIs(1));
    EXPECT_THAT(clocks(batch.incidents[0]), ElementsAre("2024-03-09T10:00", "2024-03-09T10:07"));
    ASSERT_THAT(batch.skipped, SizeIs(1));
    EXPECT_EQ(batch.skipped[0].line, 8);
    EXPECT_THAT(batch.skipped[0].reason, HasSubstr("No time"));
}

TEST(PostmortemTables, ATemplatesRowIsSkippedWithItsReason)
{
    const ImportBatch batch = readAll(
        head +
        "| Time | Event |\n|---|---|\n| 2024-03-09 HH:mm | Short text |\n| 2024-03-09 10:07 | Power is back |\n");
    ASSERT_THAT(batch.skipped, SizeIs(1));
    EXPECT_EQ(batch.skipped[0].line, 7);
    EXPECT_THAT(batch.skipped[0].reason, HasSubstr("template"));
    EXPECT_THAT(batch.incidents.at(0).events, SizeIs(1));
}

TEST(PostmortemTables, ADateColumnAndAZoneOfTheHeader)
{
    const ReadIncident read = readOne("# Kiosk\n\n## Timeline\n\n| Date | Time (WAT) | Event |\n|---|---|---|\n| 9 "
                                      "March 2024 | 23:50 | Screen dark |\n"
                                      "| 10 March 2024 | 00:10 | Power is back |\n");
    EXPECT_THAT(clocks(read), ElementsAre("2024-03-09T23:50:00+01:00", "2024-03-10T00:10:00+01:00"));
    EXPECT_EQ(read.events.at(0).time.zoneOrigin, ZoneOrigin::Header);
    EXPECT_EQ(read.incident.zone, "WAT");
}

TEST(PostmortemTables, AZoneInACellOutranksTheHeaders)
{
    const ReadIncident read = readOne(
        head + "| Time (UTC) | Event |\n|---|---|\n| 10:00 | Screen dark |\n| 12:05 EET | Found |\n| 10:07 | Power is "
               "back |\n");
    EXPECT_THAT(
        clocks(read),
        ElementsAre("2024-03-09T10:00:00+00:00", "2024-03-09T12:05:00+02:00", "2024-03-09T10:07:00+00:00"));
    EXPECT_EQ(read.events.at(1).time.zoneOrigin, ZoneOrigin::Line);
}

TEST(PostmortemTables, TwoTablesHaveTheirOwnHeaders)
{
    const ReadIncident read = readOne(
        head + "| Time (UTC) | Event |\n|---|---|\n| 10:00 | Screen dark |\n\n### Second shift\n\n| Time (EET) | Event "
               "|\n|---|---|\n| 12:07 | Power is back |\n");
    EXPECT_THAT(clocks(read), ElementsAre("2024-03-09T10:00:00+00:00", "2024-03-09T12:07:00+02:00"));
}

TEST(PostmortemTables, TabsBetweenTextsAreATable)
{
    const ReadIncident read = readOne(
        "Kiosk dark on 9 March 2024\n\nTimeline\nTime (UTC)\tWhat\n10:00 AM\tScreen dark\n10:07 AM\tPower is back\n");
    EXPECT_THAT(clocks(read), ElementsAre("2024-03-09T10:00:00+00:00", "2024-03-09T10:07:00+00:00"));
    EXPECT_EQ(read.events.at(0).title, "Screen dark");
    EXPECT_EQ(read.events.at(0).time.text, "10:00 AM");
}

TEST(PostmortemTables, ARangeInACellIsALength)
{
    const ReadIncident read =
        readOne(head + "| Time | Event |\n|---|---|\n| 10:00 - 10:07 | Screen dark |\n| 10:07\u201310:09 | Boot |\n");
    EXPECT_EQ(read.events.at(0).length, std::chrono::minutes(7));
    EXPECT_EQ(read.events.at(1).length, std::chrono::minutes(2));
    EXPECT_EQ(read.events.at(0).lengthOrigin, LengthOrigin::Written);
}

TEST(PostmortemTables, BracketsAndBoldAroundACellsTimeAreReadOver)
{
    const ReadIncident read =
        readOne(head + "| Time | Event |\n|---|---|\n| **[10:00]** | Screen dark |\n| `10:07` | Power is back |\n");
    EXPECT_THAT(clocks(read), ElementsAre("2024-03-09T10:00", "2024-03-09T10:07"));
}

TEST(PostmortemTables, AnImpactTableHoldsNoEvents)
{
    const ReadIncident read = readOne(
        "# Kiosk dark on 2024-03-09\n\n## Impact\n\n| Start | 10:00 UTC |\n|---|---|\n| Users | 12 |\n\n## Timeline\n\n"
        "| Time (UTC) | Event |\n|---|---|\n| 10:00 | Screen dark |\n| 10:07 | Power is back |\n");
    EXPECT_THAT(clocks(read), ElementsAre("2024-03-09T10:00:00+00:00", "2024-03-09T10:07:00+00:00"));
}

TEST(PostmortemTables, AnHtmlTableIsReadLikeAnyOther)
{
    const ReadIncident read =
        readOne("<!DOCTYPE html>\n<html><body><h1>Kiosk dark on 2024-03-09</h1>\n<h2>Timeline</h2>\n<table>\n"
                "<thead><tr><th>Time (UTC)</th><th>Event</th></tr></thead>\n<tbody>\n<tr><td>10:00</td><td>Screen "
                "dark</td></tr>\n<tr><td>10:07</td><td>Power is back</td></tr>\n</tbody></table></body></html>\n");
    EXPECT_THAT(clocks(read), ElementsAre("2024-03-09T10:00:00+00:00", "2024-03-09T10:07:00+00:00"));
    EXPECT_EQ(read.events.at(0).line, 7);
    EXPECT_EQ(read.events.at(1).line, 8);
}

TEST(PostmortemTables, LinesAreThoseOfTheSource)
{
    const ReadIncident read = readOne(head + "\n\n| Time | Event |\n|---|---|\n| 10:00 | a |\n\n\n\n| 10:07 | b |\n");
    ASSERT_THAT(read.events, SizeIs(2));
    EXPECT_EQ(read.events[0].line, 9);
    EXPECT_EQ(read.events[1].line, 13);
}

TEST(PostmortemTables, ACellsWordsAreNeverMarkup)
{
    const ReadIncident read =
        readOne(head + "| Time | Event |\n|---|---|\n| 10:00 | &lt;b&gt;dark&lt;/b&gt; [link](x) |\n");
    EXPECT_EQ(read.events.at(0).title, "<b>dark</b> link") << "plain text, shown as such";
}

TEST(PostmortemTables, AColumnOfOurKindsTellsTheKindAndKeepsTheTitleWhole)
{
    const ReadIncident read = readOne(
        head + "| Time | Kind | Event |\n|---|---|---|\n| 10:00 | Investigation | Outage of all screens. 10:05: dark "
               "|\n| 10:07 | Acknowledgement | Screens restored |\n");
    ASSERT_THAT(read.events, SizeIs(2)) << "a clock in the words is no further row";
    EXPECT_THAT(kinds(read), ElementsAre("investigation", "acknowledgement"));
    EXPECT_EQ(read.events[0].title, "Outage of all screens. 10:05: dark");
    EXPECT_EQ(read.events[0].detail, "");
    EXPECT_EQ(read.events[0].certainty, 1.0);
}

TEST(PostmortemTables, AKindThatIsNotOneOfOursStaysAWordOfTheRow)
{
    const ReadIncident read = readOne(
        head +
        "| Time | Kind | Event |\n|---|---|---|\n| 10:00 | Drama | Outage of all screens |\n| 10:07 | Recovery | "
        "Back |\n");
    EXPECT_THAT(kinds(read), ElementsAre("outage", "recovery"));
    EXPECT_EQ(read.events.at(0).detail, "Drama");
}

TEST(PostmortemTables, AnEscapedEqualSignIsOne)
{
    EXPECT_EQ(readOne(head + "| Time | Event |\n|---|---|\n| 10:00 | \\=1+1 |\n").events.at(0).title, "=1+1");
}

} // namespace
} // namespace downtimeline
