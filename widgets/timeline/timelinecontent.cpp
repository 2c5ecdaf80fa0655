// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinecontent.h"

#include <algorithm>
#include <chrono>
#include <unordered_map>

namespace downtimeline {

TimelineContent::TimelineContent(
    EventIndex events, std::span<const DerivedEnd> ends, ResponseAnalysis analysis, LaneTable lanes, SharedMask mask,
    bool hides)
    : m_events(std::move(events)), m_analysis(std::move(analysis)), m_table(std::move(lanes)), m_mask(std::move(mask)),
      m_hides(hides), m_laneEvents(m_table.lanes().size())
{
    for (Index i = 0; i < m_events.size(); ++i) {
        const EventEntry &entry = m_events[i];
        m_hasUnstatedZone = m_hasUnstatedZone || entry.has(EventEntry::ZoneUnstated);
        if (!isShown(i))
            continue;
        LaneEvents &lane = m_laneEvents[m_table.laneOf(entry)];
        lane.marks.push_back(i);
        if (m_mask)
            lane.passing.push_back((lane.passing.empty() ? 0 : lane.passing.back()) + (passes(i) ? 1 : 0));
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
        if (isShown(i))
            places.emplace(m_events[i].id, i);
    for (const DerivedEnd &end : ends) {
        const auto begun = places.find(end.event);
        const auto endedBy = places.find(end.endedBy);
        if (begun == places.end() || endedBy == places.end())
            continue;
        if (laneOf(begun->second) == laneOf(endedBy->second))
            m_endMarks.emplace_back(begun->second, endedBy->second);
    }
    std::ranges::sort(m_endMarks);
}

std::size_t TimelineContent::passingIn(std::size_t lane, std::ptrdiff_t first, std::ptrdiff_t last) const
{
    const std::vector<std::uint32_t> &passing = m_laneEvents[lane].passing;
    if (!m_mask)
        return static_cast<std::size_t>(last - first);
    const auto before = [&passing](std::ptrdiff_t place) {
        return place == 0 ? 0U : passing[static_cast<std::size_t>(place - 1)];
    };
    return before(last) - before(first);
}

std::vector<std::size_t>
TimelineContent::drawnLanes(const LaneArrangement &arrangement, const std::vector<bool> &kept) const
{
    std::vector<std::size_t> drawn = orderedLanes(lanes(), arrangement);
    std::erase_if(drawn, [&](std::size_t lane) {
        const bool isKept = lane < kept.size() && kept[lane];
        return arrangement.isHidden(lanes()[lane]) || (m_laneEvents[lane].marks.empty() && !isKept);
    });
    return drawn;
}

HiddenLanes hiddenLanes(const TimelineContent &content, const LaneArrangement &arrangement)
{
    HiddenLanes hidden;
    for (std::size_t lane = 0; lane < content.lanes().size(); ++lane) {
        const std::size_t events = content.lane(lane).marks.size();
        if (events == 0 || !arrangement.isHidden(content.lanes()[lane]))
            continue;
        ++hidden.lanes;
        hidden.events += events;
    }
    return hidden;
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
