// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace downtimeline {

/// The index of whole events, with derived ends filled in. Events without an instant are left out. Events without a
/// stored id are numbered from 1 in their order, so that a reading can be analysed like an open incident.
EventIndex indexOf(std::span<const Event> events);

/// Its stored id; without one, its number from 1, where `place` counts the incident's events from 0.
EventId idOf(const Event &event, std::size_t place);

/// Adds one event to an index that settle() finishes.
void addTo(EventIndex &index, const Event &event, std::size_t place);
/// Brings an index into its order and fills in its derived ends.
void settle(EventIndex &index);

/// The ends that a finished index tells, for events that come by one after the other.
class EventEnds
{
public:
    EventEnds() = default;
    explicit EventEnds(const EventIndex &index);

    /// When the event at that place ended, from its own length or from the event that ended it.
    std::optional<Instant> of(const Event &event, std::size_t place) const;

private:
    std::vector<std::pair<EventId, Instant>> m_derived; ///< in order of the ids; own lengths stand in the events
};

/// For each event, in order: when it ended, from its own length or from the event that ended it.
std::vector<std::optional<Instant>> endsOf(std::span<const Event> events);

} // namespace downtimeline
