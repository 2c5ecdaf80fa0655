// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/derivedends.h"

#include "models/analysis/spans.h"

#include <algorithm>
#include <unordered_map>

namespace downtimeline {

EventId indexedId(std::span<const Event> events, std::size_t place)
{
    return events[place].id.isValid() ? events[place].id : EventId(static_cast<std::int64_t>(place) + 1);
}

EventIndex indexOf(std::span<const Event> events)
{
    EventIndex index;
    index.reserve(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!events[i].at)
            continue;
        index.push_back(entryOf(events[i]));
        index.back().id = indexedId(events, i);
    }
    std::ranges::stable_sort(index, {}, &EventEntry::at);
    deriveEnds(index);
    return index;
}

std::vector<std::optional<Instant>> endsOf(std::span<const Event> events)
{
    std::unordered_map<EventId, Instant> ends;
    for (const EventEntry &entry : indexOf(events)) {
        if (entry.isSpan())
            ends.emplace(entry.id, entry.end);
    }
    std::vector<std::optional<Instant>> list(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (const auto found = ends.find(indexedId(events, i)); found != ends.end())
            list[i] = found->second;
    }
    return list;
}

} // namespace downtimeline
