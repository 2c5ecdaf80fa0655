// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/clustering.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

std::vector<Instant> at(std::initializer_list<int> seconds)
{
    std::vector<Instant> list;
    for (const int second : seconds)
        list.emplace_back(std::chrono::seconds(second));
    return list;
}

std::vector<std::size_t> counts(const std::vector<Cluster> &clusters)
{
    std::vector<std::size_t> list;
    list.reserve(clusters.size());
    for (const Cluster &cluster : clusters)
        list.push_back(cluster.count);
    return list;
}

TEST(FoldNear, FarEventsStandAlone)
{
    EXPECT_EQ(counts(foldNear(at({0, 10, 20}), 10s)), (std::vector<std::size_t>{1, 1, 1}));
}

TEST(FoldNear, NearEventsBecomeOneWithTheirCount)
{
    const std::vector<Cluster> clusters = foldNear(at({0, 3, 9, 30}), 10s);
    ASSERT_EQ(counts(clusters), (std::vector<std::size_t>{3, 1}));
    EXPECT_EQ(clusters[0].start, Instant(0s));
    EXPECT_EQ(clusters[0].end, Instant(9s));
    EXPECT_EQ(clusters[1].first, 3U);
}

TEST(FoldNear, AChainOfNeighboursDoesNotGrowWithoutEnd)
{
    EXPECT_EQ(counts(foldNear(at({0, 6, 12, 18, 24}), 10s)), (std::vector<std::size_t>{2, 2, 1}));
}

TEST(FoldNear, WithoutADistanceOnlyEqualInstantsFold)
{
    EXPECT_EQ(counts(foldNear(at({0, 0, 1, 2, 2}), 0s)), (std::vector<std::size_t>{2, 1, 2}));
    EXPECT_EQ(counts(foldNear(at({0, 0, 1}), -5s)), (std::vector<std::size_t>{2, 1}));
    EXPECT_TRUE(foldNear({}, 10s).empty());
}

TEST(FoldNear, EveryEventIsInOneClusterAndMarksStandApart)
{
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        std::vector<Instant> instants(random() % 3000);
        for (Instant &instant : instants)
            instant = Instant(Duration(random() % 1'000'000));
        std::ranges::sort(instants);
        const Duration distance(1 + random() % 20'000);
        std::size_t next = 0;
        for (const Cluster &cluster : foldNear(instants, distance)) {
            ASSERT_EQ(cluster.first, next);
            ASSERT_EQ(cluster.start, instants[next]);
            ASSERT_TRUE(next == 0 || instants[next - 1] < cluster.start);
            next += cluster.count;
            ASSERT_EQ(cluster.end, instants[next - 1]);
            ASSERT_LT(cluster.end - cluster.start, distance);
            ASSERT_TRUE(next == instants.size() || instants[next] - cluster.start >= distance);
        }
        ASSERT_EQ(next, instants.size());
    }
}

} // namespace
} // namespace downtimeline
