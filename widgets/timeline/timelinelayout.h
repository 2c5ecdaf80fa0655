// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timeline/timescale.h"
#include "widgets/paint/displaylist.h"
#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/timelinecontent.h"

namespace downtimeline {

/// Pure: the same input gives the same list on screen, in a test and on a PDF page. size is the room there is, in
/// logical pixels; lanes get fewer sub-rows and less height where it is low. The scale says where the plot lies; what
/// is left of it is the gutter. Labels never overlap and never run out of the plot; they give way in this order:
/// shortened, on the other side of the mark, in the next sub-row, folded into a count.
DisplayList layoutTimeline(
    const TimelineContent &content, const TimelineLook &look, const TimeScale &scale, QSizeF size,
    const LayoutMetrics &metrics, const TextMeasure &measure);

/// The gutter that the names of lanes and the day with its zone need, in whole logical pixels.
int neededGutter(
    const TimelineContent &content, const TimelineLook &look, const LayoutMetrics &metrics, const TextMeasure &measure);

/// The kind whose colour stands for a phase.
EventKind kindOf(Phase phase);

} // namespace downtimeline
