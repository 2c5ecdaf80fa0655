// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace downtimeline {

/// A zone as a document writes it.
struct WrittenZone
{
    std::string text;                           ///< the words: "GMT + 1", "Pacific Time"
    std::optional<std::chrono::seconds> offset; ///< east of UTC; none where several places use the name (IST, CST, BST)
    std::string iana;                           ///< where the offset depends on the day: "America/Los_Angeles"

    bool operator==(const WrittenZone &) const = default;
};

struct FoundZone
{
    std::size_t end = 0; ///< the byte behind it
    WrittenZone zone;
};

/// The zone that begins at that byte: "UTC", "GMT + 1", "+02:00", "WAT", "Pacific Time", "West Central Africa Standard
/// Timezone", "Europe/Berlin". A three-digit "-550" is none. Abbreviations count only in capitals.
std::optional<FoundZone> zoneAt(std::string_view text, std::size_t pos);

/// The first zone anywhere in a header or a note, for example in "Time (GMT + 1)"; bare offsets do not count.
std::optional<FoundZone> zoneIn(std::string_view text);

/// The offset on that day; none where it cannot be known.
std::optional<std::chrono::seconds> offsetOn(const WrittenZone &zone, std::optional<std::chrono::year_month_day> day);

} // namespace downtimeline
