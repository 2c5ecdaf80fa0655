// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"
#include "models/analysis/spans.h"
#include "models/items/eventfilter.h"
#include "models/items/lanes.h"
#include "models/timeline/displayzone.h"
#include "models/timeline/spanindex.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace downtimeline {

/// What a timeline shows of one incident, sorted by lane so that a layout touches only what is visible. Hidden events
/// are left out. An immutable value, made anew after an edit.
class TimelineContent
{
public:
    using Index = std::uint32_t; ///< into events()

    struct LaneEvents
    {
        std::vector<Index> marks;           ///< every event, in order of time
        std::vector<Instant> instants;      ///< theirs, side by side: a search through a million touches little memory
        SpanIndex bars;                     ///< those with an extent
        std::vector<std::uint32_t> passing; ///< of marks[0] to this one, how many pass the filter; empty: all
    };

    TimelineContent() : m_laneEvents(m_table.lanes().size()) {}
    /// The index has derived ends filled in; ends says by which events (deriveEnds()). Lanes by kind unless others are
    /// given. mask: which events pass a filter; the others are dimmed, or left out where it hides them.
    TimelineContent(
        EventIndex events, std::span<const DerivedEnd> ends, ResponseAnalysis analysis, LaneTable lanes = LaneTable(),
        SharedMask mask = nullptr, bool hides = false);

    const EventIndex &events() const { return m_events; }
    const EventEntry &event(Index index) const { return m_events[index]; }
    const std::vector<TimelineLane> &lanes() const { return m_table.lanes(); }
    LaneGrouping grouping() const { return m_table.grouping(); }
    std::size_t laneOf(Index index) const { return m_table.laneOf(m_events[index]); }
    const LaneEvents &lane(std::size_t lane) const { return m_laneEvents[lane]; }
    bool isFiltered() const { return m_mask != nullptr; }
    bool passes(Index index) const { return !m_mask || m_mask->passesRow(index); }
    /// Not hidden by the user, nor by a filter.
    bool isShown(Index index) const { return !m_events[index].has(EventEntry::Hidden) && (passes(index) || !m_hides); }
    /// How many of the lane's marks from first up to, not including, last pass the filter. At once.
    std::size_t passingIn(std::size_t lane, std::ptrdiff_t first, std::ptrdiff_t last) const;
    /// The lanes that are drawn, from top to bottom: not hidden, and with events or kept for some to come.
    std::vector<std::size_t> drawnLanes(const LaneArrangement &arrangement, const std::vector<bool> &kept = {}) const;
    const ResponseAnalysis &analysis() const { return m_analysis; }

    /// The event of the same lane that ends this one: both are drawn on one bar.
    std::optional<Index> endMark(Index index) const;
    /// The other way round: the event that this one ends.
    std::optional<Index> begunBy(Index end) const;
    std::optional<Index> indexOf(EventId event) const;
    /// What the times of its events need of the date to be told apart.
    DateNeed needOfDates(const DisplayZone &zone) const;
    /// At least one time was told without a zone.
    bool hasUnstatedZone() const { return m_hasUnstatedZone; }
    /// One of the events begins or ends between two minutes.
    bool hasSeconds() const { return m_hasSeconds; }

private:
    void joinEnds(std::span<const DerivedEnd> ends);

    EventIndex m_events;
    ResponseAnalysis m_analysis;
    LaneTable m_table;
    SharedMask m_mask;
    bool m_hides = false;
    std::vector<LaneEvents> m_laneEvents;            ///< of every lane of the table
    std::vector<std::pair<Index, Index>> m_endMarks; ///< begun, ended by; sorted
    std::vector<std::pair<Index, Index>> m_begun;    ///< ended by, begun; sorted
    std::vector<Index> m_byId;                       ///< empty where the events are in order of their ids
    bool m_hasUnstatedZone = false;
    bool m_hasSeconds = false;
};

/// What the user has hidden of a timeline: lanes that have events, and those events.
struct HiddenLanes
{
    std::size_t lanes = 0;
    std::size_t events = 0;

    bool operator==(const HiddenLanes &) const = default;
};

HiddenLanes hiddenLanes(const TimelineContent &content, const LaneArrangement &arrangement);

/// The time that an event covers: its span, the hour or day where no more is known, else nothing (empty, at its start).
TimeRange extentOf(const EventEntry &event);

} // namespace downtimeline
