// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/eventfilter.h"
#include "models/items/eventrows.h"
#include "models/items/lanes.h"
#include "models/timeline/displayzone.h"
#include "models/timeline/timescale.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace downtimeline {

/// The incident's events as marks through a chart. Cheap to copy.
struct ChartEvents
{
    /// Into the index, in its order.
    using Places = std::vector<std::uint32_t>;

    EventSnapshot index; ///< in order of time; none: no marks
    std::function<QString(EventId)> title;
    std::shared_ptr<const Places> shown; ///< null: none
    std::shared_ptr<const Places> dim;   ///< what a filter leaves out without hiding it; null: none
};

/// The events as the lanes and the filter leave them. mask: which rows of the index pass a filter; the others are dim,
/// or left out where it hides them. One pass over the index.
ChartEvents chartEvents(
    EventSnapshot index, std::function<QString(EventId)> title, const LaneArrangement &lanes,
    const SharedMask &mask = nullptr, bool hides = false);

/// The events of one pixel column: the most telling kind of them, and how many.
struct EventTick
{
    double x = 0; ///< the left of the column
    EventKind kind = EventKind::Note;
    std::int64_t count = 0;
    bool isDim = false;

    bool operator==(const EventTick &) const = default;
};

/// A tick for each pixel column that an event begins in, the dim ones first; its kind is the first of Outage, Alert …
/// Note among the first events of the column. Costs a search for each column where events lie dense.
std::vector<EventTick> eventTicks(const ChartEvents &events, const TimeScale &scale);

/// What begins within a few pixels of x: "10:15:00 Rollback begins"; of several the nearest and how many more. Empty
/// where nothing does. Of what a filter leaves out nothing is told.
QString eventsTold(const ChartEvents &events, const TimeScale &scale, double x, const DisplayZone &zone);

} // namespace downtimeline
