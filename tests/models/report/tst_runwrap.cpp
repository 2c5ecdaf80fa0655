// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/runwrap.h"

#include "tests/models/report/reportfixture.h"

#include <gtest/gtest.h>

using namespace downtimeline;

namespace {

/// The lines as text, the pieces of a line apart by a bar; 6.5 units a character in Body.
QString wrappedText(const std::vector<StyledRun> &runs, double width)
{
    QStringList lines;
    for (const RunLine &line : wrapped(runs, width, FixedMeasure())) {
        QStringList pieces;
        for (const PlacedRun &piece : line.pieces) {
            EXPECT_LE(piece.x + piece.width, width + 0.01);
            pieces << piece.run.text;
        }
        lines << pieces.join(u'|');
    }
    return lines.join(u'\n');
}

} // namespace

TEST(RunWrap, LinesBreakBetweenWords)
{
    EXPECT_EQ(wrappedText({{.text = QStringLiteral("aaa bbb ccc")}}, 7 * 6.5), QStringLiteral("aaa bbb\nccc"));
    EXPECT_EQ(wrappedText({{.text = QStringLiteral("aaa bbb ccc")}}, 6.9 * 6.5), QStringLiteral("aaa\nbbb\nccc"));
}

TEST(RunWrap, AWordWiderThanTheLineIsCutBetweenCharacters)
{
    EXPECT_EQ(wrappedText({{.text = QStringLiteral("a bcdefgh i")}}, 3 * 6.5), QStringLiteral("a\nbcd\nefg\nh i"));
}

TEST(RunWrap, RunsOfSeveralFacesShareALine)
{
    const std::vector<StyledRun> runs = {
        {.text = QStringLiteral("Bold. "), .face = PageFace::Strong}, {.text = QStringLiteral("plain words")}};
    EXPECT_EQ(wrappedText(runs, 12 * 6.5), QStringLiteral("Bold.|plain\nwords"));
}

TEST(RunWrap, WithoutTextThereIsNoLine)
{
    EXPECT_TRUE(wrapped(StyledRun{}, 100, FixedMeasure()).empty());
    EXPECT_TRUE(wrapped(StyledRun{.text = QStringLiteral("  ")}, 5, FixedMeasure()).empty());
}

TEST(RunWrap, AnAddressOverTwoLinesLeadsToTheWholeOfIt)
{
    const StyledRun run{.text = QStringLiteral("(http://example.org/a/very/long/path).")};
    QStringList addresses;
    for (const RunLine &line : wrapped(run, 12 * 6.5, FixedMeasure())) {
        for (const PlacedRun &piece : line.pieces) {
            if (!piece.run.address.isEmpty())
                addresses << piece.run.address;
        }
    }
    EXPECT_GE(addresses.size(), 2);
    EXPECT_EQ(addresses.count(QStringLiteral("http://example.org/a/very/long/path")), addresses.size());
}

TEST(RunWrap, OnlyWebAddressesBecomeLinks)
{
    for (const QString &text :
         {QStringLiteral("file:///etc/passwd"), QStringLiteral("javascript://x"), QStringLiteral("smb://a/b")}) {
        const std::vector<RunLine> lines = wrapped(StyledRun{.text = text}, 1000, FixedMeasure());
        ASSERT_EQ(lines.size(), 1U);
        EXPECT_TRUE(lines[0].pieces[0].run.address.isEmpty());
    }
}

TEST(RunWrap, ForeignTextShowsWhatItWouldHide)
{
    EXPECT_EQ(printable("a\x1b[2Jb\nc"), QStringLiteral("a\uFFFD[2Jb c"));
    EXPECT_EQ(printable("abc\u202Edef"), QStringLiteral("abc\uFFFDdef"));
    EXPECT_EQ(printable("<b>bold</b> & more"), QStringLiteral("<b>bold</b> & more"));
    EXPECT_EQ(printable("abcdef", 3), QStringLiteral("abc…"));
}

TEST(RunWrap, AHeapOfCombiningMarksIsCut)
{
    std::string heap = "a";
    for (int i = 0; i < 1000; ++i)
        heap += "\u0301";
    EXPECT_EQ(printable(heap + "b").size(), 18);
}

TEST(RunWrap, ParagraphsAreLinesWithText)
{
    EXPECT_EQ(printableParagraphs("one\n\n  \r\ntwo\n"), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
}

TEST(RunWrap, ShorteningEndsInAnEllipsis)
{
    EXPECT_EQ(shortened(QStringLiteral("abcdef"), PageFace::Body, 4 * 6.5, FixedMeasure()), QStringLiteral("abc…"));
    EXPECT_EQ(shortened(QStringLiteral("abc"), PageFace::Body, 3 * 6.5, FixedMeasure()), QStringLiteral("abc"));
}
