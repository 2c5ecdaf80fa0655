// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rangemeasure.h"

#include <gtest/gtest.h>

#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant ten = sys_days{2024y / 1 / 16} + 10h;

EventEntry entry(EventKind kind, Duration start, Duration length = 0s, unsigned flags = 0)
{
    return {
        .id = {},
        .at = ten + start,
        .end = ten + start + length,
        .kind = kind,
        .lane = laneOf(kind),
        .flags = static_cast<std::uint16_t>(flags)};
}

/// The founding incident: an outage of 22 minutes from 10:00 on.
EventIndex founding()
{
    return {entry(EventKind::Deploy, -15min),        entry(EventKind::Outage, 0min, 22min),
            entry(EventKind::Alert, 0min),           entry(EventKind::Acknowledgement, 10min),
            entry(EventKind::Rollback, 15min, 5min), entry(EventKind::Rollback, 20min),
            entry(EventKind::Restart, 20min, 2min),  entry(EventKind::Recovery, 22min)};
}

const std::vector<TimeRange> impact{{ten, ten + 22min}};

TEST(RangeMeasure, FromTheOutageToTheRecoveryBothAreInIt)
{
    const RangeMeasure measure = measureRange(founding(), impact, {ten, ten + 22min});
    EXPECT_EQ(measure.count(), 7);
    EXPECT_EQ(measure.of(EventKind::Outage), 1);
    EXPECT_EQ(measure.of(EventKind::Rollback), 2);
    EXPECT_EQ(measure.of(EventKind::Recovery), 1);
    EXPECT_EQ(measure.of(EventKind::Deploy), 0);
    EXPECT_EQ(measure.reaching, 0);
    EXPECT_EQ(measure.impact, Duration(22min));
}

TEST(RangeMeasure, ASpanThatStartedBeforeReachesIntoIt)
{
    const RangeMeasure measure = measureRange(founding(), impact, {ten + 16min, ten + 19min});
    EXPECT_EQ(measure.count(), 0);
    EXPECT_EQ(measure.reaching, 2) << "the outage and the rollback";
    EXPECT_EQ(measure.impact, Duration(3min));
}

TEST(RangeMeasure, ASpanThatEndsAtItsStartDoesNotReachIntoIt)
{
    EXPECT_EQ(measureRange(founding(), impact, {ten + 22min, ten + 30min}).reaching, 0);
}

TEST(RangeMeasure, HiddenEventsCountForNothing)
{
    const EventIndex events{
        entry(EventKind::Outage, -5min, 30min, EventEntry::Hidden),
        entry(EventKind::Note, 1min, 0s, EventEntry::Hidden)};
    const RangeMeasure measure = measureRange(events, {}, {ten, ten + 5min});
    EXPECT_EQ(measure.count(), 0);
    EXPECT_EQ(measure.reaching, 0);
}

TEST(RangeMeasure, SeveralOutagesAddUpWithoutWhatLiesBetween)
{
    const std::vector<TimeRange> two{{ten, ten + 10min}, {ten + 20min, ten + 40min}};
    EXPECT_EQ(measureRange({}, two, {ten + 5min, ten + 30min}).impact, Duration(15min));
    EXPECT_EQ(measureRange({}, two, {ten + 10min, ten + 20min}).impact, Duration(0));
    EXPECT_EQ(measureRange({}, two, {ten - 1h, ten + 2h}).impact, Duration(30min));
}

TEST(RangeMeasure, AnUnknownImpactIsNotNone)
{
    EXPECT_FALSE(measureRange(founding(), {}, {ten, ten + 5min}).hasImpact);
    EXPECT_TRUE(measureRange(founding(), impact, {ten - 1h, ten - 30min}).hasImpact);
}

TEST(RangeMeasure, AgreesWithCountingOneByOne)
{
    std::mt19937 random(11);
    std::uniform_int_distribution<int> place(0, 3600);
    std::uniform_int_distribution<int> kind(0, int(eventKindCount) - 1);
    for (int round = 0; round < 50; ++round) {
        EventIndex events;
        for (int i = 0; i < 200; ++i)
            events.push_back(
                entry(static_cast<EventKind>(kind(random)), seconds(place(random)), seconds(place(random) / 9)));
        std::ranges::sort(events, {}, &EventEntry::at);
        const int start = place(random);
        const TimeRange range{ten + seconds(start), ten + seconds(start + place(random))};
        const RangeMeasure measure = measureRange(events, {}, range);
        std::int64_t inside = 0;
        std::int64_t reaching = 0;
        for (const EventEntry &event : events) {
            inside += range.start <= event.at && event.at <= range.end;
            reaching += event.at < range.start && event.end > range.start;
        }
        EXPECT_EQ(measure.count(), inside);
        EXPECT_EQ(measure.reaching, reaching);
    }
}

} // namespace
} // namespace downtimeline
