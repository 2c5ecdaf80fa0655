// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/kind.h"
#include "models/domain/severity.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

TEST(EventKind, EveryKindIsFoundAgainByItsKey)
{
    for (const EventKind kind : allEventKinds())
        EXPECT_EQ(kindFromKey(kindKey(kind)), kind) << kindKey(kind);
}

TEST(EventKind, AnUnknownKeyIsNoKind)
{
    EXPECT_EQ(kindFromKey("Outage"), std::nullopt); // keys are lower case
    EXPECT_EQ(kindFromKey(""), std::nullopt);
}

TEST(EventKind, ADetectionStandsInTheAlertsLane)
{
    EXPECT_EQ(laneOf(EventKind::Detection), Lane::Alerts);
    EXPECT_EQ(laneOf(EventKind::Rollback), Lane::Changes);
    EXPECT_EQ(laneOf(EventKind::Restart), Lane::Recovery);
}

TEST(Severity, IsReadFromTheWordsThatToolsUse)
{
    EXPECT_EQ(severityFromText("SEV-1"), Severity::Sev1);
    EXPECT_EQ(severityFromText("p2"), Severity::Sev2);
    EXPECT_EQ(severityFromText("Severity: 3"), Severity::Sev3);
    EXPECT_EQ(severityFromText("Major"), Severity::Sev2);
    EXPECT_EQ(severityFromText("sev9"), std::nullopt);
    EXPECT_EQ(severityFromText(""), std::nullopt);
}

} // namespace
} // namespace downtimeline
