// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/tablecells.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using Cells = std::vector<std::string>;

TEST(TableCells, StandInTheirOrder)
{
    TableCells cells;
    cells.add("10:00", {});
    cells.add("", {});
    cells.add("down", {});
    EXPECT_EQ(cells.takeRow(), (Cells{"10:00", "", "down"}));
    EXPECT_EQ(cells.takeRow(), Cells{});
    EXPECT_EQ(cells.made(), 3U);
}

TEST(TableCells, OneOverSeveralColumnsLeavesTheOthersEmpty)
{
    TableCells cells;
    cells.add("10:00", {.columns = 3});
    cells.add("down", {});
    EXPECT_EQ(cells.takeRow(), (Cells{"10:00", "", "", "down"}));
}

TEST(TableCells, OneOverSeveralRowsIsRepeated)
{
    TableCells cells;
    cells.add("6 May", {.rows = 2});
    cells.add("10:00", {});
    EXPECT_EQ(cells.takeRow(), (Cells{"6 May", "10:00"}));
    cells.add("10:05", {});
    EXPECT_EQ(cells.takeRow(), (Cells{"6 May", "10:05"}));
    cells.add("10:10", {});
    EXPECT_EQ(cells.takeRow(), Cells{"10:10"});
}

TEST(TableCells, OneThatReachesDownAtTheEndKeepsItsColumn)
{
    TableCells cells;
    cells.add("10:00", {});
    cells.add("x", {});
    cells.add("Ines", {.rows = 2});
    cells.takeRow();
    cells.add("10:05", {});
    EXPECT_EQ(cells.takeRow(), (Cells{"10:05", "", "Ines"}));
}

TEST(TableCells, ALongTextIsNotRepeated)
{
    TableCells cells;
    const std::string story(65, 'x');
    cells.add(story, {.rows = 2});
    EXPECT_EQ(cells.takeRow(), Cells{story});
    cells.add("10:05", {});
    EXPECT_EQ(cells.takeRow(), (Cells{"", "10:05"}));
}

TEST(TableCells, ARowWithoutCellsOfItsOwnIsNone)
{
    TableCells cells;
    cells.add("6 May", {.rows = 3});
    cells.takeRow();
    EXPECT_EQ(cells.takeRow(), Cells{});
    cells.add("10:05", {});
    EXPECT_EQ(cells.takeRow(), (Cells{"6 May", "10:05"}));
}

TEST(TableCells, AnotherTableBeginsAnew)
{
    TableCells cells;
    cells.add("6 May", {.rows = 9});
    cells.takeRow();
    cells.beginTable();
    cells.add("10:05", {});
    EXPECT_EQ(cells.takeRow(), Cells{"10:05"});
}

TEST(TableCells, WhatIsBeyondTheLastColumnJoinsIt)
{
    TableCells cells;
    cells.add("a", {.columns = 65534, .rows = 65534});
    cells.add("b", {});
    cells.add("c", {});
    const Cells row = cells.takeRow();
    ASSERT_EQ(row.size(), TableCells::mostColumns);
    EXPECT_EQ(row.front(), "a");
    EXPECT_EQ(row.back(), " b c");
    cells.add("d", {});
    EXPECT_EQ(cells.takeRow().size(), TableCells::mostColumns);
}

TEST(TableCells, ASpanOfNothingIsOne)
{
    TableCells cells;
    cells.add("a", {.columns = 0, .rows = -3});
    cells.add("b", {});
    EXPECT_EQ(cells.takeRow(), (Cells{"a", "b"}));
    cells.add("c", {});
    EXPECT_EQ(cells.takeRow(), Cells{"c"});
}

} // namespace
} // namespace downtimeline
