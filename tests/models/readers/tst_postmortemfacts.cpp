// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/readers/postmortemtest.h"

namespace downtimeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Incident factsOf(const std::string &text)
{
    return readOne(text).incident;
}

TEST(StatedSeverity, IsReadInEveryForm)
{
    struct Stated
    {
        const char *line;
        Severity severity;
    };
    for (const Stated &one :
         {Stated{"Severity: SEV1", Severity::Sev1}, Stated{"**Severity:** sev-2", Severity::Sev2},
          Stated{"Severity: P3", Severity::Sev3}, Stated{"**Priority**: P1 (all customers)", Severity::Sev1},
          Stated{"- Severity: Critical", Severity::Sev1}, Stated{"| Severity | S2 |", Severity::Sev2},
          Stated{"Incident severity: SEV4", Severity::Sev4}, Stated{"Severity: SEV-2, later SEV-1", Severity::Sev2}})
        EXPECT_EQ(
            factsOf(std::string("# Lift stuck\n\n") + one.line + "\n\nIt stood still for long.\n").severity,
            one.severity)
            << one.line;
}

TEST(StatedSeverity, IsNotMadeUp)
{
    for (const char *line :
         {"Severity: unknown", "Severity:", "It was a critical hour.", "P1 of the car park is full.",
          "The severity was discussed.", "Severity: to be agreed"})
        EXPECT_FALSE(factsOf(std::string("# Lift stuck\n\n") + line + "\n\nIt stood still for long.\n").severity)
            << line;
}

TEST(StatedService, StandsBehindItsLabel)
{
    EXPECT_EQ(factsOf("# Lift stuck\n\n**Affected service**: Lift 3\n\nIt stood still for long.\n").service, "Lift 3");
    EXPECT_EQ(
        factsOf("# Lift stuck\n\n| Services affected | Lift 3, Lift 4 |\n|---|---|\n\nIt stood.\n").service,
        "Lift 3, Lift 4");
    EXPECT_EQ(factsOf("---\ntitle: Lift stuck\nservice: Lift 3\n---\n\nIt stood still for long.\n").service, "Lift 3");
    EXPECT_EQ(factsOf("# Lift stuck\n\nThe service: it was bad that day.\n").service, "");
}

TEST(StatedAuthors, StandBehindByOrALabel)
{
    EXPECT_THAT(
        factsOf("# Lift stuck\n\nBy Ada Byron & Bo, Cy.\n\nIt stood.\n").authors, ElementsAre("Ada Byron", "Bo", "Cy"));
    EXPECT_THAT(factsOf("# Lift stuck\n\n**Authors:** Ada, Bo\n\nIt stood.\n").authors, ElementsAre("Ada", "Bo"));
    EXPECT_THAT(factsOf("# Lift stuck\n\nIt stood still.\nBystanders waited.\n").authors, IsEmpty());
}

TEST(StatedTexts, EachPartKeepsItsOwn)
{
    const Incident facts = factsOf("# Lift stuck\n\n## Summary\n\nIt stood still.\n\n## Impact\n\n- 12 people\n- 3 "
                                   "dogs\n\n## Root cause\n\nA worn "
                                   "rope.\n\n## Resolution\n\nA new rope.\n\n## Lessons learned\n\nRopes wear.\n");
    EXPECT_EQ(facts.summary, "It stood still.");
    EXPECT_EQ(facts.impact, "12 people\n3 dogs");
    EXPECT_EQ(facts.rootCause, "A worn rope.");
    EXPECT_EQ(facts.resolution, "A new rope.");
}

TEST(StatedTexts, PlainTitlesBeginPartsToo)
{
    const Incident facts = factsOf("Lift stuck\n\nIssue Summary:\nIt stood still.\n\nRoot Cause:\nA worn "
                                   "rope.\n\nResolution and recovery\nA new rope.\n");
    EXPECT_EQ(facts.title, "Lift stuck");
    EXPECT_EQ(facts.summary, "It stood still.");
    EXPECT_EQ(facts.rootCause, "A worn rope.");
    EXPECT_EQ(facts.resolution, "A new rope.");
}

TEST(StatedTexts, WrappedLinesAreJoinedAndParagraphsKept)
{
    EXPECT_EQ(
        factsOf("# Lift stuck\n\n## Summary\n\nIt\nstood\nstill.\n\nThen it moved.\n").summary,
        "It stood still.\n\nThen it moved.");
}

TEST(StatedTexts, AnIntroductionIsTheSummaryWhereNoneIsNamed)
{
    EXPECT_EQ(
        factsOf("# Lift stuck\n\nBy Ada\n\nIt stood still all day.\n\n## Root cause\n\nA worn rope.\n").summary,
        "It stood still all day.");
}

TEST(StatedTexts, TimesOfTheTimelineAreNotPartOfThem)
{
    const Incident facts = factsOf("# Lift stuck on 2024-03-09\n\n## Summary\n\nIt stood.\n\n## Timeline\n\n- 10:00 "
                                   "stuck\n\n## Root cause\n\nA rope.\n");
    EXPECT_EQ(facts.summary, "It stood.");
    EXPECT_EQ(facts.rootCause, "A rope.");
}

TEST(StatedTexts, AnEndlessPartIsBounded)
{
    std::string text = "# Lift stuck\n\n## Summary\n\n";
    for (int i = 0; i < 20000; ++i)
        text += "It stood still, and again.\n";
    EXPECT_LE(factsOf(text).summary.size(), 21000U);
}

TEST(StatedStatus, StandsBehindItsLabel)
{
    EXPECT_EQ(factsOf("# Lift stuck\n\nStatus: Resolved\n\nIt stood.\n").status, "Resolved");
    EXPECT_EQ(factsOf("# Lift stuck\n\nThe status was unclear.\n").status, "");
}

TEST(StatedTimes, LabelsGiveStartAndEnd)
{
    const Incident facts =
        factsOf("# Lift stuck\n\nDate: 2024-03-09\nStart time: 10:00 UTC\nEnd time: 10:40 UTC\n\nIt stood still.\n");
    ASSERT_TRUE(facts.startedAt && facts.endedAt);
    EXPECT_EQ(isoText(*facts.startedAt), "2024-03-09T10:00:00+00:00");
    EXPECT_EQ(isoText(*facts.endedAt), "2024-03-09T10:40:00+00:00");
    const Incident none = factsOf("# Lift stuck\n\nOn 2024-03-09 it stood still from 10:00.\n");
    EXPECT_FALSE(none.startedAt);
    EXPECT_FALSE(none.endedAt);
}

TEST(FrontMatter, GivesTitleAndDay)
{
    const ReadIncident read = readOne(
        "---\nlayout: post\ntitle: \"Lift stuck\"\ndate: 2024-03-09\n---\n\n## Timeline\n\n- 10:00 UTC stuck\n");
    EXPECT_EQ(read.incident.title, "Lift stuck");
    EXPECT_THAT(told(read), ElementsAre("2024-03-09T10:00:00+00:00 stuck"));
}

TEST(FrontMatter, IsNoSummaryAndNoEvent)
{
    const ReadIncident read = readOne(
        "---\ntitle: Lift stuck\ntime: 09:00\n---\n\nIt stood still all day.\n\n## Timeline\n\n- 10:00 stuck\n");
    EXPECT_EQ(read.incident.summary, "It stood still all day.");
    EXPECT_THAT(read.events, testing::SizeIs(1));
}

TEST(HtmlDocuments, GiveTheSameFactsAsMarkdown)
{
    const ReadIncident html = readOne(
        "<!DOCTYPE html><html><head><title>Lift stuck | Daily lift</title></head><body>\n<h1>Lift "
        "stuck</h1>\n<p>Severity: "
        "SEV2</p>\n<h2>Summary</h2>\n<p>It stood &amp; stood.</p>\n<h2>Timeline (UTC)</h2>\n<ul><li>2024-03-09 10:00 "
        "&ndash; stuck</li>\n<li>2024-03-09 10:40 &ndash; moving, back online</li></ul>\n<h2>Action "
        "items</h2><ul><li>Buy a rope</li></ul></body></html>");
    EXPECT_EQ(html.incident.title, "Lift stuck");
    EXPECT_EQ(html.incident.severity, Severity::Sev2);
    EXPECT_EQ(html.incident.summary, "It stood & stood.");
    EXPECT_THAT(
        told(html), ElementsAre("2024-03-09T10:00:00+00:00 stuck", "2024-03-09T10:40:00+00:00 moving, back online"));
    ASSERT_THAT(html.actions, testing::SizeIs(1));
    EXPECT_EQ(html.actions[0].text, "Buy a rope");
}

TEST(TrafficClaims, AreStatedByARecoveryOnly)
{
    const auto claims = [](const std::string &row) {
        return readOne("# Lift stuck on 2024-03-09\n\n## Timeline (UTC)\n- 10:00 outage begins\n- 10:40 " + row + "\n")
            .trafficClaims;
    };
    ASSERT_THAT(claims("80% of traffic is back online"), testing::SizeIs(1));
    EXPECT_DOUBLE_EQ(claims("80% of traffic is back online")[0].percent, 80);
    EXPECT_THAT(claims("Disk recovered, 80% full"), IsEmpty()) << "no traffic";
    EXPECT_THAT(claims("Found that 80% of the requests fail"), IsEmpty()) << "no recovery";
    EXPECT_THAT(claims("From 20% to 80% of traffic back online"), IsEmpty()) << "two figures";
    EXPECT_THAT(claims("Service restored"), IsEmpty());
}

TEST(PostmortemFacts, WhatIsLeftOpenInOurOwnPostmortemsIsNoFact)
{
    const ReadIncident read = readOne("# Kiosk dark on 2024-03-09\n\n- **Service:** *Not known.*\n- **Severity:** "
                                      "sev2\n\n## Summary\n\n*Not known.*\n\n"
                                      "## Root cause\n\n*To be written: why it went dark.*\n\nA fuse blew.\n\n## "
                                      "Timeline\n\n10:00 dark\n10:05 lit\n");
    EXPECT_EQ(read.incident.service, "");
    EXPECT_EQ(read.incident.summary, "");
    EXPECT_EQ(read.incident.rootCause, "A fuse blew.");
    EXPECT_EQ(read.incident.severity, Severity::Sev2);
}

} // namespace
} // namespace downtimeline
