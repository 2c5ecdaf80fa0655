// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <cstdint>
#include <vector>

namespace downtimeline {

/// What the timeline knows of an event without its texts.
struct EventEntry
{
    enum Flag : std::uint16_t {
        Begins = 1,    ///< Progress::Begins
        Completes = 2, ///< Progress::Completes
        Fails = 4,     ///< Progress::Fails
        Starred = 8,
        Hidden = 16,
        Approximate = 32, ///< Precision::Approximate
        HourOnly = 64,    ///< Precision::Hour
        DayOnly = 128,    ///< Precision::Day
        ZoneUnstated = 256,
        OwnEnd = 512,      ///< the end was written, recorded or set by the user
        DerivedEnd = 1024, ///< the end comes from another event (analysis/spans.h)
        Undated = 2048     ///< it has no instant: `at` says nothing, and it stands in no EventIndex of what is placed
    };

    EventId id;
    Instant at;
    Instant end; ///< equals at for an instant event
    EventKind kind = EventKind::Note;
    Lane lane = Lane::Notes;
    std::uint16_t flags = 0;
    std::uint16_t source = 0;  ///< a number of EventNames; 0: none
    std::uint16_t service = 0; ///< a number of EventNames; 0: none

    bool has(Flag flag) const { return (flags & flag) != 0; }
    bool isSpan() const { return end > at; }
    bool isUndated() const { return has(Undated); }

    bool operator==(const EventEntry &) const = default;
};
static_assert(sizeof(EventEntry) <= 32);

/// The events of an open incident in order of time, then of id. Derived ends are filled in.
using EventIndex = std::vector<EventEntry>;

/// The entry of one stored event, Undated without an instant; ends of other events are not looked at.
EventEntry entryOf(const Event &event);

} // namespace downtimeline
