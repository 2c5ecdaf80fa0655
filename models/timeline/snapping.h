// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"
#include "models/timeline/ticks.h"

#include <span>
#include <vector>

namespace downtimeline {

/// The moments that measuring catches: where events start and where they end, each once, in order.
using SnapPoints = std::vector<Instant>;

/// Of the events that are not hidden and whose clock is known.
SnapPoints snapPoints(std::span<const EventEntry> events);

/// The moment that a hand means by an instant: the nearest of the points within reach, else the nearest round time
/// within reach, else the instant itself. An event wins over a nearer round time: it is what one measures. Round times
/// without a label lie close together and catch three eighths as far, so that what lies between can be marked too.
Instant snapped(Instant instant, std::span<const Instant> points, std::span<const Tick> roundTimes, Duration reach);

} // namespace downtimeline
