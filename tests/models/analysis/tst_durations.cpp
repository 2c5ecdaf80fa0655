// SPDX-License-Identifier: GPL-3.0-or-later
#include "entries.h"

#include "models/analysis/durations.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

std::optional<DurationFit> fit(StatedDuration stated)
{
    return explainDuration(analyseResponse(foundingIndex()), minute(-15), stated);
}

TEST(ExplainDuration, TheThirtySevenMinutesReachFromTheFirstEventToRecovery)
{
    const auto found = fit({37min, 1min});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->from, std::nullopt);
    EXPECT_EQ(found->to, Milestone::Recovered);
    EXPECT_EQ(found->range, (TimeRange{minute(-15), minute(22)}));
    EXPECT_EQ(found->off, 0us);
    EXPECT_EQ(durationFromName(*found), QStringLiteral("First event"));
    EXPECT_EQ(durationToName(*found), QStringLiteral("Recovered"));
}

TEST(ExplainDuration, TheOutageItselfIsFound)
{
    const auto found = fit({22min, 1min});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->from, Milestone::ImpactStart);
    EXPECT_EQ(found->to, Milestone::Recovered);
    EXPECT_EQ(durationFromName(*found), QStringLiteral("Impact start"));
}

TEST(ExplainDuration, HalfOfTheUnitIsAllowedAndNoMore)
{
    EXPECT_TRUE(fit({22min + 30s, 1min}));
    EXPECT_FALSE(fit({22min + 31s, 1min}));
    EXPECT_FALSE(fit({22min + 30s, 1s}));
    EXPECT_FALSE(fit({2h, 1h})); // 37 minutes are not two hours
    EXPECT_TRUE(fit({1h, 1h}));  // but about one
}

TEST(ExplainDuration, TheNearestFitCountsAndImpactStartToRecoveryAmongEquals)
{
    EXPECT_EQ(fit({20min, 10min})->to, Milestone::Mitigated);
    // 10 minutes: impact start to acknowledged, detected to acknowledged, acknowledged to mitigated.
    EXPECT_EQ(fit({10min, 1min})->from, Milestone::ImpactStart);
}

TEST(ExplainDuration, WhatFitsNothingIsLeftUnexplained)
{
    EXPECT_FALSE(fit({90min, 1min}));
    EXPECT_FALSE(fit({0min, 1min}));
    EXPECT_FALSE(explainDuration({}, {}, {37min, 1min}));
}

} // namespace
} // namespace downtimeline
