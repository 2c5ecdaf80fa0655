// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/packing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace downtimeline {
namespace {

std::vector<Extent> randomExtents(std::mt19937 &random, std::size_t count)
{
    std::uniform_real_distribution<double> left(0, 2000);
    std::uniform_real_distribution<double> length(0, 150);
    std::vector<Extent> extents(count);
    for (Extent &extent : extents) {
        extent.left = left(random);
        extent.right = extent.left + length(random);
    }
    return extents;
}

TEST(PackIntoRows, WhatDoesNotMeetSharesTheFirstRow)
{
    EXPECT_EQ(packIntoRows(std::vector<Extent>{{0, 10}, {20, 30}, {12, 18}}, 2), (std::vector{0, 0, 0}));
}

TEST(PackIntoRows, WhatOverlapsGoesBelow)
{
    EXPECT_EQ(packIntoRows(std::vector<Extent>{{0, 100}, {10, 50}, {20, 30}, {60, 70}}, 0), (std::vector{0, 1, 2, 1}));
}

TEST(PackIntoRows, TouchingIsNotOverlappingButTheGapCounts)
{
    EXPECT_EQ(packIntoRows(std::vector<Extent>{{0, 10}, {10, 20}}, 0), (std::vector{0, 0}));
    EXPECT_EQ(packIntoRows(std::vector<Extent>{{0, 10}, {10, 20}}, 1), (std::vector{0, 1}));
}

TEST(PackIntoRows, WhatFindsNoRowSaysSo)
{
    EXPECT_EQ(packIntoRows(std::vector<Extent>{{0, 9}, {1, 9}, {2, 9}, {9, 12}}, 0, 2), (std::vector{0, 1, -1, 0}));
    EXPECT_EQ(packIntoRows(std::vector<Extent>{{0, 9}}, 0, 0), (std::vector{-1}));
    EXPECT_TRUE(packIntoRows({}, 4).empty());
}

TEST(PackIntoRows, NothingOverlapsAndNoMoreRowsAreUsedThanNeeded)
{
    std::mt19937 random(7);
    for (int round = 0; round < 30; ++round) {
        const double gap = round % 4;
        const std::vector<Extent> extents = randomExtents(random, 200);
        const std::vector<int> rows = packIntoRows(extents, gap);
        std::size_t deepest = 0; // how many extents, each with its gap, lie over one place
        for (std::size_t i = 0; i < extents.size(); ++i) {
            std::size_t over = 0;
            for (std::size_t k = 0; k < extents.size(); ++k) {
                const bool covers = extents[k].left <= extents[i].left && extents[i].left < extents[k].right + gap;
                over += covers ? 1U : 0U;
                if (i != k && rows[i] == rows[k]) {
                    ASSERT_TRUE(extents[i].right + gap <= extents[k].left || extents[k].right + gap <= extents[i].left);
                }
            }
            deepest = std::max(deepest, over);
        }
        EXPECT_EQ(static_cast<std::size_t>(*std::ranges::max_element(rows)) + 1, deepest);
    }
}

TEST(SubRows, ARowThatDoesNotExistIsNeverFree)
{
    SubRows rows(2);
    EXPECT_TRUE(rows.isFree(1, {0, 10}));
    EXPECT_FALSE(rows.isFree(2, {0, 10}));
    EXPECT_FALSE(rows.isFree(-1, {0, 10}));
    rows.take(7, {0, 10});
    EXPECT_EQ(rows.count(), 2);
}

TEST(SubRows, TheGapIsKeptOnBothSides)
{
    SubRows rows(1, 4);
    rows.take(0, {100, 200});
    EXPECT_TRUE(rows.isFree(0, {50, 96}));
    EXPECT_FALSE(rows.isFree(0, {50, 97}));
    EXPECT_TRUE(rows.isFree(0, {204, 300}));
    EXPECT_FALSE(rows.isFree(0, {203, 300}));
    EXPECT_FALSE(rows.isFree(0, {120, 130}));
    EXPECT_FALSE(rows.isFree(0, {50, 300}));
}

TEST(SubRows, TheLowestFreeRowIsFound)
{
    SubRows rows(3);
    rows.take(0, {0, 10});
    rows.take(1, {20, 30});
    EXPECT_EQ(rows.lowestFree({5, 15}), 1);
    EXPECT_EQ(rows.lowestFree({5, 25}), 2);
    EXPECT_EQ(rows.lowestFree({15, 18}), 0);
    EXPECT_EQ(rows.lowestFree({15, 18}, 1), 1);
    rows.take(2, {0, 100});
    EXPECT_EQ(rows.lowestFree({5, 25}), std::nullopt);
}

TEST(SubRows, AgreesWithASlowLookAtEverything)
{
    std::mt19937 random(11);
    SubRows rows(1, 3);
    std::vector<Extent> taken;
    for (const Extent &extent : randomExtents(random, 400)) {
        const bool isFree = std::ranges::all_of(taken, [&](const Extent &other) {
            return other.right + 3 <= extent.left || extent.right + 3 <= other.left;
        });
        ASSERT_EQ(rows.isFree(0, extent), isFree);
        if (isFree || random() % 4 == 0) { // some are put over others, as marks are
            rows.take(0, extent);
            taken.push_back(extent);
        }
    }
}

} // namespace
} // namespace downtimeline
