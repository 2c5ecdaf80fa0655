// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/charts/chartsamples.h"
#include "widgets/charts/longcurve.h"
#include "widgets/charts/samplecurve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace downtimeline;
using sample::at;

namespace {

/// A random walk a sample a second with needles, and gaps where wanted.
std::vector<Sample> randomSamples(unsigned seed, int count, bool hasGaps)
{
    std::mt19937 random(seed);
    std::vector<Sample> samples;
    double second = 0;
    double value = 100;
    for (int i = 0; i < count; ++i) {
        value += static_cast<double>(random() % 21) - 10;
        const double needle = random() % 500 == 0 ? static_cast<double>(random() % 4000) - 2000 : 0;
        samples.push_back({at(second), value + needle});
        second += hasGaps && random() % 3000 == 0 ? 400 : 1;
    }
    return samples;
}

/// As a library groups them: 64 each, never over a gap.
std::vector<SampleGroup> groupsOf(const std::vector<Sample> &samples)
{
    std::vector<SampleGroup> groups;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const Sample &each = samples[i];
        const bool isGap = i > 0 && each.at - samples[i - 1].at > std::chrono::seconds(3);
        if (groups.empty() || isGap || groups.back().count == 64)
            groups.push_back({each.at, each.at, each.value, each.value, each.value, each.value, 0});
        SampleGroup &group = groups.back();
        group.lastAt = each.at;
        group.last = each.value;
        group.minimum = std::min(group.minimum, each.value);
        group.maximum = std::max(group.maximum, each.value);
        ++group.count;
    }
    return groups;
}

std::vector<Sample> within(const std::vector<Sample> &samples, TimeRange range)
{
    std::vector<Sample> found;
    std::ranges::copy_if(
        samples, std::back_inserter(found), [=](const Sample &each) { return range.contains(each.at); });
    return found;
}

CurveSource longOf(const std::vector<Sample> &samples, int *reads = nullptr)
{
    return longCurve({.groups = groupsOf(samples), .samples = [samples, reads](TimeRange range) {
                          if (reads)
                              ++*reads;
                          return within(samples, range);
                      }});
}

/// The lowest and highest value that a piece draws in each pixel column, a column to either side counted in.
struct Drawn
{
    std::vector<double> low;
    std::vector<double> high;
};

Drawn drawn(const CurvePiece &piece, TimeRange visible, int columns)
{
    const auto size = static_cast<std::size_t>(columns);
    Drawn result{std::vector<double>(size, 1e300), std::vector<double>(size, -1e300)};
    const auto add = [&](int column, double low, double high) {
        for (int each = std::max(0, column - 1); each <= std::min(columns - 1, column + 1); ++each) {
            const auto index = static_cast<std::size_t>(each);
            result.low[index] = std::min(result.low[index], low);
            result.high[index] = std::max(result.high[index], high);
        }
    };
    const double length = static_cast<double>(visible.length().count());
    for (const CurvePoint &point : piece.points) {
        if (visible.contains(point.at))
            add(static_cast<int>(static_cast<double>((point.at - visible.start).count()) / length * columns),
                point.value, point.value);
    }
    for (const Column &column : piece.columns)
        add(column.index, column.min, column.max);
    return result;
}

/// How many samples of the range lie outside what is drawn within a column of them.
int lost(const CurvePiece &piece, const std::vector<Sample> &samples, TimeRange visible, int columns)
{
    const Drawn shown = drawn(piece, visible, columns);
    const double length = static_cast<double>(visible.length().count());
    int count = 0;
    const bool isLine = !piece.points.empty();
    double lowest = 1e300;
    double highest = -1e300;
    for (const Sample &each : within(samples, visible)) {
        const auto column =
            static_cast<std::size_t>(static_cast<double>((each.at - visible.start).count()) / length * columns);
        // A line runs through the samples between its points; only the extremes of two columns are points themselves.
        if (!isLine)
            count += each.value < shown.low[column] || each.value > shown.high[column] ? 1 : 0;
        lowest = std::min(lowest, each.value);
        highest = std::max(highest, each.value);
    }
    if (lowest <= highest) {
        count += *std::ranges::min_element(shown.low) > lowest ? 1 : 0;
        count += *std::ranges::max_element(shown.high) < highest ? 1 : 0;
    }
    return count;
}

} // namespace

TEST(DecimatedCurve, ShowsEveryExtremeOfRandomSeriesAtRandomZooms)
{
    std::mt19937 random(20240116);
    for (unsigned seed = 1; seed <= 6; ++seed) {
        const std::vector<Sample> samples = randomSamples(seed, 60'000, seed % 2 == 0);
        const CurveSource inMemory = curveOf(samples);
        const CurveSource fromGroups = longOf(samples);
        const double length = std::chrono::duration<double>(samples.back().at - samples.front().at).count();
        for (int zoom = 0; zoom < 60; ++zoom) {
            const double share = std::pow(10.0, -static_cast<double>(random() % 300) / 100);
            const double from = (length - length * share) * static_cast<double>(random() % 1000) / 1000;
            const TimeRange visible{at(from), at(from + length * share)};
            const int columns = 100 + static_cast<int>(random() % 1900);
            EXPECT_EQ(lost(inMemory.piece(visible, columns), samples, visible, columns), 0) << seed << ' ' << zoom;
            EXPECT_EQ(lost(fromGroups.piece(visible, columns), samples, visible, columns), 0) << seed << ' ' << zoom;
            if (fromGroups.needsReading(visible, columns))
                fromGroups.read(visible, columns)();
            EXPECT_EQ(lost(fromGroups.piece(visible, columns), samples, visible, columns), 0) << seed << ' ' << zoom;
            EXPECT_LE(inMemory.piece(visible, columns).points.size(), static_cast<std::size_t>(columns) + 52);
        }
    }
}

TEST(LongCurve, FarOutTheGroupsAreEnough)
{
    int reads = 0;
    const CurveSource source = longOf(randomSamples(3, 60'000, false), &reads);
    const TimeRange all{at(0), at(60'000)};
    EXPECT_FALSE(source.needsReading(all, 400)); // 150 samples a column
    EXPECT_TRUE(source.needsReading(all, 500));  // 120
    EXPECT_EQ(source.piece(all, 400).columns.size(), 400u);
    EXPECT_EQ(reads, 0);
}

TEST(LongCurve, CloseUpItShowsTheSamplesOnceTheyAreRead)
{
    const std::vector<Sample> samples = randomSamples(3, 60'000, false);
    int reads = 0;
    const CurveSource source = longOf(samples, &reads);
    const CurveSource exact = curveOf(samples);
    const TimeRange visible{at(30'000), at(30'200)};
    EXPECT_TRUE(source.piece(visible, 500).points.empty()); // the groups, meanwhile
    ASSERT_TRUE(source.needsReading(visible, 500));
    const CurveSource::Apply apply = source.read(visible, 500);
    EXPECT_TRUE(source.needsReading(visible, 500)) << "nothing shows before the answer is taken";
    apply();
    EXPECT_FALSE(source.needsReading(visible, 500));
    EXPECT_EQ(source.piece(visible, 500), exact.piece(visible, 500));
    // A little to the side it is still there; further off it is asked again, and what is known stays in view.
    const TimeRange aside{at(30'060), at(30'260)};
    EXPECT_EQ(source.piece(aside, 500), exact.piece(aside, 500));
    const TimeRange further{at(30'150), at(30'350)};
    EXPECT_TRUE(source.needsReading(further, 500));
    const std::vector<Column> half = source.piece(further, 500).columns;
    EXPECT_EQ(half.front().index, 0);
    EXPECT_EQ(half.front().min, half.front().max) << "a single sample, not a group";
    EXPECT_EQ(half.back().index, 499);
    EXPECT_LT(half.back().min, half.back().max) << "a group";
    EXPECT_EQ(reads, 1);
}

TEST(LongCurve, GapsStayGapsAtEveryZoom)
{
    std::vector<Sample> samples = randomSamples(5, 60'000, false);
    samples.erase(samples.begin() + 20'000, samples.begin() + 30'000);
    const CurveSource source = longOf(samples);
    for (const TimeRange visible : {TimeRange{at(0), at(60'000)}, TimeRange{at(19'000), at(31'000)}}) {
        const double length = std::chrono::duration<double>(visible.length()).count();
        for (const Column &column : source.piece(visible, 200).columns) {
            const double from = std::chrono::duration<double>(visible.start - at(0)).count();
            const double second = from + (column.index + 0.5) * length / 200;
            EXPECT_FALSE(second > 20'000 + length / 200 && second < 30'000 - length / 200) << second;
            if (column.index > 0 && second > 30'000 && second - length / 200 < 30'000) {
                EXPECT_FALSE(column.joined) << second;
            }
        }
    }
}

TEST(LongCurve, TheValueAtAnInstantIsExactAndForLabelsNear)
{
    const std::vector<Sample> samples = randomSamples(7, 20'000, false);
    int reads = 0;
    const CurveSource source = longOf(samples, &reads);
    for (const int second : {0, 77, 12'345, 19'999}) {
        EXPECT_EQ(source.valueAt(at(second + 0.5)), samples[static_cast<std::size_t>(second)].value) << second;
    }
    const int before = reads;
    EXPECT_TRUE(source.roughValueAt(at(5'000.5)));
    EXPECT_EQ(reads, before);
    EXPECT_EQ(source.valueAt(at(12'400)), samples[12'400].value);
    EXPECT_EQ(reads, before) << "what lies near was read with it";
    EXPECT_FALSE(source.valueAt(at(-1)));
    EXPECT_FALSE(source.valueAt(at(20'010)));
}

TEST(LongCurve, TheTimeAboveALevelIsToldAsAboutWhereGroupsLieAcrossIt)
{
    std::vector<Sample> samples;
    for (int i = 0; i < 64'000; ++i)
        samples.push_back({at(i), i >= 32'000 && i < 35'200 ? 900.0 : 100.0});
    const TimeAbove above = longOf(samples).timeAbove(500);
    EXPECT_EQ(above.length, std::chrono::seconds(3200));
    EXPECT_FALSE(above.isAbout);
    samples[100].value = 600;
    EXPECT_TRUE(longOf(samples).timeAbove(500).isAbout);
}

TEST(LongCurve, AFileThatCannotBeReadLeavesTheGroups)
{
    const CurveSource source =
        longCurve({.groups = groupsOf(randomSamples(3, 6400, false)), .samples = [](TimeRange) -> std::vector<Sample> {
                       return {};
                   }});
    const TimeRange visible{at(1000), at(1200)};
    ASSERT_TRUE(source.needsReading(visible, 400));
    source.read(visible, 400)();
    EXPECT_FALSE(source.needsReading(visible, 400)) << "it is not asked for ever";
    EXPECT_FALSE(source.piece(visible, 400).columns.empty());
    EXPECT_TRUE(longCurve({}).piece(visible, 400).columns.empty());
}
