// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/impact.h"

#include "models/analysis/spans.h"

#include <algorithm>

namespace downtimeline {
namespace {

using Entries = std::span<const EventEntry>;

bool isOutage(const EventEntry &entry)
{
    return entry.kind == EventKind::Outage && !entry.has(EventEntry::Completes) && !entry.has(EventEntry::Fails);
}

const EventEntry *firstFullRecovery(Entries index, Instant notBefore)
{
    return firstEntry(
        index, [=](const EventEntry &entry) { return isFullRecovery(entry) && ownFinish(entry) >= notBefore; });
}

MilestonePoint pointAt(Milestone milestone, Instant at, const EventEntry *event)
{
    return {milestone, at, event ? std::optional(event->id) : std::nullopt};
}

MilestonePoint statedStart(const StatedImpact &stated)
{
    return {Milestone::ImpactStart, *stated.start, {}, stated.startByUser};
}

MilestonePoint statedEnd(const StatedImpact &stated)
{
    return {Milestone::Recovered, *stated.end, {}, stated.endByUser};
}

std::vector<const EventEntry *> outagesOf(Entries index)
{
    std::vector<const EventEntry *> outages;
    for (const EventEntry &entry : index)
        if (isOutage(entry) && !entry.has(EventEntry::DayOnly))
            outages.push_back(&entry);
    return outages;
}

/// The outage that ends last.
const EventEntry *lastEnding(const std::vector<const EventEntry *> &outages)
{
    return *std::ranges::max_element(outages, {}, [](const EventEntry *outage) { return outage->end; });
}

std::optional<MilestonePoint>
recoveryAfterOutages(Entries index, const std::vector<const EventEntry *> &outages, const StatedImpact &stated)
{
    const EventEntry *last = lastEnding(outages);
    const bool lastIsOpen = !last->isSpan() && !last->has(EventEntry::OwnEnd) && !last->has(EventEntry::DerivedEnd);
    // A recovery told before an outage that is still open cannot have ended it, however the two are ordered.
    if (const EventEntry *recovery = firstFullRecovery(index, std::max(last->end, outages.back()->at)))
        if (!lastIsOpen)
            return pointAt(Milestone::Recovered, ownFinish(*recovery), recovery);
    if (!lastIsOpen)
        return pointAt(Milestone::Recovered, last->end, last);
    if (stated.end && *stated.end >= last->at)
        return statedEnd(stated);
    return {};
}

/// Sorted, with overlapping ranges joined; ranges that only touch stay apart.
std::vector<TimeRange> joined(std::vector<TimeRange> ranges)
{
    std::ranges::sort(ranges, {}, &TimeRange::start);
    std::vector<TimeRange> list;
    for (const TimeRange &range : ranges) {
        if (!list.empty() && range.start < list.back().end)
            list.back().end = std::max(list.back().end, range.end);
        else
            list.push_back(range);
    }
    return list;
}

Impact impactOfOutages(Entries index, const std::vector<const EventEntry *> &outages, const StatedImpact &stated)
{
    Impact impact;
    impact.start = pointAt(Milestone::ImpactStart, outages.front()->at, outages.front());
    impact.recovered = recoveryAfterOutages(index, outages, stated);
    for (const EventEntry *outage : outages) {
        const bool isOpen =
            !outage->isSpan() && !outage->has(EventEntry::OwnEnd) && !outage->has(EventEntry::DerivedEnd);
        const Instant end = isOpen && impact.recovered ? impact.recovered->at : outage->end;
        impact.ranges.push_back({outage->at, std::max(outage->at, end)});
    }
    impact.ranges = joined(std::move(impact.ranges));
    return impact;
}

Impact impactWithoutOutages(Entries index, const StatedImpact &stated)
{
    Impact impact;
    const EventEntry *begin = firstEntry(index, isDetection);
    // A tracker opens its incident with the alert: the same moment told twice does not say when the trouble began.
    const bool isOfAlert = begin && stated.start == begin->at && !stated.startByUser;
    const bool isStated = stated.start && !isOfAlert;
    impact.startsAtAlert = !isStated && begin;
    if (!begin)
        begin = firstEntry(index, [](const EventEntry &) { return true; });
    if (isStated)
        impact.start = statedStart(stated);
    else if (begin)
        impact.start = pointAt(Milestone::ImpactStart, begin->at, begin);
    if (!impact.start)
        return impact;
    const Instant start = impact.start->at;
    if (const EventEntry *recovery = firstFullRecovery(index, start))
        impact.recovered = pointAt(Milestone::Recovered, ownFinish(*recovery), recovery);
    else if (stated.end && *stated.end >= start)
        impact.recovered = statedEnd(stated);
    const bool isGuess = !isStated && !impact.startsAtAlert;
    if (isGuess && !impact.recovered)
        return {}; // a list of events that tells neither trouble nor its end is no impact
    impact.ranges.push_back({start, impact.recovered ? impact.recovered->at : start});
    return impact;
}

/// The user's ends replace those of the events; what lies between stays as it is.
void applyUser(Impact &impact, const StatedImpact &stated)
{
    if (stated.startByUser) {
        impact.start = statedStart(stated);
        impact.startsAtAlert = false;
    }
    if (stated.endByUser)
        impact.recovered = statedEnd(stated);
    const std::optional<Instant> end = stated.endByUser ? stated.end : std::nullopt;
    const Instant first = impact.start ? impact.start->at : end.value_or(Instant{});
    const Instant last = std::max(first, end.value_or(impact.ranges.empty() ? first : impact.ranges.back().end));
    std::erase_if(impact.ranges, [=](const TimeRange &range) { return range.end < first || range.start > last; });
    if (impact.ranges.empty())
        impact.ranges.push_back({first, last});
    for (TimeRange &range : impact.ranges)
        range = {std::max(range.start, first), std::min(range.end, last)};
    impact.ranges.front().start = first;
    impact.ranges.back().end = last;
}

/// A moment that a source tells with its clock.
std::optional<Instant> statedBySource(const std::optional<WrittenTime> &time)
{
    return time && time->clock && time->precision != Precision::Hour ? instantOf(*time) : std::nullopt;
}

} // namespace

bool isDetection(const EventEntry &entry)
{
    return (entry.kind == EventKind::Alert || entry.kind == EventKind::Detection) && !entry.has(EventEntry::Completes);
}

WrittenTime timeOfUser(Instant at, std::optional<std::chrono::seconds> offset)
{
    WrittenTime time = writtenTimeOf(at, offset, ZoneOrigin::User);
    time.text.clear();
    return time;
}

std::optional<Instant> statedByUser(const std::optional<WrittenTime> &time)
{
    const bool isUsers = time && time->zoneOrigin == ZoneOrigin::User && time->text.empty();
    return isUsers ? instantOf(*time) : std::nullopt;
}

StatedImpact statedImpact(const Incident &incident)
{
    const std::optional<Instant> start = statedByUser(incident.startedAt);
    const std::optional<Instant> end = statedByUser(incident.endedAt);
    return {
        .start = start ? start : statedBySource(incident.startedAt),
        .end = end ? end : statedBySource(incident.endedAt),
        .startByUser = start.has_value(),
        .endByUser = end.has_value()};
}

Duration totalLength(std::span<const TimeRange> ranges)
{
    Duration sum{0};
    for (const TimeRange &range : ranges)
        sum += range.length();
    return sum;
}

Impact impactOf(std::span<const EventEntry> index, const StatedImpact &stated)
{
    const std::vector<const EventEntry *> outages = outagesOf(index);
    Impact impact = outages.empty() ? impactWithoutOutages(index, stated) : impactOfOutages(index, outages, stated);
    Q_ASSERT((stated.start || !stated.startByUser) && (stated.end || !stated.endByUser));
    if (stated.startByUser || stated.endByUser)
        applyUser(impact, stated);
    return impact;
}

} // namespace downtimeline
