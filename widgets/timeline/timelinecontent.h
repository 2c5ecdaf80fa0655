// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"
#include "models/analysis/spans.h"
#include "models/domain/eventindex.h"
#include "models/timeline/displayzone.h"

#include <array>
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
        std::vector<Index> marks;      ///< every event, in order of time
        std::vector<Index> bars;       ///< those with an extent, in order of time
        std::vector<Instant> furthest; ///< the latest end of bars[0] to this one
    };

    TimelineContent() = default;
    /// The index has derived ends filled in; ends says by which events (deriveEnds()).
    TimelineContent(EventIndex events, std::span<const DerivedEnd> ends, ResponseAnalysis analysis);

    const EventIndex &events() const { return m_events; }
    const EventEntry &event(Index index) const { return m_events[index]; }
    const LaneEvents &lane(Lane lane) const { return m_lanes[static_cast<std::size_t>(lane)]; }
    const ResponseAnalysis &analysis() const { return m_analysis; }

    /// The event of the same lane that ends this one: both are drawn on one bar.
    std::optional<Index> endMark(Index index) const;
    std::optional<Index> indexOf(EventId event) const;
    /// What the times of its events need of the date to be told apart.
    DateNeed needOfDates(const DisplayZone &zone) const;
    /// At least one time was told without a zone.
    bool hasUnstatedZone() const { return m_hasUnstatedZone; }

private:
    void joinEnds(std::span<const DerivedEnd> ends);

    EventIndex m_events;
    ResponseAnalysis m_analysis;
    std::array<LaneEvents, laneCount> m_lanes;
    std::vector<std::pair<Index, Index>> m_endMarks; ///< begun, ended by; sorted
    bool m_hasUnstatedZone = false;
};

/// The time that an event covers: its span, the hour or day where no more is known, else nothing (empty, at its start).
TimeRange extentOf(const EventEntry &event);

} // namespace downtimeline
