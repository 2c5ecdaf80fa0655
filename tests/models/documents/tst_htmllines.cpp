// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/documentlines.h"
#include "models/documents/htmllines.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace downtimeline {
namespace {

std::vector<std::string> texts(const std::vector<DocumentLine> &lines)
{
    std::vector<std::string> all;
    for (const DocumentLine &line : lines)
        all.push_back(line.text);
    return all;
}

using Texts = std::vector<std::string>;

std::vector<DocumentLine> htmlLines(std::string_view text)
{
    return readHtml(text).lines;
}

TEST(HtmlPage, IsKnownByItsBeginning)
{
    EXPECT_TRUE(isHtmlPage("<!DOCTYPE html><p>x"));
    EXPECT_TRUE(isHtmlPage("\n  <HTML lang=en>"));
    EXPECT_TRUE(isHtmlPage("<head>"));
    EXPECT_FALSE(isHtmlPage("<p>Markdown with a tag</p>"));
    EXPECT_FALSE(isHtmlPage("# <html> in a heading"));
    EXPECT_FALSE(isHtmlPage(""));
}

TEST(HtmlPage, HiddenPartsAreLeftOut)
{
    EXPECT_EQ(
        texts(htmlLines("<script>var t = '10:00';</script><style>a{}</style><nav>Menu</nav><p>10:05 down</p>"
                        "<footer>10:06</footer><button>10:07</button><!-- 10:08 -->")),
        Texts{"10:05 down"});
}

TEST(HtmlPage, ACellThatThePageEndsInIsKept)
{
    const std::vector<DocumentLine> lines =
        readHtml("<table><tr><td>10:00<td>down<tr><td>10:31<td>Service restored").lines;
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].cells, (Texts{"10:00", "down"}));
    EXPECT_EQ(lines[1].cells, (Texts{"10:31", "Service restored"}));
}

TEST(HtmlPage, AHiddenPartThatIsNeverClosedHidesNothing)
{
    EXPECT_EQ(texts(htmlLines("<nav>Menu<p>10:05 down</p>")), (Texts{"Menu", "10:05 down"}));
}

TEST(HtmlPage, HeadingsKeepTheirLevel)
{
    const auto lines = htmlLines("<h1>One</h1><h4 id=\"x\">Four</h4><p>text</p>");
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].level, 1);
    EXPECT_EQ(lines[1].level, 4);
    EXPECT_EQ(lines[1].role, LineRole::Heading);
    EXPECT_EQ(lines[2].role, LineRole::Text);
    EXPECT_EQ(lines[2].level, 0);
}

TEST(HtmlPage, ALineBreakBeginsALine)
{
    EXPECT_EQ(
        texts(htmlLines("<p>10:00 down<br>10:05 up<br/>10:06 done</p>")),
        (Texts{"10:00 down", "10:05 up", "10:06 done"}));
}

TEST(HtmlPage, ALineBreakWithinACellIsABlank)
{
    const auto lines = htmlLines("<table><tr><td>10:00</td><td>down<br>again</td></tr></table>");
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].cells, (Texts{"10:00", "down again"}));
}

TEST(HtmlPage, LinesHaveTheNumberOfTheirFirstWord)
{
    const auto lines = htmlLines("<html>\n<body>\n\n<ul>\n  <li>\n    10:00\n    down</li>\n<li>10:05 up</li>\n</ul>");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].number, 6);
    EXPECT_EQ(lines[0].text, "10:00 down");
    EXPECT_EQ(lines[1].number, 8);
}

TEST(HtmlPage, PreformattedLinesAreCode)
{
    const auto lines = htmlLines("<pre>10:00 log\n10:01 log</pre><p>10:02 down</p>");
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].role, LineRole::Code);
    EXPECT_EQ(lines[1].role, LineRole::Code);
    EXPECT_EQ(lines[2].role, LineRole::Text);
}

TEST(HtmlPage, EntitiesBecomeTheirCharacters)
{
    EXPECT_EQ(
        texts(htmlLines("<p>a &amp; b &lt;c&gt; &#8211; &bogus; &nbsp;d</p>")),
        Texts{"a & b <c> \u2013 &bogus; \u00A0d"});
}

TEST(HtmlPage, ALessThanSignIsNoTag)
{
    EXPECT_EQ(texts(htmlLines("<p>5 < 6 and 7 <8</p>")), Texts{"5 < 6 and 7 <8"});
}

TEST(HtmlPage, ATableOfContentsIsLeftOut)
{
    EXPECT_EQ(
        texts(htmlLines("<ul><li><a href=\"#timeline\">Timeline</a></li></ul><h2>Timeline</h2><ul><li>"
                        "<a href=\"https://x.example\">10:00</a> down</li></ul>")),
        (Texts{"Timeline", "10:00 down"}));
}

TEST(HtmlPage, TagsThatAreCutOffEndThePage)
{
    EXPECT_EQ(texts(htmlLines("<p>10:00 down</p><p class=\"")), Texts{"10:00 down"});
    EXPECT_EQ(texts(htmlLines("<p>10:00 down</p><!-- 10:01")), Texts{"10:00 down"});
}

TEST(HtmlPage, APartWithinAPartIsHiddenAndTheTextGoesOn)
{
    EXPECT_EQ(
        texts(htmlLines("<p>10:05 <button>copy<svg><title>icon</title></svg></button>down</p><nav><div>a<nav>b</nav>"
                        "c</div></nav><p>10:06 up</p>")),
        (Texts{"10:05 down", "10:06 up"}));
}

TEST(HtmlPage, APartInACellIsHidden)
{
    const auto lines = htmlLines(
        "<table><tr><td>10:00</td><td>down <button>copy<table><tr><td>x</td></tr></table></button>again</td></tr>"
        "<tr><td>10:05</td><td><nav>never closed</td><td>up</td></tr></table>");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].cells, (Texts{"10:00", "down again"}));
    EXPECT_EQ(lines[1].cells, (Texts{"10:05", "", "up"}));
}

TEST(HtmlPage, AnItemThatBeginsWithAHiddenPartStaysAnItem)
{
    const auto lines = htmlLines("<ul><li><svg><path d=\"M0 0\"/></svg>10:05 down</li></ul>");
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].role, LineRole::Item);
    EXPECT_EQ(lines[0].text, "10:05 down");
}

TEST(HtmlPage, WhatBeginsWithAHiddenPartStaysWhatItIs)
{
    const auto lines = htmlLines("<h3><svg><title>x</title></svg>Timeline</h3><ul><li><nav><ul><li>menu</li></ul></nav>"
                                 "10:05 down</li></ul><p>10:06 <nav><p>menu</p></nav> up</p>");
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].role, LineRole::Heading);
    EXPECT_EQ(lines[0].level, 3);
    EXPECT_EQ(lines[0].text, "Timeline");
    EXPECT_EQ(lines[1].role, LineRole::Item);
    EXPECT_EQ(lines[1].text, "10:05 down");
    EXPECT_EQ(lines[2].text, "10:06 up");
}

TEST(HtmlPage, CellsOutsideARowAreSetApart)
{
    EXPECT_EQ(texts(htmlLines("<table><td>10:00</td><td>down</td></table>")), Texts{"10:00 down"});
}

TEST(HtmlPage, ScriptsAreNoTextWhateverTheyHold)
{
    EXPECT_EQ(
        texts(htmlLines("<p>a</p><script>document.write(\"<td>10:00</td></p>\"); if (a</b/.test(x)) y();</script>"
                        "<p>b</p><style>p:after { content: '</p>10:01' }</style><p>c</p>")),
        (Texts{"a", "b", "c"}));
}

TEST(HtmlPage, TextBehindItsEndIsRead)
{
    EXPECT_EQ(
        texts(htmlLines("<html><body><p>10:00 down</p></body></html>\n<p>10:05 up</p>")),
        (Texts{"10:00 down", "10:05 up"}));
    EXPECT_EQ(texts(htmlLines("</div></body></p></html>10:00 down</td>")), Texts{"10:00 down"});
    EXPECT_EQ(texts(htmlLines("10:00 down<p>10:05 up")), (Texts{"10:00 down", "10:05 up"}));
}

TEST(HtmlPage, BlocksWithinACellAreSetApart)
{
    const auto lines = htmlLines("<table><tr><td><p>10:00</p></td><td><p>down</p><ul><li>api</li><li>web</li></ul></td>"
                                 "</tr></table>");
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].cells, (Texts{"10:00", "down api web"}));
}

TEST(HtmlPage, CellsThatReachOverOthersKeepTheColumns)
{
    const auto lines = htmlLines("<table>\n<tr><th colspan=2>When</th><th>What</th></tr>\n"
                                 "<tr><td rowspan=\"2\">6 May</td><td>10:00</td><td>down</td></tr>\n"
                                 "<tr><td>10:05</td><td>up</td></tr>\n</table>");
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].cells, (Texts{"When", "", "What"}));
    EXPECT_EQ(lines[1].cells, (Texts{"6 May", "10:00", "down"}));
    EXPECT_EQ(lines[2].cells, (Texts{"6 May", "10:05", "up"}));
    EXPECT_EQ(lines[2].number, 4);
}

TEST(HtmlPage, CellsWithoutEndTagsAreCells)
{
    const auto lines = htmlLines("<table><tr><td>10:00<td>down<tr><td>10:05<td>up</table><p>end");
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].cells, (Texts{"10:00", "down"}));
    EXPECT_EQ(lines[1].cells, (Texts{"10:05", "up"}));
    EXPECT_EQ(lines[2].text, "end");
}

TEST(HtmlPage, UnknownElementsKeepTheirText)
{
    EXPECT_EQ(texts(htmlLines("<incident-row>10:00 <x-kind>down</x-kind></incident-row>")), Texts{"10:00 down"});
}

TEST(HtmlPage, TheEncodingThatItNamesIsNotBelieved)
{
    EXPECT_EQ(
        texts(htmlLines("<head><meta charset=\"iso-8859-1\"></head><p>Störung \u2013 10:00</p>")),
        Texts{"Störung \u2013 10:00"});
}

TEST(HtmlPage, BoldBeginningsAreTold)
{
    const auto lines = htmlLines("<p><strong>10:00</strong> down</p><p><b>Impact</b>: all</p><p>not <b>here</b></p>");
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_TRUE(lines[0].startsBold);
    EXPECT_TRUE(lines[1].startsBold);
    EXPECT_FALSE(lines[2].startsBold);
}

/// Numbers stay right behind everything that holds line ends.
TEST(HtmlPage, NumbersAreRightBehindAnything)
{
    std::string text =
        "<!DOCTYPE html\n>\n<html\nlang=en><!-- a\n\nb -->\n<script>\nx\n</script><?php\n?>\n<p\nclass='a\n"
        "b'>\n&#10;first</p>\n<pre>\ncode\n\nmore</pre>\n<![CDATA[\n]]>";
    int line = 1 + static_cast<int>(std::ranges::count(text, '\n'));
    std::vector<int> expected;
    for (int i = 0; i < 3000; ++i) {
        const std::string gap(static_cast<std::size_t>(i % 4), '\n');
        text += "<p>" + gap + "word " + std::to_string(i) + "\n" + std::string(i % 7 * 400, 'x') + "\n&amp;</p>";
        expected.push_back(line + i % 4);
        line += i % 4 + 2;
    }
    const auto lines = htmlLines(text);
    std::vector<int> numbers;
    for (const DocumentLine &one : lines) {
        if (one.text.starts_with("word "))
            numbers.push_back(one.number);
    }
    EXPECT_EQ(numbers, expected);
    const auto first = std::ranges::find(lines, "first", &DocumentLine::text);
    ASSERT_NE(first, lines.end());
    EXPECT_EQ(first->number, 14);
}

TEST(HtmlPage, AReadingOfALongPageIsWhole)
{
    std::string text = "<html>";
    for (int i = 0; i < 20000; ++i)
        text += "<ul class=\"row\"><li><a class='x' href='/" + std::to_string(i) + "'><span>10:00</span></a> row " +
                std::to_string(i) + "</li></ul>\n";
    const DocumentText read = readHtml(text);
    EXPECT_FALSE(read.cut);
    ASSERT_EQ(read.lines.size(), 20000U);
    for (std::size_t i = 0; i < read.lines.size(); ++i)
        ASSERT_EQ(read.lines[i].number, static_cast<int>(i) + 1);
    EXPECT_EQ(read.lines.back().text, "10:00 row 19999");
}

} // namespace
} // namespace downtimeline
