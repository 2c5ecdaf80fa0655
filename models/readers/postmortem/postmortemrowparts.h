// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/postmortem/postmortemrow.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace downtimeline {

/// Behind a time: colons, dashes, brackets, up to the words.
std::size_t skipSeparators(std::string_view text, std::size_t pos);

/// ", 19.27" behind a time: the same row at a second time.
std::size_t skipSecondTime(std::string_view text, std::size_t pos, TimeReading reading);

/// "(T+5m): " behind a clock: the clock says it all.
std::size_t skipZeroName(std::string_view text, std::size_t pos);

/// "10:50 AM: alerted the team. - 11:00 AM: traffic rerouted" holds two rows, and so does "At 10:50 it failed. At 11:00
/// it was back."
std::vector<TimelineRow> splitRow(TimelineRow made, DayOrder order);

} // namespace downtimeline
