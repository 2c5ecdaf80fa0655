// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/sourcestore.h"

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

class IncidentStoreTest : public StorageTest
{
protected:
    void SetUp() override { m_library = opened(); }

    IncidentStore store() { return IncidentStore(*m_library); }
    void addEvent(IncidentId incident, const Event &event) { ASSERT_TRUE(EventStore(*m_library).add(incident, event)); }

    std::vector<std::string> titles(std::string_view query = {})
    {
        std::vector<std::string> all;
        const std::vector<IncidentSummary> found = store().list(query).value();
        for (const IncidentSummary &summary : found)
            all.push_back(summary.title);
        return all;
    }

    static Incident fullIncident()
    {
        Incident incident = incidentCalled("Checkout down");
        incident.uuid = QUuid::createUuid();
        incident.severity = Severity::Sev2;
        incident.status = "resolved";
        incident.service = "checkout";
        incident.summary = "It was down.";
        incident.impact = "All clients";
        incident.rootCause = "A full disk";
        incident.resolution = "Rolled back";
        incident.startedAt = writtenTimeOf(at(9, 0), 1h, ZoneOrigin::Document);
        incident.endedAt = WrittenTime{};
        incident.endedAt->clock = ClockTime{.hour = 10, .minute = 22, .second = std::nullopt, .microsecond = 0};
        incident.endedAt->text = "10:22AM";
        incident.endedAt->zone = "GMT + 1";
        incident.offset = 1h;
        incident.zone = "GMT + 1";
        incident.authors = {"Anna \"A\"", "Ben, the second", ""};
        return incident;
    }

    std::unique_ptr<Library> m_library;
};

TEST_F(IncidentStoreTest, AnIncidentComesBackAsItWas)
{
    Incident incident = fullIncident();
    incident.id = store().add(incident).value();
    EXPECT_EQ(store().get(incident.id).value(), incident);
    Incident bare = incidentCalled("");
    bare.id = store().add(bare).value();
    Incident stored = store().get(bare.id).value();
    EXPECT_FALSE(stored.uuid.isNull());
    stored.uuid = QUuid();
    EXPECT_EQ(stored, bare);
}

TEST_F(IncidentStoreTest, AnUpdateKeepsTheUuidAndRefusesAStaleRow)
{
    Incident before = fullIncident();
    before.id = store().add(before).value();
    Incident after = before;
    after.title = "Payments down";
    after.service = "payments";
    after.severity = std::nullopt;
    after.endedAt = std::nullopt;
    ASSERT_TRUE(store().update(before, after));
    EXPECT_EQ(store().get(before.id).value(), after);
    EXPECT_EQ(store().update(before, after).error().code, Error::Code::Usage);
    EXPECT_EQ(titles("payments"), std::vector<std::string>{"Payments down"});
    EXPECT_TRUE(titles("checkout").empty());
}

TEST_F(IncidentStoreTest, TheListHasTheNewestFirstAndTheUntimedLast)
{
    const IncidentId early = store().add(incidentCalled("early")).value();
    store().add(incidentCalled("untimed")).value();
    const IncidentId late = store().add(incidentCalled("late")).value();
    addEvent(early, eventAtTime(at(8, 0), "a"));
    addEvent(late, eventAtTime(at(9, 0), "b"));
    EXPECT_EQ(titles(), (std::vector<std::string>{"late", "early", "untimed"}));
}

TEST_F(IncidentStoreTest, TheStartIsTheFirstOutageNotTheFirstEvent)
{
    const IncidentId id = store().add(incidentCalled("Outage")).value();
    addEvent(id, eventAtTime(at(8, 45), "Deploy", EventKind::Deploy));
    Event outage = eventAtTime(at(9, 0), "Down", EventKind::Outage);
    outage.length = 22min;
    addEvent(id, outage);
    addEvent(id, eventAtTime(at(9, 10), "Seen", EventKind::Acknowledgement));
    const IncidentSummary summary = store().list().value().front();
    EXPECT_EQ(summary.start, at(9, 0));
    EXPECT_EQ(summary.end, at(9, 22));
    EXPECT_EQ(summary.eventCount, 3);
}

TEST_F(IncidentStoreTest, AStartThatASourceStatesCountsWhereThereIsNoOutage)
{
    Incident incident = incidentCalled("Stated by a source");
    incident.startedAt = writtenTimeOf(at(7, 0), 0h, ZoneOrigin::User); // its words, the user's zone
    const IncidentId id = store().add(incident).value();
    addEvent(id, eventAtTime(at(6, 0), "Deploy", EventKind::Deploy));
    EXPECT_EQ(store().list().value().front().start, at(7, 0));
    addEvent(id, eventAtTime(at(9, 0), "Down", EventKind::Outage));
    EXPECT_EQ(store().list().value().front().start, at(9, 0));
}

TEST_F(IncidentStoreTest, AStartThatTheUserStatesWinsOverTheEvents)
{
    Incident incident = incidentCalled("Stated");
    incident.startedAt = writtenTimeOf(at(7, 0), 0h, ZoneOrigin::User);
    incident.startedAt->text.clear();
    const IncidentId id = store().add(incident).value();
    addEvent(id, eventAtTime(at(9, 0), "Down", EventKind::Outage));
    const IncidentSummary summary = store().list().value().front();
    EXPECT_EQ(summary.start, at(7, 0));
    EXPECT_EQ(summary.end, at(9, 0));
}

TEST_F(IncidentStoreTest, AQueryFindsWordsOfTheIncidentAndOfItsEvents)
{
    const IncidentId disk = store().add(incidentCalled("Disk full")).value();
    store().add(incidentCalled("Network split")).value();
    addEvent(disk, eventAtTime(at(9, 0), "Failover to the standby"));
    EXPECT_EQ(titles("network"), std::vector<std::string>{"Network split"});
    EXPECT_EQ(titles("stand"), std::vector<std::string>{"Disk full"});
    EXPECT_TRUE(titles("nowhere").empty());
    EXPECT_EQ(titles("  ").size(), 2U);
}

TEST_F(IncidentStoreTest, AUuidIsFoundByItsBeginning)
{
    Incident one = incidentCalled("one");
    one.uuid = QUuid::fromString(QStringLiteral("aaaa1111-0000-4000-8000-000000000001"));
    Incident two = incidentCalled("two");
    two.uuid = QUuid::fromString(QStringLiteral("aaaa2222-0000-4000-8000-000000000002"));
    const IncidentId first = store().add(one).value();
    const IncidentId second = store().add(two).value();
    EXPECT_EQ(store().find("aaaa1").value(), first);
    EXPECT_EQ(store().find("AAAA2222-0000").value(), second);
    EXPECT_EQ(store().find("{aaaa2222-0000-4000-8000-000000000002}").value(), second);
    EXPECT_EQ(store().find("aaaa").error().code, Error::Code::Usage);
    EXPECT_EQ(store().find("aaaa3").error().code, Error::Code::NotFound);
    EXPECT_EQ(store().find("aaa").error().code, Error::Code::Usage);
    EXPECT_EQ(store().find("%%%%").error().code, Error::Code::Usage);
    EXPECT_EQ(store().find(std::string(33, 'a')).error().code, Error::Code::Usage);
}

TEST_F(IncidentStoreTest, RemovingAnIncidentLeavesNothingOfIt)
{
    const IncidentId id = store().add(fullIncident()).value();
    addEvent(id, eventAtTime(at(9, 0), "Down"));
    Source source;
    source.incident = id;
    source.name = "secret.txt";
    source.text = "a secret";
    ASSERT_TRUE(SourceStore(*m_library).add(source));
    ASSERT_TRUE(store().remove(id));
    EXPECT_EQ(m_library->counts().value(), LibraryCounts{});
    EXPECT_TRUE(titles("down").empty());
    EXPECT_TRUE(m_library->check().value().isWhole());
    EXPECT_EQ(store().remove(id).error().code, Error::Code::NotFound);
    m_library.reset();
    EXPECT_FALSE(bytesOf(libraryPath()).isEmpty());
}

} // namespace
} // namespace downtimeline
