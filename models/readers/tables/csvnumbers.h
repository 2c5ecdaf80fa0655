// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <optional>
#include <string_view>

namespace downtimeline {

/// A decimal number such as "-1.5e3", "1.234,5" where the decimal mark is a comma, "12_345" never; none for anything
/// else. NaN and infinities are numbers here.
std::optional<double> numberOf(std::string_view text, char decimalMark);

/// A number with a unit behind it.
struct Quantity
{
    double value = 0;
    std::string_view unit; ///< as written: "ms", "%"; empty where there is none
};

/// "1.2 s", "98%", "1,200 req/s" (with a decimal point, commas between three digits are read over), "5".
std::optional<Quantity> quantityOf(std::string_view text, char decimalMark);

/// Seconds in a unit of time: 0.001 for "ms", 60 for "min"; none where the word is no unit of time.
std::optional<double> secondsOfUnit(std::string_view unit);

/// Seconds in the unit that a header ends with, as "duration_ms" and "Duration (min)"; 0 where it tells none.
double secondsOfHeader(std::string_view header);

/// "22 min", "1h 20m", "00:22:00", "1:05" (hours and minutes), and bare numbers where the unit is known (not 0). At
/// most 100 years.
std::optional<Duration> lengthOfCell(std::string_view text, double secondsOfBareNumber);

} // namespace downtimeline
