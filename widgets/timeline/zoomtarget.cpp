// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/zoomtarget.h"

#include "models/timeline/wholerange.h"

#include <algorithm>

namespace downtimeline {
namespace {

constexpr Duration alone = std::chrono::minutes(10); ///< around an event with no other before or after it

} // namespace

std::optional<TimeRange> zoomTarget(const HitArea &hit, const TimelineContent &content)
{
    if (hit.count > 1)
        return withAir(hit.range);
    const std::optional<TimelineContent::Index> index = content.indexOf(hit.event);
    if (!index)
        return std::nullopt;
    const TimeRange extent = extentOf(content.event(*index));
    return extent.isEmpty() ? std::nullopt : std::optional(withAir(extent));
}

std::optional<TimeRange> phaseTarget(Instant at, const TimelineContent &content)
{
    for (const PhaseSpan &phase : content.analysis().phases)
        if (phase.range.contains(at))
            return withAir(phase.range);
    return std::nullopt;
}

TimeRange fittedTo(TimelineContent::Index event, const TimelineContent &content)
{
    const TimeRange extent = extentOf(content.event(event));
    if (!extent.isEmpty())
        return withAir(extent);
    const EventIndex &events = content.events();
    const auto before = std::ranges::lower_bound(events, extent.start, {}, &EventEntry::at);
    const auto after = std::ranges::upper_bound(events, extent.start, {}, &EventEntry::at);
    const bool isFirst = before == events.begin();
    const bool isLast = after == events.end();
    const Duration left = isFirst ? alone : extent.start - std::prev(before)->at;
    const Duration right = isLast ? alone : after->at - extent.start;
    return withAir(
        {extent.start - (isFirst ? std::min(left, right) : left),
         extent.start + (isLast ? std::min(left, right) : right)});
}

} // namespace downtimeline
