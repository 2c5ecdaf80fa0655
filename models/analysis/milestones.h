// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestonepoint.h"
#include "models/domain/eventindex.h"

#include <QString>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace downtimeline {

/// The stretches between milestones.
enum class Phase : std::uint8_t { Detect, Acknowledge, Diagnose, Mitigate, Recover };

enum class ResponseMeasure : std::uint8_t { Detect, Acknowledge, Mitigate, Recover };
inline constexpr std::size_t responseMeasureCount = 4;

/// One phase, or several merged because the milestones between them are missing or came too early: first == last for a
/// plain one.
struct PhaseSpan
{
    Phase first = Phase::Detect;
    Phase last = Phase::Detect;
    TimeRange range;

    bool isMerged() const { return first != last; }
    bool operator==(const PhaseSpan &) const = default;
};

/// A response time with both its ends. value is none where an end is missing.
///
/// detect = impact start to first alert or detection (none where the impact start itself rests on that event);
/// acknowledge = first alert (or detection, where nothing alerted) to first acknowledgement; mitigate = impact start to
/// the end of its cause (rollback, failover or mitigation done); recover = first impact start to full recovery.
/// None too where the second end came before the first: an alert may precede the outage, and that is no time to detect.
struct ResponseTime
{
    ResponseMeasure measure = ResponseMeasure::Detect;
    std::optional<MilestonePoint> from;
    std::optional<MilestonePoint> to;

    /// Both ends are known, the second before the first.
    bool isReversed() const { return from && to && to->at < from->at; }
    std::optional<Duration> value() const
    {
        return from && to && !isReversed() ? std::optional(to->at - from->at) : std::nullopt;
    }
    bool operator==(const ResponseTime &) const = default;
};

/// What follows from an incident's events alone.
struct ResponseAnalysis
{
    std::array<std::optional<MilestonePoint>, milestoneCount> milestones;
    /// In order, without gaps, from impact start to the last milestone that was reached; empty phases are kept. One
    /// before the impact start, or an acknowledgement before the detection, ends no phase, as if it were missing. Any
    /// other milestone out of its usual order moves to the nearest place in it, so no phase has a negative length.
    std::vector<PhaseSpan> phases;
    std::array<ResponseTime, responseMeasureCount> times;
    std::vector<TimeRange> impacts; ///< the outages, in order; overlapping ones are one. Empty while no end is known
    Duration downtime{0};           ///< of their union

    const std::optional<MilestonePoint> &at(Milestone milestone) const
    {
        return milestones[static_cast<std::size_t>(milestone)];
    }
    const ResponseTime &time(ResponseMeasure measure) const { return times[static_cast<std::size_t>(measure)]; }
    bool operator==(const ResponseAnalysis &) const = default;
};

/// Pure. The index is in its order and has derived ends filled in (deriveEnds).
///
/// Impact: where the user states it, else the outage events, else the source's times (a start that is the first alert's
/// own moment says no more than that alert), else from the first alert or detection (else the first event) to the
/// recovery; it ends at a recovery before it ends where a source states. Recovered: the first full recovery at or after
/// the end of the last outage, else that end itself. Mitigation begun: the first rollback, mitigation or restart begun
/// at or after the impact start. Mitigated: the last rollback or mitigation done before recovery. Events that name only
/// their day count for nothing here.
ResponseAnalysis analyseResponse(std::span<const EventEntry> index, const StatedImpact &stated);
/// The same, with both ends from the user or none.
ResponseAnalysis analyseResponse(std::span<const EventEntry> index, std::optional<TimeRange> statedByUser = {});

/// "Time to detect".
QString responseMeasureName(ResponseMeasure measure);
/// The definition as a sentence: "From the start of the impact to the first alert or detection".
QString responseMeasureDefinition(ResponseMeasure measure);
/// "Impact start".
QString milestoneName(Milestone milestone);
/// "Impact start, as a source states it": who says so where no event does.
QString milestoneName(const MilestonePoint &point);
/// "Acknowledge".
QString phaseName(Phase phase);
/// "Acknowledge", or "Detect to acknowledge" for a merged one.
QString phaseName(const PhaseSpan &phase);

} // namespace downtimeline
