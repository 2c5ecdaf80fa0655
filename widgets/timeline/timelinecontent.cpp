// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinecontent.h"

#include <algorithm>
#include <chrono>
#include <unordered_map>

namespace downtimeline {

TimelineContent::TimelineContent(EventIndex events, std::span<const DerivedEnd> ends, ResponseAnalysis analysis)
    : m_events(std::move(events)), m_analysis(std::move(analysis))
{
    for (Index i = 0; i < m_events.size(); ++i) {
        const EventEntry &entry = m_events[i];
        m_hasUnstatedZone = m_hasUnstatedZone || entry.has(EventEntry::ZoneUnstated);
        if (entry.has(EventEntry::Hidden))
            continue;
        LaneEvents &lane = m_lanes[static_cast<std::size_t>(entry.lane)];
        lane.marks.push_back(i);
        const TimeRange extent = extentOf(entry);
        if (extent.isEmpty())
            continue;
        lane.bars.push_back(i);
        lane.furthest.push_back(lane.furthest.empty() ? extent.end : std::max(lane.furthest.back(), extent.end));
    }
    joinEnds(ends);
}

void TimelineContent::joinEnds(std::span<const DerivedEnd> ends)
{
    if (ends.empty())
        return;
    std::unordered_map<EventId, Index> places;
    places.reserve(m_events.size());
    for (Index i = 0; i < m_events.size(); ++i)
        if (!m_events[i].has(EventEntry::Hidden))
            places.emplace(m_events[i].id, i);
    for (const DerivedEnd &end : ends) {
        const auto begun = places.find(end.event);
        const auto endedBy = places.find(end.endedBy);
        if (begun == places.end() || endedBy == places.end())
            continue;
        if (m_events[begun->second].lane == m_events[endedBy->second].lane)
            m_endMarks.emplace_back(begun->second, endedBy->second);
    }
    std::ranges::sort(m_endMarks);
}

std::optional<TimelineContent::Index> TimelineContent::endMark(Index index) const
{
    const auto found = std::ranges::lower_bound(m_endMarks, index, {}, &std::pair<Index, Index>::first);
    return found != m_endMarks.end() && found->first == index ? std::optional(found->second) : std::nullopt;
}

std::optional<TimelineContent::Index> TimelineContent::indexOf(EventId event) const
{
    const auto found = std::ranges::find(m_events, event, &EventEntry::id);
    return found == m_events.end() ? std::nullopt : std::optional(static_cast<Index>(found - m_events.begin()));
}

DateNeed TimelineContent::needOfDates(const DisplayZone &zone) const
{
    return m_events.empty() ? DateNeed::Clock : dateNeed({m_events.front().at, m_events.back().at}, zone);
}

TimeRange extentOf(const EventEntry &event)
{
    if (event.isSpan())
        return {event.at, event.end};
    if (event.has(EventEntry::DayOnly))
        return {event.at, event.at + std::chrono::days(1)};
    if (event.has(EventEntry::HourOnly))
        return {event.at, event.at + std::chrono::hours(1)};
    return {event.at, event.at};
}

} // namespace downtimeline
