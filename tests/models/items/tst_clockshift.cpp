// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/clockshift.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

TEST(ClockShift, IsReadAsPeopleTypeIt)
{
    const std::vector<std::pair<QString, Duration>> rows{
        {u"+00:00:30"_s, 30s}, {u"-01:30:00"_s, -90min}, {u"1:30"_s, 90s},     {u"-90"_s, -90s},
        {u"90 s"_s, 90s},      {u"+ 2 min"_s, 2min},     {u"1 h"_s, 1h},       {u""_s, 0s},
        {u" 3m "_s, 3min},     {u"\u22125"_s, -5s},      {u"24:00:00"_s, 24h},
    };
    for (const auto &[text, shift] : rows) {
        const Result<Duration> read = parseClockShift(text);
        ASSERT_TRUE(read) << text.toStdString();
        EXPECT_EQ(*read, shift) << text.toStdString();
    }
}

TEST(ClockShift, WhatIsNoneIsRefusedWithASentence)
{
    for (const QString &text : {u"soon"_s, u"25:00:00"_s, u"+"_s, u"1:2:3:4"_s, u"10 days"_s, u"99999 min"_s}) {
        const Result<Duration> read = parseClockShift(text);
        ASSERT_FALSE(read) << text.toStdString();
        EXPECT_TRUE(read.error().message.contains(u"+00:00:30"_s));
    }
}

TEST(ClockShift, ItsTextIsReadBackAsItself)
{
    EXPECT_EQ(clockShiftText(-90min), u"-01:30:00"_s);
    EXPECT_EQ(clockShiftText(Duration(0)), u"+00:00:00"_s);
    for (const Duration shift : {Duration(1s), Duration(-59s), Duration(3661s), Duration(-24h)})
        EXPECT_EQ(parseClockShift(clockShiftText(shift)).value_or(Duration(7)), shift);
}

} // namespace
} // namespace downtimeline
