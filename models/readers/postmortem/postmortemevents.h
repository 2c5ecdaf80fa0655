// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/finding.h"
#include "models/readers/postmortem/postmortemprose.h"
#include "models/readers/postmortem/postmortemrows.h"

#include <vector>

namespace downtimeline {

/// The rows as events, with what became doubtful on the way.
struct PlacedEvents
{
    std::vector<Event> events; ///< in the document's order
    std::vector<Finding> findings;
    std::vector<Question> questions;
    std::vector<Explained> explained; ///< rows that count from another moment
};

/// Gives every row its day and its offset from where the document states them: the row, what stands above it, the
/// document. A clock that falls back by more than half a day begins the next day, and that is asked; a smaller step
/// back is a finding. Rows are never sorted. Rows that count from a moment T ("T+5m") get their time from it where the
/// document states it: as T0, as its start, or as the row of its outage.
PlacedEvents placeEvents(const std::vector<TimelineRow> &rows, const DocumentTimes &document);

} // namespace downtimeline
