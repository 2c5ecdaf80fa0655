// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/postmortem.h"

#include "models/analysis/impact.h"
#include "models/report/markdowntext.h"
#include "models/timeline/statedzone.h"
#include "tests/models/report/reportfixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace downtimeline {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string written(
    const WholeIncident &whole, PostmortemTemplate style = PostmortemTemplate::Plain,
    std::optional<DisplayZone> zone = {})
{
    const ResponseAnalysis analysis = analyseResponse(indexOf(whole.events), statedImpact(whole.incident));
    const ReportFacts facts{
        .whole = whole,
        .analysis = analysis,
        .zone = zone.value_or(statedZone(whole.incident.offset, whole.incident.zone)),
        .findings = whole.findings,
        .sources = {}};
    std::ostringstream out;
    writePostmortem(out, facts, style);
    return out.str();
}

/// The headings of the second level, a line each.
std::string headings(const std::string &markdown)
{
    std::string list;
    std::istringstream lines(markdown);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("## "))
            list += line.substr(3) + "\n";
    }
    return list;
}

TEST(Postmortem, EveryTemplateHasItsParts)
{
    const WholeIncident whole = editedFounding();
    EXPECT_EQ(
        headings(written(whole, PostmortemTemplate::Plain)),
        "Summary\nImpact\nResponse\nTimeline\nRoot cause\nResolution\nActions\nFindings to settle\n");
    EXPECT_EQ(
        headings(written(whole, PostmortemTemplate::Sre)),
        "Summary\nImpact\nRoot causes\nTrigger\nResolution\nDetection\nAction items\nLessons learned\nTimeline\n"
        "Supporting information\nFindings to settle\n");
    EXPECT_EQ(
        headings(written(whole, PostmortemTemplate::PagerDuty)),
        "Overview\nWhat happened\nContributing factors\nResolution\nImpact\nResponders\nTimeline\nHow did we do?\n"
        "Action items\nMessaging\nFindings to settle\n");
    EXPECT_EQ(
        headings(written(whole, PostmortemTemplate::Atlassian)),
        "Incident summary\nLeadup\nFault\nImpact\nDetection\nResponse\nRecovery\nTimeline\nFive whys\nRoot cause\n"
        "Backlog check\nRecurrence\nLessons learned\nCorrective actions\nSupporting information\n"
        "Findings to settle\n");
}

TEST(Postmortem, TemplatesAreKnownByTheirKey)
{
    for (const std::string_view key : postmortemTemplateKeys)
        EXPECT_TRUE(postmortemTemplateOf(key)) << key;
    EXPECT_EQ(postmortemTemplateOf("sre"), PostmortemTemplate::Sre);
    EXPECT_EQ(postmortemTemplateOf("etsy"), std::nullopt);
}

TEST(Postmortem, WhatIsNotKnownIsAGapAndNotInvented)
{
    const std::string text = written(WholeIncident{}, PostmortemTemplate::Sre);
    EXPECT_THAT(text, HasSubstr("## Root causes\n\n*Not known.*\n"));
    EXPECT_THAT(text, HasSubstr("- **Authors:** *Not known.*\n"));
    EXPECT_THAT(text, HasSubstr("### Where we got lucky\n\n*To be written: "));
    EXPECT_THAT(text, HasSubstr("## Timeline\n\n*Not known.*\n"));
    EXPECT_THAT(text, HasSubstr("| Time to recover | not known |"));
}

TEST(Postmortem, TheTableTellsEachEventWithDayClockEndKindAndTitle)
{
    const std::string text = written(editedFounding());
    EXPECT_THAT(text, HasSubstr("| Time (UTC+01:00) | Kind | Event |\n| --- | --- | --- |\n"));
    EXPECT_THAT(text, HasSubstr("| 2024-01-16 10:15 – 10:20 | Rollback | Rollback starts |\n"));
    EXPECT_THAT(text, HasSubstr("| 2024-01-16 10:22 | Recovery | All traffic is back |\n"));
    EXPECT_THAT(text, HasSubstr("| Time to recover | 22 min | "));
    EXPECT_THAT(text, HasSubstr("| Test first |  |  | Open |"));
    EXPECT_THAT(text, HasSubstr("“37 th minute” fits the timeline: from first event to recovery."));
}

TEST(Postmortem, TimesAreToldInTheZoneThatIsAskedFor)
{
    const std::string text = written(editedFounding(), PostmortemTemplate::Plain, DisplayZone());
    EXPECT_THAT(text, HasSubstr("| Time (UTC) | Kind | Event |"));
    EXPECT_THAT(text, HasSubstr("| 2024-01-16 09:15 – 09:20 | Rollback | Rollback starts |\n"));
}

TEST(Postmortem, ATimeIsNoMoreExactThanItIsKnown)
{
    WholeIncident whole = editedFounding();
    whole.events[0].time.precision = Precision::Approximate;
    whole.events[2].time.precision = Precision::Hour;
    whole.events[7].time.precision = Precision::Day;
    whole.events[7].time.clock.reset();
    *whole.events[3].at += std::chrono::milliseconds(30'250);
    const std::string text = written(whole);
    EXPECT_THAT(text, HasSubstr("| 2024-01-16 ~09:45 | Deploy |"));
    EXPECT_THAT(text, HasSubstr("| 2024-01-16 10:?? | Alert |"));
    EXPECT_THAT(text, HasSubstr("| 2024-01-16 | Recovery |"));
    EXPECT_THAT(text, HasSubstr("| 2024-01-16 10:10:30.25 | Acknowledgement |"));
}

TEST(Postmortem, AZoneThatNobodyStatedIsNotClaimed)
{
    WholeIncident whole = editedFounding();
    whole.incident.offset.reset();
    for (Event &event : whole.events) {
        event.time.offset.reset();
        event.time.zoneOrigin = ZoneOrigin::Unstated;
        event.at = instantOf(event.time);
    }
    EXPECT_THAT(written(whole), HasSubstr("| Time (zone not stated) | Kind |"));
    EXPECT_THAT(written(whole), HasSubstr("| 2024-01-16 10:22 | Recovery |"));
    whole.events[0].time.offset = std::chrono::hours(2);
    whole.events[0].time.zoneOrigin = ZoneOrigin::Line;
    whole.events[0].at = instantOf(whole.events[0].time);
    const std::string mixed = written(whole, PostmortemTemplate::Plain, DisplayZone(std::chrono::hours(2), {}));
    EXPECT_THAT(mixed, HasSubstr("| Time | Kind |"));
    EXPECT_THAT(mixed, HasSubstr("| 2024-01-16 09:45 UTC+02:00 | Deploy |"));
    EXPECT_THAT(mixed, HasSubstr("| 2024-01-16 10:22 | Recovery |"));
}

TEST(Postmortem, EventsWithoutADayStandBelowTheTable)
{
    WholeIncident whole = editedFounding();
    Event event;
    event.kind = EventKind::Detection;
    event.title = "A customer calls";
    event.time.text = "<i>soon</i>";
    whole.events.push_back(event);
    const std::string text = written(whole);
    EXPECT_THAT(text, HasSubstr("- Detection: A customer calls (its time as written: “\\<i\\>soon\\</i\\>”)"));
    EXPECT_THAT(text, Not(HasSubstr("| Detection |")));
}

TEST(Postmortem, WhoAndDetailsHaveColumnsWhereThereAreAny)
{
    WholeIncident whole = editedFounding();
    whole.events[3].actor = "Ada";
    whole.events[3].detail = "first line\n\nsecond | line";
    EXPECT_THAT(
        written(whole), HasSubstr("| Acknowledgement | On-call answers | Ada | first line<br>second \\| line |\n"));
    EXPECT_THAT(written(whole, PostmortemTemplate::PagerDuty), HasSubstr("## Responders\n\n- Ada\n"));
    EXPECT_THAT(written(whole, PostmortemTemplate::PagerDuty), HasSubstr("| Who | Detail | Data link |\n"));
}

TEST(Postmortem, LeftOutEventsAreCounted)
{
    WholeIncident whole = editedFounding();
    whole.events[0].hidden = true;
    EXPECT_THAT(written(whole), Not(HasSubstr("| Upgrade starts |")));
    EXPECT_THAT(written(whole), HasSubstr("\nEvents left out: 1.\n"));
}

TEST(Postmortem, DetectionAndTriggerSayWhatTheyRestOn)
{
    const std::string text = written(editedFounding(), PostmortemTemplate::Sre);
    EXPECT_THAT(text, HasSubstr("which of them set it off is for people to say.\n\n- Deploy: Upgrade starts\n"));
    EXPECT_THAT(
        text, HasSubstr("- Alert: On-call is paged\n\n**Time to detect:** 0 min. From the start of the impact to the"));
}

TEST(MarkdownText, IsNoMarkupWhereverItStands)
{
    EXPECT_EQ(markdownText("<script>a|b</script> [x](file:///y)"), "\\<script\\>a\\|b\\</script\\> \\[x\\](file:///y)");
    EXPECT_EQ(markdownText("&lt;b&gt;"), "&amp;lt;b&amp;gt;");
    EXPECT_EQ(markdownText("# a"), "\\# a");
    EXPECT_EQ(markdownText("- a"), "\\- a");
    EXPECT_EQ(markdownText("+ a"), "\\+ a");
    EXPECT_EQ(markdownText("12. a"), "12\\. a");
    EXPECT_EQ(markdownText("12) a"), "12\\) a");
    EXPECT_EQ(markdownText("12.5 a"), "12\\.5 a");
    EXPECT_EQ(markdownText("==="), "\\===");
    EXPECT_EQ(markdownText("a\n# b"), "a \\# b");
    EXPECT_EQ(markdownParagraphs("a\n\n    b\n- c"), "a\n\nb\n\n\\- c\n\n");
    EXPECT_EQ(markdownCell("a|b\nc"), "a\\|b<br>c");
}

} // namespace
} // namespace downtimeline
