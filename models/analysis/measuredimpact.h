// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/excursions.h"
#include "models/analysis/milestones.h"

#include <optional>
#include <span>
#include <vector>

namespace downtimeline {

/// What the samples of one series tell of its trouble, without the samples.
struct MeasuredSeries
{
    Series series;
    TimeRange extent; ///< from the first sample to the last
    Duration step{0}; ///< usual distance of two samples
    std::vector<Excursion> excursions;

    bool operator==(const MeasuredSeries &) const = default;
};

MeasuredSeries measuredSeries(const Series &series, std::span<const Sample> samples);

/// The impact as the samples of one series have it: the excursions that belong to what is claimed, from the first to
/// the last.
struct MeasuredImpact
{
    const MeasuredSeries *series = nullptr;
    Excursion excursion;

    bool operator==(const MeasuredImpact &) const = default;
};

/// The impact that the samples show near the claimed one: within it, or as far from it as it is long, at least half an
/// hour. Excursions that overlap the claim count together; where none does, the strongest near it. Traffic is asked
/// first, then error rates, then response times; of one measure the series that left furthest. None where no series has
/// any.
std::optional<MeasuredImpact> measuredImpact(std::span<const MeasuredSeries> series, TimeRange claimed);

/// An end of the impact that the incident's events and its samples put at different times.
struct ImpactDisagreement
{
    Milestone end = Milestone::ImpactStart; ///< or Recovered
    MilestonePoint claimed;
    MeasuredImpact measured;

    /// Where the samples have it; none: they are not back at their end.
    std::optional<Instant> measuredAt() const;
};

/// Both ends of the claimed impact against the samples: those that lie more than two sample steps off. A claim of a
/// whole minute may be rounded or cut off, and so covers half a minute before it and the minute itself; one of about a
/// time five minutes either way. What lies in a gap of the samples agrees with them. An end that the user states, or
/// that nothing claims, is not judged.
std::vector<ImpactDisagreement> impactDisagreements(
    const ResponseAnalysis &analysis, std::span<const EventEntry> events, std::span<const MeasuredSeries> series);

} // namespace downtimeline
