// SPDX-License-Identifier: GPL-3.0-or-later
// JSON of nobody's in particular, read as the tables are.
#include "csvtest.h"

using namespace downtimeline;
using namespace downtimeline::test;

TEST(AnyJson, AListUnderSomeKeyIsATableOfEvents)
{
    const std::string text = exportText("any_events.json");
    EXPECT_EQ(keyOf(text), "events");
    const ImportBatch batch = readText("events", text);
    const auto events = eventsOf(batch);
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].kind, EventKind::Outage);
    EXPECT_EQ(events[0].title, "Checkout is down");
    EXPECT_EQ(events[0].at, on16January(9, 0));
    EXPECT_EQ(events[0].length, std::chrono::minutes(22));
    EXPECT_EQ(events[0].recordId, "a");
    EXPECT_EQ(events[0].line, 2);
    EXPECT_EQ(events[1].actor, "Kim");
    EXPECT_EQ(events[2].line, 4);
    ASSERT_EQ(batch.skipped.size(), 1U);
    EXPECT_TRUE(batch.skipped[0].reason.contains("extra.region")) << "told as not read";
}

TEST(AnyJson, LinesAreEventsAndADamagedOneSpoilsNoOther)
{
    const std::string text = exportText("any_events.jsonl");
    EXPECT_EQ(keyOf(text), "events");
    EXPECT_EQ(eventsOf(readText("events", text)).size(), 3U);
    const std::size_t second = text.find('\n') + 1;
    const ImportBatch batch =
        readText("events", text.substr(0, second + 20) + text.substr(second + 30) + "null\n\n7\n");
    const auto events = eventsOf(batch);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].kind, EventKind::Alert);
    EXPECT_EQ(events[1].title, "well again");
    std::vector<int> lines;
    for (const Skip &skip : batch.skipped)
        lines.push_back(skip.line);
    EXPECT_EQ(lines, (std::vector{1, 2, 4, 6})) << "the columns that are not read stand on the first line";
}

TEST(AnyJson, ADamagedFirstLineHidesNotThatThereAreLines)
{
    for (const char *name : {"any_events.jsonl", "timesketch.jsonl", "journald.json"}) {
        std::string text = exportText(name);
        const std::string key = keyOf(text);
        const std::size_t whole = eventsOf(readText(key, text)).size();
        text[text.find(':')] = '"';
        EXPECT_EQ(keyOf(text), key) << name;
        const ImportBatch batch = readText(key, text);
        EXPECT_EQ(eventsOf(batch).size(), whole - 1) << name;
        ASSERT_FALSE(batch.skipped.empty()) << name;
        EXPECT_EQ(batch.skipped[0].line, 1) << name;
    }
}

TEST(AnyJson, ADocumentThatEndsEarlyIsRecognisedAndKeepsItsRows)
{
    for (const char *name : {"any_events.json", "opsgenie_log.json", "pagerduty_log_entries.json"}) {
        const std::string text = exportText(name);
        const std::string cut = text.substr(0, text.rfind('{') + 20) + "\x01\x02";
        EXPECT_EQ(keyOf(cut), keyOf(text)) << name;
        const ImportBatch batch = readText(keyOf(text), cut);
        EXPECT_EQ(eventsOf(batch).size(), eventsOf(readText(keyOf(text), text)).size() - 1) << name;
        EXPECT_FALSE(batch.skipped.empty()) << name;
    }
}

TEST(AnyJson, KeysWithinKeysAreColumnsOfNumbers)
{
    const std::string text = exportText("any_metrics.jsonl");
    EXPECT_EQ(keyOf(text), "metrics");
    const auto series = seriesOf(readText("metrics", text));
    ASSERT_EQ(series.size(), 2U);
    EXPECT_EQ(series[0].series.unit, "ms");
    EXPECT_EQ(series[0].series.measure, Measure::ResponseTime);
    ASSERT_EQ(series[0].samples.size(), 2U) << "null is a gap";
    EXPECT_EQ(series[0].samples[1].at, on16January(10, 0, 15));
    EXPECT_DOUBLE_EQ(series[0].samples[1].value, 1200.5);
    EXPECT_EQ(series[1].series.unit, "percent");
    EXPECT_EQ(series[1].samples.size(), 3U);
}

TEST(AnyJson, TheUsersWordOnAColumnHoldsAsInATable)
{
    const std::string text = R"([{"a": {"b": "2024-01-16T10:00:00Z"}, "x": "first", "y": "deploy"},
 {"a": {"b": "2024-01-16T10:01:00Z"}, "x": "second", "y": "alert"}])";
    ReadOptions options;
    options.columns = {{"a.b", "time"}, {"x", "detail"}, {"y", "kind"}};
    const auto events = eventsOf(readText("events", text, options));
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[1].at, on16January(10, 1));
    EXPECT_EQ(events[1].kind, EventKind::Alert);
    EXPECT_EQ(events[1].title, "second");
}

TEST(AnyJson, AFieldThatComesLateIsTold)
{
    std::string text;
    for (int minute = 0; minute < 2000; ++minute)
        text += R"({"time": "2024-01-16T10:00:00Z", "title": "row )" + std::to_string(minute) + "\"}\n";
    text += R"({"time": "2024-01-16T10:00:00Z", "title": "last", "surprise": 7})"
            "\n";
    const ImportBatch batch = readText("events", text);
    EXPECT_EQ(eventsOf(batch).size(), 2001U);
    ASSERT_EQ(batch.skipped.size(), 1U);
    EXPECT_TRUE(batch.skipped[0].reason.contains("surprise"));
}

TEST(AnyJson, AListOfValuesIsOneCellAndAListOfObjectsIsNone)
{
    const std::string text =
        R"([{"time": "2024-01-16T10:00:00Z", "title": "a", "detail": ["x", 2, true], "parts": [{"time": "t"}]}])";
    const auto events = eventsOf(readText("events", text));
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].detail, "x, 2, true");
}

TEST(AnyJson, WithoutATimeItIsNobodys)
{
    EXPECT_EQ(keyOf(R"([{"id": 1, "name": "kim"}, {"id": 2, "name": "lee"}])"), "");
    EXPECT_EQ(keyOf(R"({"name": "package", "version": "1.0.0", "scripts": {"test": "x"}})"), "");
    const auto source = memorySource("x.json", "[[1, 2]]");
    BatchSink sink;
    const Status read = readerOfKey("events")->read(*source, {}, sink, {});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, Error::Code::NotRecognised);
}

TEST(AnyJson, AnyCutReadsTheSame)
{
    for (const auto &[name, key] :
         {std::pair("any_events.json", "events"), std::pair("any_events.jsonl", "events"),
          std::pair("any_metrics.jsonl", "metrics")}) {
        const std::string text = exportText(name);
        const ImportBatch whole = readText(key, text);
        for (std::size_t chunk = 1; chunk < 70; ++chunk) {
            SplitSource source(text, chunk, chunk);
            BatchSink sink;
            ASSERT_TRUE(readerOfKey(key)->read(source, {}, sink, {}));
            ASSERT_EQ(sink.batch(), whole) << name << " in chunks of " << chunk;
        }
    }
}

TEST(AnyJson, ALineOfAMillionLevelsIsToldAndTheNextIsRead)
{
    const std::string row = R"({"time": "2024-01-16T10:00:00Z", "title": "a"})"
                            "\n";
    const std::string text = row + row + R"({"time": "x", "title": )" + std::string(1'000'000, '[') + "\n" + row;
    const ImportBatch batch = readText("events", text);
    EXPECT_EQ(eventsOf(batch).size(), 3U);
    ASSERT_EQ(batch.skipped.size(), 1U);
    EXPECT_EQ(batch.skipped[0].line, 3);
}
