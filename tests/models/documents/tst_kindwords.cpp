// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/kindwords.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

struct Meaning
{
    const char *text;
    EventKind kind;
};

class Meanings : public testing::TestWithParam<Meaning>
{};

TEST_P(Meanings, AreTheKind)
{
    EXPECT_EQ(kindKey(kindOf(GetParam().text).kind), kindKey(GetParam().kind)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    MoreWords, Meanings,
    testing::Values(
        Meaning{"Site goes down", EventKind::Outage}, Meaning{"All services returning 404", EventKind::Outage},
        Meaning{"Monitoring alert notifies the engineer", EventKind::Alert},
        Meaning{"A user complained that the page is missing", EventKind::Alert},
        Meaning{"Reverted the change", EventKind::Rollback}, Meaning{"Rebooted the database host", EventKind::Restart},
        Meaning{"Scaled the workers down to 0", EventKind::Mitigation},
        Meaning{"Killed the backup process", EventKind::Mitigation},
        Meaning{"Database connections stabilized", EventKind::Recovery},
        Meaning{"Node started responding again", EventKind::Recovery}, Meaning{"Outage resolved", EventKind::Recovery},
        Meaning{"Comms distributed to all users", EventKind::Communication},
        Meaning{"Decision made to roll back", EventKind::Note}, Meaning{"Incident is declared", EventKind::Note},
        Meaning{"Network latency ruled out", EventKind::Investigation},
        Meaning{"Misleading paths were taken", EventKind::Investigation},
        Meaning{"PR merged and deployed", EventKind::Deploy},
        Meaning{"An engineer noticed strange graphs", EventKind::Detection}));

INSTANTIATE_TEST_SUITE_P(
    APersonNotices, Meanings,
    testing::Values(
        Meaning{"Lena spots that the hit rate is zero", EventKind::Detection},
        Meaning{"Team member noticed certificate errors in the browser", EventKind::Detection},
        Meaning{"A support agent notices that search is empty", EventKind::Detection},
        Meaning{"Noticed elevated error rate on the dashboard", EventKind::Detection},
        Meaning{"Problem first noticed by the night shift", EventKind::Detection},
        Meaning{"Monitoring alert: latency spikes", EventKind::Alert},
        Meaning{"Found the cause in the logs", EventKind::Investigation},
        Meaning{"Customers report that search is empty", EventKind::Alert}));

INSTANTIATE_TEST_SUITE_P(
    MoreBeginningsAndEnds, Meanings,
    testing::Values(
        Meaning{"Mail delays begin", EventKind::Outage}, Meaning{"Pulls begin to fail", EventKind::Outage},
        Meaning{"Certificates expired", EventKind::Outage}, Meaning{"New certificates issued", EventKind::Mitigation},
        Meaning{"Incident ends, exit criterion reached", EventKind::Recovery},
        Meaning{"Streams are back", EventKind::Recovery}));

INSTANTIATE_TEST_SUITE_P(
    Words, Meanings,
    testing::Values(
        Meaning{"Upgrade of all servers begins", EventKind::Deploy}, Meaning{"Server outage begins", EventKind::Outage},
        Meaning{"Pagers alerted the crew", EventKind::Alert},
        Meaning{"Crew acknowledges the page", EventKind::Acknowledgement},
        Meaning{"Rollback begins", EventKind::Rollback}, Meaning{"Rolled Prow back to v2", EventKind::Rollback},
        Meaning{"Restart of the servers initiated", EventKind::Restart},
        Meaning{"100% of traffic is back online", EventKind::Recovery},
        Meaning{"Ticket escalated to the database team", EventKind::Escalation},
        Meaning{"Found that the latest deployment had not introduced any errors", EventKind::Investigation},
        Meaning{"Traffic rerouted to the second region", EventKind::Mitigation},
        Meaning{"Status page updated", EventKind::Communication}, Meaning{"Lunch arrives", EventKind::Note},
        Meaning{"Attempted a rollback", EventKind::Rollback}, Meaning{"Rollback fails", EventKind::Rollback},
        Meaning{"Customers report timeouts", EventKind::Alert}));

TEST(KindWords, ProgressTellsBeginningsEndsAndFailures)
{
    EXPECT_EQ(kindOf("Rollback initiation begins").progress, Progress::Begins);
    EXPECT_EQ(kindOf("Successful rollback").progress, Progress::Completes);
    EXPECT_EQ(kindOf("Server restart initiated").progress, Progress::Begins);
    EXPECT_EQ(kindOf("Rollback fails").progress, Progress::Fails);
    EXPECT_EQ(kindOf("Started the rollback, which did not work").progress, Progress::Fails)
        << "a failure outweighs a beginning";
    EXPECT_EQ(kindOf("Attempted a rollback").progress, Progress::Begins);
    EXPECT_EQ(kindOf("Pagers alerted the crew").progress, Progress::Unstated);
}

TEST(KindWords, WordsWithoutMeaningAreAnUnsureNote)
{
    const KindReading reading = kindOf("");
    EXPECT_EQ(reading.kind, EventKind::Note);
    EXPECT_LT(reading.certainty, 0.5);
    EXPECT_GT(kindOf("Successful rollback").certainty, 0.8);
}

TEST(KindWords, ALongTextIsReadInPart)
{
    EXPECT_EQ(kindOf("Restart of the pods", std::string(1 << 20, 'x')).kind, EventKind::Restart);
}

} // namespace
} // namespace downtimeline
