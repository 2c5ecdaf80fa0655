// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/displayzone.h"

#include <gtest/gtest.h>

#include <array>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

const DisplayZone gmtPlus1(1h, QStringLiteral("GMT+1"));

DisplayZone named(const char *id)
{
    return DisplayZone(QTimeZone(QByteArray(id)));
}

TEST(DisplayZone, IsUtcUnlessToldOtherwise)
{
    const DisplayZone zone;
    EXPECT_EQ(zone.offsetAt(sys_days{2024y / 7 / 1}), 0s);
    EXPECT_EQ(zone.label(), QStringLiteral("UTC"));
    EXPECT_EQ(DisplayZone(QTimeZone()), zone);
}

TEST(DisplayZone, AFixedOffsetEndsAtFourteenHours)
{
    EXPECT_EQ(DisplayZone(20h, QStringLiteral("x")).offsetAt({}), 14h);
    EXPECT_EQ(DisplayZone(-20h, QStringLiteral("x")).offsetAt({}), -14h);
}

TEST(DisplayZone, AnEmptyLabelIsMadeFromTheOffset)
{
    EXPECT_EQ(DisplayZone(-3h - 30min, {}).label(), QStringLiteral("UTC-03:30"));
    EXPECT_EQ(DisplayZone(0s, {}).label(), QStringLiteral("UTC"));
}

TEST(DisplayZone, FollowsDaylightSaving)
{
    const DisplayZone berlin = named("Europe/Berlin");
    EXPECT_EQ(berlin.offsetAt(sys_days{2024y / 1 / 16}), 1h);
    EXPECT_EQ(berlin.offsetAt(sys_days{2024y / 7 / 16}), 2h);
    EXPECT_EQ(berlin.offsetAt(sys_days{2024y / 3 / 31} + 1h - 1us), 1h);
    EXPECT_EQ(berlin.offsetAt(sys_days{2024y / 3 / 31} + 1h), 2h);
    EXPECT_EQ(berlin.label(), QStringLiteral("Europe/Berlin"));
    EXPECT_EQ(named("Asia/Kathmandu").offsetAt(sys_days{2024y / 1 / 1}), 5h + 45min);
}

TEST(DisplayZone, ZonesDifferByOffsetAndLabel)
{
    EXPECT_EQ(gmtPlus1, DisplayZone(1h, QStringLiteral("GMT+1")));
    EXPECT_NE(gmtPlus1, DisplayZone(1h, QStringLiteral("CET")));
    EXPECT_NE(named("Europe/Berlin"), named("Europe/Paris"));
    EXPECT_EQ(named("Europe/Berlin"), named("Europe/Berlin"));
}

TEST(CivilTime, KeepsEveryPart)
{
    const Instant at = sys_days{2024y / 2 / 29} + 23h + 59min + 58s + 123456us;
    EXPECT_EQ(civilTime(at, {}), (CivilTime{2024, 2, 29, 23, 59, 58, 123456}));
    EXPECT_EQ(civilTime(at, gmtPlus1), (CivilTime{2024, 3, 1, 0, 59, 58, 123456}));
}

TEST(CivilTime, CountsBackBefore1970)
{
    EXPECT_EQ(civilTime(Instant{-1us}, {}), (CivilTime{1969, 12, 31, 23, 59, 59, 999999}));
}

TEST(CivilTime, TheEndsOfTimeAreNearTheirYear)
{
    EXPECT_EQ(civilTime(Instant::max(), gmtPlus1).year, 32000);
    EXPECT_EQ(civilTime(Instant::min(), named("Europe/Berlin")).year, -32000);
}

struct DayStart
{
    const char *zone;
    local_days day;
    Instant start;
};

TEST(StartOfDay, IsMidnightOrWhatComesInItsPlace)
{
    const std::array rows{
        DayStart{"UTC", local_days{2024y / 1 / 16}, sys_days{2024y / 1 / 16}},
        DayStart{"Europe/Berlin", local_days{2024y / 3 / 31}, sys_days{2024y / 3 / 30} + 23h},
        DayStart{"Europe/Berlin", local_days{2024y / 4 / 1}, sys_days{2024y / 3 / 31} + 22h},
        DayStart{"Europe/Berlin", local_days{2024y / 10 / 27}, sys_days{2024y / 10 / 26} + 22h},
        DayStart{"Europe/Berlin", local_days{2024y / 10 / 28}, sys_days{2024y / 10 / 27} + 23h},
        // Midnight does not exist: the clock goes from 23:59 to 1:00.
        DayStart{"America/Sao_Paulo", local_days{2018y / 11 / 4}, sys_days{2018y / 11 / 4} + 3h},
        // The evening comes twice, midnight once.
        DayStart{"America/Sao_Paulo", local_days{2019y / 2 / 17}, sys_days{2019y / 2 / 17} + 3h},
        // Midnight comes twice; the day begins at the first.
        DayStart{"America/Havana", local_days{2023y / 11 / 5}, sys_days{2023y / 11 / 5} + 4h},
        DayStart{"Australia/Lord_Howe", local_days{2024y / 4 / 7}, sys_days{2024y / 4 / 6} + 13h},
    };
    for (const DayStart &row : rows)
        EXPECT_EQ(startOfDay(row.day, named(row.zone)), row.start)
            << row.zone << ' ' << row.day.time_since_epoch().count();
}

TEST(ClockText, ReadsInTheShownZone)
{
    const Instant at = sys_days{2024y / 1 / 16} + 9h + 5min + 7s;
    EXPECT_EQ(clockText(at, gmtPlus1), QStringLiteral("10:05"));
    EXPECT_EQ(clockText(at, {}, true), QStringLiteral("09:05:07"));
}

TEST(DayText, NamesTheMonth)
{
    const Instant at = sys_days{2024y / 1 / 15} + 23h + 30min;
    EXPECT_EQ(dayText(at, gmtPlus1), QStringLiteral("16 January 2024"));
    EXPECT_EQ(shortDayText(at, {}), QStringLiteral("15 Jan"));
}

TEST(RangeText, TellsTheDayOnceWithinADay)
{
    const Instant start = sys_days{2024y / 1 / 16} + 9h;
    EXPECT_EQ(rangeText({start, start + 22min}, gmtPlus1), QStringLiteral("16 January 2024, 10:00 – 10:22 GMT+1"));
    EXPECT_EQ(rangeText({start, start}, gmtPlus1), QStringLiteral("16 January 2024, 10:00 GMT+1"));
}

TEST(RangeText, TellsSecondsWhereItWouldEndAsItBegins)
{
    const Instant start = sys_days{2024y / 1 / 16} + 9h;
    EXPECT_EQ(rangeText({start, start + 54s}, gmtPlus1), QStringLiteral("16 January 2024, 10:00:00 – 10:00:54 GMT+1"));
    EXPECT_EQ(rangeText({start, start + 90s}, gmtPlus1), QStringLiteral("16 January 2024, 10:00 – 10:01 GMT+1"));
}

TEST(RangeText, TellsBothDaysOverMidnight)
{
    const Instant start = sys_days{2024y / 1 / 16} + 22h + 50min;
    EXPECT_EQ(
        rangeText({start, start + 30min}, gmtPlus1),
        QStringLiteral("16 January 2024, 23:50 – 17 January 2024, 00:20 GMT+1"));
}

struct Length
{
    Duration length;
    const char16_t *text;
};

class DurationText : public testing::TestWithParam<Length>
{};

TEST_P(DurationText, ReadsAsAPersonSaysIt)
{
    EXPECT_EQ(durationText(GetParam().length), QString::fromUtf16(GetParam().text)) << GetParam().length.count();
}

INSTANTIATE_TEST_SUITE_P(
    Lengths, DurationText,
    testing::Values(
        Length{0us, u"0 min"}, Length{250us, u"250 µs"}, Length{250ms, u"250 ms"}, Length{999ms, u"999 ms"},
        Length{999'700us, u"1 s"}, Length{1500ms, u"1.5 s"}, Length{9'980ms, u"10 s"}, Length{45s, u"45 s"},
        Length{59s, u"59 s"}, Length{59'600ms, u"1 min"}, Length{1min, u"1 min"}, Length{2min + 5s, u"2 min 05 s"},
        Length{22min, u"22 min"}, Length{59min + 59s, u"59 min 59 s"}, Length{59min + 59'700ms, u"1 h"},
        Length{1h, u"1 h"}, Length{74min, u"1 h 14 min"}, Length{3h + 2min, u"3 h 02 min"},
        Length{1h + 59min + 40s, u"2 h"}, Length{24h, u"24 h"}, Length{25h + 40min, u"25 h 40 min"},
        Length{47h + 59min + 40s, u"2 d"}, Length{52h, u"2 d 4 h"}, Length{days(30), u"30 d"}, Length{-5min, u"−5 min"},
        Length{-(74min), u"−1 h 14 min"}));

TEST(DurationTextEnds, TheLongestAndShortestLengthsHaveAText)
{
    EXPECT_TRUE(durationText(Duration::max()).startsWith(QStringLiteral("106751991 d")));
    EXPECT_TRUE(durationText(Duration::min()).startsWith(QStringLiteral("−106751991 d")));
}

} // namespace
} // namespace downtimeline
