// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/kindwords.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using enum EventKind;

struct Meaning
{
    const char *text;
    EventKind kind;
};

class ShortRows : public testing::TestWithParam<Meaning>
{};

TEST_P(ShortRows, MeanTheirKind)
{
    EXPECT_EQ(kindKey(kindOf(GetParam().text).kind), kindKey(GetParam().kind)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Trouble, ShortRows,
    testing::Values(
        Meaning{"The shop went down", Outage}, Meaning{"Checkout is unavailable", Outage},
        Meaning{"The queue worker crashed", Outage}, Meaning{"Login stopped working", Outage},
        Meaning{"Front page returning 503", Outage}, Meaning{"Both replicas unreachable", Outage},
        Meaning{"Second outage begins", Outage}, Meaning{"Service degraded in the west", Outage},
        Meaning{"API not responding", Outage}, Meaning{"Impact begins for European users", Outage}));

INSTANTIATE_TEST_SUITE_P(
    FirstSigns, ShortRows,
    testing::Values(
        Meaning{"Pager goes off for the disk", Alert}, Meaning{"Alert fires: latency above 2 s", Alert},
        Meaning{"Customers complain in the forum", Alert}, Meaning{"The on-call was paged", Alert},
        Meaning{"A user reports a blank page", Alert}, Meaning{"First detected by the probe", Alert},
        Meaning{"An engineer noticed odd numbers", Detection},
        Meaning{"Engineers spotted the growing queue", Detection}));

INSTANTIATE_TEST_SUITE_P(
    People, ShortRows,
    testing::Values(
        Meaning{"Ada acknowledged the alert", Acknowledgement},
        Meaning{"Page acked by the second shift", Acknowledgement},
        Meaning{"Alert silenced for an hour", Acknowledgement}, Meaning{"Bo joined the call", Acknowledgement},
        Meaning{"Escalated to the vendor", Escalation}, Meaning{"Escalation to the network crew", Escalation},
        Meaning{"The storage team was brought in", Escalation},
        Meaning{"Opened a ticket with the provider", Escalation}));

INSTANTIATE_TEST_SUITE_P(
    Looking, ShortRows,
    testing::Values(
        Meaning{"Began to investigate the balancer", Investigation}, Meaning{"Found a full disk", Investigation},
        Meaning{"Root cause identified", Investigation}, Meaning{"Looked at the logs of the proxy", Investigation},
        Meaning{"Suspected a bad cable", Investigation}, Meaning{"Checked the firewall", Investigation},
        Meaning{"Ruled out the network", Investigation},
        Meaning{"Traced it to a missing index: cause discovered", Investigation},
        Meaning{"Debugging the scheduler", Investigation},
        Meaning{"Confirmed that certificates are valid", Investigation}));

INSTANTIATE_TEST_SUITE_P(
    Changes, ShortRows,
    testing::Values(
        Meaning{"Version 4.2 deployed", Deploy}, Meaning{"Release of the new client", Deploy},
        Meaning{"Upgrade of the kernel starts", Deploy}, Meaning{"Change merged to main", Deploy},
        Meaning{"Rollout to the first ring", Deploy}, Meaning{"Configuration push begins", Deploy},
        Meaning{"Rolled back to 4.1", Rollback}, Meaning{"Revert merged", Rollback},
        Meaning{"Rolling back the schema", Rollback}, Meaning{"Rollback complete", Rollback},
        Meaning{"We rolled the proxy back", Rollback}));

INSTANTIATE_TEST_SUITE_P(
    Repairs, ShortRows,
    testing::Values(
        Meaning{"Rebooted the switch", Restart}, Meaning{"Restarting all workers", Restart},
        Meaning{"Power cycled the rack", Restart}, Meaning{"Failed over to the standby", Mitigation},
        Meaning{"Rerouted requests to the second site", Mitigation}, Meaning{"Disabled the new flag", Mitigation},
        Meaning{"Scaled out to twelve pods", Mitigation}, Meaning{"Patched the config by hand", Mitigation},
        Meaning{"Drained the bad node", Mitigation}, Meaning{"Workaround in place", Mitigation},
        Meaning{"Repaired the damaged table", Mitigation}));

INSTANTIATE_TEST_SUITE_P(
    Endings, ShortRows,
    testing::Values(
        Meaning{"Service restored", Recovery}, Meaning{"All traffic is back online", Recovery},
        Meaning{"Error rate back to normal", Recovery}, Meaning{"Incident resolved", Recovery},
        Meaning{"Logins working again", Recovery}, Meaning{"Queue recovered", Recovery},
        Meaning{"Latency returned to normal", Recovery}, Meaning{"All clear given", Recovery},
        Meaning{"Status page updated to yellow", Communication},
        Meaning{"Announced the trouble by e-mail", Communication}, Meaning{"Tweeted about the delay", Communication},
        Meaning{"Comms sent to key accounts", Communication}, Meaning{"Incident declared", Note},
        Meaning{"Pizza for everyone", Note}, Meaning{"Decision made to wait until morning", Note}));

/// Words of one kind in a row that is of another.
INSTANTIATE_TEST_SUITE_P(
    NearMisses, ShortRows,
    testing::Values(
        Meaning{"Rollback fails", Rollback}, Meaning{"Tried a rollback, no change", Rollback},
        Meaning{"The latest deployment had not introduced any errors", Investigation},
        Meaning{"Discovered that the backup was unusable", Investigation},
        Meaning{"Restart of the database did not help", Restart},
        Meaning{"Investigation of the failed deployment begins", Investigation},
        Meaning{"Confirmed that the release is not a network problem", Investigation},
        Meaning{"Escalated the alert to the database team", Escalation},
        Meaning{"Status page says that the outage is resolved", Communication},
        Meaning{"Acknowledged the page about the outage", Acknowledgement}, Meaning{"Decision made to restart", Note}));

/// "Not" in front of an ending: the incident goes on.
INSTANTIATE_TEST_SUITE_P(
    NoEndings, ShortRows,
    testing::Values(
        Meaning{"The queue did not recover", Investigation}, Meaning{"Service is still not restored", Investigation},
        Meaning{"The problem was not resolved by the restart", Investigation},
        Meaning{"Shop is not back online", Investigation}, Meaning{"Index not fixed yet", Investigation},
        Meaning{"Still down after the reboot", Outage}, Meaning{"Nobody acknowledged the page", Alert},
        Meaning{"Traffic drops to zero", Outage}, Meaning{"Users cannot log in", Outage},
        Meaning{"Users can log in again", Recovery}, Meaning{"Requests time out", Outage},
        Meaning{"Decided to fail over", Mitigation}, Meaning{"Feature flag turned off", Mitigation},
        Meaning{"Service fully operational", Recovery}, Meaning{"Queue recovered, not all of it", Recovery}));

struct Stage
{
    const char *text;
    Progress progress;
};

class Stages : public testing::TestWithParam<Stage>
{};

TEST_P(Stages, AreTold)
{
    EXPECT_EQ(kindOf(GetParam().text).progress, GetParam().progress) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Words, Stages,
    testing::Values(
        Stage{"Restart begins", Progress::Begins}, Stage{"Began rolling back", Progress::Begins},
        Stage{"Restart initiated", Progress::Begins}, Stage{"Rollback attempted", Progress::Begins},
        Stage{"Rollback complete", Progress::Completes}, Stage{"Successfully restarted", Progress::Completes},
        Stage{"Deployment finished", Progress::Completes}, Stage{"Rolled back", Progress::Completes},
        Stage{"Restart fails", Progress::Fails}, Stage{"Unsuccessful rollback", Progress::Fails},
        Stage{"Restarted, but the trouble persists", Progress::Fails}, Stage{"Rollback failed", Progress::Fails},
        Stage{"Alert about the disk", Progress::Unstated}, Stage{"", Progress::Unstated}));

TEST(KindTable, TheDetailSpeaksWhereTheTitleSaysNothing)
{
    EXPECT_EQ(kindOf("10.3.2", "rolled back to the version before").kind, Rollback);
    EXPECT_EQ(kindOf("Ada", "acknowledged the page").kind, Acknowledgement);
}

TEST(KindTable, TheDetailDoesNotOutvoteAClearTitle)
{
    EXPECT_EQ(
        kindOf(
            "Rollback complete", "Everybody on the call had been waiting for this for quite a while by then, and "
                                 "some said that the outage was an alert gone wrong.")
            .kind,
        Rollback);
}

TEST(KindTable, AProgressIsReadFromTheTitleOnly)
{
    EXPECT_EQ(kindOf("Rollback", "it fails later").progress, Progress::Unstated);
}

TEST(KindTable, CaseAndMarksDoNotMatter)
{
    EXPECT_EQ(kindOf("ROLLED BACK!!!").kind, Rollback);
    EXPECT_EQ(kindOf("\u2014 rolled-back \u2014").kind, Rollback);
    EXPECT_EQ(kindOf("rolled\nback").kind, Rollback);
}

TEST(KindTable, PartsOfOtherWordsDoNotCount)
{
    EXPECT_EQ(kindOf("The rollbackery opened").kind, Note);
    EXPECT_EQ(kindOf("Packed lunch").kind, Note) << "no ack";
    EXPECT_EQ(kindOf("Downtown").kind, Note) << "not down";
}

TEST(KindTable, ACertaintyIsAlwaysAShare)
{
    for (const char *text :
         {"", "x", "Rollback fails", "outage alert ack escalated deploy rollback restart restored"}) {
        EXPECT_GT(kindOf(text).certainty, 0) << text;
        EXPECT_LT(kindOf(text).certainty, 1) << text;
    }
    EXPECT_LT(
        kindOf("outage alert ack escalated deploy rollback restart restored").certainty,
        kindOf("Rolled back").certainty);
}

} // namespace
} // namespace downtimeline
