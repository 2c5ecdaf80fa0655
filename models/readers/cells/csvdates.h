// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/cells/celltime.h"

#include <optional>
#include <string_view>

namespace downtimeline {

/// Whether that day exists in the Gregorian calendar, in the years 1 to 9999.
bool isDay(int year, int month, int day);

/// The times of cellTime() that are neither ISO 8601 nor a count: "16/01/2024 10:15", "Jan 16, 2024 10:15 AM",
/// "Tue, 16 Jan 2024 10:15:00 GMT", "10:15".
std::optional<CellTime> looseCellTime(std::string_view text, DateOrder order);

} // namespace downtimeline
