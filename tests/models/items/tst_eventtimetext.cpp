// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventtimetext.h"

#include <gtest/gtest.h>

#include <QTimeZone>

namespace downtimeline {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;

const Instant day = Instant(std::chrono::sys_days(std::chrono::year(2024) / 1 / 16));
const DisplayZone plusOne(hours(1), QStringLiteral("GMT+1"));

EventEntry at(Instant instant, int flags = 0)
{
    return {
        .id = EventId(1),
        .at = instant,
        .end = instant,
        .kind = EventKind::Note,
        .lane = Lane::Notes,
        .flags = static_cast<std::uint16_t>(flags)};
}

TEST(EventTimeText, SecondsShowOnlyWhereThereAreSome)
{
    EXPECT_EQ(eventTimeText(at(day + hours(9)), plusOne, DateNeed::Clock), QStringLiteral("10:00"));
    EXPECT_EQ(eventTimeText(at(day + hours(9) + seconds(5)), plusOne, DateNeed::Clock), QStringLiteral("10:00:05"));
}

TEST(EventTimeText, WhatIsNotExactLooksSo)
{
    EXPECT_EQ(
        eventTimeText(at(day + hours(9), EventEntry::Approximate), plusOne, DateNeed::Clock), QStringLiteral("~10:00"));
    EXPECT_EQ(
        eventTimeText(at(day + hours(9), EventEntry::HourOnly), plusOne, DateNeed::Clock), QStringLiteral("10:??"));
    EXPECT_EQ(eventTimeText(at(day, EventEntry::DayOnly), DisplayZone(), DateNeed::Day), QStringLiteral("16 Jan"));
}

TEST(EventTimeText, TheDayStandsBeforeTheTimeWhereItIsWanted)
{
    EXPECT_EQ(eventTimeText(at(day + hours(9)), plusOne, DateNeed::Day), QStringLiteral("16 Jan, 10:00"));
    EXPECT_EQ(eventTimeText(at(day + hours(9)), plusOne, DateNeed::DayAndYear), QStringLiteral("16 Jan 2024, 10:00"));
}

struct Typed
{
    const char16_t *text;
    Duration afterMidnight; ///< of 16 January 2024 at +01:00
};

class TypedTime : public testing::TestWithParam<Typed>
{};

TEST_P(TypedTime, IsRead)
{
    const auto read = parseEditedTime(QStringView(GetParam().text), day + hours(9), plusOne);
    ASSERT_TRUE(read.has_value()) << QString::fromUtf16(GetParam().text).toStdString();
    EXPECT_EQ(*read - (day - hours(1)), GetParam().afterMidnight);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, TypedTime,
    testing::Values(
        Typed{u"10:25", hours(10) + minutes(25)}, Typed{u" 7:05 ", hours(7) + minutes(5)},
        Typed{u"10:25:30", hours(10) + minutes(25) + seconds(30)},
        Typed{u"10:25:30.5", hours(10) + minutes(25) + seconds(30) + microseconds(500'000)},
        Typed{u"10:25 pm", hours(22) + minutes(25)}, Typed{u"12:00 AM", hours(0)}, Typed{u"12:00pm", hours(12)},
        Typed{u"2024-01-17 00:10", hours(24) + minutes(10)}, Typed{u"2024-01-16T10:25", hours(10) + minutes(25)},
        Typed{u"2024-01-16T10:25Z", hours(11) + minutes(25)},
        Typed{u"2024-01-16 10:25 -05:00", hours(16) + minutes(25)}));

class RefusedTime : public testing::TestWithParam<const char16_t *>
{};

TEST_P(RefusedTime, SaysWhatCanBeTyped)
{
    const auto read = parseEditedTime(QStringView(GetParam()), day, plusOne);
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, Error::Code::Parse);
    EXPECT_TRUE(read.error().message.contains(QStringLiteral("type 10:25")));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, RefusedTime,
    testing::Values(
        u"", u"soon", u"24:00", u"10:60", u"10:00:60", u"13:00 pm", u"0:30 am", u"2024-02-30 10:00", u"10:25 tomorrow",
        u"<b>10:25</b>"));

TEST(ParseEditedTime, ReadsBackWhatAnEditorStartsWith)
{
    for (const Instant instant : {day, day + hours(9) + seconds(7), day + microseconds(1), day - hours(5)}) {
        const QString text = editableTimeText(instant, plusOne);
        EXPECT_EQ(parseEditedTime(text, day, plusOne), Result<Instant>(instant)) << text.toStdString();
    }
}

TEST(ParseEditedTime, UsesTheOffsetThatHoldsOnThatDay)
{
    const DisplayZone berlin(QTimeZone("Europe/Berlin"));
    const auto summer = parseEditedTime(u"2024-07-01 12:00", day, berlin);
    const auto winter = parseEditedTime(u"2024-01-01 12:00", day, berlin);
    EXPECT_EQ(summer, Result<Instant>(Instant(std::chrono::sys_days(std::chrono::year(2024) / 7 / 1)) + hours(10)));
    EXPECT_EQ(winter, Result<Instant>(Instant(std::chrono::sys_days(std::chrono::year(2024) / 1 / 1)) + hours(11)));
}

} // namespace
} // namespace downtimeline
