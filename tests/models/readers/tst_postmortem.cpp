// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/readers/postmortemtest.h"

namespace downtimeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// The facts that the founding document and the sample share.
void expectFoundingFacts(const ReadIncident &read)
{
    std::vector<std::string> at;
    std::vector<int> lines;
    for (const Event &event : read.events) {
        at.push_back(isoText(event.time));
        lines.push_back(event.line);
        EXPECT_EQ(event.time.zoneOrigin, ZoneOrigin::Header);
        EXPECT_EQ(event.time.zone, "GMT + 1");
    }
    const std::string day = "2024-01-16T";
    EXPECT_THAT(
        at, ElementsAre(
                day + "09:45:00+01:00", day + "10:00:00+01:00", day + "10:00:00+01:00", day + "10:10:00+01:00",
                day + "10:15:00+01:00", day + "10:20:00+01:00", day + "10:20:00+01:00", day + "10:22:00+01:00"));
    EXPECT_THAT(lines, ElementsAre(13, 14, 15, 16, 17, 18, 19, 20));
    EXPECT_THAT(
        kinds(read),
        ElementsAre("deploy", "outage", "alert", "acknowledgement", "rollback", "rollback", "restart", "recovery"));
    ASSERT_THAT(read.events, SizeIs(8));
    EXPECT_EQ(read.events[0].progress, Progress::Begins);
    EXPECT_EQ(read.events[1].progress, Progress::Begins);
    EXPECT_EQ(read.events[4].progress, Progress::Begins);
    EXPECT_EQ(read.events[5].progress, Progress::Completes);
    EXPECT_EQ(read.events[6].progress, Progress::Begins);
    EXPECT_EQ(read.incident.zone, "GMT + 1");
    EXPECT_EQ(read.incident.offset, std::chrono::hours(1));
    EXPECT_FALSE(read.incident.severity);
    EXPECT_THAT(read.questions, IsEmpty());

    ASSERT_THAT(read.trafficClaims, SizeIs(2));
    EXPECT_DOUBLE_EQ(read.trafficClaims[0].percent, 100);
    EXPECT_EQ(read.trafficClaims[0].line, 20);
    EXPECT_EQ(read.trafficClaims[0].anchor, TrafficClaim::Anchor::Event);
    EXPECT_FALSE(read.trafficClaims[0].derived);
    EXPECT_DOUBLE_EQ(read.trafficClaims[1].percent, 0);
    EXPECT_EQ(read.trafficClaims[1].line, 11);
    EXPECT_EQ(read.trafficClaims[1].anchor, TrafficClaim::Anchor::ImpactStart);
    EXPECT_TRUE(read.trafficClaims[1].derived);
    EXPECT_EQ(read.trafficClaims[1].words, "100% impact");
}

void expectFoundingDoubts(const ReadIncident &read)
{
    ASSERT_THAT(read.actions, SizeIs(2));
    EXPECT_EQ(read.actions[0].line, 28);
    EXPECT_EQ(read.actions[1].line, 30);
    EXPECT_EQ(read.actions[0].owner, "");

    ASSERT_THAT(read.findings, SizeIs(2));
    const Finding *dates = findingOf(read, "two-dates");
    ASSERT_TRUE(dates);
    EXPECT_EQ(dates->title, "Two dates for one outage");
    EXPECT_EQ(dates->message, "16 January 2024 on lines 7 and 11; 5 September 2020 on line 24.");
    EXPECT_THAT(dates->lines, ElementsAre(7, 11, 24));
    const Finding *times = findingOf(read, "two-times");
    ASSERT_TRUE(times);
    EXPECT_EQ(times->title, "Two times for the rollback");
    EXPECT_EQ(times->message, "10:20 on line 18; 8:30 pm on line 24.");
    EXPECT_THAT(times->lines, ElementsAre(18, 24));

    ASSERT_THAT(read.explained, SizeIs(1));
    EXPECT_EQ(read.explained[0].text, "37 th minute");
    EXPECT_EQ(read.explained[0].line, 11);
    EXPECT_EQ(read.explained[0].from, "first event (9:45 AM)");
    EXPECT_EQ(read.explained[0].to, "recovered (10:22AM)");
}

TEST(PostmortemReader, TheFoundingDocumentGivesItsFacts)
{
    const std::filesystem::path path = DOWNTIMELINE_SHARED_DIR "/founding/0x19-postmortem.txt";
    if (!std::filesystem::exists(path))
        GTEST_SKIP() << "the founding document is not here";
    const ReadIncident read = readOne(wholeFile(path));
    EXPECT_EQ(read.incident.title, "Server Outage Incident report");
    EXPECT_THAT(read.incident.authors, ElementsAre("Ian Muhwanga", "CasualCartoon"));
    EXPECT_THAT(read.incident.summary, HasSubstr("37 th minute"));
    EXPECT_THAT(read.incident.rootCause, HasSubstr("authentication based on a 3 rd party software"));
    expectFoundingFacts(read);
    expectFoundingDoubts(read);
}

TEST(PostmortemReader, TheSampleGivesTheSameFacts)
{
    const ReadIncident read = readOne(wholeFile(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage.txt"));
    EXPECT_EQ(read.incident.title, "Outage of the web servers: incident review");
    expectFoundingFacts(read);
    expectFoundingDoubts(read);
}

} // namespace
} // namespace downtimeline
