// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/durations.h"

#include <QCoreApplication>

#include <utility>
#include <vector>

namespace downtimeline {
namespace {

/// Every pair of milestones in the order in which they are preferred.
std::vector<std::pair<Milestone, Milestone>> preferredPairs()
{
    std::vector<std::pair<Milestone, Milestone>> pairs{{Milestone::ImpactStart, Milestone::Recovered}};
    for (std::size_t from = 0; from < milestoneCount; ++from)
        for (std::size_t to = from + 1; to < milestoneCount; ++to)
            if (from != 0 || to + 1 != milestoneCount)
                pairs.emplace_back(static_cast<Milestone>(from), static_cast<Milestone>(to));
    return pairs;
}

} // namespace

std::optional<DurationFit>
explainDuration(const ResponseAnalysis &analysis, std::optional<Instant> firstEvent, StatedDuration stated)
{
    std::optional<DurationFit> best;
    const auto consider = [&](std::optional<Milestone> from, Instant start, Milestone to) {
        const auto &end = analysis.at(to);
        if (!end || end->at <= start)
            return;
        const Duration off = stated.length - (end->at - start);
        const bool fits = std::chrono::abs(off) * 2 <= stated.unit;
        if (fits && (!best || std::chrono::abs(off) < std::chrono::abs(best->off)))
            best = DurationFit{from, to, {start, end->at}, off};
    };
    for (const auto &[from, to] : preferredPairs())
        if (const auto &start = analysis.at(from))
            consider(from, start->at, to);
    if (firstEvent)
        consider(std::nullopt, *firstEvent, Milestone::Recovered);
    return best;
}

QString durationFromName(const DurationFit &fit)
{
    return fit.from ? milestoneName(*fit.from) : QCoreApplication::translate("milestone", "First event");
}

QString durationToName(const DurationFit &fit)
{
    return milestoneName(fit.to);
}

} // namespace downtimeline
