// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/paint/displaylist.h"
#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/timelinecontent.h"

#include <QSizeF>

#include <vector>

namespace downtimeline {

/// One page's part of a timeline that was cut.
struct TimelinePart
{
    TimeRange own; ///< from its cut to the next one
    TimeRange
        shown; ///< with a little of its neighbours: between two cuts nothing is missing, and no event stands twice
    DisplayList list;
};

/// The room that every part has, and where its plot begins, in logical pixels.
struct TimelineRoom
{
    QSizeF size;
    int gutter = 0;
};

/// A timeline cut at quiet places into as many parts as it needs for every event to have its whole label and to fit the
/// room; one part where all of it does. Events of one moment cannot be parted: they are folded as on screen. Pure.
std::vector<TimelinePart>
timelineParts(const TimelineContent &content, const TimelineLook &look, TimeRange whole, const TimelineRoom &room);

/// Every visible event has a mark of its own and its whole label.
bool tellsAll(const DisplayList &list, const TimelineContent &content);

} // namespace downtimeline
