// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/importwords.h"

#include <gtest/gtest.h>

#include <array>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr Instant ten{std::chrono::sys_days(std::chrono::year(2024) / 1 / 16) + 9h};

Event eventAt(Duration after, ZoneOrigin origin = ZoneOrigin::Header)
{
    Event event;
    event.title = "something";
    event.line = 7;
    event.time = writtenTimeOf(ten + after, 1h, origin);
    event.time.text = "10AM";
    event.at = ten + after;
    return event;
}

ImportDraft draftWith(std::size_t events)
{
    ImportBatch batch;
    ReadIncident &incident = batch.incidents.emplace_back();
    for (std::size_t i = 0; i < events; ++i)
        incident.events.push_back(eventAt(std::chrono::minutes(i)));
    return draftOf(std::move(batch));
}

QString words(const ImportDraft &draft)
{
    const std::array<const ImportDraft *, 1> all{&draft};
    return importWords(all);
}

QString sentence(const ImportDraft &draft, bool wasReadBefore = false)
{
    return readingSentence(u"a list"_s, draft, wasReadBefore);
}

TEST(ImportWords, TheSentenceCountsWhatIsThereAndNothingElse)
{
    EXPECT_EQ(sentence(draftWith(1)), u"Read as a list. 1 event. Nothing is saved until you choose Import."_s);
    ImportDraft draft = draftWith(2);
    draft.incidents[0].read.findings.resize(1);
    draft.incidents[0].read.series.resize(2);
    draft.skipped.resize(3);
    EXPECT_EQ(
        sentence(draft),
        u"Read as a list. 2 events, 2 series, 1 finding, 3 lines not read. Nothing is saved until you choose Import."_s);
}

TEST(ImportWords, WhatIsKnownIsSaidWithWhatIsNew)
{
    ImportDraft draft = draftWith(3);
    draft.incidents[0].choices[0].standing = EventStanding::Known;
    EXPECT_TRUE(sentence(draft, true).contains(u" 1 event known already, 2 new."_s));
    EXPECT_FALSE(sentence(draft, true).contains(u"read before"_s)); // it is said already
    draft.incidents[0].choices[1].standing = EventStanding::Differs;
    draft.incidents[0].choices[2].standing = EventStanding::Known;
    EXPECT_TRUE(sentence(draft, true)
                    .contains(u"3 events known already, nothing new, 1 told otherwise: the library's form is kept."_s));
    EXPECT_TRUE(sentence(draftWith(0), true).contains(u"It was read before."_s));
}

TEST(ImportWords, TheButtonSaysWhatItStores)
{
    ImportDraft draft = draftWith(2);
    EXPECT_EQ(words(draft), u"Import 2 events"_s);
    draft.incidents[0].choices[0].taken = false;
    EXPECT_EQ(words(draft), u"Import 1 event"_s);
    draft.incidents[0].choices[1].taken = false;
    EXPECT_EQ(words(draft), u"Import 0 events"_s);
    draft.incidents[0].choices[1].standing = EventStanding::Known;
    EXPECT_EQ(words(draft), u"Update"_s);
    draft.incidents[0].read.series.resize(1);
    EXPECT_EQ(words(draft), u"Import 1 series"_s);
    EXPECT_EQ(words(draftWith(0)), u"Import"_s); // a text without events
}

TEST(ImportWords, AnObstacleNamesItsLine)
{
    ImportDraft draft = draftWith(2);
    EXPECT_TRUE(obstacle(draft).isEmpty());
    draft.incidents[0].placed[1].at.reset();
    EXPECT_TRUE(obstacle(draft).contains(u"Line 7"_s));
    draft.incidents[0].choices[1].taken = false; // what is left out needs no date
    EXPECT_TRUE(obstacle(draft).isEmpty());
    draft.incidents[0].choices[0].taken = false;
    EXPECT_EQ(obstacle(draft), u"No event is ticked."_s);
    draft.incidents[0].read.series.resize(1);
    EXPECT_TRUE(obstacle(draft).isEmpty());
}

TEST(ImportWords, EachStandingHasItsNote)
{
    const DisplayZone zone(1h, u"GMT+1"_s);
    DraftEvent event;
    EXPECT_TRUE(standingNote(event, zone).isEmpty());
    event.like = StandingEvent{.at = ten, .kind = EventKind::Outage, .title = "Server  outage\nbegins"};
    EXPECT_EQ(standingNote(event, zone), u"like 10:00 Server outage begins"_s);
    event.standing = EventStanding::Known;
    EXPECT_EQ(standingNote(event, zone), u"known already"_s);
    event.standing = EventStanding::Removed;
    EXPECT_EQ(standingNote(event, zone), u"removed earlier"_s);
    event.standing = EventStanding::Differs;
    event.kept = "kept: 10:01 Down, Outage";
    EXPECT_EQ(standingNote(event, zone), u"told otherwise, kept: 10:01 Down, Outage"_s);
}

TEST(ImportWords, TheStoryTellsWhereTheZoneIsFrom)
{
    const auto story = [](ZoneOrigin origin) {
        ImportBatch batch;
        batch.incidents.push_back({.events = {eventAt(0s, origin)}});
        const ImportDraft draft = draftOf(std::move(batch));
        return timeStory(draft, draft.incidents[0], 0);
    };
    EXPECT_EQ(
        story(ZoneOrigin::Line),
        u"“10AM” on line 7, read as 16 January 2024, 10:00 UTC+01:00. The zone stands beside it."_s);
    EXPECT_TRUE(story(ZoneOrigin::Document).endsWith(u"The zone is from elsewhere in the document."_s));
    EXPECT_TRUE(story(ZoneOrigin::Assumed).endsWith(u"The format defines the zone."_s));
    EXPECT_TRUE(story(ZoneOrigin::User).endsWith(u"The zone is your choice."_s));
    EXPECT_TRUE(story(ZoneOrigin::Unstated).endsWith(u"No zone is stated."_s));
}

TEST(ImportWords, TheStoryTellsOfAShiftAndOfAMissingDate)
{
    ImportDraft draft = draftWith(1);
    draft.clockShift = 30s;
    EXPECT_TRUE(timeStory(draft, draft.incidents[0], 0).contains(u"10:00:30"_s));
    EXPECT_TRUE(timeStory(draft, draft.incidents[0], 0).endsWith(u"Clock shifted."_s));
    draft.incidents[0].placed[0].at.reset();
    EXPECT_EQ(timeStory(draft, draft.incidents[0], 0), u"“10AM” on line 7: no date is stated."_s);
}

TEST(ImportWords, OpenQuestionsAreCardsBeforeTheFindings)
{
    ImportDraft draft = draftWith(1);
    draft.incidents[0].read.findings.push_back({.key = "k", .title = "Two dates"});
    draft.incidents[0].read.questions.push_back({.about = Question::About::Zone, .message = "Which?", .line = 3});
    const std::vector<Finding> cards = cardsOf(draft.incidents[0]);
    ASSERT_EQ(cards.size(), 2U);
    EXPECT_EQ(cards[0].title, "No time zone");
    EXPECT_EQ(cards[0].lines, std::vector<int>{3});
    EXPECT_EQ(cards[1].title, "Two dates");
    draft.incidents[0].zone = QTimeZone::utc();
    EXPECT_EQ(cardsOf(draft.incidents[0]).size(), 1U);
}

TEST(ImportWords, WhatIsNoEventIsToldToo)
{
    ImportDraft draft = draftWith(0);
    draft.incidents[0].read.series.push_back({.series = {.name = "p95", .unit = "ms"}, .samples = {{}, {}}});
    draft.incidents[0].read.actions.resize(2);
    EXPECT_EQ(otherWords(draft.incidents[0]), (QStringList{u"p95 · ms · 2 samples"_s, u"2 actions"_s}));
}

TEST(ImportWords, TimesAreShownInTheStatedZoneOrTheChosenOne)
{
    ImportDraft draft = draftWith(1);
    draft.incidents[0].read.incident.offset = 1h;
    draft.incidents[0].read.incident.zone = "GMT + 1";
    EXPECT_EQ(zoneOf(draft.incidents[0]).label(), u"GMT+1"_s);
    draft.incidents[0].zone = QTimeZone("Europe/Berlin");
    EXPECT_EQ(zoneOf(draft.incidents[0]).label(), u"Europe/Berlin"_s);
}

} // namespace
} // namespace downtimeline
