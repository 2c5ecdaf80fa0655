// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lanes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

struct Told
{
    /// One event a minute, of these services in turn.
    explicit Told(std::initializer_list<const char *> services)
    {
        for (const char *service : services) {
            const Instant at = Instant() + std::chrono::minutes(events.size());
            EventEntry entry{.id = EventId(static_cast<std::int64_t>(events.size()) + 1), .at = at, .end = at};
            entry.service = names.numberOfService(service);
            events.push_back(entry);
        }
    }
    LaneTable table() const { return {LaneGrouping::Service, events, names, {}}; }
    QString laneOf(std::size_t i) const
    {
        const LaneTable lanes = table();
        return lanes.lanes()[lanes.laneOf(events[i])].name;
    }

    EventNames names;
    EventIndex events;
};

std::vector<QString> keysInOrder(const LaneTable &table, const LaneArrangement &arrangement)
{
    std::vector<QString> keys;
    for (const std::size_t lane : orderedLanes(table.lanes(), arrangement))
        keys.push_back(table.lanes()[lane].key);
    return keys;
}

TEST(Lanes, AreThoseOfTheKindsUnlessToldOtherwise)
{
    const LaneTable table;
    ASSERT_EQ(table.lanes().size(), laneCount);
    EXPECT_EQ(table.lanes()[1].key, u"kind:alerts"_s);
    EXPECT_EQ(table.lanes()[1].name, laneName(Lane::Alerts));
    const EventEntry recovery{.kind = EventKind::Recovery, .lane = Lane::Recovery};
    EXPECT_EQ(table.lanes()[table.laneOf(recovery)].ink, EventKind::Recovery);
}

TEST(Lanes, ByServiceStandInTheOrderOfTheirFirstEventAndWhatHasNoneComesLast)
{
    const Told told{"db", "", "web", "db"};
    EXPECT_EQ(told.laneOf(0), u"db"_s);
    EXPECT_EQ(told.laneOf(1), u"No service"_s);
    EXPECT_EQ(told.laneOf(3), u"db"_s);
    const LaneTable table = told.table();
    EXPECT_EQ(table.lanes()[0].key, u"service:db"_s);
    EXPECT_EQ(table.lanes()[1].key, u"service:web"_s);
    EXPECT_EQ(table.lanes().back().name, u"No service"_s);
}

TEST(Lanes, ServicesBeyondTheMostShareOne)
{
    Told told{};
    const auto add = [&told](const std::string &service) {
        EventEntry entry;
        entry.service = told.names.numberOfService(service);
        told.events.push_back(entry);
    };
    for (int i = 0; i < 60; ++i) {
        add("service " + std::to_string(i));
        if (i % 3 == 0) // the biggest twenty
            add("service " + std::to_string(i));
    }
    const LaneTable table = told.table();
    EXPECT_EQ(table.lanes().size(), LaneTable::mostLanes - 1 + 2);
    const auto others = std::ranges::find(table.lanes(), u"37 other services"_s, &TimelineLane::name);
    ASSERT_NE(others, table.lanes().end());
    std::size_t inOthers = 0;
    for (const EventEntry &entry : told.events)
        inOthers += table.laneOf(entry) == static_cast<std::size_t>(others - table.lanes().begin()) ? 1 : 0;
    EXPECT_EQ(inOthers, 37U) << "those with one event only";
}

TEST(Lanes, BySourceHaveTheNamesOfTheFiles)
{
    EventNames names;
    EventEntry first{.id = EventId(1)};
    first.source = names.numberOf(SourceId(7));
    EventEntry second{.id = EventId(2)};
    second.source = names.numberOf(SourceId(9));
    Source slack;
    slack.id = SourceId(9);
    slack.name = "slack.zip";
    const EventIndex events{first, second};
    const LaneTable table(LaneGrouping::Source, events, names, std::span(&slack, 1));
    EXPECT_EQ(table.lanes()[table.laneOf(second)].key, u"source:slack.zip"_s);
    EXPECT_EQ(names.numberOf(SourceId(7)), first.source) << "a source keeps its number";
    EXPECT_EQ(names.numberOf(SourceId()), EventNames::none);
}

TEST(Lanes, AMovedLaneStandsBeforeTheOtherAndTheRestKeepTheirOrder)
{
    const Told told{"a", "b", "c"};
    const LaneTable table = told.table();
    LaneArrangement arrangement = withLaneBefore({}, table.lanes(), u"service:c"_s, u"service:a"_s);
    EXPECT_THAT(
        keysInOrder(table, arrangement),
        testing::ElementsAre(u"service:c"_s, u"service:a"_s, u"service:b"_s, testing::_, testing::_));
    arrangement = withLaneBefore(arrangement, table.lanes(), u"service:c"_s, {});
    EXPECT_EQ(keysInOrder(table, arrangement).back(), u"service:c"_s);
    EXPECT_EQ(withLaneBefore(arrangement, table.lanes(), u"service:a"_s, u"service:a"_s), arrangement);
    const LaneArrangement kinds = withLaneBefore(arrangement, LaneTable().lanes(), u"kind:notes"_s, u"kind:impact"_s);
    EXPECT_EQ(keysInOrder(LaneTable(), kinds).front(), u"kind:notes"_s);
    EXPECT_EQ(keysInOrder(table, kinds).back(), u"service:c"_s) << "the order of the services is kept";
}

TEST(Lanes, AnArrangementIsReadBackAsItWasWritten)
{
    LaneArrangement arrangement;
    EXPECT_TRUE(toJson(arrangement).isEmpty()) << "nothing is remembered of what nobody changed";
    arrangement.grouping = LaneGrouping::Source;
    arrangement.order = {u"source:b \"quoted\""_s, u"kind:notes"_s};
    arrangement.hidden = {u"source:a"_s};
    arrangement.collapsed = {u"kind:alerts"_s};
    EXPECT_EQ(laneArrangementFromJson(toJson(arrangement)), arrangement);
    for (const char *damaged : {"", "{", "[]", "{\"by\":9}", "{\"order\":3}"})
        EXPECT_EQ(laneArrangementFromJson(damaged), LaneArrangement()) << damaged;
    EXPECT_EQ(withAllShown(arrangement, {}), arrangement);
    const TimelineLane a{u"source:a"_s, u"a"_s};
    EXPECT_TRUE(withAllShown(arrangement, std::span(&a, 1)).hidden.empty());
}

} // namespace
} // namespace downtimeline
