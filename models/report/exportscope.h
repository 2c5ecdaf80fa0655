// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/source.h"
#include "models/domain/wholeincident.h"
#include "models/timeline/displayzone.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace downtimeline {

/// Which events go out.
struct EventChoice
{
    enum class Which : std::uint8_t { All, Range, Starred };

    Which which = Which::All;
    TimeRange range{};                 ///< for Which::Range: events that touch it; plots show this range
    std::set<EventKind> kinds;         ///< only these; empty: every kind
    std::string words;                 ///< each stands somewhere in the event's texts, in either case; empty: any event
    std::vector<std::string> services; ///< one is a part of the service's name, in any case; empty: any service
    std::vector<std::string> sources;  ///< the same of its source's name
    bool starredOnly = false;          ///< besides
    bool isNone = false;               ///< what was asked for cannot be: nothing goes out

    /// Nothing stays behind.
    bool isAll() const { return *this == EventChoice{.range = range}; }

    bool operator==(const EventChoice &) const = default;
};

/// What of an incident goes out, and in which zone: one value for every format. Names are hidden before (namehiding.h).
struct ExportScope
{
    EventChoice events;
    std::optional<DisplayZone> zone;       ///< that times are shown in; none: the incident's own
    std::optional<DisplayZone> secondZone; ///< another row of the timeline's ruler
};

/// What goes out. Events that stay behind are still there, so that no measure changes by the choice.
struct ScopedIncident
{
    WholeIncident whole; ///< events that stay behind are hidden
    std::vector<Source> sources;
    std::vector<bool> staysBehind; ///< of each event, by the choice alone; empty: none
    std::size_t leftOut = 0;       ///< how many of them

    bool goesOut(std::size_t place) const { return staysBehind.empty() || !staysBehind[place]; }
};

/// Of each event, in order: the choice lets it out.
std::vector<bool>
chosenEvents(std::span<const Event> events, std::span<const Source> sources, const EventChoice &choice);

ScopedIncident scoped(const WholeIncident &whole, std::span<const Source> sources, const ExportScope &scope);

/// For formats that are read back: only the events that go out, as they are, hidden ones among them.
WholeIncident withoutLeftOut(const ScopedIncident &scope, const WholeIncident &before);

} // namespace downtimeline
