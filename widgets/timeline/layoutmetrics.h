// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lanes.h"
#include "models/timeline/displayzone.h"
#include "widgets/paint/plotmetrics.h"

#include <QString>

#include <functional>
#include <optional>

namespace downtimeline {

/// The sizes that a timeline is laid out with, in logical pixels.
struct LayoutMetrics
{
    double rulerHeight = 25;
    double secondRulerHeight = 18; ///< below it, where two zones are shown
    double phasesHeight = 37;
    double phaseBarHeight = 22;
    double laneHeight = 37;
    double leastLaneHeight = 22; ///< when the widget is too low for full lanes
    double thinLaneHeight = 16;  ///< of a lane that is made thin
    double subRowHeight = 22;
    double barHeight = 17;
    double glyphSize = 12;
    double hazeHalf = 18;        ///< around a mark whose time is only about known
    double widestLaneName = 150; ///< a longer one is cut
    double gutterPadding = 12;   ///< before the names of lanes
    double labelGap = 6;         ///< between a mark and its label, and between labels
    double runGap = 4;           ///< between the time and the title
    double leastTitle = 48;      ///< a title is not shortened below this
    double leastBar = 6;         ///< a shorter span is drawn as a mark
    double tickLabelWidth = plot::tickLabelWidth;
    int leastText = 0;    ///< no face is smaller; the measure must agree
    int mostRows = 4;     ///< sub-rows of a lane
    int mostLabels = 240; ///< of events, in all lanes
};

/// What a viewer chose to see, and where titles come from.
struct TimelineLook
{
    DisplayZone zone;
    std::optional<DisplayZone> second; ///< a second row of the ruler
    LaneArrangement lanes;
    /// By lane of the content: those that are drawn although nothing is in them yet.
    std::vector<bool> keptLanes;
    std::optional<EventId> selection;
    bool hasRing = false; ///< what is selected has a ring around its mark instead of a halo
    /// The title of an event; empty while it is being fetched. Called for labels that are drawn only.
    std::function<QString(EventId)> title;
};

/// Of all rows of the ruler.
inline double rulerHeight(const TimelineLook &look, const LayoutMetrics &metrics)
{
    return metrics.rulerHeight + (look.second ? metrics.secondRulerHeight : 0);
}

} // namespace downtimeline
