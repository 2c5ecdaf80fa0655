// SPDX-License-Identifier: GPL-3.0-or-later
// Exports that are tables, or come as JSON and as tables.
#include "csvtest.h"

using namespace downtimeline;
using namespace downtimeline::test;

TEST(Timesketch, LinesAreEventsWithTheirMachinesAndDescriptions)
{
    const std::string text = exportText("timesketch.jsonl");
    EXPECT_EQ(keyOf(text), "timesketch");
    const ImportBatch batch = readText("timesketch", text);
    const auto events = eventsOf(batch);
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].kind, EventKind::Deploy);
    EXPECT_EQ(events[0].at, on16January(9, 45));
    EXPECT_EQ(events[0].service, "proxy-1");
    EXPECT_EQ(events[0].actor, "kim");
    EXPECT_TRUE(events[0].detail.contains("tag: deploy, proxy"));
    EXPECT_TRUE(events[0].detail.contains("timestamp_desc: Event Logged"));
    EXPECT_EQ(events[1].title, "nginx: 502 from all backends");
    EXPECT_TRUE(events[1].detail.starts_with("upstream gone\n"));
    EXPECT_EQ(events[1].recordId, "t2");
    EXPECT_EQ(events[2].kind, EventKind::Rollback);
    EXPECT_TRUE(questionsOf(batch).empty());
}

TEST(Timesketch, TheCountBesideAClockWithoutAZoneTellsTheInstant)
{
    for (const char *file : {"timesketch.jsonl", "timesketch.csv"}) {
        const auto events = eventsOf(readText("timesketch", exportText(file)));
        ASSERT_EQ(events.size(), 3U) << file;
        EXPECT_EQ(events[1].at, on16January(10, 0)) << file;
        EXPECT_EQ(events[1].time.text, "2024-01-16 10:00:00") << "as written: " << file;
        EXPECT_EQ(events[1].time.offset, std::chrono::seconds(0)) << file;
    }
}

TEST(Timesketch, AZoneThatNothingTellsIsAskedFor)
{
    const ImportBatch batch =
        readText("timesketch", "message,datetime,timestamp_desc\nDisk full,2024-01-16 10:00:00,Event Logged\n");
    ASSERT_EQ(questionsOf(batch).size(), 1U);
    EXPECT_EQ(questionsOf(batch)[0].about, Question::About::Zone);
    EXPECT_EQ(questionsOf(batch)[0].line, 2);
}

TEST(Timesketch, ATableIsRecognisedByItsColumnsAndTellsWhatItDoesNotRead)
{
    const std::string text = exportText("timesketch.csv");
    EXPECT_EQ(keyOf(text), "timesketch");
    const ImportBatch batch = readText("timesketch", text);
    const auto events = eventsOf(batch);
    EXPECT_EQ(events[1].title, "502 from all backends, no answer");
    EXPECT_EQ(events[1].line, 3);
    ASSERT_EQ(batch.skipped.size(), 1U);
    EXPECT_TRUE(batch.skipped[0].reason.contains("colour")) << batch.skipped[0].reason;
}

TEST(DfirIris, EachRowHasItsOwnZone)
{
    const std::string text = exportText("iris.csv");
    EXPECT_EQ(keyOf(text), "iris");
    const ImportBatch batch = readText("iris", text);
    const auto events = eventsOf(batch);
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].at, on16January(9, 45));
    EXPECT_EQ(events[0].time.offset, std::chrono::hours(1));
    EXPECT_EQ(events[0].time.zoneOrigin, ZoneOrigin::Line);
    EXPECT_EQ(events[0].time.zone, "+01:00");
    EXPECT_EQ(events[1].at, on16January(10, 0));
    EXPECT_EQ(events[2].at, on16January(10, 20));
    EXPECT_TRUE(questionsOf(batch).empty());
    EXPECT_TRUE(batch.skipped.empty());
}

TEST(DfirIris, TheCategoryTellsTheKindWhereItIsAKindAndElseTheWordsDo)
{
    const auto events = eventsOf(readText("iris", exportText("iris.csv")));
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].kind, EventKind::Deploy);
    EXPECT_EQ(events[1].kind, EventKind::Outage);
    EXPECT_EQ(events[2].kind, EventKind::Rollback);
    EXPECT_TRUE(events[1].detail.starts_with("no answer from backends\n"));
    EXPECT_TRUE(events[1].detail.contains("assets: proxy-1;proxy-2"));
    EXPECT_TRUE(events[1].detail.contains("event_raw: 502, 502"));
}

TEST(DfirIris, ARowThatIsTooWideOrHasNoTimeCostsNoOther)
{
    const ImportBatch batch = readText(
        "iris", "event_date,event_tz,event_title\n2024-01-16T10:00:00,+00:00,First\nsoon,+00:00,Second\n"
                "2024-01-16T10:02:00,+00:00,Third, with a comma\n2024-01-16T10:03:00,+00:00,Fourth\n");
    const auto events = eventsOf(batch);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[1].title, "Fourth");
    ASSERT_EQ(batch.skipped.size(), 2U);
    EXPECT_EQ(batch.skipped[0].line, 3);
    EXPECT_EQ(batch.skipped[1].line, 4);
}

TEST(PagerDutyCsv, ARowIsAnIncidentWithItsAlertAndItsEnd)
{
    const std::string text = exportText("pagerduty_incidents.csv");
    EXPECT_EQ(keyOf(text), "pagerduty");
    const ImportBatch batch = readText("pagerduty", text);
    ASSERT_EQ(batch.incidents.size(), 3U);
    const ReadIncident &first = batch.incidents[0];
    EXPECT_EQ(first.incident.title, "api/ping is CRITICAL, again");
    EXPECT_EQ(first.incident.severity, Severity::Sev1);
    EXPECT_EQ(first.incident.service, "checkout");
    ASSERT_EQ(first.events.size(), 2U) << "durations are no events";
    EXPECT_EQ(first.events[0].kind, EventKind::Alert);
    EXPECT_EQ(first.events[0].recordId, "Q1/trigger");
    EXPECT_EQ(first.events[0].at, on16January(10, 0));
    EXPECT_TRUE(first.events[0].detail.contains("seconds_to_first_ack: 600"));
    EXPECT_EQ(first.events[1].kind, EventKind::Recovery);
    EXPECT_EQ(first.events[1].actor, "Kim");
    EXPECT_EQ(first.events[1].at, on16January(10, 22));
    EXPECT_EQ(batch.incidents[1].events.size(), 1U);
}

TEST(PagerDutyCsv, AnEndBeforeTheStartIsLeftOutAndTold)
{
    const ImportBatch batch = readText("pagerduty", exportText("pagerduty_incidents.csv"));
    EXPECT_EQ(batch.incidents[2].events.size(), 1U);
    EXPECT_FALSE(batch.incidents[2].incident.endedAt);
    ASSERT_EQ(batch.skipped.size(), 2U);
    EXPECT_TRUE(batch.skipped[0].reason.contains("auto_resolved"));
    EXPECT_EQ(batch.skipped[1].line, 4);
}

TEST(PagerDuty, AChangeEventIsADeployOrARollback)
{
    const std::string text = exportText("pagerduty_changes.json");
    EXPECT_EQ(keyOf(text), "pagerduty");
    const auto events = eventsOf(readText("pagerduty", text));
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].kind, EventKind::Deploy);
    EXPECT_EQ(events[0].service, "checkout");
    EXPECT_EQ(events[0].recordId, "C1");
    EXPECT_TRUE(events[0].detail.contains("https://ci.example/812"));
    EXPECT_EQ(events[1].kind, EventKind::Rollback);
    EXPECT_EQ(events[1].at, on16January(10, 15));
}

TEST(PagerDuty, AnalyticsTakeTheZoneThatStandsBehindThem)
{
    const std::string text = exportText("pagerduty_analytics.json");
    EXPECT_EQ(keyOf(text), "pagerduty");
    const ImportBatch batch = readText("pagerduty", text);
    ASSERT_EQ(batch.incidents.size(), 2U);
    const auto &events = batch.incidents[0].events;
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].at, on16January(10, 0));
    EXPECT_EQ(events[0].time.offset, std::chrono::hours(-5));
    EXPECT_EQ(events[0].time.zone, "America/New_York");
    EXPECT_EQ(events[0].time.zoneOrigin, ZoneOrigin::Document);
    EXPECT_EQ(events[0].time.text, "2024-01-16T05:00:00");
    EXPECT_EQ(batch.incidents[1].events.size(), 1U) << "it resolves before it is created";
    EXPECT_EQ(batch.skipped.size(), 2U) << "that, and the pages that follow";
    for (const ReadIncident &incident : batch.incidents)
        EXPECT_TRUE(incident.questions.empty());
}

TEST(PagerDuty, ABareListOfAnalyticsAsksForItsZone)
{
    const std::string text =
        R"([{"id": "Q1", "incident_number": 7, "description": "Down", "status": "resolved", "created_at": "2024-01-16T05:00:00",
 "resolved_at": "2024-01-16T05:22:00", "service_name": "s", "seconds_to_resolve": 1320}])";
    EXPECT_EQ(keyOf(text), "pagerduty");
    const ImportBatch batch = readText("pagerduty", text);
    EXPECT_EQ(eventsOf(batch).size(), 2U);
    ASSERT_EQ(questionsOf(batch).size(), 1U);
    EXPECT_EQ(questionsOf(batch)[0].about, Question::About::Zone);
}

TEST(Grafana, APanelIsRecognisedByItsQuotesAndReadAsSeries)
{
    const std::string text = exportText("grafana_panel.csv");
    EXPECT_EQ(keyOf(text), "grafana");
    EXPECT_EQ(keyOf("sep=,\n" + text), "grafana") << "as downloaded for a spreadsheet";
    EXPECT_EQ(keyOf("Time,p95\n2024-01-16 10:00:00,0.4\n"), "metrics") << "nobody's in particular";
    const ImportBatch batch = readText("grafana", text);
    const auto series = seriesOf(batch);
    ASSERT_EQ(series.size(), 2U);
    EXPECT_EQ(series[0].series.unit, "ms");
    EXPECT_EQ(series[0].samples.size(), 2U) << "an empty cell is a gap";
    EXPECT_DOUBLE_EQ(series[0].samples[1].value, 1200);
    EXPECT_EQ(series[1].series.unit, "percent");
    ASSERT_EQ(questionsOf(batch).size(), 1U);
    EXPECT_EQ(questionsOf(batch)[0].about, Question::About::Zone);
}

TEST(Grafana, AnAlertOfItsWebhookKeepsItsValues)
{
    const std::string text = exportText("grafana_alerts.json");
    EXPECT_EQ(keyOf(text), "grafana");
    const auto events = eventsOf(readText("grafana", text));
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, EventKind::Alert);
    EXPECT_EQ(events[0].title, "Errors over 5 %");
    EXPECT_EQ(events[0].service, "checkout");
    EXPECT_EQ(events[0].at, on16January(9, 0));
    EXPECT_FALSE(events[0].length) << "it still fires";
    EXPECT_EQ(events[0].recordId, "f1//2024-01-16T10:00:00+01:00");
    EXPECT_TRUE(events[0].detail.contains("value=7.2"));
    EXPECT_TRUE(events[0].detail.contains("viewPanel=2"));
}
