// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/draft/eventlikeness.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

constexpr Instant start{std::chrono::sys_days(std::chrono::year(2024) / 1 / 16) + 9h};

Event event(Duration after, EventKind kind, std::string title)
{
    Event made;
    made.kind = kind;
    made.title = std::move(title);
    made.time = writtenTimeOf(start + after, 0s, ZoneOrigin::Line);
    made.at = start + after;
    return made;
}

StandingEvent there(Duration after, EventKind kind, std::string title)
{
    return {.at = start + after, .kind = kind, .title = std::move(title)};
}

/// The titles that the events are like; "-" for none.
std::vector<std::string>
likes(std::vector<Event> events, const std::vector<StandingEvent> &standing, Duration shift = {})
{
    ImportBatch batch;
    batch.incidents.push_back({.events = std::move(events)});
    ImportDraft draft = draftOf(std::move(batch));
    draft.clockShift = shift;
    proposeLikenesses(draft, draft.incidents[0], standing);
    std::vector<std::string> titles;
    for (const DraftEvent &choice : draft.incidents[0].choices)
        titles.push_back(choice.like ? choice.like->title : "-");
    return titles;
}

using Titles = std::vector<std::string>;

TEST(EventLikeness, TheSameKindWithinAMinuteIsAlike)
{
    const std::vector<StandingEvent> standing{there(0s, EventKind::Outage, "Outage begins")};
    EXPECT_EQ(likes({event(60s, EventKind::Outage, "It breaks")}, standing), Titles{"Outage begins"});
    EXPECT_EQ(likes({event(-60s, EventKind::Outage, "It breaks")}, standing), Titles{"Outage begins"});
    EXPECT_EQ(likes({event(61s, EventKind::Outage, "It breaks")}, standing), Titles{"-"});
    EXPECT_EQ(likes({event(0s, EventKind::Alert, "It breaks")}, standing), Titles{"-"});
}

TEST(EventLikeness, TheSameWordsWithinADayAreAlike)
{
    const std::vector<StandingEvent> standing{there(0s, EventKind::Outage, "Outage  Begins")};
    EXPECT_EQ(likes({event(3h, EventKind::Note, "outage begins ")}, standing), Titles{"Outage  Begins"});
    EXPECT_EQ(likes({event(25h, EventKind::Note, "outage begins")}, standing), Titles{"-"});
}

TEST(EventLikeness, EachThatStandsIsLikeOneOnly)
{
    const std::vector<StandingEvent> standing{there(0s, EventKind::Note, "Update")};
    EXPECT_EQ(
        likes({event(0s, EventKind::Note, "Update"), event(10min, EventKind::Note, "Update")}, standing),
        (Titles{"Update", "-"}));
}

TEST(EventLikeness, TheNearestIsMet)
{
    const std::vector<StandingEvent> standing{
        there(40s, EventKind::Alert, "late"), there(-5s, EventKind::Alert, "near"),
        there(-50s, EventKind::Alert, "early")};
    EXPECT_EQ(likes({event(0s, EventKind::Alert, "Pager")}, standing), Titles{"near"});
}

TEST(EventLikeness, TheClockShiftCounts)
{
    const std::vector<StandingEvent> standing{there(5min, EventKind::Alert, "Paged")};
    EXPECT_EQ(likes({event(0s, EventKind::Alert, "Pager")}, standing), Titles{"-"});
    EXPECT_EQ(likes({event(0s, EventKind::Alert, "Pager")}, standing, 5min), Titles{"Paged"});
}

TEST(EventLikeness, WhatIsKnownOrHasNoTimeIsLikeNothing)
{
    ImportBatch batch;
    batch.incidents.push_back({.events = {event(0s, EventKind::Alert, "a"), event(0s, EventKind::Alert, "b")}});
    batch.incidents[0].events[1].at.reset();
    ImportDraft draft = draftOf(std::move(batch));
    draft.incidents[0].choices[0].standing = EventStanding::Known;
    draft.incidents[0].choices[1].like = StandingEvent{};
    const std::vector<StandingEvent> standing{there(0s, EventKind::Alert, "a"), there(0s, EventKind::Alert, "b")};
    proposeLikenesses(draft, draft.incidents[0], standing);
    EXPECT_FALSE(draft.incidents[0].choices[0].like);
    EXPECT_FALSE(draft.incidents[0].choices[1].like);
}

} // namespace
} // namespace downtimeline
