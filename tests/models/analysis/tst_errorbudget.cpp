// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/errorbudget.h"

#include <gtest/gtest.h>

#include <cmath>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

TEST(ErrorBudget, ThreeNinesOfThirtyDaysAllow43MinutesAnd12Seconds)
{
    EXPECT_EQ(ErrorBudget{}.allowed(), 43min + 12s);
}

TEST(ErrorBudget, TheFoundingOutageUsesHalfOfIt)
{
    EXPECT_EQ(std::lround(ErrorBudget{}.share(22min) * 100), 51);
    EXPECT_DOUBLE_EQ(ErrorBudget{}.share(0min), 0);
    EXPECT_GT(ErrorBudget{}.share(1h), 1);
}

TEST(ErrorBudget, AnotherObjectiveAndWindowCount)
{
    EXPECT_EQ((ErrorBudget{0.99, std::chrono::days(7)}).allowed(), 100min + 48s);
}

TEST(ErrorBudget, WhereNothingIsAllowedEveryDowntimeIsInfinitelyMuch)
{
    const ErrorBudget none{1.0, std::chrono::days(30)};
    EXPECT_EQ(none.allowed(), 0s);
    EXPECT_TRUE(std::isinf(none.share(1s)));
    EXPECT_DOUBLE_EQ(none.share(0s), 0);
}

TEST(ErrorBudget, AnObjectiveOutOfRangeCountsAsItsNearestEnd)
{
    EXPECT_EQ((ErrorBudget{99.9, std::chrono::days(30)}).allowed(), 0s);
    EXPECT_EQ((ErrorBudget{-1, std::chrono::days(30)}).allowed(), std::chrono::days(30));
}

} // namespace
} // namespace downtimeline
