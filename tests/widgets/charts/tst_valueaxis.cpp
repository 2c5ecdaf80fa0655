// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/valueaxis.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

using namespace downtimeline;

TEST(ValueAxis, ResponseTimesGetRoundLabels)
{
    const ValueAxis axis = valueAxis(100, 2900, "ms", 3);
    EXPECT_EQ(axis.ticks, (std::vector<double>{0, 1000, 2000, 3000}));
    EXPECT_EQ(valueText(axis.ticks.back(), axis.decimals, axis.unit), QStringLiteral("3000 ms"));
    EXPECT_GT(axis.highest, 3000);
}

TEST(ValueAxis, PercentFollowsItsNumberWithoutASpace)
{
    EXPECT_EQ(unitSuffix("percent"), QStringLiteral("%"));
    EXPECT_EQ(unitSuffix("%"), QStringLiteral("%"));
    EXPECT_EQ(unitSuffix("req/s"), QStringLiteral(" req/s"));
    EXPECT_EQ(unitSuffix(""), QString());
}

TEST(ValueAxis, AHostileUnitIsCut)
{
    EXPECT_LE(unitSuffix(std::string(5000, 'x')).size(), 17);
}

TEST(ValueAxis, EveryAxisHoldsItsValues)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> exponent(-9, 12);
    std::uniform_real_distribution<double> sign(-1, 1);
    for (int round = 0; round < 2000; ++round) {
        const double one = sign(random) * std::pow(10, exponent(random));
        const double other = sign(random) * std::pow(10, exponent(random));
        const ValueAxis axis = valueAxis(one, other, "");
        ASSERT_LE(axis.lowest, std::min(one, other));
        ASSERT_GE(axis.highest, std::max(one, other));
        ASSERT_GE(axis.ticks.size(), 2u);
        ASSERT_LE(axis.ticks.size(), 7u);
    }
}

TEST(ValueAxis, DegenerateRangesStillHaveALength)
{
    for (const double value : {0.0, 5.0, -5.0, 1e300, -1e300, 1e-300, 1e308}) {
        const ValueAxis axis = valueAxis(value, value, "ms");
        EXPECT_LT(axis.lowest, axis.highest) << value;
        EXPECT_TRUE(std::isfinite(axis.highest)) << value;
        EXPECT_LE(axis.ticks.size(), 7u) << value;
    }
    EXPECT_TRUE(std::isfinite(valueAxis(-1e308, 1e308, "").highest));
}

TEST(ValueAxis, ValuesReadCalmly)
{
    EXPECT_EQ(valueText(-0.001, 0, {}), QStringLiteral("0"));
    EXPECT_EQ(valueText(-5, 0, {}), QStringLiteral("\u22125"));
    EXPECT_EQ(valueText(12345, 0, QStringLiteral(" ms")), QStringLiteral("12\u202F345 ms"));
    EXPECT_EQ(valueText(-123456, 0, {}), QStringLiteral("\u2212123\u202F456"));
    EXPECT_EQ(valueText(1234567.5, 1, {}), QStringLiteral("1\u202F234\u202F567.5"));
    EXPECT_EQ(valueText(2e12, 0, {}), QStringLiteral("2e+12"));
}

TEST(ValueAxis, SmallStepsShowTheirDecimals)
{
    const ValueAxis axis = valueAxis(99.1, 99.9, "%");
    EXPECT_EQ(valueText(axis.ticks.front(), axis.decimals, axis.unit), QStringLiteral("99.0%"));
    EXPECT_EQ(preciseValueText(99.123, axis), QStringLiteral("99.12%"));
}
