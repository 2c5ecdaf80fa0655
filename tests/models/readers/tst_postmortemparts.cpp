// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/documentlines.h"
#include "models/readers/postmortem/postmortemactions.h"
#include "models/readers/postmortem/postmortemfacts.h"
#include "models/readers/postmortem/postmortemprose.h"
#include "models/readers/postmortem/postmortemsections.h"
#include "models/readers/postmortem/postmortemwords.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// A document that keeps the lines its parts point into.
struct Parted
{
    explicit Parted(std::string_view text) : lines(readDocument(text).lines), parts(sectioned(lines)) {}

    std::vector<DocumentLine> lines;
    std::vector<SectionedLine> parts;

    Section at(int number) const
    {
        const auto found =
            std::ranges::find_if(parts, [number](const SectionedLine &one) { return one.line->number == number; });
        return found == parts.end() ? Section::Other : found->section;
    }
    DocumentTimes times() const { return documentTimes(proseTimes(parts, dayOrderOf(parts))); }
};

TEST(PostmortemSections, TitlesInManyWordsNameTheSameParts)
{
    EXPECT_EQ(sectionOfTitle("Timeline (all times UTC)"), Section::Timeline);
    EXPECT_EQ(sectionOfTitle("\u23F1 Incident Timeline"), Section::Timeline);
    EXPECT_EQ(sectionOfTitle("Key events"), Section::Timeline);
    EXPECT_EQ(sectionOfTitle("Root Cause: (RC)"), Section::RootCause);
    EXPECT_EQ(sectionOfTitle("Root Cause and Resolution"), Section::RootCause);
    EXPECT_EQ(sectionOfTitle("Corrective and Preventative Measures"), Section::Actions);
    EXPECT_EQ(sectionOfTitle("What went well"), Section::Lessons);
    EXPECT_EQ(sectionOfTitle("Executive Summary"), Section::Summary);
    EXPECT_EQ(sectionOfTitle("Affected crates"), Section::Other);
}

TEST(PostmortemSections, ATitleMayBeALineOfItsOwn)
{
    const Parted text("Web down\n\nIssue Summary\nIt was down.\nTimeline\n10:00 down\nRoot Cause: (RC)\nA "
                      "bug.\nPreventive measures\nTest.\n");
    EXPECT_EQ(text.at(1), Section::None);
    EXPECT_EQ(text.at(4), Section::Summary);
    EXPECT_EQ(text.at(6), Section::Timeline);
    EXPECT_EQ(text.at(8), Section::RootCause);
    EXPECT_EQ(text.at(10), Section::Actions);
}

TEST(PostmortemSections, ALabelGivesItsLineToThePart)
{
    const Parted text("# Hub\n\n**Impact**: nobody could log in\n**Root Causes**: a missing file\n");
    EXPECT_EQ(text.at(3), Section::Impact);
    EXPECT_EQ(text.parts[2].body, "nobody could log in");
    EXPECT_EQ(text.at(4), Section::RootCause);
}

TEST(PostmortemSections, LabelsWithinARowOfTheTimelineStayThere)
{
    const Parted text("# Timeline:\n12:15 PM: detected\nEscalation: to the database team\nResolution: more "
                      "memory\n\nRoot Cause:\nx\n");
    EXPECT_EQ(text.at(3), Section::Timeline);
    EXPECT_EQ(text.at(4), Section::Timeline);
    EXPECT_EQ(text.at(7), Section::RootCause);
}

TEST(PostmortemSections, AHeadingWithATimeStaysInTheTimelineAtAnyLevel)
{
    const Parted text("## Timeline\n### 23:21\nx\n## 23:27\ny\n## Conclusion\nz\n");
    EXPECT_EQ(text.at(5), Section::Timeline);
    EXPECT_EQ(text.at(7), Section::Lessons);
}

TEST(PostmortemFacts, TheTitleStandsInManyPlaces)
{
    EXPECT_EQ(documentTitle(Parted("# Hub down\n\ntext\n").parts), "Hub down");
    EXPECT_EQ(documentTitle(Parted("---\ntitle: \"Hub down\"\n---\n# Other\n").parts), "Hub down");
    EXPECT_EQ(
        documentTitle(Parted("x19-project\n\nHub down on Monday\n\nBy Ann\n\nIssue Summary\n").parts),
        "Hub down on Monday");
    EXPECT_EQ(documentTitle(Parted("Web server 02 down.\n\nTimeline:\n").parts), "Web server 02 down.");
    EXPECT_EQ(documentTitle(Parted("Issue Summary\nAt 7:30 pm it went down.\n").parts), "");
    EXPECT_EQ(documentTitle(Parted("![gif](a.gif)\n# Postmortem\n").parts), "Postmortem");
}

TEST(PostmortemFacts, LabelsAreReadAndNothingIsMadeUp)
{
    const Incident stated = incidentFacts(Parted("# Hub down\n\nBy Ann Lee, Bo\n\n**Severity:** SEV-1\n**Status**: "
                                                 "Complete\n\n## Summary\nIt\nbroke.\n\nTwice.\n")
                                              .parts);
    EXPECT_EQ(stated.severity, Severity::Sev1);
    EXPECT_EQ(stated.status, "Complete");
    EXPECT_THAT(stated.authors, ElementsAre("Ann Lee", "Bo"));
    EXPECT_EQ(stated.summary, "It broke.\n\nTwice.");
    const Incident bare = incidentFacts(Parted("# Hub down\n\nIt was a severe outage of the service.\n").parts);
    EXPECT_FALSE(bare.severity);
    EXPECT_EQ(bare.service, "");
    EXPECT_EQ(bare.summary, "It was a severe outage of the service.");
}

TEST(PostmortemProse, TheDayOfTheIncidentOutranksOtherDays)
{
    const auto dayOfText = [](std::string_view text) {
        const auto date = Parted(text).times().date;
        return date ? isoText(*date) : std::string("none");
    };
    EXPECT_EQ(dayOfText("# Hub\n\nPosted: 2021-01-29\nIncident from: 2021-01-28\n"), "2021-01-28");
    EXPECT_EQ(dayOfText("---\ndate: 2020-12-11\n---\n# Hub\n\nIt went down.\n"), "2020-12-11");
    EXPECT_EQ(dayOfText("# 2018-03-26, no space\n\nFixed by 2018-04-01.\n"), "2018-03-26");
    EXPECT_EQ(dayOfText("# Hub\n\n## Action items\n- Audit by December 22, 2023\n"), "none");
    EXPECT_EQ(dayOfText("# Hub\n\nLast Modified: 2019-02-09\n"), "none");
}

TEST(PostmortemProse, TheZoneOfMostRowsIsTheDocuments)
{
    const Parted text(
        "Summary\nDown at 10:00 EST.\n\nTimeline\n3:00 PM CAT - down\n4:00 PM EDT - found\n4:30 PM CAT - up\n");
    ASSERT_TRUE(text.times().zone);
    EXPECT_EQ(text.times().zone->text, "CAT");
    EXPECT_FALSE(Parted("Timeline\n10:00 down\n").times().zone);
}

TEST(PostmortemActions, ItemsParagraphsAndWrappedLinesAreActions)
{
    const Parted text("# Hub\n\n## Action Items\n\nWe will do this:\n\n- Add an alert that\n  fires early\n- [x] Write "
                      "it down\n- [ ] Test it\n\n## Notes\n- no action\n");
    const auto actions = documentActions(text.parts, 0);
    ASSERT_THAT(actions, SizeIs(3));
    EXPECT_EQ(actions[0].text, "Add an alert that fires early");
    EXPECT_EQ(actions[0].line, 7);
    EXPECT_EQ(actions[1].state, Action::State::Done);
    EXPECT_EQ(actions[2].state, Action::State::Open);
    EXPECT_EQ(actions[2].text, "Test it");
}

TEST(PostmortemActions, ATableWithAnOwnerIsATableOfActionsAnywhere)
{
    const Parted text("# Hub\n\n| Action Item | Type | Owner | Bug |\n|---|---|---|---|\n| Fix home | process | Core "
                      "team | DONE |\n| Test | process | Core team | TODO |\n");
    const auto actions = documentActions(text.parts, 0);
    ASSERT_THAT(actions, SizeIs(2));
    EXPECT_EQ(actions[0].owner, "Core team");
    EXPECT_EQ(actions[0].state, Action::State::Done);
    EXPECT_EQ(actions[1].state, Action::State::Open);
    EXPECT_THAT(
        documentActions(Parted("# Hub\n\n| Time | Event |\n|---|---|\n| 10:00 | down |\n").parts, 0), IsEmpty());
}

TEST(PostmortemActions, ADueDayIsIsoWhereItCanBeRead)
{
    const Parted text(
        "# Hub\n\n## Action items\n\n- Audit everything\nDue: Dec 10\n- Look later\nDue: next quarter.\nOwner: Bo\n");
    const auto actions = documentActions(text.parts, 2024);
    ASSERT_THAT(actions, SizeIs(2));
    EXPECT_EQ(actions[0].due, "2024-12-10");
    EXPECT_EQ(actions[1].due, "next quarter");
    EXPECT_EQ(actions[1].owner, "Bo");
}

TEST(PostmortemEvents, LinesAndDaysAreToldInWords)
{
    EXPECT_EQ(linesInWords({24}), "line 24");
    EXPECT_EQ(linesInWords({11, 7, 11}), "lines 7 and 11");
    EXPECT_EQ(linesInWords({3, 1, 2}), "lines 1, 2 and 3");
    WrittenTime time;
    time.month = 1;
    time.day = 16;
    EXPECT_EQ(dayInWords(time), "16 January");
    time.year = 2024;
    EXPECT_EQ(dayInWords(time), "16 January 2024");
    EXPECT_EQ(clockInWords({.hour = 9, .minute = 5, .second = {}}), "9:05");
    EXPECT_EQ(clockInWords({.hour = 9, .minute = 5, .second = 7}), "9:05:07");
}

TEST(PostmortemEvents, AFindingsKeyIsItsRuleAndItsFacts)
{
    const Finding one = makeFinding("order", QStringLiteral("t"), QStringLiteral("m"), {5, 3, 5}, {"10:00", "9:50"});
    EXPECT_THAT(one.lines, ElementsAre(3, 5));
    EXPECT_EQ(one.key, makeFinding("order", QStringLiteral("u"), QStringLiteral("n"), {9}, {"10:00", "9:50"}).key);
    EXPECT_NE(one.key, makeFinding("order", QStringLiteral("t"), QStringLiteral("m"), {3, 5}, {"10:00"}).key);
}

} // namespace
} // namespace downtimeline
