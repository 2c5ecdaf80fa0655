// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "models/storage/eventrow.h"
#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/search.h"
#include "models/storage/seriesstore.h"
#include "models/storage/sourcestore.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

class EventStoreTest : public StorageTest
{
protected:
    void SetUp() override
    {
        m_library = opened();
        m_incident = IncidentStore(*m_library).add(incidentCalled("Outage")).value();
        Source source;
        source.incident = m_incident;
        source.name = "postmortem.txt";
        m_source = SourceStore(*m_library).add(source).value();
    }

    EventStore store() { return EventStore(*m_library); }

    Event fullEvent() const
    {
        Event event = eventAtTime(at(9, 15), "Rollback initiated", EventKind::Rollback);
        event.uuid = QUuid::createUuid();
        event.certainty = 0.97;
        event.progress = Progress::Begins;
        event.detail = "by <b>Anna</b>\nwith a second line";
        event.time.zone = "GMT + 1";
        event.length = 5min;
        event.lengthOrigin = LengthOrigin::Written;
        event.source = m_source;
        event.line = 17;
        event.recordId = "Q02JT";
        event.actor = "Anna";
        event.service = "api";
        event.note = "pause here";
        event.starred = true;
        event.hidden = true;
        return event;
    }

    std::unique_ptr<Library> m_library;
    IncidentId m_incident;
    SourceId m_source;
};

TEST_F(EventStoreTest, TheIndexTellsServicesAndSourcesByTheirNumbers)
{
    Event first = fullEvent();
    Event second = eventAtTime(at(9, 20), "No service");
    Event third = eventAtTime(at(9, 30), "Another service");
    third.service = "db";
    third.source = m_source;
    Event undated = eventAtTime(at(9, 30), "Undated");
    undated.at.reset();
    undated.time = {};
    undated.service = "api";
    for (const Event &event : {first, second, third, undated})
        ASSERT_TRUE(store().add(m_incident, event));
    EventNames names;
    const Result<EventIndex> index = store().index(m_incident, &names);
    const Result<EventIndex> rest = store().undated(m_incident, &names);
    ASSERT_TRUE(index && rest);
    ASSERT_EQ(index->size(), 3U);
    ASSERT_EQ(rest->size(), 1U);
    EXPECT_EQ(names.services(), (std::vector<std::string>{"api", "db"}));
    EXPECT_EQ(names.sources(), std::vector{m_source});
    EXPECT_EQ((*index)[0].service, 1);
    EXPECT_EQ((*index)[0].source, 1);
    EXPECT_EQ((*index)[1].service, EventNames::none);
    EXPECT_EQ((*index)[1].source, EventNames::none);
    EXPECT_EQ((*index)[2].service, 2);
    EXPECT_EQ((*rest)[0].service, 1) << "one table for both";
    EXPECT_EQ(store().index(m_incident)->at(2).service, EventNames::none) << "nobody asked";
}

TEST_F(EventStoreTest, AnEventComesBackAsItWas)
{
    Event event = fullEvent();
    event.id = store().add(m_incident, event).value();
    EXPECT_EQ(store().get(event.id).value(), event);
    EXPECT_EQ(store().all(m_incident).value(), std::vector{event});
}

TEST_F(EventStoreTest, AnEventWithoutADateComesBackUnplaced)
{
    Event event;
    event.uuid = QUuid::createUuid();
    event.title = "No date";
    event.time.clock = ClockTime{.hour = 10, .minute = 15, .second = std::nullopt, .microsecond = 0};
    event.id = store().add(m_incident, event).value();
    EXPECT_EQ(store().unplaced(m_incident).value(), std::vector{event});
    EXPECT_TRUE(store().index(m_incident).value().empty());
    EXPECT_EQ(store().undated(m_incident).value(), EventIndex{entryOf(event)});
    EXPECT_TRUE(store().undated(m_incident).value().front().isUndated());
}

TEST_F(EventStoreTest, TextsWithNulAndWithoutUtf8AreKept)
{
    Event event = fullEvent();
    event.title = std::string("a\0b", 3);
    event.detail = "\xFF\xFE broken";
    event.id = store().add(m_incident, event).value();
    EXPECT_EQ(store().get(event.id).value(), event);
}

TEST_F(EventStoreTest, TheIndexHasWhatEntryOfSaysInTheOrderOfTime)
{
    std::mt19937 random(1);
    EventIndex expected;
    for (int i = 0; i < 400; ++i) {
        Event event = eventAtTime(at(9, static_cast<int>(random() % 20)), "event", allEventKinds()[random() % 13]);
        event.progress = static_cast<Progress>(random() % 4);
        event.starred = random() % 2 == 0;
        event.hidden = random() % 2 == 0;
        event.time.precision = static_cast<Precision>(random() % 5);
        event.time.zoneOrigin = static_cast<ZoneOrigin>(random() % 6);
        if (random() % 3 == 0)
            event.length = std::chrono::seconds(random() % 100);
        event.id = store().add(m_incident, event).value();
        expected.push_back(entryOf(event));
    }
    std::ranges::sort(
        expected, [](const EventEntry &a, const EventEntry &b) { return a.at != b.at ? a.at < b.at : a.id < b.id; });
    EXPECT_EQ(store().index(m_incident).value(), expected);
    EXPECT_TRUE(store().index(IncidentId(77)).value().empty());
}

TEST_F(EventStoreTest, AClockShiftMovesEventsWhereverTheyAreRead)
{
    Event event = fullEvent();
    event.id = store().add(m_incident, event).value();
    ASSERT_TRUE(SourceStore(*m_library).setClockShift(m_source, -2min));
    const Event shifted = store().get(event.id).value();
    EXPECT_EQ(shifted.at, at(9, 13));
    EXPECT_EQ(shifted.time, event.time) << "what was written stays";
    EXPECT_EQ(store().index(m_incident).value()[0].at, at(9, 13));
    EXPECT_EQ(IncidentStore(*m_library).list().value()[0].start, at(9, 13));
    Event edited = shifted;
    edited.title = "Rollback begun";
    ASSERT_TRUE(store().update(shifted, edited));
    EXPECT_EQ(store().get(event.id).value(), edited);
}

TEST_F(EventStoreTest, TextsComeByPageInTheAskedOrder)
{
    const EventId first = store().add(m_incident, fullEvent()).value();
    const EventId second = store().add(m_incident, eventAtTime(at(9, 0), "Deploy")).value();
    const std::vector<EventId> ids = {second, EventId(999), first};
    const std::vector<EventTexts> texts = store().texts(ids).value();
    ASSERT_EQ(texts.size(), 2U);
    EXPECT_EQ(texts[0].title, "Deploy");
    EXPECT_EQ(texts[0].sourceName, "");
    EXPECT_EQ(texts[1].id, first);
    EXPECT_EQ(texts[1].sourceName, "postmortem.txt");
    EXPECT_EQ(texts[1].line, 17);
    EXPECT_EQ(texts[1].note, "pause here");
    EXPECT_EQ(texts[1].actor, "Anna");
}

TEST_F(EventStoreTest, AnUpdateOfARowThatChangedMeanwhileIsRefused)
{
    Event event = fullEvent();
    event.id = store().add(m_incident, event).value();
    Event mine = event;
    mine.title = "Mine";
    ASSERT_TRUE(store().update(event, mine));
    Event theirs = event;
    theirs.title = "Theirs";
    const Status refused = store().update(event, theirs);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Error::Code::Usage);
    EXPECT_EQ(store().get(event.id).value().title, "Mine");
}

TEST_F(EventStoreTest, ARemovedEventComesBackUnderItsIdWhenThatIsUndone)
{
    Event event = fullEvent();
    event.id = store().add(m_incident, event).value();
    ASSERT_TRUE(store().remove(event.id));
    EXPECT_EQ(store().get(event.id).error().code, Error::Code::NotFound);
    EXPECT_EQ(store().remove(event.id).error().code, Error::Code::NotFound);
    EXPECT_EQ(store().add(m_incident, event).value(), event.id);
    EXPECT_EQ(store().get(event.id).value(), event);
    EXPECT_NE(store().add(m_incident, event).value(), event.id) << "the id is taken now";
}

TEST_F(EventStoreTest, TheSearchFollowsEveryEdit)
{
    Event event = fullEvent();
    event.id = store().add(m_incident, event).value();
    Search search(*m_library);
    EXPECT_EQ(search.events(m_incident, "rollback").value(), std::vector{event.id});
    Event edited = event;
    edited.title = "Failover";
    ASSERT_TRUE(store().update(event, edited));
    EXPECT_TRUE(search.events(m_incident, "rollback").value().empty());
    EXPECT_EQ(search.events(m_incident, "failov").value(), std::vector{event.id});
    ASSERT_TRUE(store().remove(event.id));
    EXPECT_TRUE(search.events(m_incident, "failover").value().empty());
    EXPECT_TRUE(m_library->check().value().isWhole());
}

TEST_F(EventStoreTest, ClaimsFindTheEventsOfTheirLines)
{
    EXPECT_TRUE(store().placesOfClaims(m_incident).value().empty());
    const EventId id = store().add(m_incident, fullEvent()).value();
    ASSERT_TRUE(store().add(m_incident, eventAtTime(at(9, 20), "elsewhere")));
    TrafficClaim claim;
    claim.source = m_source;
    claim.line = 17;
    ASSERT_TRUE(SeriesStore(*m_library).addTrafficClaim(m_incident, claim));
    EXPECT_EQ(store().placesOfClaims(m_incident).value(), (std::vector<EventPlace>{{id, m_source, 17, at(9, 15)}}));
}

std::string planOf(Library &library, const std::string &sql)
{
    SQLite::Statement rows(library.database(), "EXPLAIN QUERY PLAN " + sql);
    std::string plan;
    while (rows.executeStep())
        plan += rows.getColumn(3).getString() + "\n";
    return plan;
}

TEST_F(EventStoreTest, TheIndexIsReadFromTheCoveringIndexWithoutSorting)
{
    const std::string plan = planOf(
        *m_library,
        "SELECT id, at, length, kind, marks FROM event WHERE incident_id = 1 AND at IS NOT NULL ORDER BY at");
    EXPECT_THAT(plan, testing::HasSubstr("USING COVERING INDEX event_by_time"));
    EXPECT_THAT(plan, testing::Not(testing::HasSubstr("TEMP B-TREE")));
    EXPECT_THAT(
        planOf(
            *m_library,
            "SELECT id, at, length, kind, marks FROM event WHERE incident_id = 1 AND at IS NULL ORDER BY id"),
        testing::HasSubstr("USING COVERING INDEX event_by_time (incident_id=? AND at=?)"));
    EXPECT_THAT(
        planOf(*m_library, "SELECT min(at) FROM event INDEXED BY event_outage WHERE incident_id = 1 AND kind = 0"),
        testing::HasSubstr("event_outage"));
    EXPECT_THAT(
        planOf(*m_library, "SELECT count(*) FROM event WHERE incident_id = 1"), testing::HasSubstr("COVERING INDEX"));
}

TEST_F(EventStoreTest, AnEventOfAnIncidentThatIsGoneIsRefused)
{
    EXPECT_EQ(store().add(IncidentId(4711), fullEvent()).error().code, Error::Code::NotFound);
    EXPECT_EQ(m_library->counts().value().events, 0);
}

TEST_F(EventStoreTest, TheEventsOfAnIncidentGoWithItAndNoOthers)
{
    const IncidentId other = IncidentStore(*m_library).add({}).value();
    ASSERT_TRUE(store().add(m_incident, fullEvent()));
    ASSERT_TRUE(store().add(other, eventAtTime(at(9, 0), "kept")));
    ASSERT_TRUE(IncidentStore(*m_library).remove(m_incident));
    EXPECT_EQ(m_library->counts().value().events, 1);
    EXPECT_EQ(store().index(other).value().size(), 1U);
    EXPECT_TRUE(m_library->check().value().isWhole());
}

TEST_F(EventStoreTest, AnEventWhoseIncidentIsMissingIsFoundByTheCheck)
{
    ASSERT_TRUE(store().add(m_incident, fullEvent()));
    m_library->database().exec("UPDATE event SET incident_id = 4711");
    EXPECT_THAT(m_library->check().value().problems.join(u' ').toStdString(), testing::HasSubstr("incident"));
}

TEST_F(EventStoreTest, WhatOneRowHoldsDoesNotComeBackInTheNextOfALoad)
{
    const Event whole = fullEvent();
    Event bare = eventAtTime(at(9, 0), "bare");
    bare.certainty = 0.25;
    EventRowWriter writer(m_library->database(), EventRowWriter::Verb::Insert);
    Event first = whole;
    first.id = EventId();
    first.uuid = QUuid();
    RandomUuids uuids;
    const auto write = [&](SourceId source, const Event &event) {
        return EventId(writer.write(m_incident, source, event, derivedColumns(event, Duration::zero(), uuids)));
    };
    const EventId one = write(m_source, first);
    const EventId two = write(SourceId(), bare);
    const EventId three = write(m_source, first);
    const auto stored = [&](EventId id) {
        Event event = store().get(id).value();
        event.id = EventId();
        event.uuid = QUuid();
        return event;
    };
    bare.uuid = QUuid();
    EXPECT_EQ(stored(two), bare);
    EXPECT_EQ(stored(one), stored(three));
    EXPECT_EQ(stored(one).title, first.title);
    EXPECT_EQ(stored(one).line, first.line);
}

TEST_F(EventStoreTest, ADamagedValueIsToldAndNotGuessed)
{
    const EventId id = store().add(m_incident, fullEvent()).value();
    m_library->database().exec("UPDATE event SET at = 9223372036854775807");
    EXPECT_EQ(store().get(id).error().code, Error::Code::Parse);
    EXPECT_EQ(store().index(m_incident).error().code, Error::Code::Parse);
    m_library->database().exec("UPDATE event SET at = 0, uuid = x'00'");
    EXPECT_EQ(store().all(m_incident).error().code, Error::Code::Parse);
}

} // namespace
} // namespace downtimeline
