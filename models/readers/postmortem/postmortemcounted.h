// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/finding.h"
#include "models/readers/postmortem/postmortemrow.h"

#include <optional>
#include <vector>

namespace downtimeline {

/// The moment T that rows such as "T+5m" count from.
struct CountedFrom
{
    WrittenTime time; ///< with a clock; its day and its zone where the document states them
    int line = 0;
};

/// What became of the rows that count from T.
struct CountedRows
{
    std::vector<Explained> explained; ///< from which moment they were counted
    std::vector<Question> questions;
};

/// The moment so much later, in the words of the row; the offset stays. A day that is not wholly known is kept only
/// where midnight is not crossed.
WrittenTime shifted(const WrittenTime &from, Duration by, const std::string &text);

/// Gives the events of rows that count from T their time; events stand in the order of the rows. Without such a moment,
/// or without a unit, they stay without a time, and that is asked: nothing is invented. "+5 min" rows count from T only
/// while they rise: else each may count from the one above.
CountedRows placeCountedRows(
    const std::vector<TimelineRow> &rows, const std::optional<CountedFrom> &zero, std::vector<Event> &events);

} // namespace downtimeline
