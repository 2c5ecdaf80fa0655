// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/milestones.h"

#include "models/analysis/impact.h"
#include "models/analysis/spans.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

using Entries = std::span<const EventEntry>;

std::optional<MilestonePoint> pointOf(Milestone milestone, const EventEntry *event)
{
    if (!event)
        return {};
    return MilestonePoint{milestone, event->at, event->id};
}

bool isCauseEnding(const EventEntry &entry)
{
    return entry.kind == EventKind::Rollback || entry.kind == EventKind::Mitigation;
}

const EventEntry *mitigationBegun(Entries index, Instant impactStart)
{
    return firstEntry(index, [=](const EventEntry &entry) {
        const bool isMitigation = isCauseEnding(entry) || entry.kind == EventKind::Restart;
        const bool isOver = entry.has(EventEntry::Completes) || entry.has(EventEntry::Fails);
        return isMitigation && !isOver && entry.at >= impactStart;
    });
}

/// The last cause-ending action that was over in the range, both ends included, among those that satisfy the predicate.
template<typename Predicate>
std::optional<MilestonePoint> lastDone(Entries index, Instant from, std::optional<Instant> until, Predicate isDone)
{
    std::optional<MilestonePoint> last;
    for (const EventEntry &entry : index) {
        const Instant finish = ownFinish(entry);
        const bool inTime = entry.at >= from && (!until || finish <= *until);
        if (!isCauseEnding(entry) || entry.has(EventEntry::DayOnly) || !inTime || !isDone(entry))
            continue;
        if (!last || finish >= last->at)
            last = MilestonePoint{Milestone::Mitigated, finish, entry.id};
    }
    return last;
}

std::optional<MilestonePoint> mitigated(Entries index, Instant from, std::optional<Instant> until)
{
    const auto done = lastDone(index, from, until, [](const EventEntry &entry) {
        return entry.has(EventEntry::Completes) || (entry.has(EventEntry::OwnEnd) && !entry.has(EventEntry::Fails));
    });
    if (done)
        return done;
    // "Rolled back the release" tells one moment and nothing of its progress: it was done then.
    return lastDone(index, from, until, [](const EventEntry &entry) {
        constexpr unsigned told = EventEntry::Begins | EventEntry::Completes | EventEntry::Fails;
        return (entry.flags & told) == 0;
    });
}

/// Where the first alert stands for the start of the impact, how long it took to detect is not known.
std::vector<PhaseSpan> phasesOf(const ResponseAnalysis &analysis, bool startsAtAlert)
{
    std::vector<PhaseSpan> phases;
    if (!analysis.at(Milestone::ImpactStart))
        return phases;
    const auto &recovered = analysis.at(Milestone::Recovered);
    const Instant start = analysis.at(Milestone::ImpactStart)->at;
    const Instant end = recovered ? std::max(start, recovered->at) : Instant::max();
    Instant reached = start;
    std::size_t from = 0;
    for (std::size_t to = 1; to < milestoneCount; ++to) {
        const auto &point = analysis.milestones[to];
        if (!point)
            continue;
        const auto milestone = static_cast<Milestone>(to);
        if (point->at < start || (milestone == Milestone::Acknowledged && point->at < reached))
            continue; // its measure is not known either
        const Instant at = std::clamp(point->at, reached, end);
        const bool isUnknown = startsAtAlert && milestone == Milestone::Detected;
        if (!isUnknown)
            phases.push_back({static_cast<Phase>(from), static_cast<Phase>(to - 1), {reached, at}});
        reached = at;
        from = to;
    }
    return phases;
}

std::array<ResponseTime, responseMeasureCount>
timesOf(const ResponseAnalysis &analysis, const EventEntry *firstAlert, bool startsAtAlert)
{
    const auto &start = analysis.at(Milestone::ImpactStart);
    const auto &detected = analysis.at(Milestone::Detected);
    const std::optional<MilestonePoint> alerted = firstAlert ? pointOf(Milestone::Detected, firstAlert) : detected;
    return {{
        {ResponseMeasure::Detect, startsAtAlert ? std::nullopt : start, detected},
        {ResponseMeasure::Acknowledge, alerted, analysis.at(Milestone::Acknowledged)},
        {ResponseMeasure::Mitigate, start, analysis.at(Milestone::Mitigated)},
        {ResponseMeasure::Recover, start, analysis.at(Milestone::Recovered)},
    }};
}

} // namespace

ResponseAnalysis analyseResponse(std::span<const EventEntry> index, const StatedImpact &stated)
{
    const Impact impact = impactOf(index, stated);
    const EventEntry *firstAlert =
        firstEntry(index, [](const EventEntry &entry) { return entry.kind == EventKind::Alert && isDetection(entry); });
    const EventEntry *acknowledgement = firstEntry(index, [](const EventEntry &entry) {
        return entry.kind == EventKind::Acknowledgement && !entry.has(EventEntry::Fails);
    });

    ResponseAnalysis analysis;
    const auto set = [&analysis](Milestone milestone, std::optional<MilestonePoint> point) {
        analysis.milestones[static_cast<std::size_t>(milestone)] = point;
    };
    set(Milestone::ImpactStart, impact.start);
    set(Milestone::Detected, pointOf(Milestone::Detected, firstEntry(index, isDetection)));
    set(Milestone::Acknowledged, pointOf(Milestone::Acknowledged, acknowledgement));
    set(Milestone::Recovered, impact.recovered);
    if (impact.start) {
        const auto until = impact.recovered ? std::optional(impact.recovered->at) : std::nullopt;
        set(Milestone::MitigationBegun, pointOf(Milestone::MitigationBegun, mitigationBegun(index, impact.start->at)));
        set(Milestone::Mitigated, mitigated(index, impact.start->at, until));
    }
    analysis.phases = phasesOf(analysis, impact.startsAtAlert);
    analysis.times = timesOf(analysis, firstAlert, impact.startsAtAlert);
    analysis.impacts = impact.ranges;
    analysis.downtime = totalLength(analysis.impacts);
    return analysis;
}

ResponseAnalysis analyseResponse(std::span<const EventEntry> index, std::optional<TimeRange> statedByUser)
{
    if (!statedByUser)
        return analyseResponse(index, StatedImpact{});
    return analyseResponse(index, StatedImpact{statedByUser->start, statedByUser->end, true, true});
}

} // namespace downtimeline
