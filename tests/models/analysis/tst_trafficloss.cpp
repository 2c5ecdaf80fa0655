// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/trafficloss.h"

#include "models/analysis/trafficrecovery.h"

#include <gtest/gtest.h>

#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant noon = sys_days{2024y / 1 / 16} + 12h;
constexpr UsualTraffic usual{100, 10s};

/// A sample every ten seconds from noon on.
std::vector<Sample> samples(const std::vector<double> &values)
{
    std::vector<Sample> made;
    for (const double value : values)
        made.push_back({noon + 10s * static_cast<int>(made.size()), value});
    return made;
}

TEST(TrafficLoss, IsTheAreaBelowTheBaseline)
{
    const TrafficLoss loss = trafficLoss(samples({100, 0, 50, 100, 100}), "req/s", usual, {noon, noon + 40s});
    EXPECT_DOUBLE_EQ(*loss.requests, 1000 + 500);
    EXPECT_DOUBLE_EQ(loss.fraction, 1500.0 / 4000);
    EXPECT_EQ(loss.measured, Duration(40s));
}

TEST(TrafficLoss, OnlyWhatLiesInTheRangeCountsEvenWithinOneSample)
{
    const TrafficLoss loss = trafficLoss(samples({100, 0, 0, 100}), "req/s", usual, {noon + 12s, noon + 15s});
    EXPECT_DOUBLE_EQ(*loss.requests, 300);
    EXPECT_DOUBLE_EQ(loss.fraction, 1);
    EXPECT_EQ(loss.measured, Duration(3s));
}

TEST(TrafficLoss, WhatLiesAboveTheBaselineMakesUpForNothing)
{
    EXPECT_DOUBLE_EQ(*trafficLoss(samples({0, 1000, 1000}), "req/s", usual, {noon, noon + 20s}).requests, 1000);
}

TEST(TrafficLoss, AGapCountsForNothing)
{
    const std::vector<Sample> broken{{noon, 0}, {noon + 10min, 0}, {noon + 10min + 10s, 0}};
    const TrafficLoss loss = trafficLoss(broken, "req/s", usual, {noon, noon + 10min});
    EXPECT_EQ(loss.measured, Duration(30s)) << "three usual steps";
    EXPECT_DOUBLE_EQ(*loss.requests, 3000);
}

TEST(TrafficLoss, UnitsSayWhatIsCounted)
{
    const std::vector<Sample> down = samples({0, 0, 0});
    const TimeRange range{noon, noon + 20s};
    EXPECT_DOUBLE_EQ(*trafficLoss(down, "req/min", usual, range).requests, 2000.0 / 60);
    EXPECT_DOUBLE_EQ(*trafficLoss(down, "requests", usual, range).requests, 200) << "two samples lie in it";
    EXPECT_FALSE(trafficLoss(down, "%", usual, range).requests);
    EXPECT_DOUBLE_EQ(trafficLoss(down, "%", usual, range).fraction, 1);
}

TEST(TrafficLoss, WhereNothingIsMeasuredNothingIsLost)
{
    const TrafficLoss loss = trafficLoss({}, "req/s", usual, {noon, noon + 20s});
    EXPECT_EQ(loss.measured, Duration(0));
    EXPECT_DOUBLE_EQ(loss.fraction, 0);
}

TEST(TrafficLoss, OverTheImpactItIsWhatTheRecoveryTells)
{
    std::mt19937 random(5);
    std::uniform_real_distribution<double> value(0, 140);
    for (int round = 0; round < 20; ++round) {
        std::vector<double> values(400);
        for (double &each : values)
            each = value(random);
        const std::vector<Sample> all = samples(values);
        const TimeRange impact{noon + 1000s, noon + 3000s};
        const auto recovery = analyseTraffic(all, "req/s", impact);
        ASSERT_TRUE(recovery);
        const TrafficLoss loss = trafficLoss(all, "req/s", {recovery->baseline, 10s}, impact);
        EXPECT_DOUBLE_EQ(*loss.requests, *recovery->lost);
        EXPECT_DOUBLE_EQ(loss.fraction, recovery->lostFraction);
    }
}

TEST(TrafficLoss, TwoHalvesAddUpToTheWhole)
{
    const std::vector<Sample> all = samples({100, 20, 30, 0, 60, 90, 100});
    const auto lost = [&](Duration from, Duration to) {
        return *trafficLoss(all, "req/s", usual, {noon + from, noon + to}).requests;
    };
    EXPECT_NEAR(lost(0s, 23s) + lost(23s, 60s), lost(0s, 60s), 1e-9);
}

} // namespace
} // namespace downtimeline
