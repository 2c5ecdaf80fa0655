// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes of documents that were met after the rules were written; every sample is our own.
#include "tests/models/readers/postmortemtest.h"

namespace downtimeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string listed(const std::string &rows)
{
    return "# Ferry tickets gone on 2023-10-02\n\n## Timeline (UTC)\n\n" + rows;
}

TEST(Shapes, AParagraphOfSentencesThatBeginWithAtIsAListOfRows)
{
    const ReadIncident read = readOne(listed("At 08:15 the first customers reported errors. At 08:20 the on-call "
                                             "engineer acknowledged the page. By 08:50 the shop was back online.\n"));
    EXPECT_THAT(
        told(read), ElementsAre(
                        "2023-10-02T08:15:00+00:00 the first customers reported errors.",
                        "2023-10-02T08:20:00+00:00 the on-call engineer acknowledged the page.",
                        "2023-10-02T08:50:00+00:00 the shop was back online."));
}

TEST(Shapes, ATimeWithinASentenceBeginsNoRow)
{
    const ReadIncident read = readOne(listed("- 08:15: Errors, as on the day before at 08:20 already.\n- 08:30: up\n"));
    EXPECT_THAT(read.events, SizeIs(2));
}

TEST(Shapes, AStatusPagesHistoryIsReadWithoutASectionOfItsOwn)
{
    const ReadIncident read =
        readOne("<!DOCTYPE html>\n<html><head><title>Ferry status</title></head><body>\n<h1>Errors on tickets</h1>\n"
                "<div>Resolved</div><div><span>This incident has been resolved.</span></div>\n"
                "<div>Posted <span></span>Mar <var>4</var>, <var>18:47</var> UTC</div>\n"
                "<div>Monitoring</div><div>A fix is in.</div><div>Posted Mar <var>4</var>, <var>18:05</var> UTC</div>\n"
                "<div>Investigating</div><div><span>We are investigating.</span></div>\n"
                "<div>Posted Mar <var>4</var>, <var>17:31</var> UTC</div>\n</body></html>\n");
    EXPECT_THAT(
        told(read),
        ElementsAre(
            "--03-04T18:47 Resolved - This incident has been resolved.", "--03-04T18:05 Monitoring - A fix is in.",
            "--03-04T17:31 Investigating - We are investigating."));
    EXPECT_TRUE(asks(read, Question::About::Year));
    EXPECT_THAT(read.findings, IsEmpty()) << "the newest first is no contradiction";
}

TEST(Shapes, AOneWordTitleIsNoUpdateThatSwallowsTheRowsBelow)
{
    for (const char *title : {"# Postmortem", "# Resolved", "Investigating", "Update"}) {
        const ReadIncident read =
            readOne(std::string(title) + "\n\n10:00 UTC down\n10:05 UTC alert fires\n10:40 UTC back online\n");
        EXPECT_THAT(read.events, SizeIs(3)) << title;
    }
}

TEST(Shapes, AKeyEventOfManyWordsKeepsItsTimeAtTheEnd)
{
    const ReadIncident read = readOne(
        "# Ferry log\n\n- **Key events**\n  - Fault occurs 2020-09-07 13:05\n  - Team member noticed certificate "
        "errors in the browser: 2020-09-07 13:22\n  - Resolved 2020-09-07 14:50\n");
    EXPECT_THAT(
        told(read),
        ElementsAre(
            "2020-09-07T13:05 Fault occurs", "2020-09-07T13:22 Team member noticed certificate errors in the browser",
            "2020-09-07T14:50 Resolved"));
}

TEST(Shapes, ALogIndentedBelowItsRowIsItsDetail)
{
    const ReadIncident read = readOne(
        listed("- 08:00 Jan reads the job's log:\n\n      2023-10-02 05:12:04 job done\n\n- 08:05 index rebuilt\n"));
    EXPECT_THAT(
        told(read),
        ElementsAre("2023-10-02T08:00:00+00:00 Jan reads the job's log:", "2023-10-02T08:05:00+00:00 index rebuilt"));
    EXPECT_EQ(read.events.at(0).detail, "2023-10-02 05:12:04 job done");
}

TEST(Shapes, AListItemOfTheTemplateIsSkippedAndTold)
{
    ImportBatch batch = readAll(listed("- 08:00 down\n- 08:05 up\n- YYYY-MM-DD add more here\n"));
    ASSERT_THAT(batch.incidents, SizeIs(1));
    EXPECT_THAT(batch.incidents[0].events, SizeIs(2));
    EXPECT_EQ(batch.incidents[0].events.at(1).detail, "");
    ASSERT_THAT(batch.skipped, SizeIs(1));
    EXPECT_EQ(batch.skipped[0].line, 7);
}

TEST(Shapes, ATableInDotClocksCrossesMidnightAndDropsItsTemplateRow)
{
    const ReadIncident read = readOne(
        "# Streams dark, 31/12/2021\n\n## Timeline (24-hour clock, East Africa Time)\n\n| Hour | Description "
        "|\n|---|---|\n| 23.58 | Support escalates |\n| 00.20 | Encoder rolled back |\n| HH.mm | Short text |\n");
    EXPECT_THAT(
        told(read),
        ElementsAre("2021-12-31T23:58:00+03:00 Support escalates", "2022-01-01T00:20:00+03:00 Encoder rolled back"));
    EXPECT_TRUE(asks(read, Question::About::Date));
}

TEST(Shapes, WhoActedIsTakenFromItsOwnColumn)
{
    const ReadIncident read = readOne(
        "# Profiles gone\n\n## Timeline\n\n| Date/Time | Who/What | Action/ Impact |\n|---|---|---|\n| 11/23/2019 "
        "08:22 "
        "PST | Paul | Noticed errors on the dashboard |\n| 11/23/2019 08:55 PST | Ines | Drained the hosts |\n");
    EXPECT_THAT(kinds(read), ElementsAre("detection", "mitigation"));
    EXPECT_EQ(read.events.at(0).actor, "Paul");
    EXPECT_EQ(isoText(read.events.at(0).time), "2019-11-23T08:22:00-08:00");
}

} // namespace
} // namespace downtimeline
