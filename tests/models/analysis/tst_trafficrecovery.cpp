// SPDX-License-Identifier: GPL-3.0-or-later
#include "entries.h"

#include "models/analysis/baseline.h"
#include "models/analysis/trafficrecovery.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

constexpr auto nan = std::numeric_limits<double>::quiet_NaN();

/// One sample a minute; the first lies at the minute `first`.
std::vector<Sample> perMinute(int first, std::initializer_list<double> values)
{
    std::vector<Sample> samples;
    for (const double value : values)
        samples.push_back({minute(first++), value});
    return samples;
}

const TimeRange tenMinutes{minute(0), minute(10)};

/// 100 until the outage, 0 for four minutes, then back over 60 and 96 to 100 at the minutes 6, 8 and 10.
std::vector<Sample> outage()
{
    return perMinute(-4, {100, 101, 99, 100, 0, 0, 0, 0, 20, 40, 60, 80, 96, 97, 100, 100, 100});
}

TEST(AnalyseTraffic, TellsHowTrafficCameBack)
{
    const auto recovery = analyseTraffic(outage(), "req/s", tenMinutes);
    ASSERT_TRUE(recovery);
    EXPECT_DOUBLE_EQ(recovery->baseline, 100);
    EXPECT_DOUBLE_EQ(recovery->lowest, 0);
    EXPECT_EQ(recovery->lowestAt, minute(3));
    EXPECT_EQ(recovery->backAt50, minute(6));
    EXPECT_EQ(recovery->backAt95, minute(8));
    EXPECT_EQ(recovery->backAt99, minute(10));
    EXPECT_EQ(recovery->below99, 10min);
}

TEST(AnalyseTraffic, CountsWhatWasLost)
{
    const auto recovery = analyseTraffic(outage(), "req/s", tenMinutes);
    // 4 x 100 + 80 + 60 + 40 + 20 + 4 + 3 per second are missing, a minute each.
    EXPECT_NEAR(recovery->lostFraction, 607.0 / 1000, 1e-12);
    EXPECT_NEAR(recovery->lost.value(), 607 * 60, 1e-6);
    EXPECT_NEAR(analyseTraffic(outage(), "rpm", tenMinutes)->lost.value(), 607, 1e-6);
    EXPECT_NEAR(analyseTraffic(outage(), "requests", tenMinutes)->lost.value(), 607, 1e-6);
    EXPECT_FALSE(analyseTraffic(outage(), "percent", tenMinutes)->lost);
}

TEST(AnalyseTraffic, AShortPeakIsNotBack)
{
    const auto samples = perMinute(-3, {100, 100, 100, 0, 99, 0, 100, 100, 100});
    const auto recovery = analyseTraffic(samples, "", {minute(0), minute(4)});
    EXPECT_EQ(recovery->backAt95, minute(3)); // the lowest is the second dip, so the peak before it is out
    const auto shallow = perMinute(-3, {100, 100, 100, 0, 99, 40, 100, 100, 100});
    EXPECT_EQ(analyseTraffic(shallow, "", {minute(0), minute(4)})->backAt95, minute(3)); // one sample is no hold
}

TEST(AnalyseTraffic, WhatHeldForAMinuteIsBackEvenIfItFallsLater)
{
    const auto samples = perMinute(-3, {100, 100, 100, 0, 99, 99, 99, 40, 100, 100});
    EXPECT_EQ(analyseTraffic(samples, "", {minute(0), minute(4)})->backAt95, minute(1));
}

TEST(AnalyseTraffic, WhatNeverFellOrNeverCameBackHasNoTime)
{
    const auto dip = analyseTraffic(perMinute(-3, {100, 100, 100, 70, 70, 80, 80}), "", {minute(0), minute(2)});
    EXPECT_EQ(dip->backAt50, std::nullopt); // never below
    EXPECT_EQ(dip->backAt95, std::nullopt); // never back
    EXPECT_EQ(dip->below99, 3min);          // as long as it is observed
}

TEST(AnalyseTraffic, AGapCountsForNothing)
{
    auto samples = perMinute(-5, {100, 100, 100, 100, 100, 0, 0});
    samples.push_back({minute(60), 100});
    samples.push_back({minute(61), 100});
    const auto recovery = analyseTraffic(samples, "req/s", {minute(0), minute(60)});
    EXPECT_EQ(recovery->below99, 4min); // one minute, then three of the gap
    EXPECT_DOUBLE_EQ(recovery->lostFraction, 1);
}

TEST(AnalyseTraffic, AnImpactWithoutEndReachesToTheLastSample)
{
    const auto recovery = analyseTraffic(outage(), "", {minute(0), minute(0)});
    EXPECT_EQ(recovery->backAt99, minute(10));
    EXPECT_NEAR(recovery->lostFraction, 607.0 / 1200, 1e-9);
}

TEST(AnalyseTraffic, SaysNothingWithoutABaselineOrSamplesOfTheImpact)
{
    EXPECT_FALSE(analyseTraffic({}, "", tenMinutes));
    EXPECT_FALSE(analyseTraffic(perMinute(-2, {100, 100, 0, 0}), "", tenMinutes));
    EXPECT_FALSE(analyseTraffic(perMinute(-3, {100, 100, 100}), "", tenMinutes));
    EXPECT_FALSE(analyseTraffic(perMinute(-3, {0, 0, 0, 5}), "", tenMinutes));
    EXPECT_FALSE(analyseTraffic(perMinute(-3, {nan, 100, 100, 5}), "", tenMinutes));
}

TEST(AnalyseTraffic, WhatIsNoNumberIsLeftOut)
{
    auto samples = outage();
    samples.insert(samples.begin() + 6, {minute(1) + 30s, nan});
    const auto with = analyseTraffic(samples, "req/s", tenMinutes);
    EXPECT_EQ(with, analyseTraffic(outage(), "req/s", tenMinutes));
}

TEST(AnalyseTraffic, ItsFiguresAlwaysAgreeWithEachOther)
{
    std::mt19937 random(5);
    for (int round = 0; round < 1000; ++round) {
        std::vector<Sample> samples;
        for (int at = -10; at < 40; ++at)
            samples.push_back({minute(at), at < 0 || random() % 3 == 0 ? 100.0 : static_cast<double>(random() % 130)});
        const TimeRange impact{minute(0), minute(1 + static_cast<int>(random() % 39))};
        const auto recovery = analyseTraffic(samples, "req/s", impact);
        ASSERT_TRUE(recovery);
        ASSERT_TRUE(recovery->lostFraction >= 0 && recovery->lostFraction <= 1);
        ASSERT_GE(recovery->lost.value(), 0);
        ASSERT_LE(recovery->below99, 39min);
        const std::array back{recovery->backAt50, recovery->backAt95, recovery->backAt99};
        for (std::size_t i = 0; i < back.size(); ++i) {
            ASSERT_TRUE(!back[i] || *back[i] > *recovery->lowestAt);
            ASSERT_TRUE(i == 0 || !back[i] || !back[i - 1] || *back[i - 1] <= *back[i]);
        }
        auto scaled = samples; // eight times the traffic changes no time and no fraction
        for (Sample &sample : scaled)
            sample.value *= 8;
        const auto eightfold = analyseTraffic(scaled, "req/s", impact);
        ASSERT_EQ(eightfold->backAt99, recovery->backAt99);
        ASSERT_NEAR(eightfold->lostFraction, recovery->lostFraction, 1e-12);
        ASSERT_NEAR(*eightfold->lost, *recovery->lost * 8, 1e-6);
    }
}

TEST(BaselineBefore, IsTheMedianOfTheLastHour)
{
    std::vector<Sample> samples;
    for (int at = -300; at < 0; ++at)
        samples.push_back({minute(at), at < -60 ? 500.0 : 100.0 + at % 3});
    const auto baseline = baselineBefore(samples, minute(0));
    EXPECT_DOUBLE_EQ(baseline->value, 99);
    EXPECT_EQ(baseline->samples, 60U);
    EXPECT_EQ(baseline->range, (TimeRange{minute(-60), minute(0)}));
}

TEST(TrafficRecovery, TheBaselineIsReachedAtTheFirstSampleFromNinetyNinePercentOnThatHasIt)
{
    std::vector<Sample> samples;
    for (int i = -30; i <= 60; ++i)
        samples.push_back({minute(i), i >= 0 && i < 10 ? 0.0 : i >= 10 && i < 15 ? 99.5 : 100.0});
    const auto recovery = analyseTraffic(samples, "req/s", {minute(0), minute(10)});
    ASSERT_TRUE(recovery);
    EXPECT_EQ(recovery->backAt99, minute(10));
    EXPECT_EQ(recovery->backAt100, minute(15));
    for (Sample &sample : samples)
        sample.value = sample.at >= minute(10) ? 99.5 : sample.value;
    EXPECT_FALSE(analyseTraffic(samples, "req/s", {minute(0), minute(10)})->backAt100);
}

TEST(BaselineBefore, LooksFurtherBackWhereTheHourHasTooFew)
{
    const std::vector<Sample> samples{{minute(-300), 10}, {minute(-200), 20}, {minute(-100), 40}, {minute(-5), 60}};
    EXPECT_EQ(baselineBefore(samples, minute(0)), (Baseline{30, 4, {minute(-300), minute(0)}}));
    EXPECT_FALSE(baselineBefore(samples, minute(-100)));
}

TEST(RateUnit, ReadsWhatIsCounted)
{
    using Form = RateUnit::Form;
    EXPECT_EQ(rateUnit("req/s"), (RateUnit{Form::Rate, 1s}));
    EXPECT_EQ(rateUnit("Requests per minute"), (RateUnit{Form::Rate, 1min}));
    EXPECT_EQ(rateUnit("hits / h"), (RateUnit{Form::Rate, 1h}));
    EXPECT_EQ(rateUnit("RPS"), (RateUnit{Form::Rate, 1s}));
    EXPECT_EQ(rateUnit("requests"), (RateUnit{Form::Count, {}}));
    for (const char *unit : {"", "percent", "%", "ms", "MB/s", "req/fortnight"})
        EXPECT_FALSE(rateUnit(unit)) << unit;
}

TEST(PlaceClaims, AClaimStandsAtTheEventOfItsLineOrAtTheImpactStart)
{
    const SourceId source(1);
    const std::vector<TrafficClaim> claims{
        {100, TrafficClaim::Anchor::Event, false, "100% of traffic back online", source, 20},
        {0, TrafficClaim::Anchor::ImpactStart, true, "100% impact", source, 11},
        {50, TrafficClaim::Anchor::Event, false, "half", source, 99},
        {50, TrafficClaim::Anchor::Event, false, "half", SourceId(2), 20},
    };
    const std::vector<ClaimAnchor> anchors{{source, 14, minute(0)}, {source, 20, minute(30)}, {source, 20, minute(22)}};
    EXPECT_EQ(
        placeClaims(claims, anchors, minute(0)),
        (std::vector<StatedTraffic>{
            {minute(0), 0, true, "100% impact", 11}, {minute(22), 100, false, "100% of traffic back online", 20}}));
    EXPECT_EQ(placeClaims(claims, anchors, {}).size(), 1U);
}

} // namespace
} // namespace downtimeline
