// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/spans.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace downtimeline {
namespace {

constexpr unsigned derivedFlag = EventEntry::DerivedEnd;

bool isBegun(const EventEntry &entry)
{
    if (entry.has(EventEntry::DayOnly))
        return false;
    const bool isOver = entry.has(EventEntry::Completes) || entry.has(EventEntry::Fails);
    return entry.has(EventEntry::Begins) || (entry.kind == EventKind::Outage && !isOver);
}

bool endsByRecovery(EventKind kind)
{
    return kind == EventKind::Outage || kind == EventKind::Restart || kind == EventKind::Mitigation ||
           kind == EventKind::Recovery;
}

bool endsItsKind(const EventEntry &entry)
{
    return !entry.has(EventEntry::DayOnly) && (entry.has(EventEntry::Completes) || entry.has(EventEntry::Fails));
}

void forgetDerivedEnd(EventEntry &entry)
{
    if (!entry.has(EventEntry::DerivedEnd))
        return;
    entry.end = entry.at;
    entry.flags = static_cast<std::uint16_t>(entry.flags & ~derivedFlag);
}

} // namespace

bool isFullRecovery(const EventEntry &entry)
{
    return entry.kind == EventKind::Recovery && !entry.has(EventEntry::Begins) && !entry.has(EventEntry::Fails) &&
           !entry.has(EventEntry::DayOnly);
}

Instant ownFinish(const EventEntry &entry)
{
    return entry.has(EventEntry::DerivedEnd) ? entry.at : std::max(entry.at, entry.end);
}

std::vector<DerivedEnd> deriveEnds(EventIndex &index)
{
    std::vector<DerivedEnd> ends;
    std::array<const EventEntry *, eventKindCount> nextCompleted{}; // by kind, later in the index
    const EventEntry *nextRecovery = nullptr;
    for (EventEntry &entry : index | std::views::reverse) {
        forgetDerivedEnd(entry);
        const EventEntry *&ownNext = nextCompleted[static_cast<std::size_t>(entry.kind)];
        const EventEntry *endedBy = ownNext;
        // Both point into the index, so the lower address is the earlier event.
        const bool recoveryIsFirst = !ownNext || (entry.kind == EventKind::Outage && nextRecovery < ownNext);
        if (endsByRecovery(entry.kind) && nextRecovery && recoveryIsFirst)
            endedBy = nextRecovery;
        if (endedBy && isBegun(entry) && !entry.has(EventEntry::OwnEnd)) {
            entry.end = ownFinish(*endedBy);
            entry.flags = static_cast<std::uint16_t>(entry.flags | derivedFlag);
            ends.push_back({.event = entry.id, .endedBy = endedBy->id});
        }
        if (endsItsKind(entry))
            ownNext = &entry;
        if (isFullRecovery(entry))
            nextRecovery = &entry;
    }
    std::ranges::reverse(ends);
    return ends;
}

} // namespace downtimeline
