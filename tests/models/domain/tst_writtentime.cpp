// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/writtentime.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

WrittenTime founding()
{
    WrittenTime time;
    time.text = "10:15AM";
    time.year = 2024;
    time.month = 1;
    time.day = 16;
    time.clock = ClockTime{.hour = 10, .minute = 15, .second = {}, .microsecond = 0};
    time.offset = 1h;
    time.precision = Precision::Exact;
    return time;
}

TEST(WrittenTime, TheOffsetLeadsToTheInstant)
{
    EXPECT_EQ(instantOf(founding()), sys_days(std::chrono::year(2024) / 1 / 16) + 9h + 15min);
}

TEST(WrittenTime, WithoutAZoneItIsPlacedAsUtc)
{
    WrittenTime time = founding();
    time.offset.reset();
    EXPECT_EQ(instantOf(time), sys_days(std::chrono::year(2024) / 1 / 16) + 10h + 15min);
}

TEST(WrittenTime, WithoutAYearThereIsNoInstant)
{
    WrittenTime time = founding();
    time.year.reset();
    EXPECT_EQ(instantOf(time), std::nullopt);
}

TEST(WrittenTime, ADayThatDoesNotExistHasNoInstant)
{
    WrittenTime time = founding();
    time.month = 2;
    time.day = 30;
    EXPECT_EQ(instantOf(time), std::nullopt);
}

TEST(WrittenTime, TheIsoFormTellsOnlyWhatIsKnown)
{
    WrittenTime time = founding();
    EXPECT_EQ(isoText(time), "2024-01-16T10:15:00+01:00");
    time.year.reset();
    EXPECT_EQ(isoText(time), "--01-16T10:15"); // an offset adds nothing to a time that cannot be placed
    time.year = 2024;
    time.offset.reset();
    EXPECT_EQ(isoText(time), "2024-01-16T10:15");
    time.precision = Precision::Hour;
    EXPECT_EQ(isoText(time), "2024-01-16T10");
    time.precision = Precision::Exact;
    time.year.reset();
    EXPECT_EQ(isoText(time), "--01-16T10:15");
    time.month.reset();
    time.day.reset();
    EXPECT_EQ(isoText(time), "10:15");
    time.clock.reset();
    EXPECT_EQ(isoText(time), "");
}

TEST(WrittenTime, ADayAloneIsWrittenAsADay)
{
    WrittenTime time = founding();
    time.clock.reset();
    time.precision = Precision::Day;
    EXPECT_EQ(isoText(time), "2024-01-16");
}

TEST(WrittenTime, AnInstantToldAtAnOffsetLeadsBackToItself)
{
    const Instant instant = sys_days(std::chrono::year(2023) / 12 / 31) + 23h + 59min + 59s + 250ms;
    const WrittenTime time = writtenTimeOf(instant, -(3h + 30min), ZoneOrigin::Line);
    EXPECT_EQ(time.text, "2023-12-31T20:29:59.25-03:30");
    EXPECT_EQ(instantOf(time), instant);
}

TEST(WrittenTime, OffsetsBeforeUtcKeepTheirMinutes)
{
    EXPECT_EQ(offsetText(-(3h + 30min)), "-03:30");
    EXPECT_EQ(offsetText(5h + 45min), "+05:45");
    EXPECT_EQ(offsetText(0s), "+00:00");
}

} // namespace
} // namespace downtimeline
