// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timeline/timescale.h"
#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/timelinecontent.h"

#include <QString>

#include <optional>
#include <vector>

namespace downtimeline {

class TextMeasure;

/// A label's place along the time axis.
struct PlacedLabel
{
    double left = 0;
    double width = 0;
    QString bold;
    QString plain;
    double plainLeft = 0;

    bool operator==(const PlacedLabel &) const = default;
};

/// One thing in a lane before it has a row: an instant, a bar with one or two marks, or several events folded into one
/// mark. A crowded lane has thousands of them, so it owns nothing.
struct LaneMark
{
    using Index = TimelineContent::Index;

    Index event = 0; ///< the first one
    std::optional<Index> endMark;
    int count = 1;
    int passing = 1;     ///< of them, how many pass the filter
    TimeRange range;     ///< of all folded events
    double x0 = 0;       ///< cut to the plot
    double x1 = 0;       ///< equals x0 without a bar
    double markHalf = 8; ///< half the width that the first mark takes
    bool isBar = false;
    bool cutLeft = false;
    bool cutRight = false;
    bool vague = false;

    double left() const { return cutLeft && count == 1 ? x0 : x0 - markHalf; }
    double right() const;
};

/// The same in its row, with its words.
struct LaneItem : LaneMark
{
    QString countText; ///< for count > 1
    int row = 0;
    std::vector<PlacedLabel> labels;
};

/// A lane's visible things with their rows and labels. Neither marks nor labels of one row overlap.
struct LaneLayout
{
    std::vector<LaneItem> items;
    int rows = 1;
};

/// What the layout of one lane needs to know.
struct LaneContext
{
    const TimelineContent &content;
    const TimelineLook &look;
    const TimeScale &scale;
    const LayoutMetrics &metrics;
    const TextMeasure &measure;
};

} // namespace downtimeline
