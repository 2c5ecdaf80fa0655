// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"
#include "models/analysis/spans.h"

#include <initializer_list>

namespace downtimeline {

/// 16 January 2024 at that many minutes after 9:00 UTC, which the founding incident's people call 10:00.
inline Instant minute(int minutes)
{
    using namespace std::chrono;
    return sys_days{year{2024} / 1 / 16} + hours(9) + std::chrono::minutes(minutes);
}

/// A short way to write an event: its kind, its minute after the outage, and what its words say.
struct Told
{
    EventKind kind;
    int minute;
    unsigned flags = 0;
    int length = 0; ///< of its own, in minutes
};

/// The index of events in the order given, with the ids 1, 2, 3 and derived ends.
inline EventIndex indexOf(std::initializer_list<Told> events)
{
    EventIndex index;
    for (const Told &told : events) {
        EventEntry entry{
            .id = EventId(static_cast<std::int64_t>(index.size()) + 1),
            .at = minute(told.minute),
            .end = minute(told.minute + told.length),
            .kind = told.kind,
            .lane = laneOf(told.kind),
            .flags = static_cast<std::uint16_t>(
                told.flags | (told.length > 0 ? static_cast<unsigned>(EventEntry::OwnEnd) : 0U))};
        index.push_back(entry);
    }
    deriveEnds(index);
    return index;
}

/// founding/0x19-postmortem.txt, lines 13 to 20.
inline EventIndex foundingIndex(unsigned recoveryFlags = EventEntry::Completes)
{
    return indexOf({
        {EventKind::Deploy, -15, EventEntry::Begins},
        {EventKind::Outage, 0, EventEntry::Begins},
        {EventKind::Alert, 0},
        {EventKind::Acknowledgement, 10},
        {EventKind::Rollback, 15, EventEntry::Begins},
        {EventKind::Rollback, 20, EventEntry::Completes},
        {EventKind::Restart, 20, EventEntry::Begins},
        {EventKind::Recovery, 22, recoveryFlags},
    });
}

} // namespace downtimeline
