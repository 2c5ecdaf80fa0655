// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/readers/cells/csvtimes.h"
#include "models/readers/reader.h"
#include "models/readers/tables/csvsketch.h"

#include <array>
#include <cstdint>
#include <string>

namespace downtimeline {

/// What a column of a table of events holds.
enum class EventField : std::uint8_t {
    Time,
    Date,
    End,
    Length,
    Kind,
    Title,
    Detail,
    Service,
    Actor,
    RecordId,
    Zone,
    Ignored,
};

inline constexpr std::size_t eventFieldCount = 12;

/// Which column holds what. Columns count from 0; -1: there is none.
struct EventColumns
{
    std::array<int, eventFieldCount> columns{};
    std::vector<int> unread;              ///< columns that hold nothing that an event has
    DateOrder order = DateOrder::Unknown; ///< where the user stated it
    double secondsOfDuration = 0; ///< what a bare number in the column of lengths counts; 0: the header does not tell
    bool isTimeNamed = false;     ///< the header, not the content, tells where the time is
    bool isTitleNamed = false;

    int of(EventField field) const { return columns[static_cast<std::size_t>(field)]; }
    bool has(EventField field) const { return of(field) >= 0; }
};

/// Finds the columns by the user's word (see columnchoice.h), then by their headers, then by the content of the first
/// rows.
EventColumns eventColumnsOf(const CsvSketch &sketch, const ReadOptions &options);

/// "time", "kind", "id" and so on, as ReadOptions name the fields.
std::string_view eventFieldKey(EventField field);

/// The part of the cells that are times with a date or a clock, 0 to 1, empty ones left out.
double shareOfTimes(const std::vector<std::string_view> &cells);

} // namespace downtimeline
