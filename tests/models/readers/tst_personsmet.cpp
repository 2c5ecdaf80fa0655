// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/draft/personsmet.h"

#include "models/readers/draft/importdraft.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

Person person(std::vector<std::string> names, std::string role = {})
{
    return {.id = {}, .names = std::move(names), .role = std::move(role)};
}

Event eventBy(std::string actor, EventKind kind = EventKind::Note)
{
    Event event;
    event.actor = std::move(actor);
    event.kind = kind;
    event.title = "something";
    return event;
}

Action actionOf(std::string owner)
{
    Action action;
    action.owner = std::move(owner);
    return action;
}

TEST(PersonsMet, NamesAreToldFromTeamsBotsAndSentences)
{
    for (const char *name :
         {"Anna Smith", "anna.smith", "@anna", "anna.smith@example.com", "octocat", "Jörg von Müller", "Kim",
          "田中 太郎", "J. Smith", "O'Brien", "Anna Talbot", "Anna Smith <anna@example.com>"})
        EXPECT_TRUE(isLikelyPerson(name)) << name;
    for (const char *name :
         {"",
          "SRE team",
          "On-call",
          "Monitoring",
          "PagerDuty",
          "github-actions[bot]",
          "deploybot",
          "root",
          "123",
          "A",
          "the database",
          "we rolled back",
          "Platform Engineering",
          "Support",
          "N/A",
          "TBD",
          "monitoring2",
          "Anna and Ben and Cy and Di Li",
          "ci",
          "Netops",
          "{{ user }}"})
        EXPECT_FALSE(isLikelyPerson(name)) << name;
}

TEST(PersonsMet, WhoAuthorsActsAndOwnsIsMetOnceWithARoleWhereOneIsTold)
{
    WholeIncident whole;
    whole.incident.authors = {"Anna Smith, Ben Lee and SRE", "Cy Doe <cy@example.com>"};
    whole.events = {
        eventBy("Ben Lee", EventKind::Acknowledgement), eventBy("octocat", EventKind::Deploy),   eventBy("octocat"),
        eventBy("Datadog", EventKind::Alert),           eventBy("di", EventKind::Communication), eventBy("")};
    whole.actions = {actionOf("ANNA SMITH"), actionOf("Ed Fox"), actionOf("Monitoring")};
    EXPECT_EQ(
        personsMet(whole), (Persons{
                               person({"Anna Smith"}, "author"), person({"Ben Lee"}, "on-call engineer"),
                               person({"Cy Doe", "cy@example.com"}, "author"), person({"octocat"}, "release engineer"),
                               person({"di"}), person({"Ed Fox"})}));
}

TEST(PersonsMet, WhomTheSourceListsComesFirstWithAllNames)
{
    WholeIncident whole;
    whole.events = {eventBy("Kim Doe", EventKind::Acknowledgement)};
    whole.persons = {person({"Kim Doe", "@kim", "U1"}, "Database lead")};
    EXPECT_EQ(personsMet(whole), (Persons{person({"Kim Doe", "@kim", "U1"}, "Database lead")}));
}

TEST(PersonsMet, OfAFileThatNamesHalfTheWorldSomeAreMet)
{
    PersonsMet met;
    for (int i = 0; i < 5000; ++i)
        met.take(eventBy("p" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i)));
    EXPECT_EQ(met.persons().size(), PersonsMet::most);
}

class DraftPersons : public testing::Test
{
protected:
    DraftPersons()
    {
        ImportBatch batch;
        WholeIncident &whole = batch.incidents.emplace_back();
        whole.isStated = true;
        whole.events = {eventBy("Ben Lee")};
        whole.persons = {person({"Kim Doe", "U1"}), person({"Lee Poe", "U2"})};
        draft = draftOf(std::move(batch));
    }

    ImportDraft draft;
};

TEST_F(DraftPersons, AllWhoWereMetAreProposed)
{
    ASSERT_EQ(draft.persons.size(), 3U);
    EXPECT_EQ(
        takenPersons(draft), (Persons{person({"Kim Doe", "U1"}), person({"Lee Poe", "U2"}), person({"Ben Lee"})}));
}

TEST_F(DraftPersons, WhoIsOnTheListIsNotProposedUnlessANameIsNew)
{
    leaveOutKnown(draft, {person({"ben lee", "Ben"}), person({"Kim Doe"})});
    EXPECT_EQ(takenPersons(draft), (Persons{person({"Kim Doe", "U1"}), person({"Lee Poe", "U2"})}));
}

TEST_F(DraftPersons, WhoIsLeftOutIsNotStoredWithTheIncidentEither)
{
    draft.persons[0].isTaken = false;
    EXPECT_EQ(takenPersons(draft).size(), 2U);
    EXPECT_EQ(placedBatch(draft).incidents[0].persons, (Persons{person({"Lee Poe", "U2"})}));
}

} // namespace
} // namespace downtimeline
