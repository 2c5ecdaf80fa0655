// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/exportscope.h"

#include "models/analysis/milestones.h"
#include "models/report/derivedends.h"
#include "models/report/eventscsv.h"
#include "tests/models/report/reportfixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace downtimeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using Which = EventChoice::Which;

Instant at(int hour, int minute)
{
    return *foundingEvent(hour, minute, EventKind::Note, Progress::Unstated, "").at;
}

std::vector<std::string> titles(const WholeIncident &whole, const EventChoice &choice)
{
    const std::vector<bool> chosen = chosenEvents(whole.events, {}, choice);
    std::vector<std::string> list;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (chosen[i])
            list.push_back(whole.events[i].title);
    }
    return list;
}

TEST(EventChoice, ARangeTakesWhatTouchesIt)
{
    const EventChoice choice{.which = Which::Range, .range = {at(10, 12), at(10, 20)}};
    EXPECT_THAT(
        titles(foundingIncident(), choice),
        ElementsAre("Servers stop answering", "Rollback starts", "Rollback is through", "Servers restart"))
        << "the outage lasts into the range, the acknowledgement was before it";
}

TEST(EventChoice, AnEventWithoutATimeTouchesNoRange)
{
    WholeIncident whole = foundingIncident();
    whole.events[0].at.reset();
    EXPECT_EQ(titles(whole, {.which = Which::Range, .range = {at(0, 0), at(23, 0)}}).size(), 7U);
}

TEST(EventChoice, StarsKindsAndWordsHoldTogether)
{
    WholeIncident whole = foundingIncident();
    whole.events[4].starred = true;
    whole.events[7].starred = true;
    EXPECT_THAT(titles(whole, {.which = Which::Starred}), ElementsAre("Rollback starts", "All traffic is back"));
    EXPECT_THAT(
        titles(whole, {.which = Which::Starred, .kinds = {EventKind::Recovery}}), ElementsAre("All traffic is back"));
    EXPECT_THAT(titles(whole, {.words = "THROUGH rollback"}), ElementsAre("Rollback is through"));
    EXPECT_TRUE(titles(whole, {.words = "rollback elsewhere"}).empty());
}

TEST(EventChoice, WordsAreLookedForInEveryTextOfAnEvent)
{
    WholeIncident whole = foundingIncident();
    whole.events[0].actor = "Ada";
    whole.events[1].detail = "Ädere";
    EXPECT_THAT(titles(whole, {.words = "ada"}), ElementsAre("Upgrade starts"));
    EXPECT_THAT(titles(whole, {.words = "äDERE"}), ElementsAre("Servers stop answering"));
}

TEST(ExportScope, ServicesSourcesAndStarsNarrowToo)
{
    WholeIncident whole = foundingIncident();
    whole.events[1].service = "Login API";
    whole.events[1].source = SourceId(7);
    whole.events[4].service = "Login API";
    whole.events[4].starred = true;
    std::vector<Source> sources(1);
    sources[0].id = SourceId(7);
    sources[0].name = "Slack #incidents";
    const auto count = [&](const EventChoice &choice) {
        return std::ranges::count(chosenEvents(whole.events, sources, choice), true);
    };
    EXPECT_EQ(count({.services = {"login"}}), 2);
    EXPECT_EQ(count({.services = {"login"}, .starredOnly = true}), 1);
    EXPECT_EQ(count({.services = {"login"}, .sources = {"other", "slack"}}), 1);
    EXPECT_EQ(count({.isNone = true}), 0);
    EXPECT_FALSE(EventChoice{.isNone = true}.isAll());
    const EventChoice unused{.range = {Instant(), Instant(Duration(1))}};
    EXPECT_TRUE(unused.isAll()) << "a range that is not asked for";
}

TEST(ExportScope, NoMeasureChangesByWhatIsLeftOut)
{
    const WholeIncident whole = foundingIncident();
    const ExportScope few{.events = {.which = Which::Starred}};
    const ScopedIncident scope = scoped(whole, {}, few);
    EXPECT_EQ(scope.leftOut, 8U);
    EXPECT_TRUE(std::ranges::all_of(scope.whole.events, &Event::hidden));
    const ResponseAnalysis before = analyseResponse(indexOf(whole.events));
    const ResponseAnalysis after = analyseResponse(indexOf(scope.whole.events));
    EXPECT_TRUE(after.time(ResponseMeasure::Recover).value());
    EXPECT_EQ(after.time(ResponseMeasure::Recover).value(), before.time(ResponseMeasure::Recover).value());
}

TEST(ExportScope, WhatIsReadBackHasOnlyTheEventsThatGoOut)
{
    WholeIncident whole = foundingIncident();
    whole.events[2].hidden = true;
    const ExportScope some{.events = {.kinds = {EventKind::Alert, EventKind::Recovery}}};
    const WholeIncident out = withoutLeftOut(scoped(whole, {}, some), whole);
    ASSERT_EQ(out.events.size(), 2U);
    EXPECT_TRUE(out.events[0].hidden) << "as the user left it";
    EXPECT_FALSE(out.events[1].hidden);
    EXPECT_EQ(withoutLeftOut(scoped(whole, {}, {}), whole), whole);
}

TEST(ExportScope, ACsvHasTheEndThatALeftOutEventGives)
{
    const ExportScope some{.events = {.words = "rollback starts"}};
    std::ostringstream out;
    writeEventsCsv(out, scoped(foundingIncident(), {}, some));
    EXPECT_THAT(out.str(), HasSubstr("2024-01-16T10:15:00+01:00,2024-01-16T10:20:00+01:00,rollback,Rollback starts"));
    EXPECT_THAT(out.str(), Not(HasSubstr("Rollback is through")));
}

} // namespace
} // namespace downtimeline
