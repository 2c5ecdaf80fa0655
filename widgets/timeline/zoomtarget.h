// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/paint/displaylist.h"
#include "widgets/timeline/timelinecontent.h"

namespace downtimeline {

/// What zooming into a mark shows: folded events, or the time that an event covers. None for an event that covers none.
std::optional<TimeRange> zoomTarget(const HitArea &hit, const TimelineContent &content);

/// The phase that runs at an instant, with air around it; the later one where two meet.
std::optional<TimeRange> phaseTarget(Instant at, const TimelineContent &content);

/// What shows one event well: the time that it covers, or else the stretch between the moments before and after it at
/// which something happened.
TimeRange fittedTo(TimelineContent::Index event, const TimelineContent &content);

} // namespace downtimeline
