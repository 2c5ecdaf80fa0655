// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"
#include "models/timeline/displayzone.h"
#include "models/timeline/timescale.h"

#include <QString>

#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace downtimeline {

/// The incident's events as marks through a chart.
struct ChartEvents
{
    std::shared_ptr<const EventIndex> index; ///< in order of time; none: no marks
    std::function<QString(EventId)> title;
    std::array<bool, laneCount> lanes{}; ///< which of them are shown
};

/// The events of one pixel column: the most telling kind of them, and how many.
struct EventTick
{
    double x = 0; ///< the left of the column
    EventKind kind = EventKind::Note;
    std::int64_t count = 0;

    bool operator==(const EventTick &) const = default;
};

/// A tick for each pixel column that an event begins in; its kind is the first of Outage, Alert … Note among the first
/// events of the column. Costs a search for each column where events lie dense.
std::vector<EventTick> eventTicks(const ChartEvents &events, const TimeScale &scale);

/// What begins within a few pixels of x: "10:15:00 Rollback begins"; of several the nearest and how many more. Empty
/// where nothing does.
QString eventsTold(const ChartEvents &events, const TimeScale &scale, double x, const DisplayZone &zone);

} // namespace downtimeline
