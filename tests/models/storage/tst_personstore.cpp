// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "models/storage/incidentstore.h"
#include "models/storage/personstore.h"

#include <SQLiteCpp/Database.h>

namespace downtimeline {
namespace {

class PersonStoreTest : public StorageTest
{
protected:
    void SetUp() override { m_library = opened(); }

    PersonStore store() { return PersonStore(*m_library); }

    static Person person(std::vector<std::string> names, std::string role = {})
    {
        return {.id = {}, .names = std::move(names), .role = std::move(role)};
    }

    static Persons withoutIds(Persons persons)
    {
        for (Person &one : persons)
            one.id = {};
        return persons;
    }

    std::unique_ptr<Library> m_library;
};

TEST_F(PersonStoreTest, TheListComesBackInItsOrder)
{
    EXPECT_EQ(store().list().value(), Persons());
    const Persons list{person({"Zoë", "U1", "\"quoted\""}, "on-call engineer"), person({"Anna"})};
    ASSERT_TRUE(store().replace({}, list));
    const Persons stored = store().list().value();
    EXPECT_EQ(withoutIds(stored), list);
    const Persons turned{stored[1], stored[0]};
    ASSERT_TRUE(store().replace(stored, turned));
    m_library = nullptr;
    m_library = opened();
    EXPECT_EQ(store().list().value(), turned);
}

TEST_F(PersonStoreTest, AListThatChangedMeanwhileIsNotReplaced)
{
    ASSERT_TRUE(store().replace({}, {person({"Anna"})}));
    const Persons before = store().list().value();
    ASSERT_EQ(store().add(Persons{person({"Ben"})}).value(), 1U);
    EXPECT_EQ(store().replace(before, {}).error().code, Error::Code::Usage);
    EXPECT_EQ(store().list().value().size(), 2U);
}

TEST_F(PersonStoreTest, SomebodyKnownIsAddedOnceAndGainsNames)
{
    EXPECT_EQ(store().add(Persons{person({"Anna Smith"}, "SRE"), person({"Ben"})}).value(), 2U);
    EXPECT_EQ(store().add(Persons{person({"anna smith", "U1"}), person({"Ben"})}).value(), 1U);
    EXPECT_EQ(withoutIds(store().list().value()), (Persons{person({"Anna Smith", "U1"}, "SRE"), person({"Ben"})}));
    EXPECT_EQ(store().add({}).value(), 0U);
}

TEST_F(PersonStoreTest, TheOwnPersonsOfAnIncidentGoWithIt)
{
    const IncidentId one = IncidentStore(*m_library).add(incidentCalled("one")).value();
    const IncidentId two = IncidentStore(*m_library).add(incidentCalled("two")).value();
    ASSERT_TRUE(store().addToIncident(one, Persons{person({"Anna", "U1"}, "SRE")}));
    ASSERT_TRUE(store().addToIncident(two, Persons{person({"Ben"})}));
    ASSERT_TRUE(store().addToIncident(one, Persons{person({"anna", "A. S."}), person({"Cy"})}));
    EXPECT_EQ(
        withoutIds(store().ofIncident(one).value()), (Persons{person({"Anna", "U1", "A. S."}, "SRE"), person({"Cy"})}));
    ASSERT_TRUE(IncidentStore(*m_library).remove(one));
    EXPECT_EQ(m_library->database().execAndGet("SELECT count(*) FROM incident_person").getInt(), 1);
    EXPECT_TRUE(m_library->check().value().isWhole());
}

TEST_F(PersonStoreTest, WhoIsHiddenInAnIncidentIsTheListAndItsOwnPersons)
{
    const IncidentId one = IncidentStore(*m_library).add(incidentCalled("one")).value();
    ASSERT_TRUE(store().add(Persons{person({"Anna"}, "DBA")}));
    ASSERT_TRUE(store().addToIncident(one, Persons{person({"Ben"}), person({"Anna", "U1"}, "SRE")}));
    EXPECT_EQ(withoutIds(store().hiddenIn(one).value()), (Persons{person({"Anna", "U1"}, "DBA"), person({"Ben"})}));
}

TEST_F(PersonStoreTest, NamesThatAreNoListAreDamage)
{
    ASSERT_TRUE(store().add(Persons{person({"Anna"})}));
    m_library->database().exec("UPDATE person SET names = 'Anna'");
    EXPECT_EQ(store().list().error().code, Error::Code::Parse);
}

} // namespace
} // namespace downtimeline
