// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace downtimeline {

/// How many events of each lane begin in one column of a range.
using LaneCounts = std::array<std::uint32_t, laneCount>;

/// The range in equal columns. Hidden events and those outside do not count; an event at the very end belongs to the
/// last column. One pass over the events.
std::vector<LaneCounts> eventDensity(std::span<const EventEntry> events, TimeRange range, int columns);

} // namespace downtimeline
