// SPDX-License-Identifier: GPL-3.0-or-later
// From a library to JSON and back again.
#include "csvtest.h"
#include "libraryimport.h"
#include "models/readers/exports/owntimes.h"
#include "models/report/incidentjson.h"
#include "models/storage/sourcestore.h"
#include "models/storage/wholeincidents.h"

#include <sstream>

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

constexpr std::string_view allFields = R"({"format": "downtimeline",
 "incident": {"id": "01234567-89ab-cdef-0123-456789abcdef", "title": "Checkout down", "severity": "sev1", "status": "resolved",
  "service": "checkout", "startedAt": "2024-01-16T10:00:00+01:00", "endedAt": "2024-01-16", "utcOffset": "+01:00",
  "zoneText": "GMT + 1", "summary": "S", "impact": "I", "rootCause": "R", "resolution": "F", "authors": ["Kim", "Lee"]},
 "events": [
  {"id": "11234567-89ab-cdef-0123-456789abcdef", "at": "2024-01-16T10:15:00.25+01:00", "atText": "10:15", "precision": "exact",
   "zoneText": "GMT + 1", "zoneFrom": "header", "until": "2024-01-16T10:20:00+01:00", "kind": "rollback", "title": "Rollback",
   "detail": "d", "actor": "Kim", "service": "s", "recordId": "r", "note": "n", "starred": true, "hidden": true, "line": 17,
   "certainty": 0.97, "progress": "begins"},
  {"at": "2024-01-16T10:20:00", "atText": "10:20", "precision": "exact", "until": "2024-01-16T10:22:00", "untilFrom": "user",
   "kind": "restart", "title": "Restart", "detail": "", "certainty": 1},
  {"at": "2024-01-16T14", "atText": "14:??", "precision": "hour", "utcOffset": "-05:00", "instant": "2024-01-16T19:00:00+00:00",
   "zoneFrom": "user", "kind": "note", "title": "Hour", "detail": "", "certainty": 1}],
 "series": [{"id": "21234567-89ab-cdef-0123-456789abcdef", "name": "p95", "measure": "responseTime", "unit": "ms", "stated": false,
   "samples": 3},
  {"name": "Traffic", "measure": "traffic", "unit": "percent", "stated": true, "samples": 1,
   "points": [{"percent": 0, "derived": true, "words": "100% impact", "at": "impact start", "line": 11}]}],
 "samples": [{"series": 0, "points": [[1705399200000000, 950], [1705399200000000, 7], [1705399215000000, 1200.5]]}, {"series": 4, "points": []}],
 "actions": [{"id": "31234567-89ab-cdef-0123-456789abcdef", "text": "Page earlier", "owner": "Lee", "due": "2024-02-01", "state": "done", "line": 28}],
 "findings": [{"rule": "two-dates", "key": "k1", "title": "Two dates", "message": "Two dates. On 7 and 24.", "lines": [7, 24], "decision": "dismissed"}],
 "explained": [{"text": "37 min", "from": "a", "to": "b", "line": 11}],
 "questions": [],
 "skipped": []}
)";

std::string exported(Library &library, IncidentId id)
{
    const Result<WholeIncident> whole = wholeIncident(library, id, true);
    EXPECT_TRUE(whole);
    std::ostringstream out;
    writeIncidentJson(out, "downtimeline", whole.value_or(WholeIncident{}), {});
    return out.str();
}

class OwnJson : public LibraryImport
{
protected:
    /// Exports, imports into a library of its own, and exports again.
    void expectTheSameBack(Library &library, IncidentId id)
    {
        const std::string first = exported(library, id);
        const std::unique_ptr<Library> other = fresh();
        const ImportOutcome outcome = import(*other, "x.downtimeline.json", first);
        ASSERT_EQ(outcome.incidents.size(), 1U);
        EXPECT_EQ(exported(*other, outcome.incidents[0]), first);
        EXPECT_EQ(outcome.skipped, 0);
    }
};

std::string readersText(const char *name)
{
    std::ifstream file(fixture(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST(OwnTimes, WhatIsPrintedIsReadBackPartByPart)
{
    for (const std::string_view text :
         {"2024-01-16T10:15:00.25-03:30", "2024-01-16T10:15:00", "2024-01-16T10:15", "--04-17T10:15", "10:15",
          "10:15:30", "2024-01-16", "--04-17", "2024-01-16T14", "2024-01-16T10:15:00+00:00"}) {
        std::optional<WrittenTime> time = timeOfIso(text);
        ASSERT_TRUE(time) << text;
        time->precision = text.ends_with("T14") ? Precision::Hour : Precision::Exact;
        EXPECT_EQ(isoText(*time), text);
    }
}

TEST(OwnTimes, AnythingElseIsNoTime)
{
    for (const std::string_view text :
         {"", "2024", "2024-13-01", "2024-01-32", "2024-01-16T", "2024-01-16T24:00", "2024-01-16T10:60",
          "2024-01-16T10:15:00.", "2024-01-16T10:15:00.1234567", "2024-01-16T10:15:00+1:00", "2024-01-16 10:15",
          "2024-01-16T10:15:00+01:00x", "10:1", "--1-1", "0000-01-01"}) {
        EXPECT_FALSE(timeOfIso(text)) << text;
    }
    EXPECT_FALSE(offsetOfText("01:00"));
    EXPECT_EQ(offsetOfText("-03:30"), -std::chrono::minutes(210));
}

TEST_F(OwnJson, EveryFieldIsReadBack)
{
    EXPECT_EQ(keyOf(std::string(allFields)), "downtimeline");
    const ImportBatch batch = readText("downtimeline", std::string(allFields));
    ASSERT_EQ(batch.incidents.size(), 1U);
    const ReadIncident &whole = batch.incidents[0];
    EXPECT_EQ(whole.incident.uuid, QUuid(QStringLiteral("01234567-89ab-cdef-0123-456789abcdef")));
    EXPECT_EQ(whole.incident.offset, std::chrono::hours(1));
    EXPECT_EQ(whole.incident.authors, (std::vector<std::string>{"Kim", "Lee"}));
    EXPECT_EQ(whole.incident.endedAt->precision, Precision::Day);
    ASSERT_EQ(whole.events.size(), 3U);
    EXPECT_EQ(whole.events[0].uuid, QUuid(QStringLiteral("11234567-89ab-cdef-0123-456789abcdef")));
    EXPECT_FALSE(whole.events[0].length) << "an end that follows from another event is left to follow again";
    EXPECT_EQ(whole.events[0].progress, Progress::Begins);
    EXPECT_EQ(whole.events[0].time.zoneOrigin, ZoneOrigin::Header);
    EXPECT_EQ(whole.events[0].time.clock->microsecond, 250'000);
    EXPECT_TRUE(whole.events[0].starred && whole.events[0].hidden);
    EXPECT_EQ(whole.events[0].note, "n");
    EXPECT_EQ(whole.events[1].length, std::chrono::minutes(2));
    EXPECT_EQ(whole.events[1].lengthOrigin, LengthOrigin::User);
    EXPECT_EQ(whole.events[2].at, on16January(19, 0));
    EXPECT_EQ(whole.events[2].time.offset, -std::chrono::hours(5));
    ASSERT_EQ(whole.series.size(), 1U);
    EXPECT_EQ(whole.series[0].series.measure, Measure::ResponseTime);
    ASSERT_EQ(whole.series[0].samples.size(), 2U);
    EXPECT_DOUBLE_EQ(whole.series[0].samples[1].value, 1200.5);
    ASSERT_EQ(whole.trafficClaims.size(), 1U);
    EXPECT_EQ(whole.trafficClaims[0].anchor, TrafficClaim::Anchor::ImpactStart);
    EXPECT_EQ(whole.actions[0].state, Action::State::Done);
    EXPECT_EQ(whole.findings[0].message, "On 7 and 24.");
    EXPECT_EQ(whole.findings[0].decision, Finding::Decision::Dismissed);
    EXPECT_EQ(whole.findings[0].key, "k1");
    EXPECT_EQ(whole.explained[0].line, 11);
    EXPECT_EQ(batch.skipped.size(), 2U) << "a sample that comes twice, and samples of no series";
}

TEST_F(OwnJson, ADocumentComesBackByteForByte)
{
    const std::unique_ptr<Library> library = fresh();
    const ImportOutcome outcome = import(*library, "postmortem.md", readersText("damage_postmortem_table.md"));
    ASSERT_EQ(outcome.incidents.size(), 1U);
    ASSERT_GT(outcome.eventsAdded, 2);
    const std::string text = exported(*library, outcome.incidents[0]);
    EXPECT_TRUE(text.contains("\"until\"") || text.contains("\"progress\"")) << text;
    expectTheSameBack(*library, outcome.incidents[0]);
}

TEST_F(OwnJson, EveryFieldComesBackByteForByte)
{
    const std::unique_ptr<Library> library = fresh();
    const ImportOutcome outcome = import(*library, "x.downtimeline.json", std::string(allFields));
    ASSERT_EQ(outcome.eventsAdded, 3);
    const std::string text = exported(*library, outcome.incidents[0]);
    for (const char *words :
         {"\"key\":\"k1\"", "1200.5]", "\"untilFrom\":\"user\"", "\"instant\":\"2024-01-16T19:00:00+00:00\"",
          "11234567-89ab-cdef-0123-456789abcdef", "31234567-89ab-cdef-0123-456789abcdef", "\"decision\":\"dismissed\""})
        EXPECT_TRUE(text.contains(words)) << words << '\n' << text;
    expectTheSameBack(*library, outcome.incidents[0]);
}

TEST_F(OwnJson, SeriesComeBackWithTheirSamples)
{
    const std::unique_ptr<Library> library = fresh();
    std::string table = "time,p95_ms,traffic\n";
    for (int second = 0; second < 5000; ++second)
        table += std::to_string(1'705'399'200 + second) + "," + std::to_string(second % 97 * 0.1) + ",1e-7\n";
    const ImportOutcome outcome = import(*library, "metrics.csv", table);
    ASSERT_EQ(outcome.samplesAdded, 10'000);
    expectTheSameBack(*library, outcome.incidents[0]);
}

TEST_F(OwnJson, AClockShiftIsInTheInstantsThatComeBack)
{
    const std::unique_ptr<Library> library = fresh();
    const ImportOutcome outcome = import(*library, "events.csv", readersText("events.csv"));
    SourceStore sources(*library);
    ASSERT_TRUE(sources.setClockShift(sources.list(outcome.incidents[0]).value()[0].id, std::chrono::seconds(90)));
    const std::string text = exported(*library, outcome.incidents[0]);
    EXPECT_TRUE(text.contains("\"instant\"")) << text;
    expectTheSameBack(*library, outcome.incidents[0]);
}

TEST_F(OwnJson, ASecondImportAddsNothing)
{
    const std::unique_ptr<Library> library = fresh();
    const ImportOutcome first = import(*library, "x.downtimeline.json", std::string(allFields));
    const std::string before = exported(*library, first.incidents[0]);
    const ImportOutcome second = import(*library, "x.downtimeline.json", std::string(allFields));
    EXPECT_EQ(second.incidents, first.incidents) << "known by its uuid";
    EXPECT_EQ(second.eventsAdded, 0);
    EXPECT_EQ(second.eventsDiffering, 0);
    EXPECT_EQ(second.seriesAdded, 0);
    EXPECT_EQ(second.samplesAdded, 0);
    EXPECT_EQ(second.othersAdded, 0);
    EXPECT_EQ(exported(*library, first.incidents[0]), before);
}

TEST_F(OwnJson, WhatInspectPrintsOfSeveralIncidentsIsReadToo)
{
    const ImportBatch batch = readText("pagerduty", exportText("pagerduty_incidents.csv"));
    std::ostringstream out;
    writeIncidentsJson(out, "pagerduty", batch.incidents, batch.skipped);
    EXPECT_EQ(keyOf(out.str()), "downtimeline");
    const ImportBatch back = readText("downtimeline", out.str());
    ASSERT_EQ(back.incidents.size(), batch.incidents.size());
    for (std::size_t i = 0; i < back.incidents.size(); ++i) {
        EXPECT_EQ(back.incidents[i].incident.title, batch.incidents[i].incident.title);
        ASSERT_EQ(back.incidents[i].events.size(), batch.incidents[i].events.size());
        EXPECT_EQ(back.incidents[i].events[0], batch.incidents[i].events[0]);
    }
}

TEST_F(OwnJson, ATimeWithoutADateIsKeptAndAskedFor)
{
    const ImportBatch batch = readText("downtimeline", R"({"format": "postmortem", "incident": {}, "events": [
 {"at": "10:15", "atText": "10:15AM", "precision": "exact", "kind": "alert", "title": "Paged", "detail": "", "line": 12},
 {"at": null, "atText": "", "precision": "unknown", "kind": "note", "title": "Sometime", "detail": ""}]})");
    ASSERT_EQ(eventsOf(batch).size(), 1U);
    EXPECT_FALSE(eventsOf(batch)[0].at);
    EXPECT_EQ(eventsOf(batch)[0].time.clock->minute, 15);
    ASSERT_EQ(questionsOf(batch).size(), 2U);
    EXPECT_EQ(questionsOf(batch)[1].about, Question::About::Date);
    EXPECT_EQ(questionsOf(batch)[1].line, 12);
    ASSERT_EQ(batch.skipped.size(), 1U);
    EXPECT_EQ(batch.skipped[0].line, 3);
}
