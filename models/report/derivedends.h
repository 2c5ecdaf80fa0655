// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"

#include <optional>
#include <span>
#include <vector>

namespace downtimeline {

/// The index of whole events, with derived ends filled in. Events without an instant are left out. Events without a
/// stored id are numbered from 1 in their order, so that a reading can be analysed like an open incident.
EventIndex indexOf(std::span<const Event> events);

/// What that index calls an event: its own id, or where it has none yet its place, counted from 1.
EventId indexedId(std::span<const Event> events, std::size_t place);

/// For each event, in order: when it ended, from its own length or from the event that ended it.
std::vector<std::optional<Instant>> endsOf(std::span<const Event> events);

} // namespace downtimeline
