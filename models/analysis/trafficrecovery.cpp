// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/trafficrecovery.h"

#include "models/analysis/baseline.h"
#include "models/analysis/stepcurve.h"
#include "models/analysis/trafficloss.h"

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

using Samples = std::span<const Sample>;

constexpr Duration hold = std::chrono::seconds(60);

Samples finite(Samples samples, std::vector<Sample> &kept)
{
    const auto isNumber = [](const Sample &sample) { return std::isfinite(sample.value); };
    if (std::ranges::all_of(samples, isNumber))
        return samples;
    std::ranges::copy_if(samples, std::back_inserter(kept), isNumber);
    return kept;
}

Samples within(Samples samples, TimeRange range)
{
    const auto first = std::ranges::lower_bound(samples, range.start, {}, &Sample::at);
    return {first, std::ranges::lower_bound(first, samples.end(), range.end, {}, &Sample::at)};
}

const Sample *lastLowest(Samples samples)
{
    const Sample *lowest = &samples.front();
    for (const Sample &sample : samples)
        if (sample.value <= lowest->value)
            lowest = &sample;
    return lowest;
}

/// The first sample of the first run at or above a value that lasts for the hold or to the end.
std::optional<Instant> firstBack(Samples after, double value)
{
    for (std::size_t first = 0; first < after.size(); ++first) {
        if (after[first].value < value)
            continue;
        std::size_t end = first;
        while (end < after.size() && after[end].value >= value)
            ++end;
        const bool toTheEnd = end == after.size();
        if (toTheEnd || (end - first >= 2 && after[end].at - after[first].at >= hold))
            return after[first].at;
        first = end;
    }
    return {};
}

std::optional<Instant> firstReached(Samples samples, Instant from, double value)
{
    const auto found =
        std::ranges::find_if(samples, [=](const Sample &each) { return each.at >= from && each.value >= value; });
    return found == samples.end() ? std::nullopt : std::optional(found->at);
}

} // namespace

std::optional<TrafficRecovery> analyseTraffic(std::span<const Sample> given, std::string_view unit, TimeRange impact)
{
    std::vector<Sample> kept;
    const Samples samples = finite(given, kept);
    const std::optional<Baseline> baseline = baselineBefore(samples, impact.start);
    if (!baseline || !(baseline->value > 0))
        return {};
    if (impact.isEmpty())
        impact.end = std::max(impact.start, samples.back().at) + Duration(1);
    const Samples inside = within(samples, impact);
    if (inside.empty())
        return {};

    TrafficRecovery recovery;
    recovery.baseline = baseline->value;
    const Sample *lowest = lastLowest(inside);
    recovery.lowest = std::max(0.0, lowest->value / baseline->value);
    recovery.lowestAt = lowest->at;
    const Samples after = samples.subspan(static_cast<std::size_t>(lowest - samples.data()));
    const auto backAt = [&](double level) {
        return recovery.lowest < level ? firstBack(after, level * baseline->value) : std::nullopt;
    };
    recovery.backAt50 = backAt(0.50);
    recovery.backAt95 = backAt(0.95);
    recovery.backAt99 = backAt(0.99);

    if (recovery.lowest < 1 && (recovery.backAt99 || recovery.lowest >= 0.99))
        recovery.backAt100 = firstReached(after, recovery.backAt99.value_or(lowest->at), baseline->value);

    const StepCurve curve(samples);
    const bool isBack = recovery.backAt99 || recovery.lowest >= 0.99;
    const Instant watched = isBack ? std::max(impact.end, recovery.backAt99.value_or(impact.end)) : Instant::max();
    curve.visit({impact.start, watched}, [&](double value, Duration length) {
        if (value < 0.99 * baseline->value)
            recovery.below99 += length;
    });
    const TrafficLoss loss = trafficLoss(samples, unit, {baseline->value, usualStep(samples)}, impact);
    recovery.lostFraction = loss.fraction;
    recovery.lost = loss.requests;
    return recovery;
}

std::vector<StatedTraffic> placeClaims(
    std::span<const TrafficClaim> claims, std::span<const ClaimAnchor> anchors, std::optional<Instant> impactStart)
{
    const auto placeOf = [&](const TrafficClaim &claim) -> std::optional<Instant> {
        if (claim.anchor == TrafficClaim::Anchor::ImpactStart)
            return impactStart;
        std::optional<Instant> earliest;
        for (const ClaimAnchor &anchor : anchors)
            if (anchor.source == claim.source && anchor.line == claim.line)
                earliest = std::min(earliest.value_or(anchor.at), anchor.at);
        return earliest;
    };
    std::vector<StatedTraffic> placed;
    for (const TrafficClaim &claim : claims)
        if (const std::optional<Instant> at = placeOf(claim))
            placed.push_back({*at, claim.percent, claim.derived, claim.words, claim.line});
    std::ranges::stable_sort(placed, {}, &StatedTraffic::at);
    return placed;
}

} // namespace downtimeline
