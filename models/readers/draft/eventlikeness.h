// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/draft/importdraft.h"

#include <span>

namespace downtimeline {

/// Proposes which events of a draft another source tells already: of the same kind within a minute, or in the same
/// words within a day. Each event that stands is like one of the draft at most; the nearest in time comes first. Sets
/// DraftEvent::like of every event.
void proposeLikenesses(const ImportDraft &draft, DraftIncident &incident, std::span<const StandingEvent> standing);

} // namespace downtimeline
