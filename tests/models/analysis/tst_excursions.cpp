// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/excursions.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

using namespace downtimeline;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const Instant noon{std::chrono::sys_days{std::chrono::year(2024) / 1 / 16} + std::chrono::hours(12)};

/// A sample a step from noon on, of a level with a little noise.
std::vector<Sample> calm(std::size_t count, Duration step, double level, double noise = 0.02)
{
    std::mt19937 random(7);
    std::normal_distribution<double> spread(0, level * noise);
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < count; ++i)
        samples.push_back({noon + step * static_cast<std::int64_t>(i), level + spread(random)});
    return samples;
}

void set(std::vector<Sample> &samples, std::size_t from, std::size_t to, double value)
{
    for (std::size_t i = from; i < to; ++i)
        samples[i].value = value;
}

} // namespace

TEST(Excursions, ADropOfTrafficBeginsAtItsFirstLowSampleAndEndsAtTheFirstThatIsBack)
{
    std::vector<Sample> samples = calm(180, seconds(10), 1000);
    set(samples, 60, 120, 20);
    const std::vector<Excursion> found = excursionsOf(samples, Leaving::Falls);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].start, samples[60].at);
    EXPECT_EQ(found[0].usualUntil, samples[59].at);
    EXPECT_EQ(found[0].end, samples[120].at);
    EXPECT_EQ(found[0].awayUntil, samples[119].at);
    EXPECT_NEAR(found[0].usual, 1000, 10);
    EXPECT_EQ(found[0].peak, 20);
    EXPECT_GT(found[0].strength(), 5);
    EXPECT_TRUE(excursionsOf(samples, Leaving::Rises).empty());
    EXPECT_EQ(excursionsOf(samples, Leaving::Both), found);
}

TEST(Excursions, ARiseOfResponseTimesIsFoundAndItsWayBackIsNot)
{
    std::vector<Sample> samples = calm(240, minutes(1), 200);
    set(samples, 100, 130, 900);
    set(samples, 130, 160, 150);
    const std::vector<Excursion> found = excursionsOf(samples, Leaving::Rises);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].start, samples[100].at);
    EXPECT_EQ(found[0].end, samples[130].at);
}

TEST(Excursions, ErrorRatesThatAreZeroElseRiseFromNothing)
{
    std::vector<Sample> samples(120);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = {noon + minutes(i), 0};
    set(samples, 50, 60, 4);
    const std::vector<Excursion> found = excursionsOf(samples, Leaving::Rises);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].start, samples[50].at);
    EXPECT_EQ(found[0].end, samples[60].at);
}

TEST(Excursions, WhatDoesNotLastIsNone)
{
    std::vector<Sample> samples = calm(240, minutes(1), 200);
    for (const std::size_t at : {60U, 90U, 91U, 150U})
        samples[at].value = 5000;
    EXPECT_TRUE(excursionsOf(samples, Leaving::Rises).empty());
    set(samples, 90, 93, 5000);
    EXPECT_EQ(excursionsOf(samples, Leaving::Rises).size(), 1U);
}

TEST(Excursions, AFineSeriesHasToBeAwayForAMinute)
{
    std::vector<Sample> samples = calm(1200, seconds(1), 200);
    set(samples, 300, 340, 900); // 40 s
    EXPECT_TRUE(excursionsOf(samples, Leaving::Rises).empty());
    set(samples, 300, 420, 900);
    set(samples, 350, 355, 200); // within it five seconds as usual: not the end
    const std::vector<Excursion> found = excursionsOf(samples, Leaving::Rises);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].start, samples[300].at);
    EXPECT_EQ(found[0].end, samples[420].at);
}

TEST(Excursions, AnEndInAGapLiesBetweenTheLastSampleAwayAndTheFirstBack)
{
    std::vector<Sample> samples = calm(180, seconds(10), 1000);
    set(samples, 60, 120, 0);
    samples.erase(samples.begin() + 90, samples.begin() + 130);
    const std::vector<Excursion> found = excursionsOf(samples, Leaving::Falls);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].awayUntil, noon + seconds(890));
    EXPECT_EQ(found[0].end, noon + seconds(1300));
}

TEST(Excursions, SamplesOnBothSidesOfAGapDoNotMakeOneTogether)
{
    std::vector<Sample> samples = calm(180, minutes(1), 200);
    set(samples, 80, 82, 900);
    set(samples, 100, 102, 900);
    samples.erase(samples.begin() + 82, samples.begin() + 100);
    EXPECT_TRUE(excursionsOf(samples, Leaving::Rises).empty());
}

TEST(Excursions, OneThatIsNotBackHasNoEnd)
{
    std::vector<Sample> samples = calm(180, seconds(10), 1000);
    set(samples, 120, 180, 100);
    const std::vector<Excursion> found = excursionsOf(samples, Leaving::Falls);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_FALSE(found[0].end);
    EXPECT_FALSE(found[0].awayUntil);
}

TEST(Excursions, ANewLevelBecomesTheUsualAfterADay)
{
    std::vector<Sample> samples = calm(400, minutes(30), 200); // 48 a day, so 64 samples are what usual is taken from
    set(samples, 100, 400, 500);
    set(samples, 300, 310, 3000);
    const std::vector<Excursion> found = excursionsOf(samples, Leaving::Rises);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_FALSE(found[0].end);
    EXPECT_EQ(found[1].start, samples[300].at);
    EXPECT_EQ(found[1].end, samples[310].at);
    EXPECT_EQ(found[1].usual, 500);
}

TEST(Excursions, WhatTheDayBeforeKnewIsUsual)
{
    std::vector<Sample> samples = calm(2880, minutes(1), 200);
    for (std::size_t hour = 0; hour < 48; ++hour)
        set(samples, hour * 60, hour * 60 + 5, 600); // a job at every full hour
    std::size_t afterTheFirstHours = 0;
    for (const Excursion &each : excursionsOf(samples, Leaving::Rises))
        afterTheFirstHours += each.start > noon + std::chrono::hours(4) ? 1 : 0;
    EXPECT_EQ(afterTheFirstHours, 0U);
}

TEST(Excursions, TooFewSamplesAndThoseThatAreNoNumberSayNothing)
{
    EXPECT_TRUE(excursionsOf({}, Leaving::Both).empty());
    EXPECT_TRUE(excursionsOf(calm(7, minutes(1), 10), Leaving::Both).empty());
    std::vector<Sample> samples = calm(180, seconds(10), 1000);
    set(samples, 60, 120, 20);
    const std::vector<Excursion> without = excursionsOf(samples, Leaving::Falls);
    samples.insert(samples.begin() + 70, {samples[70].at - seconds(5), std::numeric_limits<double>::quiet_NaN()});
    EXPECT_EQ(excursionsOf(samples, Leaving::Falls), without);
    std::vector<Sample> sameInstant(50, Sample{noon, 1});
    EXPECT_TRUE(excursionsOf(sameInstant, Leaving::Both).empty());
}

TEST(Excursions, RandomSeriesGiveExcursionsInOrderAndApart)
{
    std::mt19937 random(20240116);
    for (int round = 0; round < 200; ++round) {
        std::vector<Sample> samples;
        Instant at = noon;
        double level = 100;
        const int count = 20 + static_cast<int>(random() % 600);
        for (int i = 0; i < count; ++i) {
            at += random() % 40 == 0 ? Duration(minutes(9)) : Duration(seconds(20));
            if (random() % 30 == 0)
                level = static_cast<double>(random() % 400);
            samples.push_back({at, level + static_cast<double>(random() % 9)});
        }
        const std::vector<Excursion> found = excursionsOf(samples, Leaving::Both);
        for (std::size_t i = 0; i < found.size(); ++i) {
            EXPECT_LE(found[i].usualUntil, found[i].start);
            if (!found[i].end)
                continue;
            EXPECT_LT(found[i].start, *found[i].end);
            EXPECT_LT(*found[i].awayUntil, *found[i].end);
            if (i + 1 < found.size()) {
                EXPECT_LE(*found[i].end, found[i + 1].start);
            }
        }
    }
}
