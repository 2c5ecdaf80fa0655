// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/measuredimpact.h"

#include "models/analysis/baseline.h"

#include <algorithm>
#include <array>

namespace downtimeline {
namespace {

constexpr Duration leastNear = std::chrono::minutes(30);
constexpr Duration aboutEitherWay = std::chrono::minutes(5);
constexpr int stepsOff = 2;

bool reaches(const Excursion &excursion, TimeRange range)
{
    return excursion.start <= range.end && (!excursion.end || *excursion.end >= range.start);
}

/// From the first to the last, as strong as the strongest.
Excursion joined(const Excursion &first, const Excursion &next)
{
    Excursion both = next.strength() > first.strength() ? next : first;
    both.start = first.start;
    both.usualUntil = first.usualUntil;
    both.end = next.end;
    both.awayUntil = next.awayUntil;
    return both;
}

std::optional<Excursion> excursionNear(const MeasuredSeries &series, TimeRange claimed)
{
    std::optional<Excursion> within;
    for (const Excursion &each : series.excursions)
        if (reaches(each, claimed))
            within = within ? joined(*within, each) : each;
    if (within)
        return within;
    const Duration near = std::max(claimed.length(), leastNear);
    for (const Excursion &each : series.excursions)
        if (reaches(each, {claimed.start - near, claimed.end + near}) &&
            (!within || each.strength() > within->strength()))
            within = each;
    return within;
}

/// When a claim may have meant, at the earliest and at the latest.
TimeRange meant(Instant at, bool isAbout)
{
    if (isAbout)
        return {at - aboutEitherWay, at + aboutEitherWay};
    const bool isWholeMinute = at == std::chrono::floor<std::chrono::minutes>(at);
    if (!isWholeMinute)
        return {at, at};
    return {at - std::chrono::seconds(30), at + std::chrono::minutes(1)}; // rounded, or cut off
}

bool agrees(TimeRange claim, Instant earliest, Instant latest, Duration step)
{
    return claim.end >= earliest - step * stepsOff && claim.start <= latest + step * stepsOff;
}

bool agreesWith(Milestone end, TimeRange claim, const MeasuredImpact &measured)
{
    const Excursion &found = measured.excursion;
    const Duration step = measured.series->step;
    if (end == Milestone::ImpactStart)
        return agrees(claim, found.usualUntil, found.start, step);
    if (!found.end)
        return claim.end + step * stepsOff >= measured.series->extent.end;
    return agrees(claim, *found.awayUntil, *found.end, step);
}

const EventEntry *entryOf(std::span<const EventEntry> events, const MilestonePoint &point)
{
    const auto found = std::ranges::find_if(events, [&](const EventEntry &entry) { return entry.id == point.event; });
    return point.event && found != events.end() ? &*found : nullptr;
}

} // namespace

MeasuredSeries measuredSeries(const Series &series, std::span<const Sample> samples)
{
    MeasuredSeries measured{.series = series, .extent = {}, .step = usualStep(samples), .excursions = {}};
    if (!samples.empty())
        measured.extent = {samples.front().at, samples.back().at};
    if (series.measure != Measure::Other)
        measured.excursions = excursionsOf(samples, leavingOf(series.measure));
    return measured;
}

std::optional<MeasuredImpact> measuredImpact(std::span<const MeasuredSeries> series, TimeRange claimed)
{
    for (const Measure measure : {Measure::Traffic, Measure::ErrorRate, Measure::ResponseTime}) {
        std::optional<MeasuredImpact> strongest;
        for (const MeasuredSeries &each : series) {
            if (each.series.measure != measure)
                continue;
            const std::optional<Excursion> found = excursionNear(each, claimed);
            if (found && (!strongest || found->strength() > strongest->excursion.strength()))
                strongest = MeasuredImpact{&each, *found};
        }
        if (strongest)
            return strongest;
    }
    return {};
}

std::optional<Instant> ImpactDisagreement::measuredAt() const
{
    return end == Milestone::ImpactStart ? std::optional(measured.excursion.start) : measured.excursion.end;
}

std::vector<ImpactDisagreement> impactDisagreements(
    const ResponseAnalysis &analysis, std::span<const EventEntry> events, std::span<const MeasuredSeries> series)
{
    const auto &start = analysis.at(Milestone::ImpactStart);
    if (!start)
        return {};
    const auto &recovered = analysis.at(Milestone::Recovered);
    const TimeRange claimed{start->at, std::max(start->at, recovered ? recovered->at : start->at)};
    const std::optional<MeasuredImpact> measured = measuredImpact(series, claimed);
    std::vector<ImpactDisagreement> found;
    if (!measured)
        return found;
    for (const auto &point : {start, recovered}) {
        if (!point || point->byUser)
            continue;
        const EventEntry *entry = entryOf(events, *point);
        const bool isAbout = entry && (entry->has(EventEntry::Approximate) || entry->has(EventEntry::HourOnly));
        if (!agreesWith(point->milestone, meant(point->at, isAbout), *measured))
            found.push_back({point->milestone, *point, *measured});
    }
    return found;
}

} // namespace downtimeline
