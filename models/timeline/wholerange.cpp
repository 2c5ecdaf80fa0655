// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/wholerange.h"

#include <algorithm>

namespace downtimeline {
namespace {

std::optional<TimeRange> extentOf(const EventIndex &events, bool withDays)
{
    std::optional<TimeRange> extent;
    for (const EventEntry &entry : events) {
        if (entry.has(EventEntry::Hidden) || (!withDays && entry.has(EventEntry::DayOnly)))
            continue;
        if (!extent)
            extent = TimeRange{entry.at, entry.at};
        extent = TimeRange{std::min(extent->start, entry.at), std::max({extent->end, entry.at, entry.end})};
    }
    return extent;
}

} // namespace

TimeRange wholeRange(std::optional<TimeRange> events, std::optional<TimeRange> series)
{
    if (!events && !series)
        return {};
    if (!events) {
        const Duration lacking = std::max<Duration>(std::chrono::minutes(1) - series->length(), Duration::zero());
        const Instant start = series->start - lacking / 2;
        return {start, series->end + (lacking - lacking / 2)};
    }
    const Duration length = std::max<Duration>(events->length(), std::chrono::minutes(1));
    TimeRange whole{events->start - length / 8, events->end + length * 3 / 8};
    if (series) {
        whole.start = std::clamp(series->start, events->start - length / 2, whole.start);
        whole.end = std::clamp(series->end, whole.end, events->end + length / 2);
    }
    return whole;
}

std::optional<TimeRange> eventsExtent(const EventIndex &events)
{
    const std::optional<TimeRange> extent = extentOf(events, false);
    return extent ? extent : extentOf(events, true);
}

TimeRange withAir(TimeRange range)
{
    constexpr Duration leastAir = std::chrono::milliseconds(500);
    const Duration air = std::max<Duration>(range.length() / 4, leastAir);
    return {range.start - air, range.end + air};
}

} // namespace downtimeline
