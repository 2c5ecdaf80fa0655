// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/chartevents.h"

#include <gtest/gtest.h>

#include <random>

using namespace downtimeline;
using sample::at;

namespace {

EventEntry entry(std::int64_t id, double second, EventKind kind)
{
    EventEntry made;
    made.id = EventId(id);
    made.at = made.end = at(second);
    made.kind = kind;
    made.lane = laneOf(kind);
    return made;
}

ChartEvents eventsOf(EventIndex index)
{
    ChartEvents events;
    events.index = std::make_shared<const EventIndex>(std::move(index));
    events.title = [](EventId id) { return QStringLiteral("event %1").arg(id.row()); };
    return chartEvents(events.index, events.title, LaneArrangement());
}

/// 600 px are 10 min: a second a pixel.
const TimeScale scale({at(0), at(600)}, 100, 600);

} // namespace

TEST(ChartEvents, EachEventHasATickInTheColourOfItsKindWhereItBegins)
{
    const ChartEvents events = eventsOf({entry(1, 10, EventKind::Deploy), entry(2, 300.5, EventKind::Alert)});
    EXPECT_EQ(
        eventTicks(events, scale), (std::vector<EventTick>{{110, EventKind::Deploy, 1}, {400, EventKind::Alert, 1}}));
}

TEST(ChartEvents, EventsOfOneColumnAreOneTickOfTheMostTellingKind)
{
    const ChartEvents events = eventsOf(
        {entry(1, 20.1, EventKind::Note), entry(2, 20.2, EventKind::Outage), entry(3, 20.9, EventKind::Alert),
         entry(4, 21, EventKind::Note)});
    EXPECT_EQ(
        eventTicks(events, scale), (std::vector<EventTick>{{120, EventKind::Outage, 3}, {121, EventKind::Note, 1}}));
}

TEST(ChartEvents, HiddenLanesHiddenEventsAndWhatLiesOutsideHaveNone)
{
    EventEntry hidden = entry(2, 30, EventKind::Alert);
    hidden.flags = EventEntry::Hidden;
    ChartEvents events = eventsOf(
        {entry(1, -5, EventKind::Outage), hidden, entry(3, 40, EventKind::Note), entry(4, 50, EventKind::Alert),
         entry(5, 600, EventKind::Alert)});
    events =
        chartEvents(events.index, events.title, withLaneHidden(LaneArrangement(), QStringLiteral("kind:notes"), true));
    EXPECT_EQ(eventTicks(events, scale), (std::vector<EventTick>{{150, EventKind::Alert, 1}}));
    EXPECT_TRUE(eventTicks(ChartEvents(), scale).empty());
}

TEST(ChartEvents, WhatAFilterLeavesOutIsDimBehindTheOthersOrNotThere)
{
    const ChartEvents all =
        eventsOf({entry(1, 20, EventKind::Outage), entry(2, 20.5, EventKind::Note), entry(3, 60, EventKind::Alert)});
    const auto mask = std::make_shared<const EventMask>(EventMask{{false, true, false}, 1});
    const ChartEvents dimmed = chartEvents(all.index, all.title, {}, mask);
    EXPECT_EQ(
        eventTicks(dimmed, scale),
        (std::vector<EventTick>{
            {120, EventKind::Outage, 1, true}, {160, EventKind::Alert, 1, true}, {120, EventKind::Note, 1, false}}));
    EXPECT_EQ(eventsTold(dimmed, scale, 120, sample::zone()), QStringLiteral("10:00:20 event 2"));
    EXPECT_EQ(eventsTold(dimmed, scale, 160, sample::zone()), QString());
    EXPECT_EQ(
        eventTicks(chartEvents(all.index, all.title, {}, mask, true), scale),
        (std::vector<EventTick>{{120, EventKind::Note, 1, false}}));
}

TEST(ChartEvents, TheOneOfAHundredThousandThatPassesAFilterIsShown)
{
    EventIndex index;
    for (int i = 0; i < 100'000; ++i)
        index.push_back(entry(i + 1, 100 + i / 1e6, EventKind::Note));
    const ChartEvents all = eventsOf(std::move(index));
    EventMask mask{std::vector<bool>(100'000, false), 1};
    mask.passes[70'000] = true;
    const ChartEvents one = chartEvents(all.index, all.title, {}, std::make_shared<const EventMask>(mask), true);
    EXPECT_EQ(eventTicks(one, scale), (std::vector<EventTick>{{200, EventKind::Note, 1, false}}));
    EXPECT_EQ(eventsTold(one, scale, 200, sample::zone()), QStringLiteral("10:01:40 event 70001"));
}

TEST(ChartEvents, OfAMillionEventsEveryOneIsCountedOnce)
{
    std::mt19937 random(3);
    EventIndex index;
    double second = 0;
    for (int i = 0; i < 200'000; ++i) {
        second += static_cast<double>(random() % 6000) / 1e6;
        index.push_back(entry(i + 1, second, EventKind::Note));
    }
    const ChartEvents events = eventsOf(std::move(index));
    const TimeScale all({at(0), at(second + 1)}, 100, 600);
    std::int64_t count = 0;
    double before = 0;
    for (const EventTick &tick : eventTicks(events, all)) {
        EXPECT_GT(tick.x, before);
        before = tick.x;
        count += tick.count;
    }
    EXPECT_EQ(count, 200'000);
}

TEST(ChartEvents, ThePointerIsToldTheNearestAndHowManyMore)
{
    const ChartEvents events =
        eventsOf({entry(1, 20, EventKind::Note), entry(2, 22, EventKind::Outage), entry(3, 300, EventKind::Alert)});
    EXPECT_EQ(eventsTold(events, scale, 400, sample::zone()), QStringLiteral("10:05:00 event 3"));
    EXPECT_EQ(eventsTold(events, scale, 122.4, sample::zone()), QStringLiteral("10:00:22 event 2, and 1 more here"));
    EXPECT_EQ(eventsTold(events, scale, 250, sample::zone()), QString());
}
