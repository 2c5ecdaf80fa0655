// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"

#include "models/readers/allreaders.h"
#include "models/readers/cells/csvkinds.h"
#include "models/readers/skiptally.h"
#include "models/readers/tables/csvnumbers.h"
#include "models/readers/tables/csvpass.h"

#include <fstream>
#include <sstream>

using namespace downtimeline;
using namespace downtimeline::test;
using namespace std::chrono_literals;

namespace {

std::string bytesOf(const std::string &name)
{
    std::ifstream file(fixture(name), std::ios::binary);
    EXPECT_TRUE(file) << name;
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
}

ImportBatch readFixture(const std::string &name, const ReadOptions &options = {})
{
    return readText("events", bytesOf(name), options);
}

std::vector<int> skippedLines(const ImportBatch &batch)
{
    std::vector<int> lines;
    for (const Skip &skip : batch.skipped)
        lines.push_back(skip.line);
    return lines;
}

} // namespace

TEST(EventsCsv, EveryFieldIsRead)
{
    const std::vector<Event> events = eventsOf(readFixture("events.csv"));
    ASSERT_EQ(events.size(), 6U);
    EXPECT_EQ(events[0].kind, EventKind::Deploy);
    EXPECT_EQ(events[0].certainty, 1.0);
    EXPECT_EQ(events[0].title, "Upgrade begins");
    EXPECT_EQ(events[0].detail, "Release 4.2, all servers");
    EXPECT_EQ(events[0].service, "web");
    EXPECT_EQ(events[0].actor, "ana");
    EXPECT_EQ(events[0].recordId, "e1");
    EXPECT_EQ(events[0].line, 2);
    EXPECT_EQ(events[0].at, on16January(8, 45));
    EXPECT_EQ(isoText(events[0].time), "2024-01-16T09:45:00+01:00");
    EXPECT_EQ(events[0].time.zoneOrigin, ZoneOrigin::Line);
    EXPECT_FALSE(events[0].length);
    EXPECT_EQ(events[1].length, Duration(22min));
    EXPECT_EQ(events[1].lengthOrigin, LengthOrigin::Record);
    EXPECT_EQ(events[2].title, "Pager: \"500s\"");
    EXPECT_EQ(events[3].kind, EventKind::Acknowledgement);
    EXPECT_EQ(events[3].certainty, 0.9);
    EXPECT_EQ(events[4].detail, "first line\nsecond line");
    EXPECT_EQ(events[5].line, 8) << "the row before it has two lines";
    EXPECT_EQ(events[5].length, std::nullopt) << "an event does not keep the length of the one read before it";
}

TEST(EventsCsv, AGoodFileAsksAndSkipsNothing)
{
    const ImportBatch batch = readFixture("events.csv");
    EXPECT_TRUE(batch.skipped.empty());
    EXPECT_TRUE(questionsOf(batch).empty());
    EXPECT_FALSE(batch.incidents.front().isStated);
    EXPECT_FALSE(batch.illustrative);
}

TEST(EventsCsv, TheColumnTellsTheOrderOfDayAndMonthAndTheZoneIsAskedOnce)
{
    const ImportBatch batch = readFixture("events_day_first_semicolon.csv");
    const std::vector<Event> events = eventsOf(batch);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].at, on16January(9, 45));
    EXPECT_EQ(events[0].time.text, "16/01/2024 09:45");
    EXPECT_EQ(events[0].time.zoneOrigin, ZoneOrigin::Unstated);
    EXPECT_EQ(events[1].title, "Ausfall f\xC3\xBCr alle");
    EXPECT_EQ(events[0].service, "Betrieb");
    ASSERT_EQ(questionsOf(batch).size(), 1U);
    EXPECT_EQ(questionsOf(batch)[0].about, Question::About::Zone);
    EXPECT_EQ(questionsOf(batch)[0].line, 2);
}

TEST(EventsCsv, AColumnOfZonesGivesEachRowItsOwn)
{
    const ImportBatch batch = readFixture("events_two_time_zones.csv");
    const std::vector<Event> events = eventsOf(batch);
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].at, events[1].at);
    EXPECT_EQ(events[0].time.zone, "Europe/Berlin");
    EXPECT_EQ(events[0].time.offset, std::chrono::seconds(3600));
    EXPECT_EQ(events[2].time.offset, std::nullopt);
    EXPECT_EQ(events[2].time.zone, "IST");
    ASSERT_EQ(questionsOf(batch).size(), 1U);
    EXPECT_EQ(questionsOf(batch)[0].line, 4);
}

TEST(EventsCsv, TheHeaderOrACommentTellsTheZone)
{
    for (const char *header : {"Time (UTC)", "time_utc", "Time [UTC]", "Time UTC"}) {
        const ImportBatch batch = readText("events", std::string(header) + ",title\n2024-01-16 10:00,x\n");
        ASSERT_EQ(eventsOf(batch).size(), 1U) << header;
        EXPECT_EQ(eventsOf(batch)[0].time.zoneOrigin, ZoneOrigin::Header) << header;
        EXPECT_TRUE(questionsOf(batch).empty()) << header;
    }
    const ImportBatch east = readText("events", "Time (GMT + 1),Event\n2024-01-16 10:00,x\n");
    EXPECT_EQ(eventsOf(east).at(0).at, on16January(9, 0));
    const ImportBatch comment = readText("events", "# All times UTC+1\ntime,title\n2024-01-16 10:00,x\n");
    EXPECT_EQ(eventsOf(comment).at(0).at, on16January(9, 0));
    EXPECT_EQ(eventsOf(comment).at(0).time.zoneOrigin, ZoneOrigin::Document);
    EXPECT_EQ(eventsOf(comment).at(0).line, 3);
}

TEST(EventsCsv, EpochCountsNeedNoZone)
{
    const ImportBatch batch = readText("events", "ts,message\n1705400100,x\n");
    EXPECT_EQ(eventsOf(batch).at(0).at, on16January(10, 15));
    EXPECT_EQ(eventsOf(batch).at(0).time.zoneOrigin, ZoneOrigin::Assumed);
    EXPECT_TRUE(questionsOf(batch).empty());
}

TEST(EventsCsv, BadRowsAreToldWithTheirLineAndTheOthersAreKept)
{
    const ImportBatch batch = readFixture("events_bad_rows.csv");
    std::vector<std::string> titles;
    for (const Event &event : eventsOf(batch))
        titles.push_back(event.title);
    EXPECT_EQ(titles, (std::vector<std::string>{"Good", "Ends early", "Good again"}));
    EXPECT_EQ(skippedLines(batch), (std::vector<int>{3, 4, 5, 6, 7, 8}));
    EXPECT_NE(batch.skipped[0].reason.find("yesterday"), std::string::npos);
    EXPECT_FALSE(eventsOf(batch).at(1).length);
}

TEST(EventsCsv, AnOpenQuoteCostsOneRow)
{
    const ImportBatch batch = readFixture("events_open_quote.csv");
    EXPECT_EQ(eventsOf(batch).size(), 2U);
    EXPECT_EQ(skippedLines(batch), std::vector<int>{3});
}

TEST(EventsCsv, TextsAreAlwaysUtf8)
{
    const std::vector<Event> events = eventsOf(readFixture("events_latin1_and_nul.csv"));
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].title, "caf\xEF\xBF\xBD");
    EXPECT_EQ(
        events[1].title, "a\xEF\xBF\xBD"
                         "b");
    EXPECT_EQ(eventsOf(readFixture("events_utf16.csv")).at(0).title, "St\xC3\xB6rung");
}

TEST(EventsCsv, AnOrderOfDayAndMonthThatNothingTellsIsAskedAndNotGuessed)
{
    const std::string text = "time,title\n03/10/2021 10:00 Z,x\n04/10/2021 11:00 Z,y\n";
    const ImportBatch open = readText("events", text);
    ASSERT_EQ(eventsOf(open).size(), 2U);
    EXPECT_FALSE(eventsOf(open)[0].at);
    EXPECT_EQ(eventsOf(open)[0].time.text, "03/10/2021 10:00 Z");
    ASSERT_EQ(questionsOf(open).size(), 1U);
    EXPECT_EQ(questionsOf(open)[0].about, Question::About::DayFirst);
    const ImportBatch dayFirst = readText("events", text, {.columns = {{"time", "time:dayfirst"}}});
    EXPECT_EQ(eventsOf(dayFirst).at(0).time.month, 10);
    EXPECT_TRUE(questionsOf(dayFirst).empty());
    const ImportBatch monthFirst = readText("events", text, {.columns = {{"time", "time:monthfirst"}}});
    EXPECT_EQ(eventsOf(monthFirst).at(0).time.month, 3);
}

TEST(EventsCsv, OneDateFarDownTellsTheOrderForAll)
{
    std::string text = "time,title\n";
    for (int i = 0; i < 5000; ++i)
        text += "03/10/2021 10:00 Z,filler so that the first bytes do not reach the end of the file\n";
    text += "13/10/2021 10:00 Z,last\n";
    const ImportBatch batch = readText("events", text);
    ASSERT_EQ(eventsOf(batch).size(), 5001U);
    EXPECT_EQ(eventsOf(batch).front().time.day, 3);
    EXPECT_EQ(eventsOf(batch).back().line, 5002);
    EXPECT_TRUE(questionsOf(batch).empty());
}

TEST(EventsCsv, AClockWithoutADayIsKeptAndTheDayAsked)
{
    const ImportBatch batch = readText("events", "time,event\n10:15,x\n10:20 AM,y\n");
    ASSERT_EQ(eventsOf(batch).size(), 2U);
    EXPECT_FALSE(eventsOf(batch)[0].at);
    EXPECT_EQ(isoText(eventsOf(batch)[0].time), "10:15");
    ASSERT_EQ(questionsOf(batch).size(), 2U);
    EXPECT_EQ(questionsOf(batch)[1].about, Question::About::Date);
}

TEST(EventsCsv, ADateAndAClockInTwoColumns)
{
    const ImportBatch batch = readText("events", "date,time,event\n2024-01-16,10:15:30,x\n2024-01-16,,y\n");
    ASSERT_EQ(eventsOf(batch).size(), 2U);
    EXPECT_EQ(eventsOf(batch)[0].at, on16January(10, 15, 30));
    EXPECT_EQ(eventsOf(batch)[1].time.precision, Precision::Day);
}

TEST(EventsCsv, LengthsAreReadFromEndsAndDurations)
{
    const ImportBatch batch = readText(
        "events", "time,title,duration_min\n2024-01-16T10:00:00Z,a,22\n2024-01-16T10:00:00Z,b,1h 20m\n"
                  "2024-01-16T10:00:00Z,c,00:05:00\n2024-01-16T10:00:00Z,d,soon\n");
    const std::vector<Event> events = eventsOf(batch);
    ASSERT_EQ(events.size(), 4U);
    EXPECT_EQ(events[0].length, Duration(22min));
    EXPECT_EQ(events[1].length, Duration(80min));
    EXPECT_EQ(events[2].length, Duration(5min));
    EXPECT_FALSE(events[3].length);
    EXPECT_EQ(skippedLines(batch), std::vector<int>{5});
    const ImportBatch clock =
        readText("events", "start,end,title\n2024-01-16 10:00Z,10:22Z,a\n2024-01-16 10:00Z,10:00Z,b\n");
    EXPECT_EQ(eventsOf(clock).at(0).length, Duration(22min));
    EXPECT_FALSE(eventsOf(clock).at(1).length);
}

TEST(EventsCsv, TheUsersWordOnColumnsHolds)
{
    const ReadOptions options{.columns = {{"a", "title"}, {"b", "time"}, {"title", "ignore"}}};
    const ImportBatch batch = readText("events", "a,title,b\nhello,ignored,2024-01-16T10:15Z\n", options);
    ASSERT_EQ(eventsOf(batch).size(), 1U);
    EXPECT_EQ(eventsOf(batch)[0].title, "hello");
    EXPECT_TRUE(batch.skipped.empty());
}

TEST(EventsCsv, AColumnThatIsNotReadIsTold)
{
    const ImportBatch batch = readText("events", "time,title,pod\n2024-01-16T10:15Z,x,p-1\n");
    ASSERT_EQ(batch.skipped.size(), 1U);
    EXPECT_EQ(batch.skipped[0].line, 1);
    EXPECT_NE(batch.skipped[0].reason.find("pod"), std::string::npos);
}

TEST(EventsCsv, WithoutATitleTheDetailOrTheKindTellsWhatHappened)
{
    const ImportBatch batch =
        readText("events", "time,kind,title,notes\n2024-01-16T10:15Z,page,,why\n2024-01-16T10:16Z,restart,,\n");
    ASSERT_EQ(eventsOf(batch).size(), 2U);
    EXPECT_EQ(eventsOf(batch)[0].title, "why");
    EXPECT_EQ(eventsOf(batch)[0].kind, EventKind::Alert);
    EXPECT_EQ(eventsOf(batch)[1].title, "restart");
    EXPECT_EQ(eventsOf(batch)[1].detail, "");
}

TEST(EventsCsv, KnownExportsAreReadByTheirHeaders)
{
    const auto pager = eventsOf(readText(
        "events", "incident_number,description,created_on,resolved_on\n"
                  "1234,\"api/ping is CRITICAL\",2023-09-20T10:00:00+00:00,2023-09-20T10:17:59+00:00\n"));
    ASSERT_EQ(pager.size(), 1U);
    EXPECT_EQ(pager[0].recordId, "1234");
    EXPECT_EQ(pager[0].title, "api/ping is CRITICAL");
    EXPECT_EQ(pager[0].length, Duration(17min + 59s));
    const auto iris = eventsOf(readText(
        "events", "event_date,event_tz,event_title,event_category,event_content,event_source\n"
                  "2024-01-16T11:15:00,+01:00,Login,Remediation,text,syslog\n"));
    ASSERT_EQ(iris.size(), 1U);
    EXPECT_EQ(iris[0].at, on16January(10, 15));
    EXPECT_EQ(iris[0].kind, EventKind::Note);
    EXPECT_LT(iris[0].certainty, 0.5);
    EXPECT_EQ(iris[0].service, "syslog");
}

TEST(EventsCsv, AFileWithoutTimesIsRefusedWithASentence)
{
    const auto source = memorySource("x.csv", "a,b\n1,2\n");
    BatchSink sink;
    const Status read = readerOfKey("events")->read(*source, {}, sink, {});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, Error::Code::NotRecognised);
    EXPECT_TRUE(read.error().message.contains(QStringLiteral("x.csv")));
}

TEST(EventsCsv, AStopEndsTheReading)
{
    const auto source = memorySource("x.csv", "time,title\n2024-01-16T10:15Z,x\n");
    BatchSink sink;
    std::stop_source stop;
    stop.request_stop();
    const Status read = readerOfKey("events")->read(*source, {}, sink, stop.get_token());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, Error::Code::Cancelled);
    EXPECT_TRUE(sink.batch().isEmpty());
}

TEST(EventsCsv, ManyRowsKeepTheirOrderAcrossBatches)
{
    std::string text = "time,kind,title,end\n";
    for (int i = 0; i < 10'000; ++i)
        text +=
            "2024-01-16T10:15:00Z,note,title " + std::to_string(i) + (i % 3 == 0 ? ",2024-01-16T10:16:00Z\n" : ",\n");
    const std::vector<Event> events = eventsOf(readText("events", text));
    ASSERT_EQ(events.size(), 10'000U);
    for (int i = 0; i < 10'000; ++i) {
        ASSERT_EQ(events[i].title, "title " + std::to_string(i));
        ASSERT_EQ(events[i].length.has_value(), i % 3 == 0);
        ASSERT_EQ(events[i].line, i + 2);
    }
}

TEST(EventsCsv, AFileOfBadRowsIsToldUpToABoundAndThenCounted)
{
    std::string text = "time,title\n2024-01-16T10:15Z,x\n";
    for (int i = 0; i < SkipTally::mostTold + 5; ++i)
        text += "?,x\n";
    const ImportBatch batch = readText("events", text, {.columns = {{"time", "time"}}});
    ASSERT_EQ(batch.skipped.size(), static_cast<std::size_t>(SkipTally::mostTold) + 1);
    EXPECT_NE(batch.skipped.back().reason.find("5 more"), std::string::npos);
}

TEST(CsvKinds, WordsMeanKinds)
{
    EXPECT_EQ(kindOfCell("deploy"), (CellKind{.kind = EventKind::Deploy, .certainty = 1.0}));
    EXPECT_EQ(kindOfCell("DEPLOY"), (CellKind{.kind = EventKind::Deploy, .certainty = 1.0}));
    EXPECT_EQ(kindOfCell("Page").kind, EventKind::Alert);
    EXPECT_EQ(kindOfCell("Status_Update").kind, EventKind::Communication);
    EXPECT_EQ(kindOfCell("rolled back").kind, EventKind::Rollback);
    EXPECT_EQ(kindOfCell("nonsense").kind, EventKind::Note);
    EXPECT_LT(kindOfCell("nonsense").certainty, 0.5);
    EXPECT_LT(kindOfCell("").certainty, 0.5);
    EXPECT_LT(kindOfCell(std::string(10'000, 'x')).certainty, 0.5);
}

TEST(CsvNumbers, LengthsAndNumbers)
{
    EXPECT_EQ(lengthOfCell("22 min", 0), Duration(22min));
    EXPECT_EQ(lengthOfCell("1h20m", 0), Duration(80min));
    EXPECT_EQ(lengthOfCell("1:05", 0), Duration(65min));
    EXPECT_EQ(lengthOfCell("1.5", 60), Duration(90s));
    for (const char *text : {"", "5", "-5 min", "1:", "a:b", "5 parsecs", "1e99 h", "::"})
        EXPECT_FALSE(lengthOfCell(text, 0)) << text;
    EXPECT_EQ(numberOf("1,234.5", '.'), 1234.5);
    EXPECT_EQ(numberOf("0,25", ','), 0.25);
    EXPECT_FALSE(numberOf("0,25", '.'));
    EXPECT_FALSE(numberOf("1,2,3", ','));
    EXPECT_FALSE(numberOf("1.5x", '.'));
    EXPECT_EQ(quantityOf("1.2 s", '.')->unit, "s");
    EXPECT_EQ(quantityOf("98%", '.')->value, 98);
    EXPECT_EQ(quantityOf("5 errors", '.')->unit, "errors");
    EXPECT_FALSE(quantityOf("v1.2", '.'));
}

TEST(EventsCsv, TheGuardAgainstFormulasIsTakenAway)
{
    const std::vector<Event> events = eventsOf(readText(
        "events", "time,title,detail,service,actor\n2024-01-16T10:00:00Z,'=1+1,'-x,'@web,'+ana\n"
                  "2024-01-16T10:01:00Z,'tis so,'-5,it's,\"'\n=x\"\n"));
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].title, "=1+1");
    EXPECT_EQ(events[0].detail, "-x");
    EXPECT_EQ(events[0].service, "@web");
    EXPECT_EQ(events[0].actor, "+ana");
    EXPECT_EQ(events[1].title, "'tis so");
    EXPECT_EQ(events[1].detail, "'-5");
    EXPECT_EQ(events[1].service, "it's");
    EXPECT_EQ(events[1].actor, "\n=x");
}
