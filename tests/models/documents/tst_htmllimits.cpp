// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that were written to be read for ever.
#include "models/documents/htmllines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <string>

namespace downtimeline {
namespace {

using testing::HasSubstr;

std::string repeated(std::string_view piece, int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += piece;
    return text;
}

/// Generous: a debug build under sanitizers on a busy machine. What is quadratic takes minutes.
constexpr std::clock_t longest = 60 * CLOCKS_PER_SEC;

DocumentText readInTime(const std::string &text)
{
    const std::clock_t begin = std::clock();
    DocumentText read = readHtml("<html><p>10:00 down</p>" + text);
    EXPECT_LT(std::clock() - begin, longest);
    EXPECT_EQ(read.lines.empty() ? std::string() : read.lines.front().text, "10:00 down");
    return read;
}

TEST(HtmlLimits, CellsBeyondAMillionAreToldAsNotRead)
{
    const DocumentText read = readInTime("<table>\n" + repeated("<tr><td colspan=20000 rowspan=20000>\n", 20000));
    ASSERT_TRUE(read.cut);
    EXPECT_THAT(read.cut->reason, HasSubstr("1,000,000 cells"));
    EXPECT_GT(read.cut->line, 3000);
    EXPECT_LT(read.cut->line, 5000);
    EXPECT_LT(read.lines.size(), 5000U);
}

TEST(HtmlLimits, ElementsBeyondTwoMillionAreToldAsNotRead)
{
    const DocumentText read = readInTime(repeated("<p>a", 2000100));
    ASSERT_TRUE(read.cut);
    EXPECT_THAT(read.cut->reason, HasSubstr("2,000,000 elements"));
    EXPECT_LE(read.lines.size(), 2000001U);
}

TEST(HtmlLimits, ATagOfEndlessAttributesEndsTheReading)
{
    std::string tag = "<a";
    for (int i = 0; i < 100000; ++i)
        tag += " a" + std::to_string(i) + "=x";
    const DocumentText read = readInTime("\n<p>10:05 up</p>\n" + tag + ">\n<p>10:06</p>");
    ASSERT_TRUE(read.cut);
    EXPECT_THAT(read.cut->reason, HasSubstr("5,000 attributes"));
    EXPECT_EQ(read.cut->line, 3);
    EXPECT_EQ(read.lines.back().text, "10:05 up");
}

TEST(HtmlLimits, ALongValueIsNoWallOfAttributes)
{
    const DocumentText read =
        readInTime("<img src=\"data:image/png;base64," + repeated("ab/ ", 100000) + "\"><p>10:05 up</p>");
    EXPECT_FALSE(read.cut);
    EXPECT_EQ(read.lines.back().text, "10:05 up");
}

TEST(HtmlLimits, ScriptsAndCommentsAreNoTags)
{
    const std::string words = repeated("if (i <n) \"x\" / ", 6000);
    const std::string comment = "<p>10:05 up</p><!--" + words + "-->";
    for (const std::string part : {"script", "style"}) {
        std::string page = "<" + part + ">";
        page.append(words).append("</").append(part).append(">").append(comment);
        const DocumentText read = readInTime(page);
        EXPECT_FALSE(read.cut) << part;
        EXPECT_EQ(read.lines.back().text, "10:05 up") << part;
    }
}

TEST(HtmlLimits, AWallOfAttributesIsFoundBehindAnything)
{
    const std::string wall = "<a" + repeated(" b", 6000) + ">";
    for (const char *const before :
         {"<p it's>", "<!-- a --!>", "<!--->-->", "<script>'</script>", "<b c='>\">'>", "<STYLE>x</style >", "< a"})
        EXPECT_TRUE(readInTime(before + wall).cut) << before;
}

TEST(HtmlLimits, AHundredThousandNestedElementsKeepTheirText)
{
    const DocumentText read = readInTime(repeated("<div>", 100000) + "10:05 up" + repeated("</div>", 100000) + "end");
    EXPECT_FALSE(read.cut);
    EXPECT_EQ(read.lines.back().text, "end");
    EXPECT_EQ(read.lines.at(1).text, "10:05 up");
}

TEST(HtmlLimits, ElementsThatAreNeverClosedEndTheReading)
{
    const DocumentText read = readInTime(repeated("<b>", 300000) + "10:05 up");
    ASSERT_TRUE(read.cut);
    EXPECT_THAT(read.cut->reason, HasSubstr("never closed"));
}

TEST(HtmlLimits, EndTagsThatMatchNothingEndTheReading)
{
    const DocumentText read = readInTime(repeated("<b>", 100000) + repeated("</i>\n", 1000000));
    ASSERT_TRUE(read.cut);
    EXPECT_THAT(read.cut->reason, HasSubstr("never closed"));
    EXPECT_GT(read.cut->line, 1000);
    EXPECT_LT(read.cut->line, 100000);
}

TEST(HtmlLimits, HiddenPartsNestedDeeperThanAnyPageAreReadAsIfTheyLayOutside)
{
    const DocumentText read = readInTime(repeated("<div>", 600) + "<nav>10:05 up</nav>");
    EXPECT_EQ(read.lines.back().text, "10:05 up");
    const DocumentText hidden = readInTime(repeated("<div>", 400) + "<nav>menu</nav>");
    EXPECT_EQ(hidden.lines.back().text, "10:00 down");
}

TEST(HtmlLimits, WallsOfAnyPieceAreReadThrough)
{
    for (const char *piece :
         {"<",
          "&",
          "<!--",
          "<!-- - -- >\n",
          "<![CDATA[",
          "<?x ",
          "<!DOCTYPE ",
          "<script>",
          "<script>a</",
          "<nav>a",
          "</p>",
          "<table><tr><td>",
          "<a href=\"",
          "<a b='",
          "&#",
          "&#x41;",
          "<select><option>",
          "<ul><li>",
          "<pre>\n",
          "\n",
          "<title>",
          "<svg/>",
          "<br>",
          "</body></html>",
          "<html><body>",
          "\xC2\xA0"})
        readInTime(repeated(piece, 20000));
}

TEST(HtmlLimits, TheTimeGrowsWithTheLength)
{
    const auto taken = [](int count) {
        const std::string text = repeated("<ul><li>10:00 <b>down</b> &amp; <a href=\"x\">out</a></li></ul>\n", count);
        const std::clock_t begin = std::clock(); // of the processor: what else runs does not count
        EXPECT_EQ(readHtml(text).lines.size(), static_cast<std::size_t>(count));
        return static_cast<double>(std::clock() - begin);
    };
    const double few = taken(2000);
    EXPECT_LT(taken(20000), 60 * few) << "ten times the text; pairs would take a hundred times as long";
}

} // namespace
} // namespace downtimeline
