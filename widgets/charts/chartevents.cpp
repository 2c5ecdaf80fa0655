// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartevents.h"

#include "widgets/charts/charttext.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>

namespace downtimeline {

namespace {

constexpr std::int64_t mostLookedAt = 16; ///< of a column; the rest is counted
constexpr double reach = 4;               ///< logical pixels either side of the pointer

/// The events at those places.
auto entriesOf(const EventIndex &index, const ChartEvents::Places &places)
{
    return std::views::transform(places, [&index](std::uint32_t place) -> const EventEntry & { return index[place]; });
}

auto firstAtOrAfter(const auto &entries, Instant at)
{
    return std::ranges::lower_bound(entries, at, {}, &EventEntry::at);
}

/// The events of one column; where there are many, their kind is that of the first few.
EventTick tickOf(auto begin, auto end, double x, bool isDim)
{
    EventTick tick{.x = x, .kind = (*begin).kind, .count = end - begin, .isDim = isDim};
    const auto lookedAt = begin + std::min<std::int64_t>(mostLookedAt, tick.count);
    for (auto entry = begin; entry != lookedAt; ++entry)
        tick.kind = std::min(tick.kind, (*entry).kind);
    return tick;
}

void addTicks(const auto &entries, const TimeScale &scale, bool isDim, std::vector<EventTick> &ticks)
{
    const TimeRange visible = scale.visible();
    const auto last = firstAtOrAfter(entries, visible.end);
    for (auto entry = firstAtOrAfter(entries, visible.start); entry < last;) {
        const double x = std::floor(scale.x((*entry).at));
        const Instant next = scale.instant(x + 1);
        auto end = entry + 1;
        for (std::int64_t step = 1; end < last && (*end).at < next; step *= 2) {
            if (last - end > step && (*(end + step)).at < next) {
                end += step;
                continue;
            }
            end = std::ranges::lower_bound(end, std::min(end + step + 1, last), next, {}, &EventEntry::at);
            break;
        }
        ticks.push_back(tickOf(entry, end, x, isDim));
        entry = end;
    }
}

} // namespace

ChartEvents chartEvents(
    EventSnapshot index, std::function<QString(EventId)> title, const LaneArrangement &lanes, const SharedMask &mask,
    bool hides)
{
    std::array<bool, laneCount> isLaneShown{};
    for (std::size_t lane = 0; lane < laneCount; ++lane)
        isLaneShown[lane] = isKindLaneShown(lanes, static_cast<Lane>(lane));
    ChartEvents::Places shown;
    ChartEvents::Places dim;
    for (std::size_t place = 0; index && place < index->size(); ++place) {
        const EventEntry &entry = (*index)[place];
        if (entry.has(EventEntry::Hidden) || !isLaneShown[static_cast<std::size_t>(entry.lane)])
            continue;
        if (!mask || mask->passesRow(place))
            shown.push_back(static_cast<std::uint32_t>(place));
        else if (!hides)
            dim.push_back(static_cast<std::uint32_t>(place));
    }
    return {
        .index = std::move(index),
        .title = std::move(title),
        .shown = std::make_shared<const ChartEvents::Places>(std::move(shown)),
        .dim = std::make_shared<const ChartEvents::Places>(std::move(dim))};
}

std::vector<EventTick> eventTicks(const ChartEvents &events, const TimeScale &scale)
{
    std::vector<EventTick> ticks;
    if (!events.index || scale.width() <= 0)
        return ticks;
    if (events.dim)
        addTicks(entriesOf(*events.index, *events.dim), scale, true, ticks);
    if (events.shown)
        addTicks(entriesOf(*events.index, *events.shown), scale, false, ticks);
    return ticks;
}

QString eventsTold(const ChartEvents &events, const TimeScale &scale, double x, const DisplayZone &zone)
{
    if (!events.index || !events.title || !events.shown)
        return {};
    const auto entries = entriesOf(*events.index, *events.shown);
    const Instant here = scale.instant(x);
    const auto first = firstAtOrAfter(entries, scale.instant(x - reach));
    const auto last = firstAtOrAfter(entries, scale.instant(x + reach) + Duration(1));
    const std::int64_t count = last - first;
    if (count == 0)
        return {};
    const auto right = firstAtOrAfter(entries, here);
    const bool isLeftNearer = right != first && (right == last || here - (*(right - 1)).at <= (*right).at - here);
    const EventEntry &nearest = isLeftNearer ? *firstAtOrAfter(entries, (*(right - 1)).at) : *right;
    const QString told = clockText(nearest.at, zone, true) + QLatin1Char(' ') + events.title(nearest.id);
    return count == 1 ? told : ChartText::tr("%1, and %2 more here").arg(told, QString::number(count - 1));
}

} // namespace downtimeline
