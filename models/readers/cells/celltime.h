// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace downtimeline {

/// The parts of a time in a table's cell, taken apart without an allocation.
struct CellTime
{
    int year = 0; ///< 0: not told, or not knowable before the order of day and month is
    int month = 0;
    int day = 0;
    int hour = -1; ///< -1: no clock
    int minute = 0;
    int second = -1; ///< -1: not told; a leap second is kept as 59
    int microsecond = 0;
    int offset = 0; ///< seconds east of UTC, where hasOffset
    bool hasOffset = false;
    bool isEpoch = false;     ///< a count since 1970, which is UTC by its definition
    bool isUndecided = false; ///< "03/04/2024": which is the day is not known
    std::string_view zone;    ///< as written behind the time, for example "GMT+1" or "CET"

    bool hasDate() const { return year != 0; }
    bool hasClock() const { return hour >= 0; }

    bool operator==(const CellTime &) const = default;
};

/// Which of two numbers of a date comes first.
enum class DateOrder : std::uint8_t { Unknown, DayFirst, MonthFirst };

} // namespace downtimeline
