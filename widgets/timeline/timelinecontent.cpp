// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinecontent.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <ranges>

namespace downtimeline {
namespace {

using Index = TimelineContent::Index;

std::optional<Index> partnerOf(Index index, const std::vector<std::pair<Index, Index>> &pairs)
{
    const auto found = std::ranges::lower_bound(pairs, index, {}, &std::pair<Index, Index>::first);
    return found != pairs.end() && found->first == index ? std::optional(found->second) : std::nullopt;
}

bool isBetweenMinutes(Instant at)
{
    return at != std::chrono::floor<std::chrono::minutes>(at);
}

} // namespace

TimelineContent::TimelineContent(
    EventIndex events, std::span<const DerivedEnd> ends, ResponseAnalysis analysis, LaneTable lanes, SharedMask mask,
    bool hides)
    : m_events(std::move(events)), m_analysis(std::move(analysis)), m_table(std::move(lanes)), m_mask(std::move(mask)),
      m_hides(hides), m_laneEvents(m_table.lanes().size())
{
    std::vector<std::vector<SpanIndex::Span>> bars(m_laneEvents.size());
    for (Index i = 0; i < m_events.size(); ++i) {
        const EventEntry &entry = m_events[i];
        m_hasUnstatedZone = m_hasUnstatedZone || entry.has(EventEntry::ZoneUnstated);
        m_hasSeconds = m_hasSeconds || isBetweenMinutes(entry.at) || isBetweenMinutes(entry.end);
        if (!isShown(i))
            continue;
        const std::size_t number = m_table.laneOf(entry);
        LaneEvents &lane = m_laneEvents[number];
        lane.marks.push_back(i);
        lane.instants.push_back(entry.at);
        if (m_mask)
            lane.passing.push_back((lane.passing.empty() ? 0 : lane.passing.back()) + (passes(i) ? 1 : 0));
        if (const TimeRange extent = extentOf(entry); !extent.isEmpty())
            bars[number].push_back({extent, i});
    }
    for (std::size_t lane = 0; lane < bars.size(); ++lane)
        m_laneEvents[lane].bars = SpanIndex(std::move(bars[lane]));
    if (!std::ranges::is_sorted(m_events, {}, &EventEntry::id)) {
        m_byId.resize(m_events.size());
        std::iota(m_byId.begin(), m_byId.end(), Index{0});
        std::ranges::sort(m_byId, {}, [this](Index index) { return m_events[index].id; });
    }
    joinEnds(ends);
}

void TimelineContent::joinEnds(std::span<const DerivedEnd> ends)
{
    for (const DerivedEnd &end : ends) {
        const std::optional<Index> begun = indexOf(end.event);
        const std::optional<Index> endedBy = indexOf(end.endedBy);
        if (!begun || !endedBy || !isShown(*begun) || !isShown(*endedBy) || laneOf(*begun) != laneOf(*endedBy))
            continue;
        m_endMarks.emplace_back(*begun, *endedBy);
        m_begun.emplace_back(*endedBy, *begun);
    }
    std::ranges::sort(m_endMarks);
    std::ranges::sort(m_begun);
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
    return partnerOf(index, m_endMarks);
}

std::optional<TimelineContent::Index> TimelineContent::begunBy(Index end) const
{
    return partnerOf(end, m_begun);
}

std::optional<TimelineContent::Index> TimelineContent::indexOf(EventId event) const
{
    const auto idOf = [this](Index index) { return m_events[index].id; };
    const auto count = static_cast<Index>(m_events.size());
    Index place = 0;
    if (m_byId.empty()) {
        place = *std::ranges::lower_bound(std::views::iota(Index{0}, count), event, {}, idOf);
    } else {
        const auto found = std::ranges::lower_bound(m_byId, event, {}, idOf);
        place = found == m_byId.end() ? count : *found;
    }
    return place < count && idOf(place) == event ? std::optional(place) : std::nullopt;
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
