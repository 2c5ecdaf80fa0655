// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestonepoint.h"
#include "models/domain/eventindex.h"
#include "models/domain/incident.h"

#include <optional>
#include <span>
#include <vector>

namespace downtimeline {

/// When the impact was, and on which events that rests.
struct Impact
{
    std::optional<MilestonePoint> start;
    std::optional<MilestonePoint> recovered;
    std::vector<TimeRange> ranges; ///< in order, apart from each other
    bool startsAtAlert = false;    ///< start rests on the first alert or detection for want of anything better

    bool operator==(const Impact &) const = default;
};

/// Pure; the rules stand at analyseResponse().
Impact impactOf(std::span<const EventEntry> index, const StatedImpact &stated);

/// A start or end of the impact that the user states, for Incident::startedAt and endedAt. It has no words of a source:
/// by that it is known.
WrittenTime timeOfUser(Instant at, std::optional<std::chrono::seconds> offset);
/// Where the user, not a source, states the time; else none.
std::optional<Instant> statedByUser(const std::optional<WrittenTime> &time);
/// What is stated of the incident's impact, each end by the user or by a source. What a source states counts with a
/// clock alone: a day is no start.
StatedImpact statedImpact(const Incident &incident);

/// The summed length of ranges that lie apart.
Duration totalLength(std::span<const TimeRange> ranges);

/// The first entry that satisfies the predicate, in order of time; null where there is none.
template<typename Predicate>
const EventEntry *firstEntry(std::span<const EventEntry> index, Predicate predicate)
{
    for (const EventEntry &entry : index)
        if (!entry.has(EventEntry::DayOnly) && predicate(entry))
            return &entry;
    return nullptr;
}

/// An alert or a detection, but not the word that an alert is over.
bool isDetection(const EventEntry &entry);

} // namespace downtimeline
