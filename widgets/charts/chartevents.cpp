// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartevents.h"

#include "widgets/charts/charttext.h"

#include <algorithm>
#include <cmath>

namespace downtimeline {

namespace {

constexpr std::int64_t mostLookedAt = 16; ///< of a column; the rest is counted
constexpr double reach = 4;               ///< logical pixels either side of the pointer

bool isShown(const ChartEvents &events, const EventEntry &entry)
{
    return !entry.has(EventEntry::Hidden) && events.lanes[static_cast<std::size_t>(entry.lane)];
}

auto firstAtOrAfter(const EventIndex &index, Instant at)
{
    return std::ranges::lower_bound(index, at, {}, &EventEntry::at);
}

/// The events of one column; where there are many, those behind the first few count as they are.
EventTick tickOf(const ChartEvents &events, EventIndex::const_iterator begin, EventIndex::const_iterator end, double x)
{
    EventTick tick{.x = x, .kind = EventKind::Note, .count = 0};
    const auto lookedAt = begin + std::min<std::int64_t>(mostLookedAt, end - begin);
    for (auto entry = begin; entry != lookedAt; ++entry) {
        if (!isShown(events, *entry))
            continue;
        tick.kind = tick.count == 0 ? entry->kind : std::min(tick.kind, entry->kind);
        ++tick.count;
    }
    if (tick.count > 0)
        tick.count += end - lookedAt;
    return tick;
}

} // namespace

std::vector<EventTick> eventTicks(const ChartEvents &events, const TimeScale &scale)
{
    std::vector<EventTick> ticks;
    if (!events.index || scale.width() <= 0)
        return ticks;
    const TimeRange visible = scale.visible();
    const auto last = firstAtOrAfter(*events.index, visible.end);
    for (auto entry = firstAtOrAfter(*events.index, visible.start); entry < last;) {
        const double x = std::floor(scale.x(entry->at));
        const Instant next = scale.instant(x + 1);
        auto end = entry + 1;
        for (std::int64_t step = 1; end < last && end->at < next; step *= 2) {
            if (last - end > step && (end + step)->at < next) {
                end += step;
                continue;
            }
            end = std::lower_bound(end, std::min(end + step + 1, last), next, [](const EventEntry &each, Instant at) {
                return each.at < at;
            });
            break;
        }
        if (const EventTick tick = tickOf(events, entry, end, x); tick.count > 0)
            ticks.push_back(tick);
        entry = end;
    }
    return ticks;
}

QString eventsTold(const ChartEvents &events, const TimeScale &scale, double x, const DisplayZone &zone)
{
    if (!events.index || !events.title)
        return {};
    const Instant here = scale.instant(x);
    const auto last = firstAtOrAfter(*events.index, scale.instant(x + reach) + Duration(1));
    const EventEntry *nearest = nullptr;
    std::int64_t count = 0;
    for (auto entry = firstAtOrAfter(*events.index, scale.instant(x - reach)); entry < last; ++entry) {
        if (!isShown(events, *entry))
            continue;
        ++count;
        if (!nearest || std::chrono::abs(entry->at - here) < std::chrono::abs(nearest->at - here))
            nearest = &*entry;
    }
    if (!nearest)
        return {};
    const QString told = clockText(nearest->at, zone, true) + QLatin1Char(' ') + events.title(nearest->id);
    return count == 1 ? told : ChartText::tr("%1, and %2 more here").arg(told, QString::number(count - 1));
}

} // namespace downtimeline
