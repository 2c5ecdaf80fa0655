// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/ticks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

DisplayZone named(const char *id)
{
    return DisplayZone(QTimeZone(QByteArray(id)));
}

QStringList labels(const std::vector<Tick> &list)
{
    QStringList texts;
    for (const Tick &tick : list)
        if (tick.major)
            texts += tick.label;
    return texts;
}

QStringList labels(TimeRange range, double width, const DisplayZone &zone, double room = 60)
{
    return labels(ticks(TimeScale(range, 0, width), zone, room));
}

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QStringLiteral(", "));
}

TEST(Ticks, ThereAreNoneInAnEmptyRangeOrWithoutWidth)
{
    const Instant at = sys_days{2024y / 1 / 16};
    EXPECT_TRUE(ticks(TimeScale({at, at}, 0, 600), {}, 60).empty());
    EXPECT_TRUE(ticks(TimeScale({at, at + 1h}, 0, 0), {}, 60).empty());
}

TEST(Ticks, TheFoundingIncidentReadsInStepsOfFiveMinutes)
{
    const Instant start = sys_days{2024y / 1 / 16} + 8h + 43min;
    const DisplayZone zone(1h, QStringLiteral("GMT+1"));
    EXPECT_EQ(
        labels({start, start + 42min}, 900, zone), words("09:45, 09:50, 09:55, 10:00, 10:05, 10:10, 10:15, 10:20"));
}

TEST(Ticks, LabelsAreRoundInAZoneOfQuarterHours)
{
    const Instant start = sys_days{2024y / 1 / 16};
    const DisplayZone kathmandu = named("Asia/Kathmandu"); // 5:45 ahead
    EXPECT_EQ(labels({start, start + 6h}, 600, kathmandu), words("06:00, 07:00, 08:00, 09:00, 10:00, 11:00"));
}

TEST(Ticks, LabelsStayRoundWhenSummerTimeBegins)
{
    const Instant start = sys_days{2024y / 3 / 30} + 23h; // midnight in Berlin
    EXPECT_EQ(
        labels({start, start + 6h}, 600, named("Europe/Berlin")), words("31 Mar, 01:00, 03:00, 04:00, 05:00, 06:00"));
}

TEST(Ticks, TheHourThatComesTwiceHasTwoLabels)
{
    const Instant start = sys_days{2024y / 10 / 26} + 22h;
    EXPECT_EQ(labels({start, start + 5h}, 600, named("Europe/Berlin")), words("27 Oct, 01:00, 02:00, 02:00, 03:00"));
}

TEST(Ticks, TheHalfHourOfLordHoweLeavesLabelsRound)
{
    const Instant start = sys_days{2024y / 4 / 6} + 13h; // midnight; at 2:00 the clock goes back to 1:30
    EXPECT_EQ(
        labels({start, start + 4h}, 600, named("Australia/Lord_Howe")),
        words("7 Apr, 00:30, 01:00, 01:30, 01:30, 02:00, 02:30, 03:00"));
}

TEST(Ticks, DaysBeginAtTheirOwnMidnightAcrossAChange)
{
    const DisplayZone johns = named("America/St_Johns"); // 3:30 behind, 2:30 in summer; changes on 10 March 2024
    const std::vector<Tick> list =
        ticks(TimeScale({sys_days{2024y / 3 / 8}, sys_days{2024y / 3 / 13}}, 0, 500), johns, 60);
    std::vector<Instant> starts;
    for (const Tick &tick : list)
        if (tick.newDay)
            starts.push_back(tick.at);
    EXPECT_EQ(
        starts, (std::vector<Instant>{
                    sys_days{2024y / 3 / 8} + 3h + 30min, sys_days{2024y / 3 / 9} + 3h + 30min,
                    sys_days{2024y / 3 / 10} + 3h + 30min, sys_days{2024y / 3 / 11} + 2h + 30min,
                    sys_days{2024y / 3 / 12} + 2h + 30min}));
    EXPECT_EQ(labels(list), words("8 Mar, 9 Mar, 10 Mar, 11 Mar, 12 Mar"));
}

TEST(Ticks, TheLeapDayHasItsPlace)
{
    EXPECT_EQ(
        labels({sys_days{2024y / 2 / 27}, sys_days{2024y / 3 / 3}}, 500, {}),
        words("27 Feb, 28 Feb, 29 Feb, 1 Mar, 2 Mar"));
}

TEST(Ticks, ANewDayIsNamedAmongTheHours)
{
    const Instant start = sys_days{2024y / 1 / 16} + 22h;
    const std::vector<Tick> list = ticks(TimeScale({start, start + 4h}, 0, 400), {}, 60);
    EXPECT_EQ(labels(list), words("22:00, 23:00, 17 Jan, 01:00"));
    EXPECT_EQ(std::ranges::count_if(list, &Tick::newDay), 1);
}

struct Case
{
    Duration length;
    const char *expected;
};

TEST(Ticks, TheStepFollowsTheRange)
{
    const Instant start = sys_days{2024y / 1 / 1};
    const std::array cases{
        Case{10s, "1 Jan, 00:00:05"},
        Case{10min, "1 Jan, 00:05"},
        Case{24h, "1 Jan, 12:00"},
        Case{days(4), "2 Jan, 4 Jan"},
        Case{days(20), "1 Jan, 8 Jan, 15 Jan"},
        Case{days(365), "Jan 2024, Jul 2024"},
        Case{days(366 * 4), "2024, 2025, 2026, 2027"},
        Case{days(365 * 45), "2040, 2060"},
    };
    for (const Case &each : cases)
        EXPECT_TRUE(
            labels({start, start + each.length}, 260, {}, 60).join(u", ").contains(QString::fromUtf8(each.expected)))
            << each.length.count() << ": "
            << labels({start, start + each.length}, 260, {}, 60).join(u", ").toStdString();
}

TEST(Ticks, MinorTicksHaveNoLabelAndNeverCrowd)
{
    const Instant start = sys_days{2024y / 1 / 16} + 9h;
    const std::vector<Tick> list = ticks(TimeScale({start, start + 30min}, 0, 600), {}, 60);
    ASSERT_TRUE(std::ranges::any_of(list, [](const Tick &tick) { return !tick.major; }));
    for (const Tick &tick : list)
        EXPECT_EQ(tick.label.isEmpty(), !tick.major);
    for (std::size_t i = 1; i < list.size(); ++i)
        EXPECT_GE(static_cast<double>((list[i].at - list[i - 1].at) / 1s) / 3, 5.0);
}

/// Whatever is shown, wherever, however wide: what a ruler relies on.
TEST(Ticks, AreInOrderInRangeAndApartForEveryRange)
{
    const std::array zones{
        DisplayZone(),
        DisplayZone(-(3h + 30min), QStringLiteral("NST")),
        named("Europe/Berlin"),
        named("America/St_Johns"),
        named("Asia/Kathmandu"),
        named("Australia/Lord_Howe"),
        named("America/Sao_Paulo"),
        named("Pacific/Apia")};
    std::mt19937_64 random(20240116);
    std::uniform_real_distribution<double> exponent(3, 15.2); // 1 ms to 50 years, in microseconds
    std::uniform_int_distribution<std::int64_t> epoch(-500'000'000, 2'000'000'000);
    for (int i = 0; i < 1500; ++i) {
        const Instant start =
            Instant(seconds(epoch(random))) + Duration(static_cast<std::int64_t>(random() % 1'000'000));
        const Duration length(static_cast<std::int64_t>(std::pow(10.0, exponent(random))));
        const double width = 50 + static_cast<double>(random() % 4000);
        const double room = 20 + static_cast<double>(random() % 150);
        const DisplayZone &zone = zones[static_cast<std::size_t>(i) % zones.size()];
        const TimeScale scale({start, start + length}, 10, width);
        const std::vector<Tick> list = ticks(scale, zone, room);
        ASSERT_LE(list.size(), 400U) << length.count();
        const Tick *last = nullptr;
        const Tick *lastLabel = nullptr;
        for (const Tick &tick : list) {
            ASSERT_TRUE(scale.visible().contains(tick.at));
            ASSERT_TRUE(!last || last->at < tick.at);
            ASSERT_EQ(tick.major, !tick.label.isEmpty());
            if (tick.major) {
                ASSERT_TRUE(!lastLabel || scale.x(tick.at) - scale.x(lastLabel->at) >= room - 1e-6) << length.count();
                lastLabel = &tick;
            }
            last = &tick;
        }
        const bool isWide = width > 14 * room;
        ASSERT_TRUE(!isWide || lastLabel) << "no label in " << length.count() << " us over " << width << " px";
    }
}

TEST(Ticks, AVeryLongRangeHasFewTicks)
{
    const std::vector<Tick> list = ticks(TimeScale({sys_days{1y / 1 / 1}, sys_days{9999y / 12 / 31}}, 0, 1000), {}, 60);
    EXPECT_GE(list.size(), 2U);
    EXPECT_LE(list.size(), 400U);
    EXPECT_LE(ticks(TimeScale({Instant{}, Instant::max()}, 0, 1000), {}, 60).size(), 400U);
}

} // namespace
} // namespace downtimeline
