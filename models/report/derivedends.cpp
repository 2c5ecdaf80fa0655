// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/derivedends.h"

#include "models/analysis/spans.h"

#include <algorithm>
#include <cstdint>

namespace downtimeline {

EventId idOf(const Event &event, std::size_t place)
{
    return event.id.isValid() ? event.id : EventId(static_cast<std::int64_t>(place) + 1);
}

void addTo(EventIndex &index, const Event &event, std::size_t place)
{
    if (!event.at)
        return;
    index.push_back(entryOf(event));
    index.back().id = idOf(event, place);
}

void settle(EventIndex &index)
{
    if (!std::ranges::is_sorted(index, {}, &EventEntry::at)) // most are, and sorting takes half as much again
        std::ranges::stable_sort(index, {}, &EventEntry::at);
    deriveEnds(index);
}

EventIndex indexOf(std::span<const Event> events)
{
    EventIndex index;
    index.reserve(events.size());
    for (std::size_t i = 0; i < events.size(); ++i)
        addTo(index, events[i], i);
    settle(index);
    return index;
}

EventEnds::EventEnds(const EventIndex &index)
{
    for (const EventEntry &entry : index) {
        if (entry.isSpan() && entry.has(EventEntry::DerivedEnd))
            m_derived.emplace_back(entry.id, entry.end);
    }
    std::ranges::sort(m_derived, {}, [](const auto &end) { return end.first; });
}

std::optional<Instant> EventEnds::of(const Event &event, std::size_t place) const
{
    if (!event.at)
        return {};
    if (event.length)
        return *event.length > Duration::zero() ? std::optional(*event.at + *event.length) : std::nullopt;
    const EventId id = idOf(event, place);
    const auto found = std::ranges::lower_bound(m_derived, id, {}, [](const auto &end) { return end.first; });
    return found != m_derived.end() && found->first == id ? std::optional(found->second) : std::nullopt;
}

std::vector<std::optional<Instant>> endsOf(std::span<const Event> events)
{
    const EventEnds ends(indexOf(events));
    std::vector<std::optional<Instant>> list;
    list.reserve(events.size());
    for (std::size_t i = 0; i < events.size(); ++i)
        list.push_back(ends.of(events[i], i));
    return list;
}

} // namespace downtimeline
