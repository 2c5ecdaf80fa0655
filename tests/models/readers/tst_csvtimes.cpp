// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"
#include "models/readers/cells/csvdates.h"
#include "models/readers/cells/csvtimes.h"
#include "models/readers/cells/csvzones.h"

using namespace downtimeline;
using test::on16January;

namespace {

std::optional<Instant> instantIn(std::string_view text, DateOrder order = DateOrder::Unknown)
{
    const auto time = cellTime(text, order);
    return time && time->hasDate() ? std::optional(instantOf(*time)) : std::nullopt;
}

} // namespace

TEST(CsvTimes, IsoTimesInAllTheirForms)
{
    for (const char *text :
         {"2024-01-16T10:15:00Z", "2024-01-16 10:15:00", "2024-01-16T10:15", "2024-01-16t10:15:00.000Z",
          "2024-01-16T11:15:00+01:00", "2024-01-16 11:15:00 +0100", "2024-01-16T05:15-05", "20240116T101500Z",
          "2024-01-16 10:15:00 UTC", "2024-01-16T10:15:00,0Z"})
        EXPECT_EQ(isoCellTime(text) ? std::optional(instantOf(*isoCellTime(text))) : std::nullopt, on16January(10, 15))
            << text;
}

TEST(CsvTimes, FractionsKeepMicroseconds)
{
    EXPECT_EQ(isoCellTime("2024-01-16T10:15:00.5Z")->microsecond, 500'000);
    EXPECT_EQ(isoCellTime("2024-01-16T10:15:00.000001Z")->microsecond, 1);
    EXPECT_EQ(isoCellTime("2024-01-16T10:15:00.123456789Z")->microsecond, 123'456);
    EXPECT_FALSE(isoCellTime("2024-01-16T10:15:00.1234567890Z"));
    EXPECT_FALSE(isoCellTime("2024-01-16T10:15:00.Z"));
}

TEST(CsvTimes, DaysAndClocksThatDoNotExistAreRefused)
{
    for (const char *text :
         {"2024-02-30", "2023-02-29T10:00Z", "2024-13-01", "2024-00-10", "0000-01-01", "2024-01-16T24:00",
          "2024-01-16T10:60", "2024-01-16T10:15:61Z", "2024-01-16T10", "2024-01-16T10:15:00+25:00", "2024-1-16",
          "20240116", "2024-01-16X10:15", "", "2024", "-2024-01-16"})
        EXPECT_FALSE(isoCellTime(text)) << text;
    EXPECT_EQ(isoCellTime("2024-02-29")->day, 29);
}

TEST(CsvTimes, ALeapSecondIsKeptAs59)
{
    EXPECT_EQ(isoCellTime("2016-12-31T23:59:60Z")->second, 59);
    EXPECT_EQ(cellTime("31 Dec 2016 23:59:60 UTC", DateOrder::Unknown)->second, 59);
}

TEST(CsvTimes, ADayAloneHasNoClock)
{
    const auto day = isoCellTime("2024-01-16");
    ASSERT_TRUE(day);
    EXPECT_FALSE(day->hasClock());
    WrittenTime written;
    writeTo(written, *day, "2024-01-16");
    EXPECT_EQ(written.precision, Precision::Day);
    EXPECT_EQ(isoText(written), "2024-01-16");
}

TEST(CsvTimes, EpochCountsAreToldApartByTheirSize)
{
    const Instant expected = on16January(10, 15);
    EXPECT_EQ(instantIn("1705400100"), expected);
    EXPECT_EQ(instantIn("1705400100000"), expected);
    EXPECT_EQ(instantIn("1705400100000000"), expected);
    EXPECT_EQ(instantIn("1705400100000000000"), expected);
    EXPECT_EQ(instantIn("1705400100.25"), expected + std::chrono::milliseconds(250));
    EXPECT_EQ(instantIn("1705400100000.5"), expected + std::chrono::microseconds(500));
    EXPECT_TRUE(epochCellTime("1705400100")->isEpoch);
    for (const char *text :
         {"45", "0", "12345678", "099999999", "99999999999999999999", "-1705400100", "1705400100x", "170540010 0"})
        EXPECT_FALSE(epochCellTime(text)) << text;
}

TEST(CsvTimes, DatesInOtherForms)
{
    for (const char *text :
         {"16/01/2024 10:15", "16.01.2024 10:15:00", "16-01-2024 10:15", "01/16/2024 10:15", "2024/01/16 10:15",
          "2024/1/16 10:15", "Jan 16, 2024 10:15 AM", "January 16 2024, 10:15", "16 Jan 2024 10:15",
          "Tue, 16 Jan 2024 10:15:00 GMT", "Tue Jan 16 10:15:00 2024", "16-Jan-2024 10:15", "16/01/24 10:15",
          "16 January 2024 at 10:15", "Jan 16th, 2024 10:15", "2024-01-16 10:15 AM", "16/01/2024 11:15 +01:00",
          "Jan 16, 2024 11:15 (GMT+1)"})
        EXPECT_EQ(instantIn(text), on16January(10, 15)) << text;
}

TEST(CsvTimes, HalvesOfTheDay)
{
    const auto hour = [](const char *text) { return cellTime(text, DateOrder::Unknown).value_or(CellTime()).hour; };
    EXPECT_EQ(hour("12:05 AM"), 0);
    EXPECT_EQ(hour("12:05 pm"), 12);
    EXPECT_EQ(hour("1:05PM"), 13);
    EXPECT_EQ(hour("14:15pm"), 14);
    EXPECT_EQ(hour("14:15am"), -1);
    EXPECT_EQ(hour("10:15 AM PM"), -1);
}

TEST(CsvTimes, WhichNumberIsTheDayIsNotGuessed)
{
    const auto open = cellTime("03/10/2021 10:15", DateOrder::Unknown);
    ASSERT_TRUE(open);
    EXPECT_TRUE(open->isUndecided);
    EXPECT_FALSE(open->hasDate());
    EXPECT_EQ(cellTime("03/10/2021", DateOrder::DayFirst)->month, 10);
    EXPECT_EQ(cellTime("03/10/2021", DateOrder::MonthFirst)->month, 3);
    EXPECT_EQ(cellTime("03/03/2021", DateOrder::Unknown)->month, 3) << "the same either way";
    EXPECT_EQ(cellTime("16/01/2024", DateOrder::MonthFirst)->day, 16) << "no month 16";
    EXPECT_EQ(orderToldBy("16/01/2024"), DateOrder::DayFirst);
    EXPECT_EQ(orderToldBy("01/16/2024 10:15"), DateOrder::MonthFirst);
    EXPECT_EQ(orderToldBy("03/10/2021"), DateOrder::Unknown);
    EXPECT_EQ(orderToldBy("99/10/2021"), DateOrder::Unknown);
    EXPECT_EQ(orderToldBy("2024-01-16"), DateOrder::Unknown);
    EXPECT_EQ(orderToldBy("1.5"), DateOrder::Unknown);
}

TEST(CsvTimes, WordsAndNumbersAreNoTimes)
{
    for (const char *text :
         {"",
          "deploy",
          "12",
          "3.14",
          "1.2.3",
          "v1.2.3",
          "10.0.0.1",
          "May",
          "Jan 16",
          "10:",
          "10:5",
          "25:00",
          "10:15:",
          "16/01",
          "16/01/2024/3",
          "1/2/3",
          "HH:mm",
          "2023-MM-DD",
          "99/99/2024",
          "10:15 deploy of api!",
          "404 Not found"})
        EXPECT_FALSE(isCellTime(text)) << text;
}

TEST(CsvTimes, AZoneBehindTheTimeIsKeptAsWritten)
{
    const auto named = cellTime("16 Jan 2024 10:15 CET", DateOrder::Unknown);
    ASSERT_TRUE(named);
    EXPECT_EQ(named->zone, "CET");
    EXPECT_FALSE(named->hasOffset);
    WrittenTime written;
    writeTo(written, *named, "16 Jan 2024 10:15 CET");
    EXPECT_EQ(written.zone, "CET");
    EXPECT_EQ(written.zoneOrigin, ZoneOrigin::Unstated);
    EXPECT_EQ(instantOf(written), on16January(10, 15));
}

TEST(CsvTimes, AWrittenTimeNamesTheSameInstant)
{
    WrittenTime written;
    for (const char *text : {"2024-01-16T10:15:00.25+05:45", "2024-01-16", "16/01/2024 10:15", "1705400100"}) {
        const auto time = cellTime(text, DateOrder::DayFirst);
        ASSERT_TRUE(time) << text;
        writeTo(written, *time, text);
        EXPECT_EQ(instantOf(written), instantOf(*time)) << text;
        EXPECT_EQ(written.text, text);
    }
    EXPECT_EQ(written.zoneOrigin, ZoneOrigin::Assumed);
}

TEST(CsvZones, OffsetsInAllTheirForms)
{
    using std::chrono::minutes;
    const auto is = [](const char *zone, int expected) {
        return fixedOffset(zone) == std::optional<std::chrono::seconds>(minutes(expected));
    };
    EXPECT_TRUE(is("Z", 0) && is("UTC", 0) && is("gmt", 0) && is("(UTC)", 0) && is("+00:00", 0));
    EXPECT_TRUE(is("GMT + 1", 60) && is("UTC+01:00", 60) && is("+1", 60) && is("+0100", 60) && is("[GMT+1]", 60));
    EXPECT_TRUE(is("-0330", -210) && is("UTC-3:30", -210) && is("+05:45", 345) && is("+14:00", 840));
    for (const char *text :
         {"", "CET", "IST", "+15", "+1:5", "+5:", "+:30", "1", "UTC1", "+00:60", "+12345", "Europe/Berlin", "()", "+"})
        EXPECT_FALSE(fixedOffset(text)) << text;
}

TEST(CsvZones, ANamedZoneKnowsItsSummer)
{
    using namespace std::chrono;
    CsvZone zone;
    zone.setName("Europe/Berlin");
    const auto offset = [&](sys_days day, minutes clock) { return zone.offsetAt(Instant(day + clock)); };
    EXPECT_EQ(offset(2024y / January / 16, 10h), seconds(3600));
    EXPECT_EQ(offset(2024y / July / 16, 10h), seconds(7200));
    EXPECT_EQ(offset(2024y / March / 31, 1h + 59min), seconds(3600));
    EXPECT_EQ(offset(2024y / March / 31, 3h), seconds(7200));
    EXPECT_FALSE(offset(2024y / March / 31, 2h + 30min)) << "skipped";
    EXPECT_FALSE(offset(2024y / October / 27, 2h + 30min)) << "twice";
    zone.setName("Nowhere/Land");
    EXPECT_FALSE(zone.offsetAt(Instant()));
    zone.setName("UTC+1");
    EXPECT_EQ(zone.offsetAt(Instant()), seconds(3600));
}
