// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/timeline/foundingtimeline.h"
#include "widgets/timeline/laneitems.h"
#include "widgets/timeline/timelinelayout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant noon = sys_days{2024y / 1 / 16} + 12h;
constexpr TimeRange day{noon, noon + 24h};

/// Events of one lane through a day; every so many of them last up to an hour and a half.
TimelineContent crowd(unsigned seed, int count, unsigned everyLasts)
{
    std::mt19937 random(seed);
    EventIndex events;
    for (int i = 0; i < count; ++i) {
        Event event;
        event.id = EventId(i + 1);
        event.kind = EventKind::Alert;
        event.at = noon + seconds(random() % 86'000);
        if (everyLasts > 0 && random() % everyLasts == 0) {
            event.length = seconds(1 + random() % 5400);
            event.lengthOrigin = LengthOrigin::Record;
        }
        events.push_back(entryOf(event));
    }
    std::ranges::stable_sort(events, {}, &EventEntry::at);
    return TimelineContent(std::move(events), {}, {});
}

struct Crowd
{
    std::vector<LaneItem> items(const TimelineContent &content, TimeRange visible, int rows) const
    {
        const TimeScale scale(visible, 112, 1000);
        const FixedTextMeasure measure;
        const LaneContext context{content, look, scale, metrics, measure};
        for (std::size_t lane = 0; lane < content.lanes().size(); ++lane)
            if (!content.lane(lane).marks.empty())
                return placedItems(context, lane, rows);
        return {};
    }

    TimelineLook look;
    LayoutMetrics metrics;
};

TEST(LaneItems, EveryEventOfACrowdIsShownOrCountedOnce)
{
    const Crowd crowded;
    for (const unsigned everyLasts : {0U, 1U, 3U, 9U}) {
        for (const int count : {1, 40, 700, 9000}) {
            const TimelineContent content = crowd(everyLasts, count, everyLasts);
            for (int rows = 1; rows <= 3; ++rows) {
                int told = 0;
                for (const LaneItem &item : crowded.items(content, day, rows))
                    told += item.count;
                EXPECT_EQ(told, count) << "rows " << rows << ", every " << everyLasts << " lasts";
            }
        }
    }
}

/// Outages of one lane, each ended by an event of its own; 12 minutes of the day are 8 pixels, so that all are bars.
TimelineContent endedCrowd(unsigned seed, int count, unsigned everyEnds)
{
    std::mt19937 random(seed);
    EventIndex events;
    std::vector<DerivedEnd> ends;
    for (int i = 0; i < count; ++i) {
        Event begun;
        begun.id = EventId(events.size() + 1);
        begun.kind = EventKind::Alert;
        begun.at = noon + seconds(random() % 40'000);
        if (random() % everyEnds == 0) {
            Event end = begun;
            end.id = EventId(events.size() + 2);
            end.at = *begun.at + 12min + seconds(random() % 40'000);
            begun.length = *end.at - *begun.at;
            begun.lengthOrigin = LengthOrigin::Record;
            ends.push_back({begun.id, end.id});
            events.push_back(entryOf(end));
        }
        events.push_back(entryOf(begun));
    }
    std::ranges::stable_sort(events, {}, &EventEntry::at);
    return TimelineContent(std::move(events), ends, {});
}

TEST(LaneItems, EndsOfBarsAreShownOnThemOrCountedOnce)
{
    const Crowd crowded;
    for (const unsigned everyEnds : {1U, 2U, 40U}) {
        for (const int count : {3, 60, 900, 8000}) {
            const TimelineContent content = endedCrowd(everyEnds, count, everyEnds);
            for (int rows = 1; rows <= 3; ++rows) {
                std::size_t told = 0;
                for (const LaneItem &item : crowded.items(content, day, rows)) {
                    EXPECT_GT(item.count, 0);
                    told += static_cast<std::size_t>(item.count) + (item.endMark ? 1 : 0);
                }
                EXPECT_EQ(told, content.events().size()) << "rows " << rows << ", every " << everyEnds << " ends";
            }
        }
    }
}

TEST(LaneItems, NothingOfARowOverlaps)
{
    const Crowd crowded;
    for (const unsigned everyLasts : {0U, 1U, 4U}) {
        const TimelineContent content = crowd(50 + everyLasts, 2500, everyLasts);
        for (const TimeRange visible :
             {day, TimeRange{noon + 3h, noon + 8h}, TimeRange{noon + 3h, noon + 3h + 10min}}) {
            std::map<int, double> ends;
            for (const LaneItem &item : crowded.items(content, visible, 3)) {
                const auto end = ends.find(item.row);
                EXPECT_TRUE(end == ends.end() || end->second <= item.left() + 1e-6) << item.row << ": " << item.x0;
                ends[item.row] = item.right();
            }
            EXPECT_FALSE(ends.empty());
        }
    }
}

TEST(LaneItems, AFoldedMarkSaysFromWhenToWhenItsEventsAre)
{
    const TimelineContent content = crowd(3, 9000, 0);
    const std::vector<LaneItem> items = Crowd().items(content, day, 1);
    ASSERT_GT(items.size(), 10U);
    Instant last = noon - 1s;
    for (const LaneItem &item : items) {
        EXPECT_GT(item.range.start, last) << "no two have one event";
        EXPECT_LE(item.range.start, item.range.end);
        const auto inRange = std::ranges::count_if(content.events(), [&item](const EventEntry &event) {
            return event.at >= item.range.start && event.at <= item.range.end;
        });
        EXPECT_EQ(item.count, inRange);
        last = item.range.end;
    }
}

TEST(LaneItems, AllThatIsCoveredByOneLongSpanIsCountedOnIt)
{
    EventIndex events;
    for (int i = 0; i < 300; ++i) {
        Event event;
        event.id = EventId(i + 1);
        event.kind = EventKind::Alert;
        event.at = noon + minutes(i);
        if (i == 0) {
            event.length = 6h;
            event.lengthOrigin = LengthOrigin::Record;
        }
        events.push_back(entryOf(event));
    }
    const TimelineContent content(std::move(events), {}, {});
    const std::vector<LaneItem> items = Crowd().items(content, day, 1);
    ASSERT_EQ(items.size(), 1U);
    EXPECT_TRUE(items.front().isBar);
    EXPECT_EQ(items.front().count, 300);
    EXPECT_EQ(items.front().range.end, noon + 299min);
}

} // namespace
} // namespace downtimeline
