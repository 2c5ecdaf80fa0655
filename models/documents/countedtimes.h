// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/documents/writtentimes.h"
#include "models/domain/instant.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace downtimeline {

/// A moment that a document tells by its distance from another one: "T+5m", "+5 min".
struct CountedTime
{
    std::size_t end = 0;              ///< the byte behind it
    std::string text;                 ///< as written
    std::optional<Duration> distance; ///< none where no unit stands: "T+5"
    bool namesZero = false;           ///< it begins with the T that it counts from

    bool operator==(const CountedTime &) const = default;
};

/// The counted time that begins at that byte: "T0", "T-2h", "T + 1h05m", "T+00:05" (hours and minutes), "T0+90s",
/// "+5 min", "-10m". Without a T a sign and a unit or a colon must stand there.
std::optional<CountedTime> countedTimeAt(std::string_view text, std::size_t pos);

/// The clock that a text gives to the moment T: "T0 = 14:02 UTC", "T is 14:02", "T+0 14:02", "14:02 UTC (T0)".
std::optional<FoundTime> zeroIn(std::string_view text, TimeReading reading = {});

} // namespace downtimeline
