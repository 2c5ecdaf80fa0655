// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/measuredimpact.h"

#include <gtest/gtest.h>

using namespace downtimeline;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const Instant ten{std::chrono::sys_days{std::chrono::year(2024) / 1 / 16} + std::chrono::hours(10)};

/// A series a sample every 10 s from 9:00 to 11:30, at 100 and elsewhere from one instant up to another.
MeasuredSeries series(Measure measure, double away, Instant from, Instant to)
{
    std::vector<Sample> samples;
    for (Instant at = ten - minutes(60); at <= ten + minutes(90); at += seconds(10))
        samples.push_back({at, from <= at && at < to ? away : 100});
    Series described;
    described.measure = measure;
    described.name = "requests";
    return measuredSeries(described, samples);
}

ResponseAnalysis claimed(Instant start, std::optional<Instant> end, bool byUser = false)
{
    ResponseAnalysis analysis;
    analysis.milestones[static_cast<std::size_t>(Milestone::ImpactStart)] =
        MilestonePoint{Milestone::ImpactStart, start, EventId(1), byUser};
    if (end)
        analysis.milestones[static_cast<std::size_t>(Milestone::Recovered)] =
            MilestonePoint{Milestone::Recovered, *end, EventId(2), byUser};
    return analysis;
}

std::vector<Milestone>
off(const ResponseAnalysis &analysis, const std::vector<MeasuredSeries> &series, const EventIndex &events = {})
{
    std::vector<Milestone> ends;
    for (const ImpactDisagreement &each : impactDisagreements(analysis, events, series))
        ends.push_back(each.end);
    return ends;
}

} // namespace

TEST(MeasuredImpact, AClaimThatTheSamplesBearOutIsNoDisagreement)
{
    const std::vector all = {series(Measure::Traffic, 0, ten, ten + minutes(22))};
    EXPECT_TRUE(off(claimed(ten, ten + minutes(22)), all).empty());
    // Ten to the minute may be 10:00:59, and two steps of 10 s are forgiven.
    const std::vector later = {series(Measure::Traffic, 0, ten + seconds(80), ten + minutes(22))};
    EXPECT_TRUE(off(claimed(ten, ten + minutes(22)), later).empty());
    // It may be rounded as well.
    const std::vector earlier = {series(Measure::Traffic, 0, ten - seconds(30), ten + minutes(22) - seconds(40))};
    EXPECT_TRUE(off(claimed(ten, ten + minutes(22)), earlier).empty());
}

TEST(MeasuredImpact, AClaimMoreThanTwoStepsOffIsOneForEachEnd)
{
    const std::vector all = {series(Measure::Traffic, 0, ten + seconds(110), ten + minutes(25))};
    EXPECT_EQ(off(claimed(ten, ten + minutes(25)), all), std::vector{Milestone::ImpactStart});
    EXPECT_EQ(off(claimed(ten, ten + minutes(22)), all), (std::vector{Milestone::ImpactStart, Milestone::Recovered}));
    const auto found = impactDisagreements(claimed(ten, ten + minutes(22)), {}, all);
    EXPECT_EQ(found[0].measuredAt(), ten + seconds(110));
    EXPECT_EQ(found[1].measuredAt(), ten + minutes(25));
    // With its seconds a claim is that second.
    const auto exact = claimed(ten + seconds(85), ten + minutes(25));
    EXPECT_TRUE(off(exact, all).empty());
    EXPECT_EQ(off(claimed(ten + seconds(75), ten + minutes(25)), all), std::vector{Milestone::ImpactStart});
}

TEST(MeasuredImpact, ATimeOfAboutIsForgivenFiveMinutes)
{
    const std::vector all = {series(Measure::Traffic, 0, ten + minutes(4), ten + minutes(22))};
    EventEntry about;
    about.id = EventId(1);
    about.at = ten;
    about.flags = EventEntry::Approximate;
    EXPECT_TRUE(off(claimed(ten, ten + minutes(22)), all, {about}).empty());
    about.flags = 0;
    EXPECT_EQ(off(claimed(ten, ten + minutes(22)), all, {about}), std::vector{Milestone::ImpactStart});
}

TEST(MeasuredImpact, WhatTheUserStatesIsNotJudged)
{
    const std::vector all = {series(Measure::Traffic, 0, ten + minutes(9), ten + minutes(30))};
    EXPECT_TRUE(off(claimed(ten, ten + minutes(22), true), all).empty());
    EXPECT_TRUE(off(ResponseAnalysis(), all).empty());
}

TEST(MeasuredImpact, TrafficIsAskedBeforeErrorsAndTheseBeforeResponseTimes)
{
    const MeasuredSeries response = series(Measure::ResponseTime, 900, ten - minutes(9), ten + minutes(40));
    const MeasuredSeries errors = series(Measure::ErrorRate, 400, ten + minutes(5), ten + minutes(22));
    const MeasuredSeries traffic = series(Measure::Traffic, 0, ten, ten + minutes(22));
    const TimeRange claim{ten, ten + minutes(22)};
    const std::vector all = {response, errors, traffic};
    EXPECT_EQ(measuredImpact(all, claim)->series, &all[2]);
    const std::vector two = {response, errors};
    EXPECT_EQ(measuredImpact(two, claim)->series, &two[1]);
    const std::vector one = {response};
    EXPECT_EQ(measuredImpact(one, claim)->series, &one[0]);
    EXPECT_FALSE(measuredImpact({}, claim));
}

TEST(MeasuredImpact, WhatIsFarFromTheClaimIsAnotherTrouble)
{
    const std::vector all = {series(Measure::Traffic, 0, ten + minutes(70), ten + minutes(80))};
    EXPECT_FALSE(measuredImpact(all, {ten, ten + minutes(10)}));
    EXPECT_TRUE(measuredImpact(all, {ten + minutes(20), ten + minutes(45)}));
}

TEST(MeasuredImpact, SeveralExcursionsWithinTheClaimAreOneImpact)
{
    std::vector<Sample> samples;
    for (Instant at = ten - minutes(60); at <= ten + minutes(60); at += seconds(10)) {
        const bool isAway = (at >= ten && at < ten + minutes(5)) || (at >= ten + minutes(15) && at < ten + minutes(20));
        samples.push_back({at, isAway ? 5.0 : 100.0});
    }
    Series described;
    described.measure = Measure::Traffic;
    const std::vector all = {measuredSeries(described, samples)};
    ASSERT_EQ(all[0].excursions.size(), 2U);
    const auto found = measuredImpact(all, {ten, ten + minutes(22)});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->excursion.start, ten);
    EXPECT_EQ(found->excursion.end, ten + minutes(20));
}

TEST(MeasuredImpact, SamplesThatAreNeverBackContradictARecovery)
{
    const std::vector all = {series(Measure::Traffic, 0, ten, ten + minutes(200))};
    const auto found = impactDisagreements(claimed(ten, ten + minutes(22)), {}, all);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].end, Milestone::Recovered);
    EXPECT_FALSE(found[0].measuredAt());
}

TEST(MeasuredImpact, AnEndInsideAGapAgreesWithTheSamples)
{
    std::vector<Sample> samples;
    for (Instant at = ten - minutes(60); at <= ten + minutes(60); at += seconds(10)) {
        if (at > ten + minutes(15) && at < ten + minutes(30))
            continue;
        samples.push_back({at, at >= ten && at < ten + minutes(25) ? 5.0 : 100.0});
    }
    Series described;
    described.measure = Measure::Traffic;
    const std::vector all = {measuredSeries(described, samples)};
    EXPECT_TRUE(off(claimed(ten, ten + minutes(22)), all).empty());
    EXPECT_EQ(off(claimed(ten, ten + minutes(12)), all), std::vector{Milestone::Recovered});
}
