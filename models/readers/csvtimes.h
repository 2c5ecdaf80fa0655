// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/writtentime.h"

#include <cstdint>
#include <optional>
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

/// Reads "2024-01-16T10:15:00.25Z", "2024-01-16 10:15:00+01:00", "20240116T101500Z" and "2024-01-16" only; up to 9
/// digits of a second, of which microseconds are kept. None for days that do not exist.
std::optional<CellTime> isoCellTime(std::string_view text);

/// Reads a count of seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size; none for
/// seconds before 1973, which more likely count something else.
std::optional<CellTime> epochCellTime(std::string_view text);

/// Reads the two above, then dates with slashes or dots in any order, dates with the name of a month, clocks with
/// AM or PM, a clock alone, and a zone behind any of them.
std::optional<CellTime> cellTime(std::string_view text, DateOrder order);

/// Whether a cell is a time with a date or a clock with a colon.
bool isCellTime(std::string_view text);

/// What a numeric date such as "16/01/2024" tells of the order; Unknown where both numbers are 12 or less.
DateOrder orderToldBy(std::string_view text);

/// Without an offset it is read as UTC, without a clock as midnight. Only for times with a date.
Instant instantOf(const CellTime &time);

/// Puts the parts into a written time that keeps its strings' memory; the zone's origin is Line, Assumed or Unstated.
void writeTo(WrittenTime &written, const CellTime &time, std::string_view text);

} // namespace downtimeline
