// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/spreadsheetcell.h"

#include <gtest/gtest.h>

#include <string>

namespace downtimeline {
namespace {

TEST(SpreadsheetCell, WhatASpreadsheetRunsLooksLikeAFormula)
{
    for (const char *formula :
         {"=1+1", "+1+1",     "-1-1",     "-",   "@A1", "\t=1", "\tplain", "\r=1", "\n=1", "  =1",    "\"=1",
          "'=1",  "\u00A0=1", "\u3000@x", "＝1", "＋1", "－1",  "＠x",     "+-5",  "-inf", "- a list"})
        EXPECT_TRUE(looksLikeFormula(formula)) << formula;
}

TEST(SpreadsheetCell, NumbersAndWordsAreNoFormulas)
{
    for (const char *plain :
         {"-5.00", "-1e3", "+49", "0", "12.5", "-0", "", "a=b", "x@y.org", "it's", "1-2", "\"quoted\"", " -5"})
        EXPECT_FALSE(looksLikeFormula(plain)) << plain;
    EXPECT_EQ(withoutGuard("'=1"), "=1");
    EXPECT_EQ(withoutGuard("'tis"), "'tis");
    EXPECT_EQ(withoutGuard("'-5"), "'-5") << "a number was never guarded";
}

/// Else what is written with it would not come back, or would lose one that it had before.
TEST(SpreadsheetCell, AGuardIsTakenAwayFromNothingElse)
{
    for (const std::string text :
         {"=1", "'=1", "''=1", "it's", "'tis", "'", "'-5", "-5", "'\tx", "\"'=", "", "plain", "\n", "'\n\"x"}) {
        const std::string written = looksLikeFormula(text) ? "'" + text : text;
        EXPECT_EQ(withoutGuard(written), text) << text;
    }
}

} // namespace
} // namespace downtimeline
