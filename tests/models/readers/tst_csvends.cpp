// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"

#include "models/readers/tables/csvclock.h"

namespace downtimeline::test {
namespace {

using namespace std::chrono;

std::vector<int> skippedLines(const ImportBatch &batch)
{
    std::vector<int> lines;
    for (const Skip &skip : batch.skipped)
        lines.push_back(skip.line);
    return lines;
}

Event only(const ImportBatch &batch)
{
    const std::vector<Event> events = eventsOf(batch);
    EXPECT_EQ(events.size(), 1U);
    return events.empty() ? Event{} : events.front();
}

TEST(CsvEnds, AClockPastMidnightIsOfTheNextDay)
{
    const Event event = only(readText("events", "start,end,title\n2024-01-16T23:50:00Z,00:20,down\n"));
    EXPECT_EQ(event.length, minutes(30));
    EXPECT_EQ(event.lengthOrigin, LengthOrigin::Record);
}

TEST(CsvEnds, AClockPastMidnightCrossesMonthsAndYears)
{
    EXPECT_EQ(only(readText("events", "start,end,title\n2023-12-31T23:50:00Z,00:20,x\n")).length, minutes(30));
    EXPECT_EQ(only(readText("events", "start,end,title\n2024-02-28T22:00:00Z,03:00,x\n")).length, hours(5));
}

TEST(CsvEnds, AClockALittleBeforeTheStartIsAMistakeAndNotTheNextDay)
{
    const ImportBatch batch = readText("events", "start,end,title\n2024-01-16T10:20:00Z,10:00,x\n");
    EXPECT_FALSE(only(batch).length);
    EXPECT_EQ(skippedLines(batch), std::vector<int>{2});
    EXPECT_NE(batch.skipped[0].reason.find("before the start"), std::string::npos);
}

TEST(CsvEnds, AnEndWithItsOwnDateIsNeverMoved)
{
    const ImportBatch batch = readText("events", "start,end,title\n2024-01-16T23:50:00Z,2024-01-16T00:20:00Z,x\n");
    EXPECT_FALSE(only(batch).length);
    EXPECT_EQ(skippedLines(batch), std::vector<int>{2});
}

TEST(CsvEnds, AClockIsReadInTheStartsZoneOnTheStartsDay)
{
    const std::string rows = "start,end,tz,title\n2024-07-16 10:00,10:22,Europe/Berlin,summer\n"
                             "2024-01-16 10:00,10:22,Europe/Berlin,winter\n";
    const std::vector<Event> events = eventsOf(readText("events", rows));
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].time.offset, hours(2));
    EXPECT_EQ(events[0].length, minutes(22));
    EXPECT_EQ(events[1].time.offset, hours(1));
    EXPECT_EQ(events[1].length, minutes(22));
}

TEST(CsvEnds, AClockPastMidnightTakesTheOffsetOfItsOwnDay)
{
    // New York's clocks go back at 02:00 on 3 November 2024.
    const Event event = only(readText("events", "start,end,tz,title\n2024-11-02 23:00,03:00,America/New_York,x\n"));
    EXPECT_EQ(event.time.offset, hours(-4));
    EXPECT_EQ(event.length, hours(5));
}

TEST(CsvEnds, ADateColumnLendsItsDayToTheEnd)
{
    const std::vector<Event> events = eventsOf(readText(
        "events", "date,start,end,title\n2024-01-16,10:00 UTC,10:22 UTC,a\n2024-01-16,23:55 UTC,00:05 UTC,b\n"));
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].length, minutes(22));
    EXPECT_EQ(events[1].length, minutes(10));
}

TEST(CsvEnds, AnEndWithoutADayIsNothingWhereTheStartHasNone)
{
    const ImportBatch batch = readText("events", "start,end,title\n10:00,10:22,x\n");
    EXPECT_FALSE(only(batch).length);
    EXPECT_FALSE(only(batch).at);
    EXPECT_TRUE(batch.skipped.empty());
}

TEST(CsvEnds, AnEndThatIsNoTimeIsTold)
{
    const ImportBatch batch = readText("events", "start,end,title\n2024-01-16T10:00:00Z,soon,x\n");
    EXPECT_FALSE(only(batch).length);
    EXPECT_EQ(skippedLines(batch), std::vector<int>{2});
}

TEST(CsvZones, AnAbbreviationOfOnePlaceHasItsOffset)
{
    const std::vector<Event> events = eventsOf(
        readText("events", "time,tz,title\n2024-01-16 11:15,CET,a\n2024-07-16 12:15,CEST,b\n2024-01-16 02:15,PST,c\n"));
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].at, on16January(10, 15));
    EXPECT_EQ(events[0].time.zone, "CET");
    EXPECT_EQ(events[1].time.offset, hours(2));
    EXPECT_EQ(events[2].at, on16January(10, 15));
}

TEST(CsvZones, AnAbbreviationBehindTheTimeOrInTheHeaderCountsToo)
{
    const Event cell = only(readText("events", "time,title\n16 Jan 2024 11:15 CET,x\n"));
    EXPECT_EQ(cell.at, on16January(10, 15));
    EXPECT_EQ(cell.time.zoneOrigin, ZoneOrigin::Line);
    const ImportBatch header = readText("events", "Time (CET),title\n2024-01-16 11:15,x\n");
    EXPECT_EQ(only(header).at, on16January(10, 15));
    EXPECT_EQ(only(header).time.zoneOrigin, ZoneOrigin::Header);
    EXPECT_TRUE(questionsOf(header).empty());
}

TEST(CsvZones, AZoneInWordsFollowsItsSeasons)
{
    const std::string rows = "2024-01-16 02:15,a\n2024-07-16 03:15,b\n";
    const std::vector<Event> events = eventsOf(readText("events", "Time (Pacific Time),title\n" + rows));
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].time.offset, hours(-8));
    EXPECT_EQ(events[1].time.offset, hours(-7));
    const std::vector<Event> noted = eventsOf(readText("events", "# all times are Pacific Time\ntime,title\n" + rows));
    ASSERT_EQ(noted.size(), 2U);
    EXPECT_EQ(noted[1].time.offset, hours(-7));
    EXPECT_EQ(noted[1].time.zoneOrigin, ZoneOrigin::Document);
}

TEST(CsvZones, AnAbbreviationOfSeveralPlacesStaysOpenAndIsAsked)
{
    for (const char *zone : {"IST", "CST", "BST", "GST"}) {
        const ImportBatch batch = readText("events", std::string("time,tz,title\n2024-01-16 11:15,") + zone + ",x\n");
        EXPECT_FALSE(only(batch).time.offset) << zone;
        EXPECT_EQ(only(batch).time.zone, zone);
        ASSERT_EQ(questionsOf(batch).size(), 1U) << zone;
        EXPECT_EQ(questionsOf(batch)[0].about, Question::About::Zone) << zone;
    }
}

TEST(CsvZones, AZoneWithSeasonsIsNotSettledWithoutADay)
{
    const ImportBatch batch = readText("events", "time,tz,title\n10:15,Europe/Berlin,x\n");
    EXPECT_FALSE(only(batch).time.offset) << "the day decides, and it is not known";
    EXPECT_EQ(only(batch).time.zone, "Europe/Berlin");
    ASSERT_EQ(questionsOf(batch).size(), 1U) << "the zone is known, only the day is asked";
    EXPECT_EQ(questionsOf(batch)[0].about, Question::About::Date);
    const ImportBatch fixed = readText("events", "time,tz,title\n10:15,UTC+1,x\n");
    EXPECT_EQ(only(fixed).time.offset, hours(1));
}

TEST(CsvZones, AnHourThatClocksShowTwiceOrNeverStaysOpen)
{
    CsvZone zone;
    zone.setName("Europe/Berlin");
    const auto at = [](year_month_day day, int hour) { return Instant(sys_days(day) + hours(hour) + minutes(30)); };
    EXPECT_EQ(zone.offsetAt(at(2024y / March / 31, 2)), std::nullopt) << "never";
    EXPECT_EQ(zone.offsetAt(at(2024y / October / 27, 2)), std::nullopt) << "twice";
    EXPECT_EQ(zone.offsetAt(at(2024y / October / 27, 1)), hours(2));
    EXPECT_EQ(zone.offsetAt(at(2024y / October / 27, 3)), hours(1));
    EXPECT_EQ(zone.offsetAt(std::nullopt), std::nullopt);
    EXPECT_TRUE(zone.hasRules());
    zone.setName("CET");
    EXPECT_FALSE(zone.hasRules());
    EXPECT_EQ(zone.offsetAt(std::nullopt), hours(1));
    zone.setName("nowhere");
    EXPECT_EQ(zone.offsetAt(at(2024y / March / 31, 2)), std::nullopt);
}

TEST(CsvZones, KnownNamesAreZonesAndOtherWordsAreNot)
{
    for (const char *name : {"Z", "UTC", "(UTC)", "GMT + 1", "+01:00", "CET", "IST", "Pacific Time", "Europe/Berlin"})
        EXPECT_TRUE(isKnownZone(name)) << name;
    for (const char *name : {"", "()", "ms", "count", "UTC and more", "CETA", "Europe/Atlantis", "1"})
        EXPECT_FALSE(isKnownZone(name)) << name;
}

TEST(CsvZones, HeadersThatNameAUnitNameNoZone)
{
    EXPECT_EQ(zoneOfHeader("Time (Pacific Time)"), "Pacific Time");
    EXPECT_EQ(zoneOfHeader("latency (ms)"), "");
    EXPECT_EQ(zoneOfHeader("Time [s]"), "");
    EXPECT_EQ(zoneOfHeader("errors (count)"), "");
}

TEST(CsvZones, ACommentAboutOtherThingsNamesNone)
{
    const ImportBatch batch = readText("events", "# made by CET tools\ntime,title\n2024-01-16 11:15,x\n");
    EXPECT_FALSE(only(batch).time.offset) << "it does not speak of times";
}

} // namespace
} // namespace downtimeline::test
