// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timeline/displayzone.h"
#include "models/timeline/ticks.h"
#include "models/timeline/timescale.h"
#include "widgets/paint/displaylist.h"
#include "widgets/paint/textface.h"

#include <span>
#include <vector>

namespace downtimeline {

/// One row of the ruler: a zone's times at the ticks of the first zone.
struct RulerRow
{
    DisplayZone zone;
    double top = 0;
    double height = 0;
    bool isFirst = true; ///< the ticks are round times of its zone
    double taken = 0;    ///< where the gutter's words end
    double gap = 6;      ///< between labels
};

/// Pure. The labels that have room, from left to right.
std::vector<PlotLabel>
rulerLabels(const TimeScale &scale, const TextMeasure &measure, std::span<const Tick> ticks, const RulerRow &row);

/// The day and the zone that the gutter names: "16 Jan, GMT+1", "T = 16 Jan, 10:00".
QString gutterWords(const DisplayZone &zone, Instant day, DateNeed need);

} // namespace downtimeline
