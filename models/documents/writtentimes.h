// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/documents/writtendates.h"
#include "models/documents/zones.h"
#include "models/domain/writtentime.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace downtimeline {

/// A time, a date, or both, as a document writes it. Only what stands there is filled in.
struct FoundTime
{
    std::size_t begin = 0;
    std::size_t end = 0; ///< the byte behind it, its zone and its range
    WrittenTime time;
    std::optional<WrittenTime> until;   ///< the end of a range
    WrittenZone zone;                   ///< beside the time; its text is empty where none stands
    bool isOrderOpen = false;           ///< day and month could be the other way round
    bool isSlip = false;                ///< a year of five digits was read as four
    std::optional<DayOrder> shownOrder; ///< the date can only be read in this order
};

/// How a text writes its times.
struct TimeReading
{
    DayOrder order = DayOrder::Unknown;
    bool dotClocks = false; ///< "19.00" is a time: at the start of a row, not in prose
};

/// The time that begins at that byte, with its zone, its date and its range; "~", "about" before it make it
/// approximate. A dash after a time is a range only where another time follows it.
std::optional<FoundTime> timeAt(std::string_view text, std::size_t pos, TimeReading reading = {});

/// Every time of a sentence, in order. Addresses of web pages, versions and identifiers hold no times.
std::vector<FoundTime> timesIn(std::string_view text, TimeReading reading = {});

} // namespace downtimeline
