// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timeline/displayzone.h"
#include "models/timeline/timescale.h"

#include <QString>

#include <vector>

namespace downtimeline {

/// A mark on the ruler, at a round time of the shown zone.
struct Tick
{
    Instant at;
    bool major = true;   ///< has a label and a full grid line; minor ones have a dotted line
    bool newDay = false; ///< the first moment of a day of the shown zone; its label is the day: "17 Jan"
    QString label;       ///< empty for minor ticks

    bool operator==(const Tick &) const = default;
};

/// Ticks in the visible range, in order: steps of 1, 2, 5, 10, 15, 30 (parts of a second to minutes), 1, 2, 3, 6, 12
/// hours, days, weeks, months, years, the smallest whose labels stay minLabelWidth pixels apart. Across a daylight
/// saving change labels stay round in the shown zone. The ruler and every grid use this one list.
///
/// Where times count from T, ticks stand at round distances from it, and no day begins.
///
/// minLabelWidth is the room of a label such as "10:15" with its gap, in pixels; longer forms ("10:15:30", "Jan 2024")
/// get room in proportion. There are never more than 60 labels and 400 ticks. An empty range has none.
std::vector<Tick> ticks(const TimeScale &scale, const DisplayZone &zone, double minLabelWidth);

} // namespace downtimeline
