// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"

using namespace downtimeline;
using namespace downtimeline::test;

TEST(Journald, AFieldMayBeATextAListOfBytesOrNull)
{
    const std::string text =
        R"({"__CURSOR": "c1", "__REALTIME_TIMESTAMP": "1705399200000000", "PRIORITY": "6", "SYSLOG_IDENTIFIER": "systemd", "_SYSTEMD_UNIT": "init.scope", "MESSAGE": "Started web server"}
{"__CURSOR": "c2", "__REALTIME_TIMESTAMP": "1705399260000000", "_SOURCE_REALTIME_TIMESTAMP": "1705399259000000", "PRIORITY": "3", "MESSAGE": [98, 97, 100, 10, 255]}
{"__CURSOR": "c3", "__REALTIME_TIMESTAMP": "1705399261000000", "MESSAGE": null}
{"__CURSOR": "c4", "__REALTIME_TIMESTAMP": "1705399262000000", "SYSLOG_IDENTIFIER": "cron", "PRIORITY": "6", "MESSAGE": "Started nothing"}
)";
    EXPECT_EQ(keyOf(text), "journald");
    const ImportBatch batch = readText("journald", text);
    const auto events = eventsOf(batch);
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].kind, EventKind::Restart);
    EXPECT_EQ(events[0].at, on16January(10, 0));
    EXPECT_EQ(events[0].time.text, "1705399200000000");
    EXPECT_EQ(events[0].recordId, "c1");
    EXPECT_EQ(events[1].kind, EventKind::Alert) << "priority 3 is an error";
    EXPECT_EQ(events[1].title, "bad") << "the first line";
    EXPECT_EQ(events[1].at, on16January(10, 0) + std::chrono::seconds(59)) << "when it happened, not when it came";
    EXPECT_EQ(events[2].kind, EventKind::Note) << "only the manager of the system starts units";
    ASSERT_EQ(batch.skipped.size(), 1U);
    EXPECT_EQ(batch.skipped[0].line, 3);
}

TEST(Github, ACommitThatComesBackIsARollback)
{
    const auto deployment = [](int id, const char *sha, int minute, const char *environment) {
        return R"({"id": )" + std::to_string(id) + R"(, "sha": ")" + sha +
               R"(", "ref": "main", "task": "deploy", "environment": ")" + environment +
               R"(", "description": null, "creator": {"login": "kim"}, "created_at": "2024-01-16T10:)" +
               std::to_string(minute) + R"(:00Z"})";
    };
    // Newest first, as the list comes.
    const std::string text =
        "[" + deployment(4, "aaaaaaaaaa", 40, "production") + ",\n" + deployment(3, "aaaaaaaaaa", 30, "staging") + "," +
        deployment(2, "bbbbbbbbbb", 20, "production") + "," + deployment(1, "aaaaaaaaaa", 10, "production") + "]";
    EXPECT_EQ(keyOf(text), "github");
    const auto events = eventsOf(readText("github", text));
    ASSERT_EQ(events.size(), 4U);
    EXPECT_EQ(events[0].recordId, "1") << "in the order of time";
    EXPECT_EQ(events[0].kind, EventKind::Deploy);
    EXPECT_EQ(events[1].kind, EventKind::Deploy);
    EXPECT_EQ(events[2].kind, EventKind::Deploy) << "the first of staging";
    EXPECT_EQ(events[3].kind, EventKind::Rollback);
    EXPECT_LT(events[3].certainty, 1);
    EXPECT_EQ(events[3].title, "main (aaaaaaa) to production");
    EXPECT_EQ(events[3].actor, "kim");
}

TEST(Github, WhatIsNoCommitIsNotCutWithinACharacter)
{
    const std::string text =
        R"([{"id": 1, "sha": "abcdef\u00e9", "ref": "main", "task": "deploy", "environment": "production",
 "created_at": "2024-01-16T10:00:00Z"}])";
    const auto events = eventsOf(readText("github", text));
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].title, "main (abcdef\u00e9) to production");
}

TEST(Github, AStatusEndsItsDeployment)
{
    const std::string text =
        R"({"action": "created", "deployment_status": {"id": 5, "state": "success", "deployment_url": "u",
 "environment": "production", "creator": {"login": "kim"}, "created_at": "2024-01-16T10:05:00Z"},
 "deployment": {"id": 4, "sha": "aaaaaaaaaa", "ref": "main", "task": "deploy:revert", "environment": "production",
 "created_at": "2024-01-16T10:00:00Z"}})";
    EXPECT_EQ(keyOf(text), "github");
    const auto events = eventsOf(readText("github", text));
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].recordId, "status/5");
    EXPECT_EQ(events[0].progress, Progress::Completes);
    EXPECT_EQ(events[1].kind, EventKind::Rollback) << "its task says so";
    EXPECT_EQ(events[1].progress, Progress::Begins);
}

TEST(Prometheus, EachSetOfLabelsIsASeriesAndNaNIsAGap)
{
    const std::string text = R"({"status": "success", "data": {"resultType": "matrix", "result": [
 {"metric": {"__name__": "up", "job": "node"}, "values": [[1705399200, "1"], [1705399215.5, "NaN"], [1705399230.25, "0.5"]]},
 {"metric": {}, "values": [[1705399200, "+Inf"]]},
 {"metric": {"job": "a\"b"}, "values": [[1705399200, "1e3"]]}]}})";
    EXPECT_EQ(keyOf(text), "prometheus");
    const ImportBatch batch = readText("prometheus", text);
    const auto series = seriesOf(batch);
    ASSERT_EQ(series.size(), 2U) << "a series of gaps is none";
    EXPECT_EQ(series[0].series.name, "up{job=\"node\"}");
    ASSERT_EQ(series[0].samples.size(), 2U);
    EXPECT_EQ(series[0].samples[0], (Sample{.at = on16January(10, 0), .value = 1}));
    EXPECT_EQ(series[0].samples[1].at, on16January(10, 0) + std::chrono::milliseconds(30250));
    EXPECT_EQ(series[1].series.name, "{job=\"a\"b\"}");
    EXPECT_EQ(batch.skipped.size(), 2U);
}

TEST(Prometheus, PointsAreInTheOrderOfTimeAndEachInstantOnce)
{
    const std::string text =
        R"([{"metric": {"job": "a"}, "values": [[1705399230, "3"], [1705399200, "1"], [1705399230, "4"]]}])";
    const ImportBatch batch = readText("prometheus", text);
    const auto series = seriesOf(batch);
    ASSERT_EQ(series.size(), 1U);
    ASSERT_EQ(series[0].samples.size(), 2U);
    EXPECT_EQ(series[0].samples[0].value, 1);
    EXPECT_EQ(series[0].samples[1].value, 3) << "the first of the two";
    EXPECT_EQ(batch.skipped.size(), 1U) << "and that is told";
}

TEST(Prometheus, AVectorHasAPointASeries)
{
    const std::string text = R"([{"metric": {"__name__": "http_requests_total"}, "value": [1705399200.0, "42"]}])";
    EXPECT_EQ(keyOf(text), "prometheus");
    const auto series = seriesOf(readText("prometheus", text));
    ASSERT_EQ(series.size(), 1U);
    EXPECT_EQ(series[0].samples, (std::vector<Sample>{{.at = on16January(10, 0), .value = 42}}));
}
