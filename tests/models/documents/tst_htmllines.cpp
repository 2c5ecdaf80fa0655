// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/documentlines.h"
#include "models/documents/htmllines.h"

#include <gtest/gtest.h>

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

} // namespace
} // namespace downtimeline
