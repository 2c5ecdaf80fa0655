// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/htmlreport.h"

#include "models/report/htmltext.h"
#include "tests/models/report/reportfixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace downtimeline {
namespace {

using testing::HasSubstr;
using testing::Not;

HtmlPictures pictures()
{
    HtmlPictures made;
    made.figures = {"<svg>timeline</svg>\n", "<svg>chart</svg>\n"};
    made.marks.fill("<svg>mark</svg>");
    made.lightRules = ".k0{fill:#111111}\n";
    made.darkRules = ".k0{fill:#eeeeee}\n";
    return made;
}

std::string page(const WholeIncident &whole, std::vector<Source> sources = {})
{
    const LaidOutReport report(whole, PaperSize::A4, {}, std::move(sources));
    std::ostringstream out;
    writeHtmlReport(out, report.facts(), pictures());
    return out.str();
}

std::size_t count(const std::string &text, const std::string &part)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

TEST(HtmlReport, ForbidsWhatItDoesNotNeed)
{
    const std::string html = page(editedFounding());
    EXPECT_THAT(
        html,
        HasSubstr("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"));
    EXPECT_EQ(count(html, "<script"), 0U);
    EXPECT_EQ(count(html, "<link"), 0U);
    EXPECT_EQ(count(html, "<img"), 0U);
    EXPECT_EQ(count(html, " style="), 0U) << "the policy forbids them";
    EXPECT_EQ(count(html, "<style>"), 1U);
    EXPECT_EQ(count(html, "url("), 0U);
    EXPECT_LT(html.find("Content-Security-Policy"), html.find("<style>"));
}

TEST(HtmlReport, HasItsPartsInOrder)
{
    const std::string html = page(editedFounding(), {{.id = SourceId(1), .name = "a.txt", .sha256 = "abc"}});
    std::size_t before = 0;
    for (const char *part :
         {"<h1>Servers down after an upgrade</h1>", "class=\"measures\"", "<nav", "id=\"summary\"", "id=\"timeline\"",
          "<svg>timeline</svg>", "<svg>chart</svg>", "id=\"events\"", "id=\"cause\"", "id=\"actions\"",
          "id=\"findings\"", "id=\"definitions\"", "id=\"sources\""}) {
        const std::size_t at = html.find(part);
        ASSERT_NE(at, std::string::npos) << part;
        EXPECT_GT(at, before) << part;
        before = at;
    }
    EXPECT_THAT(html, Not(HasSubstr("id=\"impact\""))) << "nothing is said of it";
}

TEST(HtmlReport, EveryLinkLeadsToAnElementOfThePage)
{
    const std::string html = page(editedFounding(), {{.id = SourceId(1), .name = "a.txt"}});
    std::size_t links = 0;
    for (std::size_t at = html.find("href=\"#"); at != std::string::npos; at = html.find("href=\"#", at + 1)) {
        const std::size_t start = at + 7;
        const std::string target = html.substr(start, html.find('"', start) - start);
        EXPECT_EQ(count(html, "id=\"" + target + "\""), 1U) << target;
        ++links;
    }
    EXPECT_GT(links, 5U);
    EXPECT_EQ(count(html, "href="), links) << "none leads elsewhere";
}

TEST(HtmlReport, AFindingLeadsToTheRowsOfItsLines)
{
    WholeIncident whole = editedFounding();
    whole.findings[0].lines = {7, 17};
    const std::string html = page(whole);
    EXPECT_THAT(html, HasSubstr("lines 7, <a href=\"#event-5\">17</a>"));
    const std::size_t row = html.find("<tr id=\"event-5\">");
    ASSERT_NE(row, std::string::npos);
    EXPECT_THAT(html.substr(row, html.find("</tr>", row) - row), HasSubstr("Rollback starts"));
}

TEST(HtmlReport, EventsAreATableWithAHeadThatIsRepeatedOnPaper)
{
    const std::string html = page(longIncident(60));
    EXPECT_EQ(count(html, "<tr id=\"event-"), 60U);
    EXPECT_THAT(html, HasSubstr("<thead><tr><th scope=\"col\">Time (GMT+1)</th><th scope=\"col\">After start</th>"));
    EXPECT_THAT(html, HasSubstr("thead{display:table-header-group}"));
    EXPECT_THAT(html, HasSubstr("tr,.finding,.measures div,.small dt,.small dd{break-inside:avoid}"));
    EXPECT_THAT(html, HasSubstr("<svg>mark</svg>Rollback"));
}

TEST(HtmlReport, IsDarkOnlyOnAScreenThatIs)
{
    const std::string html = page(editedFounding());
    const std::size_t dark = html.find("@media screen and (prefers-color-scheme:dark){");
    ASSERT_NE(dark, std::string::npos);
    EXPECT_LT(html.find(".k0{fill:#111111}"), dark);
    EXPECT_GT(html.find(".k0{fill:#eeeeee}"), dark);
    EXPECT_GT(html.find("@media print"), html.find(".k0{fill:#eeeeee}"));
    EXPECT_EQ(
        std::ranges::count(html.substr(html.find("<style>"), html.find("</style>") - html.find("<style>")), '{'),
        std::ranges::count(html.substr(html.find("<style>"), html.find("</style>") - html.find("<style>")), '}'));
}

TEST(HtmlReport, DetailActorAndServiceStandBelowTheTitle)
{
    WholeIncident whole = editedFounding();
    whole.events[3].detail = "one\n\ntwo";
    whole.events[3].actor = "Ada";
    whole.events[3].service = "web & mail";
    EXPECT_THAT(
        page(whole), HasSubstr("On-call answers<div class=\"detail\"><div>one</div>\n<div>two</div>\n</div><div "
                               "class=\"whose\">Ada · web &amp; mail</div>"));
}

TEST(HtmlReport, WhatStaysBehindAndWhatIsDecidedAreCounted)
{
    WholeIncident whole = editedFounding();
    whole.events[0].hidden = true;
    Finding settled = whole.findings[0];
    settled.decision = Finding::Decision::Settled;
    whole.findings.push_back(settled);
    const std::string html = page(whole);
    EXPECT_THAT(html, HasSubstr("Events left out: 1."));
    EXPECT_THAT(html, HasSubstr("Findings settled or dismissed: 1."));
    EXPECT_EQ(count(html, "class=\"finding\""), 1U);
}

TEST(HtmlReport, AnEmptyIncidentIsStillAPage)
{
    std::ostringstream out;
    const LaidOutReport report((WholeIncident()));
    writeHtmlReport(out, report.facts(), {});
    EXPECT_THAT(out.str(), HasSubstr("<h1>Untitled incident</h1>"));
    EXPECT_THAT(out.str(), Not(HasSubstr("id=\"events\"")));
}

TEST(HtmlReport, RowsAreNotWrittenOnceNobodyWantsThem)
{
    const LaidOutReport report(longIncident(1000));
    std::ostringstream out;
    writeHtmlReport(out, report.facts(), {}, [](std::int64_t, std::int64_t) { return false; });
    EXPECT_LT(count(out.str(), "<tr id=\"event-"), 300U);
}

TEST(HtmlText, IsNoMarkup)
{
    EXPECT_EQ(htmlText(std::string_view("<a href='x'>\"&")), "&lt;a href=&#39;x&#39;&gt;&quot;&amp;");
    EXPECT_EQ(htmlParagraphs("a\n\n<b>", "div"), "<div>a</div>\n<div>&lt;b&gt;</div>\n");
    EXPECT_EQ(htmlText(std::string_view("a\u202Eb")), "a\uFFFDb");
}

TEST(Excerpt, HasSummaryMeasuresAndEventsTwice)
{
    WholeIncident whole = editedFounding();
    whole.events[0].title = "<img src=x>\twide";
    const LaidOutReport report(whole);
    const std::string html = htmlExcerpt(report.facts());
    const std::string text = textExcerpt(report.facts());
    EXPECT_EQ(count(html, "<tr>"), 5U + 1U + 8U);
    EXPECT_THAT(html, HasSubstr("&lt;img src=x&gt; wide"));
    EXPECT_THAT(html, HasSubstr("<b>Time to recover</b>"));
    EXPECT_THAT(text, HasSubstr("\nTime to recover\t22 min\t"));
    EXPECT_THAT(text, HasSubstr("09:45\t−15 min\tDeploy\t<img src=x> wide\n"));
    EXPECT_THAT(text, HasSubstr("All servers were down for 22 minutes"));
}

} // namespace
} // namespace downtimeline
