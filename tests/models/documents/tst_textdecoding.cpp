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

TEST(TextDecoding, OldCarriageReturnsAloneEndLines)
{
    EXPECT_EQ(decodedText("one\rtwo\r\rthree"), "one\ntwo\n\nthree");
    EXPECT_EQ(decodedText("one\r"), "one\n");
    EXPECT_EQ(decodedText("\r\n\r\n"), "\n\n");
}

TEST(TextDecoding, Utf16KeepsWhatIsBeyondTheFirstPlane)
{
    EXPECT_EQ(decodedText("\xFF\xFE"s + "\x3D\xD8\x25\xDD"s), "\U0001F525");
    EXPECT_EQ(decodedText("\xFE\xFF"s + "\xD8\x3D\xDD\x25"s), "\U0001F525");
    EXPECT_EQ(decodedText("\xFF\xFE"s + "a\0\r\0\n\0b\0"s), "a\nb");
}

TEST(TextDecoding, ACutOffUtf16CharacterIsMarkedAndNothingElseIsLost)
{
    const std::string text = decodedText("\xFF\xFE"s + "o\0k\0!"s);
    EXPECT_TRUE(text.starts_with("ok")) << text;
    const std::string half = decodedText("\xFF\xFE"s + "\x3D\xD8o\0k\0"s);
    EXPECT_TRUE(half.ends_with("ok")) << half;
    EXPECT_EQ(decodedText("\xFF\xFE"), "");
}

TEST(TextDecoding, EveryBadByteIsMarkedSoThatLinesKeepTheirNumbers)
{
    EXPECT_EQ(decodedText("a\xC3\nb\xE2\nc"), "a\uFFFD\nb\uFFFD\nc");
    EXPECT_EQ(decodedText("\xC0\xAF"), "\uFFFD\uFFFD") << "an overlong form is no text";
    EXPECT_EQ(
        decodedText("Gr\xFC\xDF"
                    "e\n2"),
        "Gr\uFFFD\uFFFDe\n2")
        << "Latin-1";
    EXPECT_EQ(decodedText("\xF0\x9F\x94\xA5"), "\U0001F525");
}

TEST(TextDecoding, AMarkInTheMiddleIsKept)
{
    EXPECT_EQ(
        decodedText("a\xEF\xBB\xBF"
                    "b"),
        "a\uFEFFb");
}

} // namespace
} // namespace downtimeline
