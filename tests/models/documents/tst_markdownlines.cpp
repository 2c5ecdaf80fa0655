// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/documentlines.h"
#include "models/documents/plainmarkup.h"
#include "models/documents/textscan.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

std::vector<DocumentLine> documentLines(std::string_view text)
{
    return readDocument(text).lines;
}

using Cells = std::vector<std::string>;

struct Mark
{
    const char *text;
    LineRole role;
    const char *plain;
};

class SingleLines : public testing::TestWithParam<Mark>
{};

TEST_P(SingleLines, HaveTheirRole)
{
    const auto lines = documentLines(GetParam().text);
    ASSERT_EQ(lines.size(), 1U) << GetParam().text;
    EXPECT_EQ(lines[0].role, GetParam().role) << GetParam().text;
    EXPECT_EQ(lines[0].text, GetParam().plain) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Marks, SingleLines,
    testing::Values(
        Mark{"# One", LineRole::Heading, "One"}, Mark{"###### Six ######", LineRole::Heading, "Six"},
        Mark{"####### seven", LineRole::Text, "####### seven"}, Mark{"#tag", LineRole::Text, "#tag"},
        Mark{"- a", LineRole::Item, "a"}, Mark{"* a", LineRole::Item, "a"}, Mark{"+ a", LineRole::Item, "a"},
        Mark{"12. a", LineRole::Item, "a"}, Mark{"3) a", LineRole::Item, "a"}, Mark{"\u2022 a", LineRole::Item, "a"},
        Mark{"-a", LineRole::Text, "-a"}, Mark{"2023. was a year", LineRole::Text, "2023. was a year"},
        Mark{"> quoted", LineRole::Text, "quoted"}, Mark{"> > - deep", LineRole::Item, "deep"},
        Mark{"    indented", LineRole::Text, "indented"}, Mark{"[ref]: https://x.example", LineRole::Blank, ""},
        Mark{"   ", LineRole::Blank, ""}, Mark{"<!-- 10:00 -->", LineRole::Blank, ""},
        Mark{"a | b", LineRole::Text, "a | b"}, Mark{"<li>x</li>", LineRole::Item, "x"}));

TEST(MarkdownLines, ATableNeedsNoOuterBars)
{
    const auto lines = documentLines("Time | Event\n--- | ---\n10:00 | down\n10:05 | up\n");
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[0].cells, (Cells{"Time", "Event"}));
    EXPECT_EQ(lines[2].cells, (Cells{"10:00", "down"}));
    EXPECT_EQ(lines[3].cells, (Cells{"10:05", "up"}));
}

TEST(MarkdownLines, ABarCanBeEscapedAndABreakIsABlank)
{
    const auto lines = documentLines("| 10:00 | a \\| b<br>c<br/>d |\n");
    EXPECT_EQ(lines.at(0).cells, (Cells{"10:00", "a | b c d"}));
}

TEST(MarkdownLines, EmptyCellsKeepTheirPlace)
{
    EXPECT_EQ(documentLines("| | 10:00 | | x |\n").at(0).cells, (Cells{"", "10:00", "", "x"}));
}

TEST(MarkdownLines, ARowWithEndlessCellsIsBounded)
{
    EXPECT_LE(documentLines(std::string(100000, '|') + "\n").at(0).cells.size(), 64U);
}

TEST(MarkdownLines, MarksInCellsGo)
{
    EXPECT_EQ(
        documentLines("| **10:00** | `pod` [x](https://x.example) &amp; y |\n").at(0).cells,
        (Cells{"10:00", "pod x & y"}));
}

TEST(MarkdownLines, TildesFenceToo)
{
    const auto lines = documentLines("~~~\n10:00\n~~~\n10:01\n");
    EXPECT_EQ(lines.at(1).role, LineRole::Code);
    EXPECT_EQ(lines.at(3).role, LineRole::Text);
}

TEST(MarkdownLines, TwoFencesBesideEachOtherAreBothCode)
{
    const auto lines = documentLines("```\na\n```\nb\n```sh\nc\n```\nd\n");
    const std::vector<LineRole> roles{LineRole::Code, LineRole::Code, LineRole::Code, LineRole::Text,
                                      LineRole::Code, LineRole::Code, LineRole::Code, LineRole::Text};
    ASSERT_EQ(lines.size(), roles.size());
    for (std::size_t i = 0; i < roles.size(); ++i)
        EXPECT_EQ(lines[i].role, roles[i]) << "line " << i + 1;
}

TEST(MarkdownLines, InlineCodeIsNoFence)
{
    EXPECT_EQ(documentLines("```x``` was run\n10:00 down\n").at(0).role, LineRole::Text);
}

TEST(MarkdownLines, ARuleIsNoHeadingBelowABlankOrARow)
{
    const auto lines = documentLines("text\n\n---\n- item\n---\nHead\n---\n");
    EXPECT_EQ(lines.at(0).role, LineRole::Text);
    EXPECT_EQ(lines.at(2).role, LineRole::Blank);
    EXPECT_EQ(lines.at(3).role, LineRole::Item);
    EXPECT_EQ(lines.at(5).role, LineRole::Heading);
    EXPECT_EQ(lines.at(5).level, 2);
}

TEST(MarkdownLines, FrontMatterThatIsNeverClosedIsText)
{
    const auto lines = documentLines("---\ntitle: x\n\n- 10:00 down\n");
    EXPECT_EQ(lines.at(3).role, LineRole::Item);
    const auto plus = documentLines("+++\ntitle = \"x\"\n+++\ntext\n");
    EXPECT_EQ(plus.at(1).role, LineRole::FrontMatter);
    EXPECT_EQ(plus.at(3).role, LineRole::Text);
}

TEST(MarkdownLines, ACommentOverSeveralLinesEndsWhereItSays)
{
    const auto lines = documentLines("a <!-- b\nc\nd --> e\nf\n");
    EXPECT_EQ(lines.at(0).text, "a");
    EXPECT_EQ(lines.at(1).role, LineRole::Blank);
    EXPECT_EQ(lines.at(2).text, "e");
    EXPECT_EQ(lines.at(3).text, "f");
}

TEST(MarkdownLines, IndentsAndBoldBeginningsAreTold)
{
    const auto lines = documentLines("  - **Impact**: x\n\t* y\n__z__ w\n");
    EXPECT_EQ(lines.at(0).indent, 2);
    EXPECT_TRUE(lines.at(0).startsBold);
    EXPECT_EQ(lines.at(1).indent, 4);
    EXPECT_FALSE(lines.at(1).startsBold);
    EXPECT_TRUE(lines.at(2).startsBold);
}

TEST(MarkdownLines, EveryLineKeepsItsNumber)
{
    const auto lines = documentLines("a\n\n\n```\nb\n```\n| c |\n\nd");
    for (const DocumentLine &line : lines)
        EXPECT_EQ(line.number, &line - lines.data() + 1);
    EXPECT_EQ(lines.back().text, "d");
    EXPECT_EQ(lines.back().number, 9);
}

TEST(MarkdownLines, LinesBeyondAMillionAreToldAsNotRead)
{
    const DocumentText whole = readDocument(std::string(1000000, '\n'));
    EXPECT_EQ(whole.lines.size(), 1000000U);
    EXPECT_FALSE(whole.cut);
    const DocumentText read = readDocument(std::string(1000000, '\n') + "10:00 down");
    EXPECT_EQ(read.lines.size(), 1000000U);
    ASSERT_TRUE(read.cut);
    EXPECT_EQ(read.cut->line, 1000001);
    EXPECT_NE(read.cut->reason.find("1,000,000 lines"), std::string::npos);
}

TEST(MarkdownLines, NothingIsNoLine)
{
    EXPECT_TRUE(documentLines("").empty());
    EXPECT_EQ(documentLines("\n").size(), 1U);
}

struct Markup
{
    const char *text;
    const char *plain;
};

class MarkupRows : public testing::TestWithParam<Markup>
{};

TEST_P(MarkupRows, BecomePlain)
{
    EXPECT_EQ(plainText(GetParam().text), GetParam().plain) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Lines, MarkupRows,
    testing::Values(
        Markup{"", ""}, Markup{"***both***", "both"}, Markup{"2 * 3 * 4", "2 * 3 * 4"}, Markup{"a*b*c", "a*b*c"},
        Markup{"~~gone~~ here", "gone here"}, Markup{"~10:40", "~10:40"}, Markup{"\\*not bold\\*", "*not bold*"},
        Markup{"C:\\temp", "C:\\temp"}, Markup{"[x] done", "[x] done"}, Markup{"[a](b) [c](d)", "a c"},
        Markup{"[a [b](c)", "a b"}, Markup{"![alt](x.png)text", "text"}, Markup{"[open](never", "open(never"},
        Markup{"<span style=\"x\">10:00</span> up", "10:00 up"}, Markup{"1 < 2 > 0", "1 < 2 > 0"},
        Markup{"a<br>b", "a b"}, Markup{"&lt;b&gt;", "<b>"}, Markup{"&#x41;&#66;", "AB"},
        Markup{"&unknown; &", "&unknown; &"}, Markup{"&#0;", "\uFFFD"}, Markup{"&#xD800;", "\uFFFD"},
        Markup{"&#99999999;", "\uFFFD"}));

TEST(TextScan, BlanksOfAllSortsAreSkipped)
{
    using namespace textscan;
    EXPECT_EQ(skipBlanks(" \t\u00A0\u202F\u2009x", 0), 10U);
    EXPECT_EQ(trimmed(" \u00A0x y\u00A0\n"), "x y");
    EXPECT_EQ(trimmed(" \t "), "");
    EXPECT_EQ(wordCount("  one two\u00A0three "), 3);
    EXPECT_EQ(wordCount(""), 0);
}

TEST(TextScan, NumbersHaveABoundAndMoveTheirPlace)
{
    using namespace textscan;
    std::size_t pos = 1;
    EXPECT_EQ(number("a12b", pos, 2), 12);
    EXPECT_EQ(pos, 3U);
    EXPECT_EQ(number("a12b", pos, 2), std::nullopt);
    pos = 0;
    EXPECT_EQ(number("123", pos, 2), std::nullopt);
    EXPECT_EQ(pos, 0U) << "stays where nothing was read";
    pos = 99;
    EXPECT_EQ(number("1", pos, 2), std::nullopt);
}

TEST(TextScan, WordsEndWhereNoLetterFollows)
{
    using namespace textscan;
    EXPECT_TRUE(wordAt("At noon", 0, "at"));
    EXPECT_FALSE(wordAt("attack", 0, "at"));
    EXPECT_TRUE(wordAt("at10", 0, "at"));
    EXPECT_FALSE(wordAt("a", 0, "at"));
    EXPECT_FALSE(wordAt("a", 5, "at"));
    EXPECT_EQ(folded("  Root-Cause: (RC)! "), "root cause rc");
    EXPECT_EQ(folded("---"), "");
    EXPECT_EQ(folded("Stra\u00DFe"), "stra\u00DFe");
    EXPECT_EQ(dashLength("\u2013", 0), 3U);
    EXPECT_EQ(dashLength("\u2212", 0), 3U);
    EXPECT_EQ(dashLength("\u2018", 0), 0U);
    EXPECT_EQ(at("a", 1), '\0');
}

} // namespace
} // namespace downtimeline
