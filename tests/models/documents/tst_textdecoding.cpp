// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/textdecoding.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::string_literals;

TEST(TextDecoding, AMarkAndCarriageReturnsGo)
{
    EXPECT_EQ(decodedText("\xEF\xBB\xBFone\r\ntwo\rthree\n"), "one\ntwo\nthree\n");
}

TEST(TextDecoding, Utf16IsKnownByItsMark)
{
    EXPECT_EQ(decodedText("\xFF\xFE"s + "o\0k\0"s), "ok");
    EXPECT_EQ(decodedText("\xFE\xFF"s + "\0o\0k"s), "ok");
}

TEST(TextDecoding, BytesThatAreNoTextAreMarked)
{
    EXPECT_EQ(
        decodedText("a\xFF"
                    "b"),
        "a\xEF\xBF\xBD"
        "b");
    EXPECT_EQ(
        decodedText("a\0b"s), "a\xEF\xBF\xBD"
                              "b");
    EXPECT_EQ(decodedText(""), "");
}

} // namespace
} // namespace downtimeline
