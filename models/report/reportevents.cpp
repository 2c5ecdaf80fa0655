// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reportevents.h"

#include "models/report/derivedends.h"

#include <algorithm>

namespace downtimeline {
namespace {

/// From which "after start" is counted: the impact, else the first event.
std::optional<Instant> startOf(const ReportFacts &facts)
{
    if (const auto &start = facts.analysis.at(Milestone::ImpactStart))
        return start->at;
    std::optional<Instant> first;
    for (const Event &event : facts.whole.events) {
        if (event.at)
            first = std::min(first.value_or(*event.at), *event.at);
    }
    return first;
}

} // namespace

std::vector<EventRow> eventRows(const ReportFacts &facts)
{
    const std::vector<Event> &events = facts.whole.events;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!events[i].hidden)
            places.push_back(i);
    }
    std::ranges::stable_sort(places, {}, [&](std::size_t i) { return events[i].at.value_or(Instant::max()); });
    const std::vector<std::optional<Instant>> ends = endsOf(events);
    const std::optional<Instant> start = startOf(facts);
    const DateNeed need = needOfDates(events, facts.zone);
    std::vector<EventRow> rows;
    rows.reserve(places.size());
    for (const std::size_t i : places) {
        const Event &event = events[i];
        const bool isPlaced = event.at && start && event.time.precision != Precision::Day;
        rows.push_back(
            {.event = &event,
             .number = rows.size() + 1,
             .when = eventWhen(event, ends[i], facts.zone, need),
             .afterStart = isPlaced ? afterStartText(*event.at - *start) : QString()});
    }
    return rows;
}

} // namespace downtimeline
