// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace downtimeline {

/// What sort of event it is. The list is closed; the numbers stand in library files and never change.
enum class EventKind : std::uint8_t {
    Outage = 0,
    Alert = 1,
    Detection = 2,
    Acknowledgement = 3,
    Escalation = 4,
    Investigation = 5,
    Deploy = 6,
    Rollback = 7,
    Restart = 8,
    Mitigation = 9,
    Recovery = 10,
    Communication = 11,
    Note = 12,
};

/// The lanes that the kinds fall into, from top to bottom; models/items/lanes.h has the other ways to make lanes.
enum class Lane : std::uint8_t { Impact = 0, Alerts = 1, Response = 2, Changes = 3, Recovery = 4, Notes = 5 };

inline constexpr std::size_t eventKindCount = 13;
inline constexpr std::size_t laneCount = 6;

/// Every kind, in the order of its number.
const std::array<EventKind, eventKindCount> &allEventKinds();

/// The word that files use: "outage", "acknowledgement".
std::string_view kindKey(EventKind kind);

/// The kind of a file's word; none where the word is unknown.
std::optional<EventKind> kindFromKey(std::string_view key);

Lane laneOf(EventKind kind);

/// The word that the user reads, in the user's language: "Outage".
QString kindName(EventKind kind);
QString laneName(Lane lane);

} // namespace downtimeline
