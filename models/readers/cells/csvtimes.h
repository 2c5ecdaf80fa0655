// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/writtentime.h"
#include "models/readers/cells/celltime.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace downtimeline {

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
