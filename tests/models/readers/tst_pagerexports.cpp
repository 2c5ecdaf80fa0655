// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"

using namespace downtimeline;
using namespace downtimeline::test;

TEST(Opsgenie, AnAlertHasItsSpanAndItsAcknowledgement)
{
    const std::string text = R"([{"id": "a1", "tinyId": "17", "message": "Checkout is slow", "status": "closed",
 "createdAt": "2024-01-16T10:00:00.000Z", "source": "probe", "priority": "P2",
 "report": {"ackTime": 600000, "closeTime": 1320000, "acknowledgedBy": "kim@example.com", "closedBy": "lee@example.com"}},
 {"id": "a2", "tinyId": "18", "message": "Disk", "createdAt": "2024-01-16T10:01:00Z", "report": {"ackTime": 0}}])";
    EXPECT_EQ(keyOf(text), "opsgenie");
    const auto events = eventsOf(readText("opsgenie", text));
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].kind, EventKind::Alert);
    EXPECT_EQ(events[0].length, std::chrono::minutes(22)) << "closing ends the alert and is no recovery";
    EXPECT_EQ(events[1].kind, EventKind::Acknowledgement);
    EXPECT_EQ(events[1].at, on16January(10, 10));
    EXPECT_EQ(events[1].actor, "kim@example.com");
    EXPECT_EQ(events[1].time.text, "2024-01-16T10:00:00.000Z + 600000 ms") << "what it was derived from";
    EXPECT_EQ(events[2].title, "Disk");
    EXPECT_FALSE(events[2].length);
}

TEST(Opsgenie, TheWordsOfALogTellTheKind)
{
    const std::string text = R"({"data": [
 {"log": "Alert created via API", "type": "system", "owner": "System", "createdAt": "2024-01-16T10:00:00Z", "offset": "1_1"},
 {"log": "Escalated to second line", "type": "system", "owner": "System", "createdAt": "2024-01-16T10:05:00Z", "offset": "1_2"},
 {"log": "Alert acknowledged via web", "type": "alertRecipient", "owner": "kim", "createdAt": "2024-01-16T10:10:00Z", "offset": "1_3"},
 {"log": "Alert unacknowledged via web", "type": "system", "owner": "kim", "createdAt": "2024-01-16T10:11:00Z", "offset": "1_4"},
 {"log": "Alert closed via web", "type": "system", "owner": "kim", "createdAt": "2024-01-16T10:22:00Z", "offset": "1_5"}]})";
    EXPECT_EQ(keyOf(text), "opsgenie");
    std::vector<EventKind> kinds;
    const auto events = eventsOf(readText("opsgenie", text));
    for (const Event &event : events)
        kinds.push_back(event.kind);
    using enum EventKind;
    EXPECT_EQ(kinds, (std::vector{Alert, Escalation, Acknowledgement, Note, Recovery}));
    EXPECT_EQ(events[2].recordId, "1_3");
}

TEST(Opsgenie, ADamagedLineSpoilsNoOther)
{
    const std::string alert = R"({"id": "a1", "tinyId": "1", "message": "m", "createdAt": "2024-01-16T10:00:00Z"})";
    const std::string text = alert + "\n{\"id\": \"a2\", \"tinyId\": \n" + alert + "\n";
    EXPECT_EQ(keyOf(text), "opsgenie");
    const ImportBatch batch = readText("opsgenie", text);
    EXPECT_EQ(eventsOf(batch).size(), 2U);
    ASSERT_EQ(batch.skipped.size(), 1U);
    EXPECT_EQ(batch.skipped[0].line, 2);
}

TEST(VictorOps, TransitionsAreTheEvents)
{
    const std::string text =
        R"([{"incidentNumber": "7", "currentPhase": "resolved", "entityDisplayName": "Checkout down",
 "service": "checkout", "startTime": "2024-01-16T10:00:00Z", "transitions": [
 {"name": "triggered", "at": "2024-01-16T10:00:00Z"}, {"name": "acknowledged", "at": "2024-01-16T10:10:00Z", "by": "kim"},
 {"name": "resolved", "at": "2024-01-16T10:22:00Z", "by": "kim"}]},
 {"incidentNumber": "8", "currentPhase": "triggered", "entityDisplayName": "Disk", "startTime": "2024-01-16T11:00:00Z",
 "transitions": []}])";
    EXPECT_EQ(keyOf(text), "victorops");
    const ImportBatch batch = readText("victorops", text);
    ASSERT_EQ(batch.incidents.size(), 2U);
    EXPECT_EQ(batch.incidents[0].incident.title, "Checkout down");
    const auto &events = batch.incidents[0].events;
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].title, "Checkout down");
    EXPECT_EQ(events[1].kind, EventKind::Acknowledgement);
    EXPECT_EQ(events[1].actor, "kim");
    EXPECT_EQ(events[2].kind, EventKind::Recovery);
    EXPECT_EQ(events[2].recordId, "7/3");
    ASSERT_EQ(batch.incidents[1].events.size(), 1U);
    EXPECT_EQ(batch.incidents[1].events[0].kind, EventKind::Alert);
}
