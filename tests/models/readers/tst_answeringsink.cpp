// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/answeringsink.h"
#include "models/readers/draft/importbatch.h"
#include "tests/models/readers/csvtest.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

Event eventAt(std::optional<int> year, std::optional<int> month, std::optional<int> day, int hour, int minute)
{
    Event event;
    event.title = "something";
    event.line = 4;
    event.time.year = year;
    event.time.month = month;
    event.time.day = day;
    event.time.clock = ClockTime{.hour = hour, .minute = minute, .second = {}, .microsecond = 0};
    event.time.precision = Precision::Exact;
    event.at = instantOf(event.time);
    return event;
}

ImportAnswers berlin(std::optional<QDate> date = {})
{
    return {.zone = QTimeZone("Europe/Berlin"), .date = date};
}

TEST(Answers, TheUsersZoneGivesTheOffsetOfThatDay)
{
    EXPECT_EQ(answered(eventAt(2024, 1, 16, 10, 0).time, berlin()).offset, 1h);
    EXPECT_EQ(answered(eventAt(2024, 7, 16, 10, 0).time, berlin()).offset, 2h);
    EXPECT_EQ(answered(eventAt(2024, 7, 16, 10, 0).time, berlin()).zoneOrigin, ZoneOrigin::User);
}

TEST(Answers, AStatedOffsetStands)
{
    Event event = eventAt(2024, 1, 16, 10, 0);
    event.time.offset = -5h;
    event.time.zoneOrigin = ZoneOrigin::Line;
    EXPECT_EQ(answered(event.time, berlin()), event.time);
}

TEST(Answers, AnHourThatComesTwiceIsTheFirst)
{
    EXPECT_EQ(answered(eventAt(2024, 10, 27, 2, 30).time, berlin()).offset, 2h);
}

TEST(Answers, AnHourThatIsSkippedIsMovedOn)
{
    const WrittenTime time = answered(eventAt(2024, 3, 31, 2, 30).time, berlin());
    EXPECT_EQ(time.offset, 1h); // 02:30 +01:00 is 03:30 +02:00
}

TEST(Answers, TheUsersDayFillsWhatIsMissingOnly)
{
    const ImportAnswers answers{.zone = {}, .date = QDate(2023, 4, 17)};
    const WrittenTime bare = answered(eventAt({}, {}, {}, 10, 0).time, answers);
    EXPECT_EQ(isoText(bare), "2023-04-17T10:00");
    const WrittenTime yearless = answered(eventAt({}, 5, 2, 10, 0).time, answers);
    EXPECT_EQ(isoText(yearless), "2023-05-02T10:00");
    const WrittenTime whole = answered(eventAt(2020, 5, 2, 10, 0).time, answers);
    EXPECT_EQ(isoText(whole), "2020-05-02T10:00");
}

TEST(AnsweringSink, TellsTheFirstEventThatStillHasNoInstant)
{
    BatchSink batch;
    AnsweringSink sink(batch, berlin());
    const std::vector<Event> events{eventAt(2024, 1, 16, 10, 0), eventAt({}, {}, {}, 10, 5)};
    ASSERT_TRUE(sink.events(events));
    EXPECT_EQ(sink.firstWithoutInstant(), 4);
    EXPECT_EQ(batch.batch().incidents.front().events.size(), 2U);
}

TEST(AnsweringSink, WhatTellsNoClockIsNotPutAtMidnight)
{
    BatchSink batch;
    AnsweringSink sink(batch, {.zone = {}, .date = QDate(2023, 4, 17)});
    Event counted;
    counted.time.text = "T+5m";
    counted.line = 6;
    ASSERT_TRUE(sink.events(std::vector{counted}));
    EXPECT_FALSE(batch.batch().incidents.front().events.front().at);
    EXPECT_FALSE(sink.firstWithoutInstant());
}

TEST(AnsweringSink, AnAnsweredQuestionIsNotAskedAgain)
{
    BatchSink batch;
    AnsweringSink sink(batch, berlin());
    ASSERT_TRUE(sink.question({.about = Question::About::Zone, .message = "?", .line = 1}));
    ASSERT_TRUE(sink.question({.about = Question::About::Year, .message = "?", .line = 2}));
    ASSERT_EQ(batch.batch().incidents.front().questions.size(), 1U);
    EXPECT_EQ(batch.batch().incidents.front().questions.front().about, Question::About::Year);
}

ReadSeries seriesRead(std::string text, const ReadOptions &options)
{
    const ImportBatch batch = test::readText("metrics", std::move(text), options);
    return batch.incidents.front().series.front();
}

TEST(Answers, TheUsersZonePlacesSamplesThatStateNone)
{
    const std::string rows = "time,p95_ms\n2024-01-16 10:00:00,120\n2024-01-16 10:01:00,130\n";
    const ReadOptions options{.columns = {}, .zone = QTimeZone("Europe/Berlin")};
    EXPECT_EQ(seriesRead(rows, {}).samples.front().at, test::on16January(10, 0));
    const ReadSeries placed = seriesRead(rows, options);
    ASSERT_EQ(placed.samples.size(), 2U);
    EXPECT_EQ(placed.samples[0].at, test::on16January(9, 0));
    EXPECT_EQ(placed.samples[1].at, test::on16January(9, 1));
}

TEST(Answers, TheUsersZoneLeavesSamplesThatStateOne)
{
    const ReadOptions options{.columns = {}, .zone = QTimeZone("Asia/Kolkata")};
    for (const char *rows :
         {"time,p95_ms\n2024-01-16T10:00:00Z,120\n", "time (UTC),p95_ms\n2024-01-16 10:00:00,120\n",
          "# all times are UTC\ntime,p95_ms\n2024-01-16 10:00:00,120\n", "time,p95_ms\n1705399200,120\n"})
        EXPECT_EQ(seriesRead(rows, options).samples.front().at, test::on16January(10, 0)) << rows;
}

TEST(Answers, SamplesWithoutAZoneAreAskedForUntilItIsTold)
{
    const std::string rows = "time,p95_ms\n2024-01-16 10:00:00,120\n2024-01-16 10:01:00,130\n";
    const std::vector<Question> asked = test::questionsOf(test::readText("metrics", rows));
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].about, Question::About::Zone);
    const ReadOptions told{.columns = {}, .zone = QTimeZone::utc()};
    EXPECT_TRUE(test::questionsOf(test::readText("metrics", rows, told)).empty());
}

} // namespace
} // namespace downtimeline
