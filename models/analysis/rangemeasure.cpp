// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rangemeasure.h"

#include <algorithm>
#include <numeric>

namespace downtimeline {

std::int64_t RangeMeasure::count() const
{
    return std::accumulate(events.begin(), events.end(), std::int64_t{0});
}

RangeMeasure measureRange(std::span<const EventEntry> events, std::span<const TimeRange> impacts, TimeRange range)
{
    RangeMeasure measure{.range = range, .hasImpact = !impacts.empty()};
    const auto first = std::ranges::lower_bound(events, range.start, {}, &EventEntry::at);
    const auto last = std::ranges::upper_bound(first, events.end(), range.end, {}, &EventEntry::at);
    for (const EventEntry &event : std::span(first, last))
        if (!event.has(EventEntry::Hidden))
            ++measure.events[static_cast<std::size_t>(event.kind)];
    for (const EventEntry &event : std::span(events.begin(), first))
        if (event.end > range.start && !event.has(EventEntry::Hidden))
            ++measure.reaching;
    for (const TimeRange &impact : impacts) {
        const Instant from = std::max(impact.start, range.start);
        const Instant until = std::min(impact.end, range.end);
        measure.impact += std::max(until - from, Duration::zero());
    }
    return measure;
}

} // namespace downtimeline
