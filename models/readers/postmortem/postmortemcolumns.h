// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/documents/countedtimes.h"
#include "models/documents/writtentimes.h"
#include "models/documents/zones.h"
#include "models/domain/kind.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace downtimeline {

/// What the columns of a table of events hold; npos where it has no such column.
struct Columns
{
    bool isKnown = false;
    std::size_t time = 0;
    std::size_t date = std::string::npos;
    std::size_t text = std::string::npos;
    std::size_t actor = std::string::npos;
    std::size_t kind = std::string::npos;
    std::optional<WrittenZone> zone;
};

/// The columns that a header row names; none where it names no column of times or days.
std::optional<Columns> headerColumns(const std::vector<std::string> &cells);

/// What the cells of one row tell of an event.
struct CellRow
{
    FoundTime found;
    std::optional<CountedTime> counted; ///< instead of a time: "T+5m"
    std::string behind;                 ///< what else stands in the time's cell
    std::string title;
    std::string detail;
    std::string actor;
    std::optional<EventKind> kind; ///< where a column of kinds names one of ours
};

/// The row as its columns tell it; none where its cell of times holds no time. Without known columns the first cell is
/// the time, the next one with words the title.
std::optional<CellRow> rowOfCells(const std::vector<std::string> &cells, const Columns &columns, DayOrder order);

} // namespace downtimeline
