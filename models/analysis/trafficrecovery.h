// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"
#include "models/domain/series.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace downtimeline {

/// How traffic came back, from measured samples. Levels are fractions of the baseline.
///
/// A sample speaks until the next one, but no longer than three usual steps (the median distance of two samples): what
/// lies beyond is a gap and counts for nothing. Traffic is back at a level at the first sample after the lowest one
/// from which it stays at or above the level for 60 s and through the next sample, or to the end of the observation.
/// There is no interpolation between samples.
struct TrafficRecovery
{
    double baseline = 0;             ///< in the series' unit; see baselineBefore() in analysis/baseline.h
    double lowest = 0;               ///< fraction of the baseline during the impact, 0 for none left
    std::optional<Instant> lowestAt; ///< the last of the lowest samples; always there
    std::optional<Instant> backAt50; ///< none where it never fell below the level, and none where it never came back
    std::optional<Instant> backAt95;
    std::optional<Instant> backAt99;
    /// The first sample from backAt99 on, or from the lowest where it never fell below 99 %, that reaches the baseline.
    /// It need not stay: half of the usual samples lie below their median.
    std::optional<Instant> backAt100;
    /// Time below 99 % of the baseline, from the impact start until the impact is over and traffic is back at 99 %.
    Duration below99{0};
    std::optional<double> lost; ///< requests, where the unit is a rate or a count; none for a percentage
    double lostFraction = 0;    ///< of what the baseline would have brought during the impact, 0 to 1

    bool operator==(const TrafficRecovery &) const = default;
};

/// Pure. None where fewer than three samples lie before the impact or none in it, or where the baseline is not above 0.
/// Samples are in order of time. An empty impact reaches to the end of the samples: its end is not known.
std::optional<TrafficRecovery> analyseTraffic(std::span<const Sample> samples, std::string_view unit, TimeRange impact);

/// What the document states of the traffic, at the instants its anchors have now. A claim whose anchor is gone is left
/// out.
struct StatedTraffic
{
    Instant at;
    double percent = 0;
    bool derived = false;
    std::string words;
    int line = 0;

    bool operator==(const StatedTraffic &) const = default;
};

/// Where an event stands in a source: what a claim is anchored to.
struct ClaimAnchor
{
    SourceId source;
    int line = 0;
    Instant at;
};

/// Pure; in order of time. An event claim holds at the earliest anchor of its source and line.
std::vector<StatedTraffic> placeClaims(
    std::span<const TrafficClaim> claims, std::span<const ClaimAnchor> anchors, std::optional<Instant> impactStart);

} // namespace downtimeline
