// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/snapshotchange.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace downtimeline {
namespace {

using What = SnapshotChange::What;

EventIndex of(const std::vector<int> &ids)
{
    EventIndex index;
    for (const int id : ids)
        index.push_back({.id = EventId(id), .at = {}, .end = {}});
    return index;
}

SnapshotChange change(const std::vector<int> &before, const std::vector<int> &after)
{
    return snapshotChange(of(before), of(after));
}

TEST(SnapshotChange, TheSameRowsAreTheSame)
{
    EXPECT_EQ(change({1, 2, 3}, {1, 2, 3}).what, What::Rows);
    EXPECT_EQ(change({}, {}).what, What::Rows);
}

TEST(SnapshotChange, FindsTheRowThatIsNewOrGone)
{
    EXPECT_EQ(change({1, 2}, {1, 9, 2}), (SnapshotChange{What::Insert, 1, 0}));
    EXPECT_EQ(change({}, {1}), (SnapshotChange{What::Insert, 0, 0}));
    EXPECT_EQ(change({1, 2}, {1, 2, 3}), (SnapshotChange{What::Insert, 2, 0}));
    EXPECT_EQ(change({1, 2, 3}, {1, 3}), (SnapshotChange{What::Remove, 1, 0}));
    EXPECT_EQ(change({1}, {}), (SnapshotChange{What::Remove, 0, 0}));
}

TEST(SnapshotChange, FindsTheRowThatMoved)
{
    EXPECT_EQ(change({1, 2, 3, 4}, {2, 3, 1, 4}), (SnapshotChange{What::Move, 0, 3}));
    EXPECT_EQ(change({1, 2, 3, 4}, {1, 4, 2, 3}), (SnapshotChange{What::Move, 3, 1}));
}

TEST(SnapshotChange, AnythingElseIsEverything)
{
    EXPECT_EQ(change({1, 2, 3}, {3, 2, 1}).what, What::Everything);
    EXPECT_EQ(change({1, 2, 3}, {4, 5}).what, What::Everything);
    EXPECT_EQ(change({1, 2, 3}, {1, 9, 3}).what, What::Everything);
}

/// Does to the rows what a view does that was told of the change.
std::vector<int> applied(std::vector<int> rows, const SnapshotChange &told, const std::vector<int> &after)
{
    const auto row = static_cast<std::ptrdiff_t>(told.row);
    const auto destination = static_cast<std::ptrdiff_t>(told.destination);
    switch (told.what) {
    case What::Rows:
        break;
    case What::Insert:
        rows.insert(rows.begin() + row, after[told.row]);
        break;
    case What::Remove:
        rows.erase(rows.begin() + row);
        break;
    case What::Move: {
        const int moved = rows[told.row];
        rows.insert(rows.begin() + destination, moved);
        rows.erase(rows.begin() + (destination <= row ? row + 1 : row));
        break;
    }
    case What::Everything:
        return after;
    }
    return rows;
}

TEST(SnapshotChange, WhatIsToldLeadsFromTheOldRowsToTheNewOnes)
{
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        std::vector<int> before(1 + random() % 12);
        std::iota(before.begin(), before.end(), 1);
        std::vector<int> after = before;
        const std::size_t from = random() % after.size();
        const int moved = after[from];
        after.erase(after.begin() + static_cast<std::ptrdiff_t>(from));
        if (round % 3 != 0)
            after.insert(after.begin() + static_cast<std::ptrdiff_t>(random() % (after.size() + 1)), moved);
        const SnapshotChange told = change(before, after);
        EXPECT_NE(told.what, What::Everything);
        EXPECT_EQ(applied(before, told, after), after);
    }
}

} // namespace
} // namespace downtimeline
