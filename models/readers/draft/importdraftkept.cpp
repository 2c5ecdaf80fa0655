// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a draft where its source is read another way; the draft itself is in importdraft.cpp.
#include "models/readers/draft/importdraft.h"

#include <algorithm>
#include <map>

namespace downtimeline {
namespace {

/// The day of the first event as it was read, without the user's own.
std::optional<QDate> readDay(const DraftIncident &incident)
{
    if (!incident.day && !incident.swapsDayAndMonth)
        return firstDay(incident);
    DraftIncident asRead = incident;
    asRead.day.reset();
    asRead.swapsDayAndMonth = false;
    return firstDay(asRead);
}

/// By the line that tells it, and which of the events of that line it is.
using Place = std::pair<int, int>;

std::map<Place, std::size_t> placesOf(const DraftIncident &incident)
{
    std::map<int, int> counts;
    std::map<Place, std::size_t> places;
    for (std::size_t i = 0; i < incident.read.events.size(); ++i) {
        const int line = incident.read.events[i].line;
        if (line > 0)
            places.emplace(Place(line, counts[line]++), i);
    }
    return places;
}

void carryEvents(const DraftIncident &before, DraftIncident &after)
{
    const std::map<Place, std::size_t> places = placesOf(after);
    for (const auto &[place, from] : placesOf(before)) {
        const auto to = places.find(place);
        if (to == places.end())
            continue;
        const DraftEvent &old = before.choices[from];
        DraftEvent &now = after.choices[to->second];
        now.taken = old.taken;
        now.kind = old.kind;
        now.at = old.at;
        now.title = old.title;
    }
}

} // namespace

void carryChoices(const ImportDraft &before, ImportDraft &after)
{
    after.clockShift = before.clockShift;
    if (before.incidents.size() != after.incidents.size())
        return;
    for (std::size_t i = 0; i < after.incidents.size(); ++i) {
        const DraftIncident &old = before.incidents[i];
        DraftIncident &now = after.incidents[i];
        now.title = old.title;
        now.severity = old.severity;
        now.zone = old.zone;
        if (readDay(old) == readDay(now)) {
            now.day = old.day;
            now.swapsDayAndMonth = old.swapsDayAndMonth;
        }
        carryEvents(old, now);
        place(now);
    }
}

} // namespace downtimeline
