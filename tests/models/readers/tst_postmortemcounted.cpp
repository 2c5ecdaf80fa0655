// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that tell their distance from another moment; every sample is our own.
#include "models/readers/postmortem/postmortemcounted.h"
#include "tests/models/readers/postmortemtest.h"

namespace downtimeline {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string report(const std::string &rows, const std::string &before = {})
{
    return "# Tram displays dark on 2024-05-06\n\n" + before + "\n## Timeline (UTC)\n\n" + rows;
}

TEST(CountedRows, CountFromTheMomentThatTheDocumentCallsZero)
{
    const ReadIncident read = readOne(report(
        "T0 = 14:02 UTC\n\n- T0: display servers went down\n- T+5m: pager rings\n- T+00:12 - on-call acknowledges\n"
        "- T+1h05m: servers restarted\n- T-2h: firmware deployed\n"));
    EXPECT_THAT(
        told(read), ElementsAre(
                        "2024-05-06T14:02:00+00:00 display servers went down", "2024-05-06T14:07:00+00:00 pager rings",
                        "2024-05-06T14:14:00+00:00 on-call acknowledges", "2024-05-06T15:07:00+00:00 servers restarted",
                        "2024-05-06T12:02:00+00:00 firmware deployed"));
    EXPECT_EQ(read.events.at(1).time.text, "T+5m");
    EXPECT_FALSE(asks(read, Question::About::Date));
}

TEST(CountedRows, SayFromWhatTheyWereCounted)
{
    const ReadIncident read = readOne(report("T0 = 14:02 UTC\n\n- T+5m: pager rings\n- T+9m: acknowledged\n"));
    ASSERT_THAT(read.explained, SizeIs(1));
    EXPECT_EQ(read.explained[0].text, "T+5m");
    EXPECT_EQ(read.explained[0].from, "14:02 on line 6");
    EXPECT_EQ(read.explained[0].to, "14:07");
    EXPECT_EQ(read.explained[0].line, 8);
}

TEST(CountedRows, TheZeroMayStandInASentenceAboveWithItsOwnDay)
{
    const ReadIncident read =
        readOne("# Tram displays dark\n\nTimes count from T0 (2024-05-06 23:50 CEST).\n\n## Timeline\n\n"
                "- T+5 min: pager rings\n- T+15 min: servers restarted\n");
    EXPECT_THAT(
        told(read),
        ElementsAre("2024-05-06T23:55:00+02:00 pager rings", "2024-05-07T00:05:00+02:00 servers restarted"));
}

TEST(CountedRows, TheZeroMayBeARowWithAClockBesideIt)
{
    for (const char *zero :
         {"- T+0 14:02 displays went down\n", "- T0 (14:02): displays went down\n",
          "- 14:02 (T0): displays went down\n", "- 14:02 T+0: displays went down\n"}) {
        const ReadIncident read =
            readOne(report(std::string("- 13:40 firmware deployed\n") + zero + "- T+5m: pager rings\n"));
        EXPECT_THAT(
            told(read), ElementsAre(
                            "2024-05-06T13:40:00+00:00 firmware deployed",
                            "2024-05-06T14:02:00+00:00 displays went down", "2024-05-06T14:07:00+00:00 pager rings"))
            << zero;
    }
}

TEST(CountedRows, AClockBesideTheDistanceIsTheRowsOwn)
{
    const ReadIncident read = readOne(
        report("- T0 14:02: displays went down\n- T+5m (14:08): pager rings\n- 14:20 (T+18m): servers restarted\n"));
    EXPECT_THAT(
        told(read), ElementsAre(
                        "2024-05-06T14:02:00+00:00 displays went down", "2024-05-06T14:08:00+00:00 pager rings",
                        "2024-05-06T14:20:00+00:00 servers restarted"));
}

TEST(CountedRows, CountFromTheStatedStartWhereNothingIsCalledZero)
{
    const ReadIncident read =
        readOne(report("- T+5m: pager rings\n- T+20m: servers restarted\n", "Start time: 2024-05-06 14:02 UTC\n"));
    EXPECT_THAT(
        told(read),
        ElementsAre("2024-05-06T14:07:00+00:00 pager rings", "2024-05-06T14:22:00+00:00 servers restarted"));
}

TEST(CountedRows, CountFromTheRowOfTheOutageElse)
{
    const ReadIncident read = readOne(
        report("- 13:40 firmware deployed\n- 14:02 displays went down\n- +5 min: pager rings\n- +20 min: restarted\n"));
    EXPECT_THAT(
        told(read), ElementsAre(
                        "2024-05-06T13:40:00+00:00 firmware deployed", "2024-05-06T14:02:00+00:00 displays went down",
                        "2024-05-06T14:07:00+00:00 pager rings", "2024-05-06T14:22:00+00:00 restarted"));
}

TEST(CountedRows, WithoutAZeroKeepTheirTextAndAreAskedFor)
{
    const ReadIncident read = readOne(report("- T+5m: pager rings\n- T+20m: servers restarted\n"));
    ASSERT_THAT(read.events, SizeIs(2));
    EXPECT_EQ(read.events[0].title, "pager rings");
    EXPECT_EQ(read.events[0].kind, EventKind::Alert);
    EXPECT_EQ(read.events[0].time.text, "T+5m");
    EXPECT_EQ(isoText(read.events[0].time), "");
    EXPECT_FALSE(read.events[0].at);
    ASSERT_TRUE(asks(read, Question::About::Date));
    ASSERT_FALSE(read.questions.empty());
    EXPECT_THAT(read.questions.front().message, HasSubstr("\"T+5m\" counts from a moment that the document does not"));
    EXPECT_EQ(read.questions.front().line, 6);
}

TEST(CountedRows, WithoutAUnitHaveNoTime)
{
    const ReadIncident read = readOne(report("- T0 14:02 displays went down\n- T+5: pager rings\n- T+9m: restarted\n"));
    ASSERT_THAT(read.events, SizeIs(3));
    EXPECT_FALSE(read.events[1].at);
    EXPECT_EQ(read.events[1].time.text, "T+5");
    EXPECT_EQ(isoText(read.events[2].time), "2024-05-06T14:11:00+00:00");
    ASSERT_FALSE(read.questions.empty());
    EXPECT_THAT(read.questions.front().message, HasSubstr("in which unit"));
}

TEST(CountedRows, ThatMayCountFromTheRowAboveHaveNoTime)
{
    const ReadIncident read = readOne(
        report("- 14:02 displays went down\n- +5 min: pager rings\n- +3 min: acknowledged\n- 14:20 back online\n"));
    ASSERT_THAT(read.events, SizeIs(4));
    EXPECT_FALSE(read.events[1].at);
    EXPECT_FALSE(read.events[2].at);
    EXPECT_TRUE(read.events[3].at);
    ASSERT_FALSE(read.questions.empty());
    EXPECT_THAT(read.questions.front().message, HasSubstr("from the start or from the row above"));
}

TEST(CountedRows, WithoutADayHaveAClockAndTheDayIsAsked)
{
    const ReadIncident read =
        readOne("# Tram displays dark\n\n## Timeline\n\n- T0 23:58 displays went down\n- T+5m: pager rings\n");
    EXPECT_THAT(told(read), ElementsAre("23:58 displays went down", "00:03 pager rings"));
    EXPECT_FALSE(read.events.at(1).at);
    EXPECT_TRUE(asks(read, Question::About::Date));
    EXPECT_TRUE(asks(read, Question::About::Zone));
}

TEST(CountedRows, AnApproximateZeroMakesApproximateRows)
{
    const ReadIncident read = readOne(report("- T0 ~14:02 displays went down\n- T+5m: pager rings\n"));
    ASSERT_THAT(read.events, SizeIs(2));
    EXPECT_EQ(read.events[1].time.precision, Precision::Approximate);
}

TEST(CountedRows, StandInTablesToo)
{
    const ReadIncident read = readOne(report("| Offset | Event |\n|---|---|\n| T0 = 14:02 UTC | Displays went down |\n"
                                             "| T+5m | Pager rings |\n| +00:20 | Servers restarted |\n"));
    EXPECT_THAT(
        told(read), ElementsAre(
                        "2024-05-06T14:02:00+00:00 Displays went down", "2024-05-06T14:07:00+00:00 Pager rings",
                        "2024-05-06T14:22:00+00:00 Servers restarted"));
}

TEST(CountedRows, KeepTheTextBelowThem)
{
    const ReadIncident read = readOne(report("T0 = 14:02\n\n- T+5m: pager rings\n  Nobody was at the desk.\n"));
    ASSERT_THAT(read.events, SizeIs(1));
    EXPECT_EQ(read.events[0].detail, "Nobody was at the desk.");
}

TEST(CountedRows, NumbersWithASignAreNoRows)
{
    const ReadIncident read = readOne(report(
        "- 14:02 displays went down\n- +5 servers added\n- -10 % load\n- 14:20 back online\n", "+5 min of wait\n"));
    EXPECT_THAT(read.events, SizeIs(2));
    EXPECT_THAT(read.explained, IsEmpty());
}

struct Shift
{
    const char *name;
    WrittenTime from;
    seconds by;
    const char *to;
};

WrittenTime written(std::optional<int> year, std::optional<int> month, std::optional<int> day, ClockTime clock)
{
    WrittenTime time;
    time.year = year;
    time.month = month;
    time.day = day;
    time.clock = clock;
    time.precision = Precision::Exact;
    return time;
}

TEST(Shifted, MovesTheClockAndTheDay)
{
    const Shift shifts[] = {
        {"on the day", written(2024, 5, 6, {14, 2}), minutes(5), "2024-05-06T14:07"},
        {"back", written(2024, 5, 6, {14, 2}), -hours(2), "2024-05-06T12:02"},
        {"over midnight", written(2024, 2, 28, {23, 58}), minutes(5), "2024-02-29T00:03"},
        {"back over the year", written(2024, 1, 1, {0, 10}), -minutes(20), "2023-12-31T23:50"},
        {"days", written(2024, 5, 6, {14, 2}), hours(49), "2024-05-08T15:02"},
        {"seconds", written(2024, 5, 6, {14, 2}), seconds(90), "2024-05-06T14:03:30"},
        {"no year", written({}, 5, 6, {14, 2}), minutes(5), "--05-06T14:07"},
        {"no year over midnight", written({}, 5, 6, {23, 58}), minutes(5), "00:03"},
    };
    for (const Shift &one : shifts) {
        const WrittenTime time = shifted(one.from, one.by, "T");
        EXPECT_EQ(isoText(time), one.to) << one.name;
        EXPECT_EQ(time.text, "T");
    }
}

} // namespace
} // namespace downtimeline
