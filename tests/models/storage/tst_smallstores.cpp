// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "models/storage/actionstore.h"
#include "models/storage/eventstore.h"
#include "models/storage/findingstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/search.h"
#include "models/storage/sourcestore.h"

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

class SmallStoresTest : public StorageTest
{
protected:
    void SetUp() override
    {
        m_library = opened();
        m_incident = IncidentStore(*m_library).add(incidentCalled("Outage")).value();
    }

    Source source(std::string name, std::string hash) const
    {
        Source made;
        made.incident = m_incident;
        made.name = std::move(name);
        made.format = "postmortem";
        made.sha256 = std::move(hash);
        made.size = 8;
        return made;
    }

    std::unique_ptr<Library> m_library;
    IncidentId m_incident;
};

TEST_F(SmallStoresTest, ASourceComesBackWithItsText)
{
    SourceStore store(*m_library);
    Source kept = source("a.txt", std::string(64, 'a'));
    kept.text = std::string("text\0 nul", 9);
    kept.clockShift = -5s;
    kept.illustrative = true;
    kept.id = store.add(kept).value();
    EXPECT_EQ(store.get(kept.id).value(), kept);
    Source listed = kept;
    listed.text = std::nullopt;
    EXPECT_EQ(store.list(m_incident).value(), std::vector{listed});
    EXPECT_EQ(store.find("a.txt", "").value(), std::vector{listed});
    EXPECT_EQ(store.find("other", std::string(64, 'a')).value(), std::vector{listed});
    EXPECT_TRUE(store.find("a.txt", std::string(64, 'b')).value().empty());
    EXPECT_EQ(store.get(SourceId(99)).error().code, Error::Code::NotFound);
}

TEST_F(SmallStoresTest, ATextIsKeptUntilItsLastSourceGoes)
{
    SourceStore store(*m_library);
    Source kept = source("a.txt", std::string(64, 'a'));
    kept.text = "the text";
    const SourceId first = store.add(kept).value();
    const SourceId second = store.add(kept).value();
    Event event = eventAtTime(at(9, 0), "from the first");
    event.source = first;
    const EventId id = EventStore(*m_library).add(m_incident, event).value();
    ASSERT_TRUE(store.remove(first));
    EXPECT_EQ(EventStore(*m_library).get(id).error().code, Error::Code::NotFound);
    EXPECT_TRUE(Search(*m_library).search("first").value().empty());
    EXPECT_EQ(store.get(second).value().text, "the text");
    ASSERT_TRUE(store.remove(second));
    EXPECT_TRUE(m_library->check().value().isWhole());
    EXPECT_EQ(store.remove(second).error().code, Error::Code::NotFound);
}

TEST_F(SmallStoresTest, AFindingKeepsItsDecisionWhenItIsFoundAgain)
{
    FindingStore store(*m_library);
    Finding finding;
    finding.rule = "two-dates";
    finding.key = "two-dates|2024-01-16|2020-09-05";
    finding.title = "Two dates for one outage";
    finding.message = "16 January 2024 on line 7";
    finding.lines = {7, 11, 24};
    finding.id = store.put(m_incident, finding).value();
    EXPECT_EQ(store.list(m_incident).value(), std::vector{finding});
    ASSERT_TRUE(store.decide(m_incident, finding.key, Finding::Decision::Dismissed));
    finding.message = "told better";
    EXPECT_EQ(store.put(m_incident, finding).value(), finding.id);
    finding.decision = Finding::Decision::Dismissed;
    EXPECT_EQ(store.list(m_incident).value(), std::vector{finding});
    EXPECT_EQ(store.decide(m_incident, "no such", Finding::Decision::Open).error().code, Error::Code::NotFound);
    ASSERT_TRUE(store.remove(finding.id));
    EXPECT_TRUE(store.list(m_incident).value().empty());
}

TEST_F(SmallStoresTest, AnExplainedDurationIsKeptOnce)
{
    FindingStore store(*m_library);
    const Explained explained{
        .text = "37 th minute", .from = "first event", .to = "recovery", .source = {}, .line = 11};
    ASSERT_TRUE(store.putExplained(m_incident, explained));
    ASSERT_TRUE(store.putExplained(m_incident, explained));
    EXPECT_EQ(store.explained(m_incident).value(), std::vector{explained});
}

TEST_F(SmallStoresTest, AnActionIsEditedAndItsRemovalUndone)
{
    ActionStore store(*m_library);
    Action action;
    action.uuid = QUuid::createUuid();
    action.text = "Alert on disk space";
    action.line = 28;
    action.id = store.add(m_incident, action).value();
    EXPECT_EQ(store.list(m_incident).value(), std::vector{action});
    Action done = action;
    done.state = Action::State::Done;
    done.owner = "Ben";
    done.due = "2024-02-01";
    ASSERT_TRUE(store.update(action, done));
    EXPECT_EQ(store.update(action, done).error().code, Error::Code::Usage);
    EXPECT_EQ(store.list(m_incident).value(), std::vector{done});
    ASSERT_TRUE(store.remove(action.id));
    EXPECT_EQ(store.add(m_incident, done).value(), action.id);
    EXPECT_EQ(store.list(m_incident).value(), std::vector{done});
}

} // namespace
} // namespace downtimeline
