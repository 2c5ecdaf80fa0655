// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/documentlines.h"
#include "models/documents/plainmarkup.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

std::vector<DocumentLine> documentLines(std::string_view text)
{
    return readDocument(text).lines;
}

TEST(PlainMarkup, MarksGoAndWordsStay)
{
    EXPECT_EQ(plainText("**00:27 UTC:** Django _starts_ `pod`"), "00:27 UTC: Django starts pod");
    EXPECT_EQ(plainText("see [the PR](https://x.example/1) and ![gif](a.gif)"), "see the PR and");
    EXPECT_EQ(plainText("[13:26] restart"), "[13:26] restart");
    EXPECT_EQ(plainText("[fix][ref] up"), "fix up");
    EXPECT_EQ(plainText("<strong>10:30 AM:</strong>up &amp; fine&#33;"), "10:30 AM:up & fine!");
    EXPECT_EQ(plainText("snake_case_name a * b"), "snake_case_name a * b");
    EXPECT_EQ(plainText("5 < 6 and <https://x.example>"), "5 < 6 and https://x.example");
}

TEST(PlainMarkup, AWallOfOpenMarksIsReadThrough)
{
    for (const char mark : {'[', '<', '!', '*', '&', '`', '_'})
        EXPECT_LE(plainText(std::string(1 << 20, mark)).size(), std::size_t{1} << 20) << mark;
    std::string links;
    for (int i = 0; i < 200000; ++i)
        links += "[](";
    EXPECT_FALSE(plainText(links).empty());
}

TEST(DocumentLines, EveryLineHasItsRoleAndNumber)
{
    const auto lines = documentLines("# Title\n\n- one\n2. two\n| a | b |\n|---|---|\n| 1 | 2 |\nplain\n");
    ASSERT_EQ(lines.size(), 8U);
    EXPECT_EQ(lines[0].role, LineRole::Heading);
    EXPECT_EQ(lines[0].level, 1);
    EXPECT_EQ(lines[1].role, LineRole::Blank);
    EXPECT_EQ(lines[2].role, LineRole::Item);
    EXPECT_EQ(lines[3].text, "two");
    EXPECT_EQ(lines[4].cells, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(lines[6].cells, (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(lines[7].role, LineRole::Text);
    EXPECT_EQ(lines[7].number, 8);
}

TEST(DocumentLines, ATabBetweenTextsIsATable)
{
    const auto lines = documentLines("Time (GMT + 1)\tActions\n\tindented only\n");
    EXPECT_EQ(lines[0].role, LineRole::Row);
    EXPECT_EQ(lines[0].cells, (std::vector<std::string>{"Time (GMT + 1)", "Actions"}));
    EXPECT_EQ(lines[1].role, LineRole::Text);
    EXPECT_EQ(lines[1].indent, 4);
}

TEST(DocumentLines, AClosedFenceIsCodeAndAnOpenOneHidesNothing)
{
    const auto closed = documentLines("```\n10:00 log\n```\n10:05 row\n");
    EXPECT_EQ(closed[1].role, LineRole::Code);
    EXPECT_EQ(closed[3].role, LineRole::Text);
    const auto open = documentLines("```bash\n10:00 log\n\n- 10:05 row\n");
    EXPECT_EQ(open[3].role, LineRole::Item);
    const auto twice = documentLines("```\n- 10:05 row\n```yaml\na: 1\n```\n");
    EXPECT_EQ(twice[1].role, LineRole::Item);
    EXPECT_EQ(twice[3].role, LineRole::Code);
}

TEST(DocumentLines, FrontMatterCommentsAndAnchorsAreTold)
{
    const auto lines = documentLines("---\ntitle: x\n---\n<!-- 10:00\n10:05 -->\n- [Timeline](#timeline)\n");
    EXPECT_EQ(lines[1].role, LineRole::FrontMatter);
    EXPECT_EQ(lines[3].role, LineRole::Blank);
    EXPECT_EQ(lines[4].role, LineRole::Blank);
    EXPECT_TRUE(lines[5].isAnchor);
}

TEST(DocumentLines, SeveralListItemsMayShareALine)
{
    const auto lines = documentLines("<li>10:00 down</li><li>10:05 up</li>\n");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].text, "10:00 down");
    EXPECT_EQ(lines[1].text, "10:05 up");
    EXPECT_EQ(lines[1].number, 1);
}

TEST(DocumentLines, AnUnderlinedLineIsAHeading)
{
    const auto lines = documentLines("Timeline\n========\ntext\n");
    EXPECT_EQ(lines[0].role, LineRole::Heading);
    EXPECT_EQ(lines[0].level, 1);
}

TEST(HtmlLines, BlocksAreLinesWithSourceNumbers)
{
    const auto lines =
        documentLines("<!DOCTYPE html>\n<html><head><title>DNS | Blog</title>\n<style>a{}</style></head>\n"
                      "<nav><li>10:00</li></nav>\n<h2>Timeline</h2>\n<ul>\n<li><p>10:05 &ndash;\ndown</p></li>\n"
                      "<li><a href=\"#x\">10:06</a></li></ul>\n"
                      "<table><tr><th>Time</th><th>Event</th></tr><tr><td>10:10</td><td>up</td></tr></table>\n");
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_EQ(lines[0].text, "title: DNS | Blog");
    EXPECT_EQ(lines[1].role, LineRole::Heading);
    EXPECT_EQ(lines[1].number, 5);
    EXPECT_EQ(lines[2].text, "10:05 \u2013 down");
    EXPECT_EQ(lines[2].number, 7);
    EXPECT_EQ(lines[2].role, LineRole::Item);
    EXPECT_EQ(lines[4].cells, (std::vector<std::string>{"10:10", "up"}));
}

TEST(HtmlLines, OpenTagsWithoutEndAreReadThrough)
{
    std::string page = "<html>";
    for (int i = 0; i < 100000; ++i)
        page += "<nav><p>";
    EXPECT_TRUE(documentLines(page).empty());
    EXPECT_FALSE(documentLines("<html><p>text" + std::string(1 << 20, '<')).empty());
}

} // namespace
} // namespace downtimeline
