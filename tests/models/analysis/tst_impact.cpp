// SPDX-License-Identifier: GPL-3.0-or-later
#include "entries.h"

#include "models/analysis/impact.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using Ranges = std::vector<TimeRange>;

TEST(Impact, SeveralOutagesStayApartAndDowntimeIsTheirUnion)
{
    const ResponseAnalysis analysis = analyseResponse(indexOf(
        {{EventKind::Outage, 0},
         {EventKind::Recovery, 10},
         {EventKind::Outage, 30, 0, 10},
         {EventKind::Outage, 35, 0, 15},
         {EventKind::Recovery, 50}}));
    EXPECT_EQ(analysis.impacts, (Ranges{{minute(0), minute(10)}, {minute(30), minute(50)}}));
    EXPECT_EQ(analysis.downtime, 30min);
    EXPECT_EQ(analysis.time(ResponseMeasure::Recover).value(), 50min);
}

TEST(Impact, ARecoveryAfterTheOutagesOwnEndIsTheFullOne)
{
    const Impact impact = impactOf(indexOf({{EventKind::Outage, 0, 0, 20}, {EventKind::Recovery, 25}}), {});
    EXPECT_EQ(impact.recovered->at, minute(25));
    EXPECT_EQ(impact.ranges, (Ranges{{minute(0), minute(20)}}));
}

TEST(Impact, WithoutARecoveryTheOutagesEndIsIt)
{
    const Impact impact = impactOf(indexOf({{EventKind::Outage, 0, 0, 20}, {EventKind::Recovery, 15}}), {});
    EXPECT_EQ(impact.recovered, (MilestonePoint{Milestone::Recovered, minute(20), EventId(1)}));
}

TEST(Impact, WhatTheUserStatesOutweighsEvents)
{
    const Impact impact = impactOf(foundingIndex(), {minute(-2), minute(30), true, true});
    EXPECT_EQ(impact.start, (MilestonePoint{Milestone::ImpactStart, minute(-2), std::nullopt, true}));
    EXPECT_EQ(impact.recovered->at, minute(30));
    EXPECT_EQ(impact.ranges, (Ranges{{minute(-2), minute(30)}}));
    EXPECT_EQ(analyseResponse(foundingIndex(), TimeRange{minute(-2), minute(30)}).downtime, 32min);
}

TEST(Impact, TheUsersEndsKeepTheOutagesBetweenApart)
{
    const auto index =
        indexOf({{EventKind::Outage, 0, 0, 10}, {EventKind::Outage, 30, 0, 10}, {EventKind::Outage, 90, 0, 10}});
    EXPECT_EQ(
        impactOf(index, {minute(2), minute(45), true, true}).ranges,
        (Ranges{{minute(2), minute(10)}, {minute(30), minute(45)}}));
}

TEST(Impact, TheUserMayStateOneEndOnly)
{
    const Impact impact = impactOf(foundingIndex(), {minute(5), {}, true});
    EXPECT_EQ(impact.ranges, (Ranges{{minute(5), minute(22)}}));
    EXPECT_EQ(impact.recovered->event, EventId(8));
    EXPECT_EQ(impactOf({}, {{}, minute(9), false, true}).ranges, (Ranges{{minute(9), minute(9)}}));
}

TEST(Impact, ASourceCountsWhereEventsAreSilent)
{
    EXPECT_EQ(impactOf(foundingIndex(), {minute(-2), minute(30)}).ranges, (Ranges{{minute(0), minute(22)}}));
    const auto notes = indexOf({{EventKind::Note, 3}});
    EXPECT_EQ(impactOf(notes, {minute(-2), minute(30)}).ranges, (Ranges{{minute(-2), minute(30)}}));
    const auto open = indexOf({{EventKind::Outage, 0}});
    EXPECT_EQ(impactOf(open, {{}, minute(30)}).ranges, (Ranges{{minute(0), minute(30)}}));
}

TEST(Impact, WithoutAnOutageItBeginsAtTheFirstAlertButThatDetectsNothing)
{
    const ResponseAnalysis analysis =
        analyseResponse(indexOf({{EventKind::Deploy, -15}, {EventKind::Alert, 1}, {EventKind::Recovery, 22}}));
    EXPECT_EQ(analysis.impacts, (Ranges{{minute(1), minute(22)}}));
    EXPECT_FALSE(analysis.time(ResponseMeasure::Detect).value());
    EXPECT_EQ(analysis.time(ResponseMeasure::Recover).value(), 21min);
    ASSERT_EQ(analysis.phases.size(), 1U) << "nor is there a phase of detecting";
    EXPECT_EQ(analysis.phases.front().range, (TimeRange{minute(1), minute(22)}));
}

TEST(Impact, ARecoveryAloneEndsWhatTheFirstEventBegan)
{
    EXPECT_EQ(
        impactOf(indexOf({{EventKind::Note, 4}, {EventKind::Recovery, 22}}), {}).ranges,
        (Ranges{{minute(4), minute(22)}}));
    EXPECT_EQ(impactOf(indexOf({{EventKind::Note, 4}, {EventKind::Deploy, 22}}), {}), Impact{});
}

TEST(Impact, AnEventThatNamesOnlyItsDayStartsNothing)
{
    const auto index =
        indexOf({{EventKind::Outage, -600, EventEntry::DayOnly}, {EventKind::Outage, 0}, {EventKind::Recovery, 22}});
    EXPECT_EQ(impactOf(index, {}).start->at, minute(0));
}

TEST(Impact, WhatTheUserStatesIsKnownFromWhatASourceStates)
{
    Incident incident;
    incident.startedAt = writtenTimeOf(minute(3), 1h, ZoneOrigin::User); // a source's, whose zone the user answered
    EXPECT_EQ(statedImpact(incident), (StatedImpact{minute(3), {}, false, false}));
    incident.startedAt = timeOfUser(minute(3), 1h);
    incident.endedAt = timeOfUser(minute(40), {});
    EXPECT_EQ(statedImpact(incident), (StatedImpact{minute(3), minute(40), true, true}));
    const auto index = indexOf({{EventKind::Outage, 0}, {EventKind::Recovery, 22}});
    const Impact impact = impactOf(index, statedImpact(incident));
    EXPECT_EQ(impact.ranges, (Ranges{{minute(3), minute(40)}}));
}

TEST(Impact, TheUsersStartAndASourcesEndGoTogether)
{
    Incident incident;
    incident.startedAt = timeOfUser(minute(-2), 1h);
    incident.endedAt = writtenTimeOf(minute(30), 1h, ZoneOrigin::Line);
    const auto open = indexOf({{EventKind::Outage, 0}});
    const Impact impact = impactOf(open, statedImpact(incident));
    EXPECT_EQ(impact.ranges, (Ranges{{minute(-2), minute(30)}}));
    EXPECT_TRUE(impact.start->byUser);
    EXPECT_FALSE(impact.recovered->byUser);
    const auto over = indexOf({{EventKind::Outage, 0}, {EventKind::Recovery, 22}});
    EXPECT_EQ(impactOf(over, statedImpact(incident)).ranges, (Ranges{{minute(-2), minute(22)}}))
        << "events tell the end";
}

TEST(Impact, ADayOrAnHourThatASourceStatesIsNoStart)
{
    Incident incident;
    incident.startedAt = writtenTimeOf(minute(0), 1h, ZoneOrigin::Line);
    incident.startedAt->clock.reset();
    incident.startedAt->precision = Precision::Day;
    EXPECT_EQ(statedImpact(incident), StatedImpact{});
    incident.startedAt = writtenTimeOf(minute(0), 1h, ZoneOrigin::Line);
    incident.startedAt->precision = Precision::Hour;
    EXPECT_EQ(statedImpact(incident), StatedImpact{});
    incident.startedAt->precision = Precision::Approximate;
    EXPECT_EQ(statedImpact(incident).start, minute(0));
}

TEST(Impact, ATrackersIncidentThatBeginsWithItsAlertDetectsNothing)
{
    const auto alerted = indexOf({{EventKind::Alert, 0}, {EventKind::Recovery, 22}});
    EXPECT_FALSE(analyseResponse(alerted, StatedImpact{minute(0), {}}).time(ResponseMeasure::Detect).value());
    EXPECT_TRUE(impactOf(alerted, {minute(0), {}}).startsAtAlert);
    EXPECT_EQ(analyseResponse(alerted, StatedImpact{minute(-5), {}}).time(ResponseMeasure::Detect).value(), 5min);
    EXPECT_EQ(analyseResponse(alerted, StatedImpact{minute(0), {}, true}).time(ResponseMeasure::Detect).value(), 0min);
}

TEST(Impact, WithoutAnEventTheWordsTellWhoStatesIt)
{
    const Impact stated = impactOf({}, {minute(0), minute(22), true, false});
    EXPECT_EQ(milestoneName(*stated.start), QStringLiteral("Impact start, stated by hand"));
    EXPECT_EQ(milestoneName(*stated.recovered), QStringLiteral("Recovered, as a source states it"));
    const Impact told = impactOf(indexOf({{EventKind::Outage, 0}, {EventKind::Recovery, 22}}), {});
    EXPECT_EQ(milestoneName(*told.start), QStringLiteral("Impact start"));
}

} // namespace
} // namespace downtimeline
