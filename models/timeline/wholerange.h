// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"

#include <optional>

namespace downtimeline {

/// What a plot of a whole incident shows, on screen and on paper. events: from the first event to the last end; an
/// eighth of that is added before it, and three eighths after it, where the last events have their labels. series: what
/// the measured series cover; where they go on beyond the events, up to half the events' length is shown of it, so that
/// the usual level can be seen. Without events it is what the series cover, a minute at least; without either it is
/// empty.
TimeRange wholeRange(std::optional<TimeRange> events, std::optional<TimeRange> series);

/// From the first event to the last end. Hidden events do not count, and those that name only their day count only
/// where there is nothing else.
std::optional<TimeRange> eventsExtent(const EventIndex &events);

/// The range with a quarter of air at either end, at least a second long, so that folded events come apart.
TimeRange withAir(TimeRange range);

} // namespace downtimeline
