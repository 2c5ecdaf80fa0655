// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"
#include "models/readers/tables/tablecolumns.h"

#include <filesystem>
#include <random>

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::optional<TableColumns> columnsOf(std::string_view key, const std::string &text, const ReadOptions &options = {})
{
    const auto source = memorySource("sample.csv", text);
    const auto columns = readerOfKey(key)->columns(*source, options);
    EXPECT_TRUE(columns) << key;
    return columns.value_or(std::nullopt);
}

/// Each column's name with how it is read.
Pairs meanings(const std::optional<TableColumns> &table)
{
    Pairs pairs;
    for (std::size_t i = 0; table && i < table->columns.size(); ++i)
        pairs.emplace_back(table->columns[i].name, textOf(table->columns[i].choice));
    return pairs;
}

std::string textOfFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<double> valuesOf(const ReadSeries &series)
{
    std::vector<double> values;
    for (const Sample &sample : series.samples)
        values.push_back(sample.value);
    return values;
}

} // namespace

TEST(TableColumns, TheGuessIsShownWithASampleOfEachColumn)
{
    const auto table = columnsOf(
        "events", "When;Sort;What happened;Host;Weather\n2024-01-16T10:00:00Z;;Database down;"
                  "db-1;rain\n2024-01-16T10:05:00Z;alert;Paged;db-1;\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->sort, TableSort::Events);
    EXPECT_EQ(
        meanings(table), (Pairs{
                             {"When", "time"},
                             {"Sort", "ignore"},
                             {"What happened", "title"},
                             {"Host", "service"},
                             {"Weather", "ignore"}}));
    EXPECT_EQ(table->columns[0].sample, "2024-01-16T10:00:00Z");
    EXPECT_EQ(table->columns[1].sample, "alert") << "the first value that is not empty";
    EXPECT_EQ(table->columns[4].sample, "rain");
}

TEST(TableColumns, SeriesShowTheirMeasureAndUnit)
{
    EXPECT_EQ(
        meanings(columnsOf("metrics", "time\tp95_ms\t5xx %\tcpu\n2024-01-16T10:00:00Z\t120\t0.5\t7\n")),
        (Pairs{
            {"time", "time"},
            {"p95_ms", "value:responseTime:ms"},
            {"5xx %", "value:errorRate:percent"},
            {"cpu", "value:other"}}));
    EXPECT_EQ(
        meanings(columnsOf("metrics", "time,metric,value,unit\n2024-01-16T10:00:00Z,p95,120,ms\n")),
        (Pairs{{"time", "time"}, {"metric", "name"}, {"value", "value"}, {"unit", "unit"}}));
}

TEST(TableColumns, JsonLinesHaveColumnsToo)
{
    EXPECT_EQ(
        meanings(columnsOf("events", exportText("any_events.jsonl"))).front(),
        (Pairs::value_type{"@timestamp", "time"}));
    EXPECT_EQ(meanings(columnsOf("metrics", exportText("any_metrics.jsonl"))).size(), 3U);
}

TEST(TableColumns, FormatsThatKnowTheirColumnsShowNone)
{
    EXPECT_FALSE(columnsOf("postmortem", "Outage report\n\n10:00 Outage\n"));
    EXPECT_FALSE(columnsOf("timesketch", exportText("timesketch.csv")));
    EXPECT_FALSE(columnsOf("slack", exportText("slack.txt")));
}

TEST(TableColumns, ColumnsWithoutANameAndWithTheSameNameCanBeChosen)
{
    const std::string text = "2024-01-16T10:00:00Z,alert,Paged\n2024-01-16T10:05:00Z,note,Looking\n";
    EXPECT_EQ(meanings(columnsOf("events", text)).front().first, "column 1");
    const auto headerless =
        eventsOf(readText("events", text, {.columns = {{"column 2", "kind"}, {"column 3", "title"}}}));
    ASSERT_EQ(headerless.size(), 2U);
    EXPECT_EQ(headerless[0].title, "Paged");
    EXPECT_EQ(headerless[0].kind, EventKind::Alert);
    const auto doubled = eventsOf(readText(
        "events", "time,text,text\n2024-01-16T10:00:00Z,first,second\n",
        {.columns = {{"text", "detail"}, {"text (2)", "title"}}}));
    ASSERT_EQ(doubled.size(), 1U);
    EXPECT_EQ(doubled[0].title, "second");
    EXPECT_EQ(doubled[0].detail, "first");
}

TEST(TableColumns, WhatIsShownReadAgainIsTheSame)
{
    for (const auto &entry : std::filesystem::directory_iterator(DOWNTIMELINE_SOURCE_DIR "/tests/data/readers")) {
        const std::string text = textOfFile(entry.path());
        const std::string key = keyOf(text);
        if (key != "events" && key != "metrics")
            continue;
        SCOPED_TRACE(entry.path().filename().string());
        const auto table = columnsOf(key, text);
        ASSERT_TRUE(table);
        const ReadOptions chosen{.columns = table->choices()};
        EXPECT_EQ(meanings(columnsOf(key, text, chosen)), meanings(table));
        const ImportBatch guessed = readText(key, text);
        const ImportBatch again = readText(key, text, chosen);
        EXPECT_EQ(eventsOf(again), eventsOf(guessed));
        EXPECT_EQ(seriesOf(again), seriesOf(guessed));
    }
}

TEST(TableColumns, AChoiceHoldsOverWhatTheHeaderSays)
{
    const std::string text = "time,value,name,other\n2024-01-16T10:00:00Z,1,a,10\n2024-01-16T10:01:00Z,2,b,20\n";
    EXPECT_EQ(seriesOf(readText("metrics", text)).size(), 2U) << "one series a name";
    const auto wide = seriesOf(readText("metrics", text, {.columns = {{"name", "ignore"}}}));
    ASSERT_EQ(wide.size(), 2U);
    EXPECT_EQ(wide[1].series.name, "other");
    const auto other = seriesOf(readText("metrics", text, {.columns = {{"other", "value"}, {"value", "ignore"}}}));
    ASSERT_EQ(other.size(), 2U);
    EXPECT_EQ(valuesOf(other[0]), std::vector<double>{10});
}

TEST(TableColumns, AColumnBecomesASeriesOfThatMeasureAndUnit)
{
    const std::string text = "time,checkout\n2024-01-16T10:00:00Z,120\n";
    const auto series = seriesOf(readText("metrics", text, {.columns = {{"checkout", "value:responseTime:seconds"}}}));
    ASSERT_EQ(series.size(), 1U);
    EXPECT_EQ(series[0].series.measure, Measure::ResponseTime);
    EXPECT_EQ(series[0].series.unit, "s") << "the one spelling";
    const auto unit = seriesOf(readText("metrics", text, {.columns = {{"checkout", "value:req/s"}}}));
    EXPECT_EQ(unit[0].series.measure, Measure::Traffic) << "the unit tells";
}

TEST(TableColumns, TheUnitOfAResponseTimeIsAskedForWhereNothingTells)
{
    const std::string text = "time,p95\n2024-01-16T10:00:00Z,120\n";
    const auto questions = questionsOf(readText("metrics", text));
    ASSERT_EQ(questions.size(), 1U);
    EXPECT_EQ(questions[0].about, Question::About::Columns);
    EXPECT_TRUE(questions[0].message.contains("p95"));
    EXPECT_TRUE(questionsOf(readText("metrics", text, {.columns = {{"p95", "value:ms"}}})).empty());
    EXPECT_TRUE(questionsOf(readText("metrics", "time,p95\n2024-01-16T10:00:00Z,120 ms\n")).empty());
}

TEST(TableColumns, AnAmbiguousCommaIsAskedForAndSettled)
{
    const std::string text = "time\tload\n2024-01-16T10:00:00Z\t1,250\n2024-01-16T10:01:00Z\t2,500\n";
    EXPECT_EQ(columnsOf("metrics", text)->openNumber, "1,250");
    EXPECT_EQ(questionsOf(readText("metrics", text)).size(), 1U);
    EXPECT_EQ(valuesOf(seriesOf(readText("metrics", text)).front()), (std::vector{1250.0, 2500.0}));
    const ReadOptions comma{.columns = {{"load", "value:comma"}}};
    const ImportBatch batch = readText("metrics", text, comma);
    EXPECT_EQ(valuesOf(seriesOf(batch).front()), (std::vector{1.25, 2.5}));
    EXPECT_TRUE(questionsOf(batch).empty());
    EXPECT_EQ(columnsOf("metrics", text, comma)->openNumber, "1,250") << "it can be swapped back";
    EXPECT_EQ(columnsOf("metrics", text, comma)->decimalMark, ',');
}

TEST(TableColumns, ANumberThatTellsSettlesTheCommaOfAll)
{
    const std::string comma = "time\tload\n2024-01-16T10:00:00Z\t1,250\n2024-01-16T10:01:00Z\t2,5\n";
    EXPECT_EQ(valuesOf(seriesOf(readText("metrics", comma)).front()), (std::vector{1.25, 2.5}));
    EXPECT_TRUE(questionsOf(readText("metrics", comma)).empty());
    const std::string thousands = "time\tload\n2024-01-16T10:00:00Z\t1,250\n2024-01-16T10:01:00Z\t2,500.5\n";
    EXPECT_EQ(valuesOf(seriesOf(readText("metrics", thousands)).front()), (std::vector{1250.0, 2500.5}));
    EXPECT_TRUE(questionsOf(readText("metrics", thousands)).empty());
    const std::string german = "time;load\n2024-01-16T10:00:00Z;1.234,5\n2024-01-16T10:01:00Z;12,5\n";
    EXPECT_EQ(valuesOf(seriesOf(readText("metrics", german)).front()), (std::vector{1234.5, 12.5}));
    const std::string quoted = "time,load\n2024-01-16T10:00:00Z,\"3,5\"\n2024-01-16T10:01:00Z,\"12,25\"\n";
    EXPECT_EQ(valuesOf(seriesOf(readText("metrics", quoted)).front()), (std::vector{3.5, 12.25}));
}

TEST(TableColumns, ADateThatCouldBeTwoIsShownUntilItIsSettledAndAfter)
{
    const std::string text = "time,load\n03/04/2024 10:00 Z,1\n05/04/2024 10:00 Z,2\n";
    const auto asked = columnsOf("metrics", text);
    EXPECT_EQ(asked->openDate, "03/04/2024 10:00 Z");
    EXPECT_EQ(asked->order(), DateOrder::Unknown);
    const ReadOptions monthFirst{.columns = {{"time", "time:monthfirst"}}};
    EXPECT_EQ(columnsOf("metrics", text, monthFirst)->order(), DateOrder::MonthFirst);
    EXPECT_FALSE(columnsOf("metrics", text, monthFirst)->openDate.empty()) << "it can be swapped";
    const auto series = seriesOf(readText("metrics", text, monthFirst));
    ASSERT_EQ(series.size(), 1U);
    using namespace std::chrono;
    EXPECT_EQ(series[0].samples[0].at, sys_days(year(2024) / March / 4) + hours(10));
    EXPECT_TRUE(columnsOf("metrics", "time,load\n03/04/2024,1\n25/04/2024,2\n")->openDate.empty());
}

TEST(TableColumns, EveryFieldIsReadBackFromItsText)
{
    for (const TableSort sort : {TableSort::Events, TableSort::Metrics}) {
        for (const QString &key : columnFieldKeys(sort)) {
            const auto choice = columnChoiceOf(key.toStdString(), sort);
            ASSERT_TRUE(choice) << key.toStdString();
            EXPECT_EQ(textOf(*choice), key.toStdString());
        }
    }
    for (const char *text :
         {"value:traffic:req/s:comma", "value:ms", "value:point", "time:dayfirst", "date:monthfirst"})
        EXPECT_EQ(textOf(columnChoiceOf(text, TableSort::Metrics).value_or(ColumnChoice())), text);
}

TEST(TableColumns, WhatIsNoFieldIsRefusedWithWhatThereIs)
{
    const auto message = [](std::string_view text, TableSort sort) {
        const auto choice = columnChoiceOf(text, sort);
        return choice ? std::string() : choice.error().message.toStdString();
    };
    EXPECT_TRUE(message("flavour", TableSort::Events).contains("choose one of time, date, zone, end"));
    EXPECT_TRUE(message("value", TableSort::Events).contains("Read as metrics it would be one"));
    EXPECT_TRUE(message("title", TableSort::Metrics).contains("time, date, zone, name, value, unit, ignore"));
    EXPECT_TRUE(message("time:yearfirst", TableSort::Events).contains("dayfirst or monthfirst"));
    EXPECT_TRUE(message("value:ms:s", TableSort::Metrics).contains("then a unit"));
    EXPECT_TRUE(message("title:x", TableSort::Events).contains("nothing"));
}

TEST(TableColumns, AnyMappingOfAnyFileIsReadOrRefused)
{
    std::mt19937 random(20240116);
    const auto fields = columnFields();
    for (const auto &entry : std::filesystem::directory_iterator(DOWNTIMELINE_SOURCE_DIR "/tests/data/readers")) {
        const std::string text = textOfFile(entry.path());
        SCOPED_TRACE(entry.path().filename().string());
        for (const std::string_view key : {"events", "metrics"}) {
            const auto table = columnsOf(key, text);
            for (int trial = 0; table && trial < 40; ++trial) {
                ReadOptions options;
                for (const TableColumn &column : table->columns)
                    options.columns[column.name] = fields[random() % fields.size()].key;
                const auto source = memorySource("sample.csv", text);
                BatchSink sink;
                const Status read = readerOfKey(key)->read(*source, options, sink, {});
                EXPECT_TRUE(read || !read.error().message.isEmpty());
                EXPECT_EQ(columnsOf(key, text, options)->columns.size(), table->columns.size());
            }
        }
    }
}
