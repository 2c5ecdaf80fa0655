// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/writtentime.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace downtimeline {

/// Which half of the day was written.
enum class Meridiem { None, Am, Pm };

/// A time of day as a document writes it.
struct FoundClock
{
    std::size_t end = 0;            ///< the byte behind it
    std::optional<ClockTime> clock; ///< none for "--:--" and "??:??"
    Precision precision = Precision::Exact;
    Meridiem meridiem = Meridiem::None;
    int writtenHour = 0; ///< before "pm" moved it

    bool operator==(const FoundClock &) const = default;
};

/// The clock that begins at that byte: "9:45 AM", "10:00AM", "14:15pm", "12:28p", "10am", "13:00:56", "14h30", "14:??",
/// "--:--"; "19.00" only where dots are allowed. An A or P that begins the next word is no half of the day.
std::optional<FoundClock> clockAt(std::string_view text, std::size_t pos, bool dotsAllowed);

/// The clock moved into that half of the day: 12 AM is 0, 1 PM is 13; hours past 12 stay.
ClockTime inHalf(ClockTime clock, Meridiem meridiem);

} // namespace downtimeline
