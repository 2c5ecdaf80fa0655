// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/snapping.h"

#include <algorithm>
#include <optional>

namespace downtimeline {
namespace {

/// Of instants in order, the one nearest to another; of two as near the earlier.
std::optional<Instant> nearest(std::span<const Instant> instants, Instant instant)
{
    const auto after = std::ranges::lower_bound(instants, instant);
    std::optional<Instant> found;
    if (after != instants.begin())
        found = *std::prev(after);
    if (after != instants.end() && (!found || *after - instant < instant - *found))
        found = *after;
    return found;
}

} // namespace

SnapPoints snapPoints(std::span<const EventEntry> events)
{
    SnapPoints points;
    points.reserve(events.size());
    for (const EventEntry &event : events) {
        if (event.has(EventEntry::Hidden) || event.has(EventEntry::DayOnly))
            continue;
        points.push_back(event.at);
        if (event.isSpan())
            points.push_back(event.end);
    }
    std::ranges::sort(points);
    const auto same = std::ranges::unique(points);
    points.erase(same.begin(), same.end());
    return points;
}

Instant snapped(Instant instant, std::span<const Instant> points, std::span<const Tick> roundTimes, Duration reach)
{
    const auto distance = [&](Instant other) { return std::chrono::abs(other - instant); };
    if (const auto event = nearest(points, instant); event && distance(*event) <= reach)
        return *event;
    const Tick *round = nullptr;
    for (const Tick &tick : roundTimes)
        if (distance(tick.at) <= (tick.major ? reach : reach * 3 / 8) &&
            (!round || distance(tick.at) < distance(round->at)))
            round = &tick;
    return round ? round->at : instant;
}

} // namespace downtimeline
