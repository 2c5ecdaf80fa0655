// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"

#include <array>
#include <span>

namespace downtimeline {

/// What lies in a range that somebody measures.
///
/// An event is in the range where it starts in it, both ends included: who measures from the outage to the recovery
/// means both. A span that started before and goes on at the range's start reaches into it. Hidden events count for
/// nothing. The impact in the range is what the outages' union and the range share.
struct RangeMeasure
{
    TimeRange range;
    std::array<std::int64_t, eventKindCount> events{}; ///< in the range, by kind
    std::int64_t reaching = 0;                         ///< spans that reach into it
    bool hasImpact = false;                            ///< the incident's impact is known
    Duration impact{0};                                ///< of it, in the range

    std::int64_t of(EventKind kind) const { return events[static_cast<std::size_t>(kind)]; }
    std::int64_t count() const;

    bool operator==(const RangeMeasure &) const = default;
};

/// Pure. Events are in order of time and have derived ends filled in; impacts lie apart from each other.
RangeMeasure measureRange(std::span<const EventEntry> events, std::span<const TimeRange> impacts, TimeRange range);

} // namespace downtimeline
