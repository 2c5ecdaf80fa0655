// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"
#include "models/readers/textsource.h"

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

constexpr const char *statuspage =
    R"({"page": {"id": "p"}, "incidents": [{"id": "i1", "name": "Slow", "status": "resolved",
 "impact": "major", "started_at": "2024-01-16T11:00:00+01:00", "resolved_at": "2024-01-16T10:22:00Z", "incident_updates": [
 {"id": "u2", "status": "resolved", "body": "Back.", "display_at": "2024-01-16T10:22:00Z", "created_at": "2024-01-16T10:30:00Z"},
 {"id": "u1", "status": "monitoring", "body": "Fix in.", "display_at": "2024-01-16T10:15:00Z"},
 {"id": "u0", "status": "investigating", "body": "No time"}]}]})";

constexpr const char *webhook = R"({"version": "4", "truncatedAlerts": 2, "alerts": [
 {"status": "resolved", "labels": {"alertname": "Disk", "instance": "a"}, "annotations": {"summary": "Disk full"},
  "startsAt": "2024-01-16T10:00:00.123456789Z", "endsAt": "2024-01-16T10:05:00Z", "fingerprint": "f1"},
 {"status": "firing", "labels": {"alertname": "Cpu"}, "annotations": {},
  "startsAt": "2024-01-16T10:01:00Z", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "f2"}]})";

} // namespace

TEST(Statuspage, AnIncidentHasItsStartAndItsUpdatesInOrderOfTime)
{
    EXPECT_EQ(keyOf(statuspage), "statuspage");
    const ImportBatch batch = readText("statuspage", statuspage);
    ASSERT_EQ(batch.incidents.size(), 1U);
    EXPECT_EQ(batch.incidents[0].incident.title, "Slow");
    const auto events = eventsOf(batch);
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].kind, EventKind::Outage);
    EXPECT_EQ(events[0].at, on16January(10, 0));
    EXPECT_EQ(events[0].time.text, "2024-01-16T11:00:00+01:00");
    EXPECT_EQ(events[1].kind, EventKind::Mitigation);
    EXPECT_EQ(events[2].kind, EventKind::Recovery);
    EXPECT_EQ(events[2].recordId, "u2");
    EXPECT_TRUE(events[2].detail.contains("10:30"));
    ASSERT_EQ(batch.skipped.size(), 1U);
    EXPECT_EQ(batch.skipped[0].line, 1);
}

TEST(Alertmanager, AnAlertThatClearsEndsItsOwnSpanAndIsNoRecovery)
{
    EXPECT_EQ(keyOf(webhook), "alertmanager");
    const ImportBatch batch = readText("alertmanager", webhook);
    const auto events = eventsOf(batch);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].kind, EventKind::Alert);
    EXPECT_EQ(events[0].title, "Disk full");
    EXPECT_EQ(events[0].line, 2);
    EXPECT_EQ(*events[0].at + *events[0].length, on16January(10, 5));
    EXPECT_EQ(events[0].lengthOrigin, LengthOrigin::Record);
    EXPECT_EQ(events[1].title, "Cpu");
    EXPECT_FALSE(events[1].length) << "the year 1 means that it still fires";
    EXPECT_NE(events[0].recordId, events[1].recordId);
    ASSERT_EQ(batch.skipped.size(), 1U) << "the alerts that were left out are told";
}

TEST(PagerDuty, BothSpellingsOfAnAcknowledgementAreOne)
{
    const std::string text = R"({"log_entries": [
 {"id": "A", "type": "trigger_log_entry", "summary": "Triggered", "created_at": "2024-01-16T10:00:00Z", "agent": {"summary": "web"}, "channel": {"type": "api"}},
 {"id": "B", "type": "acknowledge_log_entry", "created_at": "2024-01-16T10:10:00Z", "agent": {}, "channel": {}},
 {"id": "C", "type": "acknowledgement_log_entry", "created_at": "2024-01-16T10:11:00Z"},
 {"id": "D", "type": "exhaust_escalation_path_log_entry", "created_at": "2024-01-16T10:12:00Z"},
 {"id": "E", "type": "unacknowledge_log_entry", "created_at": "2024-01-16T10:13:00Z"},
 {"id": "F", "type": "resolve_log_entry", "created_at": "2024-01-16T10:22:00Z"}], "more": true})";
    EXPECT_EQ(keyOf(text), "pagerduty");
    const ImportBatch batch = readText("pagerduty", text);
    std::vector<EventKind> kinds;
    for (const Event &event : eventsOf(batch))
        kinds.push_back(event.kind);
    using enum EventKind;
    EXPECT_EQ(kinds, (std::vector{Alert, Acknowledgement, Acknowledgement, Escalation, Note, Recovery}));
    EXPECT_EQ(eventsOf(batch)[0].recordId, "A");
    EXPECT_EQ(eventsOf(batch)[0].actor, "web");
    EXPECT_EQ(batch.skipped.size(), 1U) << "more pages are told";
}

TEST(PagerDuty, AnIncidentHasItsAlertAndItsEnd)
{
    const std::string text = R"([{"incident_number": 7, "title": "On fire", "created_at": "2024-01-16T10:00:00Z",
 "status": "resolved", "resolved_at": "2024-01-16T10:22:00Z", "priority": {"summary": "P2"}}])";
    EXPECT_EQ(keyOf(text), "pagerduty");
    const ImportBatch batch = readText("pagerduty", text);
    const auto events = eventsOf(batch);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(batch.incidents[0].incident.severity, Severity::Sev2);
    EXPECT_EQ(events[1].kind, EventKind::Recovery);
    EXPECT_EQ(events[1].recordId, "7/resolve");
}

TEST(Grafana, ARegionIsASpanAndTagsTellTheKind)
{
    const std::string text =
        R"([{"id": 4, "time": 1705399200000, "timeEnd": 1705399260000, "text": "v2", "tags": ["Deploy"],
 "newState": ""}, {"id": 5, "time": 1705399200000, "timeEnd": 1705399200000, "text": "p95", "tags": [], "newState": "Alerting"},
 {"id": 6, "time": 1705399200000, "timeEnd": 1705399200000, "text": "p95", "tags": [], "newState": "OK"}])";
    EXPECT_EQ(keyOf(text), "grafana");
    const auto events = eventsOf(readText("grafana", text));
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].kind, EventKind::Deploy);
    EXPECT_EQ(events[0].at, on16January(10, 0));
    EXPECT_EQ(events[0].length, std::chrono::minutes(1));
    EXPECT_EQ(events[0].time.text, "1705399200000");
    EXPECT_EQ(events[1].kind, EventKind::Alert);
    EXPECT_FALSE(events[1].length);
    EXPECT_EQ(events[2].kind, EventKind::Note) << "an alert that clears is no recovery";
}

TEST(Kubernetes, ARepeatedEventIsASpanAndTheNewerNamesAreKnown)
{
    const std::string text = R"({"kind": "List", "items": [
 {"metadata": {"uid": "u1"}, "involvedObject": {"kind": "Pod", "name": "api"}, "reason": "BackOff", "message": "m", "count": 3,
  "eventTime": null, "firstTimestamp": "2024-01-16T10:00:00Z", "lastTimestamp": "2024-01-16T10:05:00Z"},
 {"metadata": {"uid": "u2"}, "regarding": {"name": "web"}, "reason": "Killing", "note": "n",
  "eventTime": "2024-01-16T10:06:00.5Z"}]})";
    EXPECT_EQ(keyOf(text), "kubernetes");
    const auto events = eventsOf(readText("kubernetes", text));
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].kind, EventKind::Alert);
    EXPECT_EQ(events[0].length, std::chrono::minutes(5));
    EXPECT_EQ(events[1].kind, EventKind::Restart);
    EXPECT_EQ(events[1].title, "Killing: n");
    EXPECT_EQ(events[1].recordId, "u2");
}

TEST(Exports, JsonThatNobodyKnowsIsClaimedByNobody)
{
    EXPECT_EQ(keyOf("{\"a\": 1}"), "");
    EXPECT_EQ(keyOf("[[1, 2], [3, 4]]"), "");
    EXPECT_EQ(keyOf("[13:26] outage begins {status}"), keyOf("[13:26] outage begins (status)"));
}

TEST(Exports, TheSharedSamplesAreRecognisedAndReadWithoutASkip)
{
    int seen = 0;
    for (const auto &[file, key] : std::initializer_list<std::pair<const char *, const char *>>{
             {"statuspage/faros-incidents.json", "statuspage"},
             {"pagerduty/faros-incidents.json", "pagerduty"},
             {"pagerduty/faros-log_entries.json", "pagerduty"},
             {"alertmanager/prom2teams-all_ok.json", "alertmanager"},
             {"alertmanager/prom2teams-all_ok_multiple.json", "alertmanager"},
             {"grafana-annotations/apidoc-1.json", "grafana"},
             {"kubernetes-events/troubleshoot-message-image-pull-fail.json", "kubernetes"},
             {"opsgenie/faros-alerts.json", "opsgenie"},
             {"other/victorops-faros-incidents.json", "victorops"},
             {"prometheus/victoriametrics-prometheus-matrix.json", "prometheus"},
             {"journald/lnav-logfile_journald.json", "journald"},
             {"github-deployments/octokit-deployment-payload.json", "github"},
             {"github-deployments/octokit-deployment_status-payload.json", "github"},
             {"github-deployments/octokit-deployment_status-gh-pages.payload.json", "github"}}) {
        const auto source =
            openByteSource(QString::fromUtf8(DOWNTIMELINE_SHARED_DIR "/corpus/exports/") + QString::fromUtf8(file));
        if (!source)
            GTEST_SKIP() << "the shared folder is not on this machine";
        const auto reader = recognise(**source);
        ASSERT_TRUE(reader && *reader) << file;
        EXPECT_EQ((*reader)->key(), key) << file;
        BatchSink sink;
        ASSERT_TRUE((*reader)->read(**source, {}, sink, {})) << file;
        EXPECT_FALSE(eventsOf(sink.batch()).empty() && seriesOf(sink.batch()).empty()) << file;
        EXPECT_TRUE(sink.batch().skipped.empty()) << file;
        ++seen;
    }
    EXPECT_EQ(seen, 14);
}

TEST(Exports, ADamagedFileReadsTheSameHoweverItsBytesAreCut)
{
    // Found by fuzzing: a byte that no UTF-8 has, where no value may stand.
    const std::string bytes("[{\"incident_nury\": \"4\0-\0010\0001\0-\0001\0006P2\"}\0T\0001}]\0000\xf6 r", 47);
    const auto readIn = [&bytes](const char *key, std::size_t chunk) {
        SplitSource source(bytes, chunk, chunk);
        BatchSink sink;
        const Status read = readerOfKey(key)->read(source, {}, sink, {});
        return std::pair(read ? std::string() : read.error().message.toStdString(), sink.take());
    };
    for (const char *key : {"github", "grafana", "journald", "statuspage"}) {
        const auto whole = readIn(key, bytes.size());
        for (const Skip &skip : whole.second.skipped)
            EXPECT_TRUE(isCleanText(skip.reason)) << key << ": " << skip.reason;
        for (std::size_t chunk = 2; chunk < bytes.size(); ++chunk)
            EXPECT_EQ(readIn(key, chunk), whole) << key << " in chunks of " << chunk;
    }
}

TEST(Exports, AByteOrderMarkMayBeCut)
{
    const std::string text = "\xEF\xBB\xBF" + std::string(statuspage);
    EXPECT_EQ(keyOf(text), "statuspage");
    for (const std::size_t chunk : {1U, 2U, 3U, 1000U}) {
        SplitSource source(text, chunk, chunk);
        BatchSink sink;
        ASSERT_TRUE(readerOfKey("statuspage")->read(source, {}, sink, {})) << chunk;
        EXPECT_EQ(eventsOf(sink.batch()).size(), 3U) << chunk;
    }
}
