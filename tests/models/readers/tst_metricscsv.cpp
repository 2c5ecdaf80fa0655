// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"
#include "models/readers/allreaders.h"
#include "models/readers/tables/metricnames.h"

#include <fstream>
#include <sstream>

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

ImportBatch readFixture(const std::string &name)
{
    const auto source = openByteSource(QString::fromStdString(fixture(name)));
    EXPECT_TRUE(source) << name;
    BatchSink sink;
    EXPECT_TRUE(readerOfKey("metrics")->read(**source, {}, sink, {})) << name;
    return sink.take();
}

std::vector<double> valuesOf(const ReadSeries &series)
{
    std::vector<double> values;
    for (const Sample &sample : series.samples)
        values.push_back(sample.value);
    return values;
}

using Values = std::vector<double>;

TEST(MetricsCsv, AUnitThatHoldsNulIsNone)
{
    const auto source =
        memorySource("nul.csv", std::string("time,load\n2024-01-16T10:00:00Z,3Z-\0\n2024-01-16T10:01:00Z,4\n", 59));
    BatchSink batch;
    ASSERT_TRUE(readerOfKey("metrics")->read(*source, {}, batch, {}));
    ASSERT_EQ(batch.batch().incidents.size(), 1U);
    ASSERT_EQ(batch.batch().incidents[0].series.size(), 1U);
    EXPECT_EQ(batch.batch().incidents[0].series[0].series.unit, "");
}

} // namespace

TEST(MetricsCsv, AWideTableHasASeriesForEachColumnAndGapsAreNoSamples)
{
    const ImportBatch batch = readFixture("metrics_wide.csv");
    const std::vector<ReadSeries> series = seriesOf(batch);
    ASSERT_EQ(series.size(), 3U);
    EXPECT_EQ(series[0].series.name, "p50");
    EXPECT_EQ(series[0].series.unit, "ms");
    EXPECT_EQ(series[0].series.measure, Measure::ResponseTime);
    EXPECT_EQ(valuesOf(series[0]), (Values{120, 121, 125}));
    EXPECT_EQ(series[0].samples[2].at, on16January(9, 0, 30));
    EXPECT_EQ(valuesOf(series[1]), (Values{410, 415, 420}));
    EXPECT_EQ(valuesOf(series[2]), (Values{0.1, 0.2, 0.3}));
    EXPECT_EQ(series[2].series.measure, Measure::ErrorRate);
    EXPECT_TRUE(batch.illustrative);
    ASSERT_EQ(batch.skipped.size(), 1U);
    EXPECT_EQ(batch.skipped[0].line, 6);
    EXPECT_NE(batch.skipped[0].reason.find("oops"), std::string::npos);
}

TEST(MetricsCsv, ALongTableHasASeriesForEachName)
{
    const std::vector<ReadSeries> series = seriesOf(readFixture("metrics_long.csv"));
    ASSERT_EQ(series.size(), 2U);
    EXPECT_EQ(series[0].series.name, "traffic");
    EXPECT_EQ(series[0].series.unit, "percent");
    EXPECT_EQ(series[0].series.measure, Measure::Traffic);
    EXPECT_EQ(valuesOf(series[0]), (Values{98, 97.5}));
    EXPECT_EQ(series[1].series.name, "latency");
    EXPECT_EQ(series[1].series.unit, "ms");
    EXPECT_EQ(valuesOf(series[1]), (Values{120, 130}));
}

TEST(MetricsCsv, ValuesWithUnitsAreBroughtToOne)
{
    const ImportBatch batch = readFixture("metrics_panel_with_units.csv");
    const std::vector<ReadSeries> series = seriesOf(batch);
    ASSERT_EQ(series.size(), 2U);
    EXPECT_EQ(series[0].series.unit, "ms");
    EXPECT_EQ(valuesOf(series[0]), (Values{950, 1200}));
    EXPECT_EQ(series[1].series.unit, "percent");
    EXPECT_EQ(valuesOf(series[1]), (Values{1.5, 98}));
    ASSERT_EQ(batch.skipped.size(), 1U);
    EXPECT_EQ(batch.skipped[0].line, 4);
    ASSERT_EQ(questionsOf(batch).size(), 1U);
    EXPECT_EQ(questionsOf(batch)[0].about, Question::About::Zone);
}

TEST(MetricsCsv, ADecimalCommaIsReadWhereASemicolonSeparates)
{
    const ImportBatch batch = readFixture("metrics_decimal_comma.csv");
    const std::vector<ReadSeries> series = seriesOf(batch);
    ASSERT_EQ(series.size(), 2U);
    EXPECT_EQ(series[0].series.name, "p95");
    EXPECT_EQ(series[0].series.unit, "s");
    EXPECT_EQ(valuesOf(series[0]), (Values{0.25, 1.5}));
    EXPECT_EQ(series[1].series.measure, Measure::ErrorRate);
    EXPECT_EQ(valuesOf(series[1]), (Values{1.5, 0}));
    EXPECT_EQ(series[0].samples[0].at, on16January(9, 0));
    EXPECT_TRUE(questionsOf(batch).empty());
}

TEST(MetricsCsv, SamplesOutOfOrderAreSortedAndTheLastOfAnInstantWins)
{
    const ImportBatch batch = readFixture("metrics_out_of_order_and_doubled.csv");
    const std::vector<ReadSeries> series = seriesOf(batch);
    ASSERT_EQ(series.size(), 1U);
    EXPECT_EQ(valuesOf(series[0]), (Values{1, 2, 30}));
    EXPECT_EQ(batch.skipped.size(), 2U) << "one tells of the order, one of the double";
    EXPECT_EQ(series[0].series.measure, Measure::Traffic);
}

TEST(MetricsCsv, InAFileThatRisesTheLastOfAnInstantWinsToo)
{
    const ImportBatch batch = readText("metrics", "time,x\n1705395600,1\n1705395600,2\n1705395601,3\n");
    EXPECT_EQ(valuesOf(seriesOf(batch).at(0)), (Values{2, 3}));
    EXPECT_EQ(batch.skipped.size(), 1U);
}

TEST(MetricsCsv, SamplesRiseWhateverTheFileIsLike)
{
    std::string text = "time,x\n";
    for (int i = 0; i < 20'000; ++i)
        text += std::to_string(1'705'395'600 + (i * 7919) % 10'007) + "," + std::to_string(i) + "\n";
    const std::vector<ReadSeries> series = seriesOf(readText("metrics", text));
    ASSERT_EQ(series.size(), 1U);
    ASSERT_EQ(series[0].samples.size(), 10'007U);
    for (std::size_t i = 1; i < series[0].samples.size(); ++i)
        ASSERT_LT(series[0].samples[i - 1].at, series[0].samples[i].at);
}

TEST(MetricsCsv, ManySamplesAreHandedOnInBatches)
{
    std::string text = "time,x\n";
    for (int i = 0; i < 10'000; ++i)
        text += std::to_string(1'705'395'600 + i) + "," + std::to_string(i) + "\n";
    const std::vector<ReadSeries> series = seriesOf(readText("metrics", text));
    ASSERT_EQ(series.at(0).samples.size(), 10'000U);
    EXPECT_EQ(series[0].samples[9'999].value, 9'999);
    EXPECT_EQ(series[0].samples[4'096].value, 4'096);
}

TEST(MetricsCsv, ALoneColumnCalledValueIsNamedAfterItsFile)
{
    const auto read = [](const char *name, const std::string &text) {
        const auto source = memorySource(name, text);
        BatchSink sink;
        EXPECT_TRUE(readerOfKey("metrics")->read(*source, {}, sink, {}));
        return seriesOf(sink.take());
    };
    const std::string rows = "2024-01-16T09:00:00Z,45.8\n2024-01-16T09:05:00Z,46.1\n";
    struct Told
    {
        const char *file;
        const char *name;
        const char *unit;
        Measure measure;
    };
    for (const Told &told :
         {Told{"request_latency_failure.csv", "request_latency_failure", "", Measure::ResponseTime},
          Told{"latency_ms.csv", "latency", "ms", Measure::ResponseTime},
          Told{"requests_per_second.csv", "requests", "req/s", Measure::Traffic},
          Told{"error_rate.csv", "error_rate", "", Measure::ErrorRate},
          Told{"temperature_system_failure.csv", "temperature_system_failure", "", Measure::Other},
          Told{"taxis.csv", "taxis", "", Measure::Other}}) {
        const auto series = read(told.file, "timestamp,Value\n" + rows);
        ASSERT_EQ(series.size(), 1U) << told.file;
        EXPECT_EQ(series[0].series.name, told.name);
        EXPECT_EQ(series[0].series.unit, told.unit) << told.file;
        EXPECT_EQ(series[0].series.measure, told.measure) << told.file;
    }
    EXPECT_EQ(read("latency.csv", "timestamp,queue\n" + rows)[0].series.name, "queue");
    EXPECT_EQ(read("Pasted text", "timestamp,value\n" + rows)[0].series.name, "value");
    const auto two = read("latency.csv", "timestamp,value,reading\n2024-01-16T09:00:00Z,45.8,3\n");
    ASSERT_EQ(two.size(), 2U);
    EXPECT_EQ(two[0].series.name, "value");
}

TEST(MetricsCsv, EpochCountsAndTablesWithoutAHeader)
{
    const ImportBatch epoch = readFixture("metrics_epoch.csv");
    EXPECT_EQ(seriesOf(epoch).at(0).samples.at(0).at, on16January(9, 0));
    EXPECT_EQ(seriesOf(epoch).at(0).series.name, "metrics_epoch") << "a header \"value\" tells nothing";
    const ImportBatch bare = readFixture("metrics_headerless.csv");
    ASSERT_EQ(seriesOf(bare).size(), 2U);
    EXPECT_EQ(seriesOf(bare)[0].series.name, "column 2");
    EXPECT_EQ(valuesOf(seriesOf(bare)[1]), (Values{2, 4}));
}

TEST(MetricsCsv, ADayThatNothingTellsHasNoSamples)
{
    const ImportBatch open = readText("metrics", "time,x\n03/10/2021 10:00 Z,1\n");
    EXPECT_TRUE(seriesOf(open).empty());
    ASSERT_EQ(questionsOf(open).size(), 1U);
    EXPECT_EQ(questionsOf(open)[0].about, Question::About::DayFirst);
    const ImportBatch settled =
        readText("metrics", "time,x\n03/10/2021 10:00 Z,1\n", {.columns = {{"time", "time:dayfirst"}}});
    EXPECT_EQ(seriesOf(settled).at(0).samples.size(), 1U);
}

TEST(MetricsCsv, BadTimesAreToldWithTheirLine)
{
    const ImportBatch batch = readText("metrics", "time,x\n2024-01-16T09:00Z,1\nnever,2\n,3\n2024-01-16T09:01Z,4\n");
    EXPECT_EQ(valuesOf(seriesOf(batch).at(0)), (Values{1, 4}));
    ASSERT_EQ(batch.skipped.size(), 2U);
    EXPECT_EQ(batch.skipped[0].line, 3);
    EXPECT_EQ(batch.skipped[1].line, 4);
}

TEST(MetricsCsv, TheSamplesShipped)
{
    for (const char *name : {"outage-traffic.csv", "outage-response-time.csv"}) {
        const auto source =
            openByteSource(QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/") + QString::fromLatin1(name));
        ASSERT_TRUE(source) << name;
        ASSERT_EQ(recognise(**source).value(), readerOfKey("metrics")) << name;
        BatchSink sink;
        ASSERT_TRUE(readerOfKey("metrics")->read(**source, {}, sink, {}));
        const ImportBatch batch = sink.take();
        EXPECT_TRUE(batch.illustrative) << name;
        EXPECT_TRUE(batch.skipped.empty()) << name;
        EXPECT_TRUE(questionsOf(batch).empty()) << name;
        for (const ReadSeries &series : seriesOf(batch)) {
            EXPECT_EQ(series.samples.size(), 1681U) << series.series.name;
            EXPECT_EQ(series.samples.front().at, on16January(8, 40)) << "09:40 at +01:00";
            EXPECT_NE(series.series.measure, Measure::Other) << series.series.name;
        }
    }
}

TEST(MetricNames, HeadersTellNameUnitAndMeasure)
{
    struct Row
    {
        const char *header;
        const char *name;
        const char *unit;
        Measure measure;
    };
    const Row rows[] = {
        {"p95_ms", "p95", "ms", Measure::ResponseTime},
        {"p50", "p50", "", Measure::ResponseTime},
        {"latency (ms)", "latency", "ms", Measure::ResponseTime},
        {"response time p99 [s]", "response time p99", "s", Measure::ResponseTime},
        {"request_duration_seconds", "request_duration", "s", Measure::ResponseTime},
        {"requests_per_second", "requests", "req/s", Measure::Traffic},
        {"rps", "rps", "req/s", Measure::Traffic},
        {"Requests/s", "Requests", "req/s", Measure::Traffic},
        {"traffic_percent", "traffic", "percent", Measure::Traffic},
        {"error_rate", "error_rate", "", Measure::ErrorRate},
        {"5xx %", "5xx", "percent", Measure::ErrorRate},
        {"failed requests", "failed requests", "", Measure::ErrorRate},
        {"errors per second", "errors", "req/s", Measure::ErrorRate},
        {"cpu_seconds", "cpu", "s", Measure::Other},
        {"value", "value", "", Measure::Other},
        {"%", "%", "percent", Measure::Other},
        {"temperature (°C)", "temperature", "°C", Measure::Other},
    };
    for (const Row &row : rows) {
        const Series series = seriesOfHeader(row.header);
        EXPECT_EQ(series.name, row.name) << row.header;
        EXPECT_EQ(series.unit, row.unit) << row.header;
        EXPECT_EQ(series.measure, row.measure) << row.header;
    }
}

TEST(MetricNames, UnitsGoTogetherOrDoNot)
{
    EXPECT_EQ(factorBetween("s", "ms"), 1000.0);
    EXPECT_EQ(factorBetween("", "ms"), 1.0);
    EXPECT_EQ(factorBetween("KiB", "bytes"), 1024.0);
    EXPECT_EQ(factorBetween("K", ""), 1000.0);
    EXPECT_EQ(factorBetween("pct", "percent"), 1.0);
    EXPECT_FALSE(factorBetween("req/s", "ms"));
    EXPECT_FALSE(factorBetween("K", "ms"));
    EXPECT_TRUE(isGap("") && isGap("NaN") && isGap("N/A") && isGap("+Inf") && isGap("null"));
    EXPECT_FALSE(isGap("0") || isGap("-1"));
}
