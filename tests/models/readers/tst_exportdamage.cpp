// SPDX-License-Identifier: GPL-3.0-or-later
// One bad byte at every place of good files.
#include "csvtest.h"
#include "models/readers/textsource.h"

#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <set>

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

enum class Make : std::uint8_t { Document, Lines, Table };

struct GoodFile
{
    const char *name;
    const char *key;
    Make make;
};

std::ostream &operator<<(std::ostream &out, const GoodFile &file)
{
    return out << file.name;
}

struct Reading
{
    bool isRead = false;
    std::string error;
    ImportBatch batch;

    std::size_t events() const
    {
        std::size_t count = 0;
        for (const ReadIncident &incident : batch.incidents)
            count += incident.events.size();
        return count;
    }

    std::size_t samples() const
    {
        std::size_t count = 0;
        for (const ReadIncident &incident : batch.incidents) {
            for (const ReadSeries &series : incident.series)
                count += series.samples.size();
        }
        return count;
    }

    std::multiset<int> lines() const
    {
        std::multiset<int> lines;
        for (const ReadIncident &incident : batch.incidents) {
            for (const Event &event : incident.events)
                lines.insert(event.line);
        }
        return lines;
    }
};

Reading readDamaged(const char *key, std::string text)
{
    const auto source = memorySource("damaged", std::move(text));
    BatchSink sink;
    const Status read = readerOfKey(key)->read(*source, {}, sink, {});
    return {
        .isRead = read.has_value(),
        .error = read ? std::string() : read.error().message.toStdString(),
        .batch = sink.take()};
}

void checkTexts(const Reading &reading)
{
    for (const ReadIncident &incident : reading.batch.incidents) {
        ASSERT_TRUE(isCleanText(incident.incident.title));
        for (const Event &event : incident.events)
            ASSERT_TRUE(isCleanText(event.title) && isCleanText(event.detail) && !event.title.empty());
    }
    for (const Skip &skip : reading.batch.skipped)
        ASSERT_TRUE(isCleanText(skip.reason) && !skip.reason.empty() && skip.line >= 0) << skip.line << skip.reason;
    ASSERT_TRUE(reading.isRead || !reading.error.empty());
}

int lineOf(const std::string &text, std::size_t at)
{
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

/// How many of the good events have to be there still: those of records that ended before the damaged line; where
/// records are lines, also those behind the next one.
std::size_t mustBeKept(const std::multiset<int> &good, Make make, int damaged)
{
    std::size_t count = 0;
    for (auto line = good.begin(); line != good.end(); ++line) {
        const auto next = good.upper_bound(*line);
        const bool isBefore = next != good.end() && *next < damaged;
        const bool isBehind = make == Make::Lines && *line > damaged + 1;
        count += isBefore || isBehind ? 1U : 0U;
    }
    return count;
}

bool tellsMore(const Reading &good, const Reading &reading)
{
    return std::ranges::any_of(reading.batch.skipped, [&good](const Skip &skip) {
        return std::ranges::find(good.batch.skipped, skip) == good.batch.skipped.end();
    });
}

bool isSound(const std::string &text)
{
    simdjson::dom::parser parser;
    return parser.parse(text).error() == simdjson::SUCCESS;
}

bool isMark(const std::string &text, std::size_t at)
{
    const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    return text.compare(begin, 3, "==>") == 0 || text.compare(text.find('\n', at) + 1, 3, "==>") == 0;
}

class ExportDamage : public testing::TestWithParam<GoodFile>
{
protected:
    static inline std::size_t readingCount = 0;

    static void TearDownTestSuite() { std::printf("%zu damaged readings\n", readingCount); }
};

} // namespace

TEST_P(ExportDamage, OneBadByteCostsNoRecordBeforeItAndIsTold)
{
    const GoodFile &file = GetParam();
    const std::string text = exportText(file.name);
    const Reading good = readDamaged(file.key, text);
    ASSERT_TRUE(good.isRead) << good.error;
    ASSERT_GT(good.events() + good.samples(), 0U);
    const std::multiset<int> lines = good.lines();
    const bool isTable = file.make == Make::Table;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string deleted = text;
        deleted.erase(at, 1);
        std::string flipped = text;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x20);
        std::string zero = text;
        zero[at] = '\0';
        std::string quote = text;
        quote[at] = '"';
        for (const std::string &damaged : {deleted, flipped, zero, quote}) {
            const Reading reading = readDamaged(file.key, damaged);
            checkTexts(reading);
            const int line = lineOf(text, at);
            const bool isHeader = isTable && line == 1;
            if (!isHeader) {
                ASSERT_GE(reading.events(), mustBeKept(lines, file.make, line)) << "byte " << at << ":\n" << damaged;
            }
            ++readingCount;
            const bool isLess = reading.events() < good.events();
            // The lines between the files of a Slack export are the program's own and cannot be damaged.
            const bool isOwnLine = std::string_view(file.key) == "slack" && isMark(text, at);
            // Between two quotes a cell may go over lines: such a table is sound, only another one.
            const bool isOtherCell = isTable && std::ranges::count(damaged, '"') != std::ranges::count(text, '"');
            const bool isBroken =
                file.make == Make::Document ? !isSound(damaged) : !isHeader && !isOwnLine && !isOtherCell;
            if (isLess && isBroken) {
                ASSERT_TRUE(!reading.isRead || tellsMore(good, reading)) << "untold at byte " << at << ":\n" << damaged;
            }
        }
    }
}

TEST_P(ExportDamage, AFileCutOffAnywhereKeepsWhatIsWhole)
{
    const GoodFile &file = GetParam();
    const std::string text = exportText(file.name);
    const std::multiset<int> lines = readDamaged(file.key, text).lines();
    for (std::size_t at = 0; at < text.size(); ++at) {
        const Reading reading = readDamaged(file.key, text.substr(0, at));
        checkTexts(reading);
        ASSERT_GE(reading.events(), mustBeKept(lines, Make::Document, lineOf(text, at))) << "cut at byte " << at;
    }
}

INSTANTIATE_TEST_SUITE_P(
    GoodFiles, ExportDamage,
    testing::Values(
        GoodFile{"alertmanager.json", "alertmanager", Make::Document},
        GoodFile{"any_events.json", "events", Make::Document}, GoodFile{"any_events.jsonl", "events", Make::Lines},
        GoodFile{"any_metrics.jsonl", "metrics", Make::Lines}, GoodFile{"github_status.json", "github", Make::Document},
        GoodFile{"grafana.json", "grafana", Make::Document}, GoodFile{"grafana_alerts.json", "grafana", Make::Document},
        GoodFile{"grafana_panel.csv", "grafana", Make::Table}, GoodFile{"iris.csv", "iris", Make::Table},
        GoodFile{"journald.json", "journald", Make::Lines}, GoodFile{"kubernetes.json", "kubernetes", Make::Document},
        GoodFile{"opsgenie_alerts.json", "opsgenie", Make::Document},
        GoodFile{"opsgenie_log.json", "opsgenie", Make::Document}, GoodFile{"own.json", "downtimeline", Make::Document},
        GoodFile{"pagerduty_analytics.json", "pagerduty", Make::Document},
        GoodFile{"pagerduty_changes.json", "pagerduty", Make::Document},
        GoodFile{"pagerduty_incidents.csv", "pagerduty", Make::Table},
        GoodFile{"pagerduty_incidents.json", "pagerduty", Make::Document},
        GoodFile{"pagerduty_log_entries.json", "pagerduty", Make::Document},
        GoodFile{"prometheus.json", "prometheus", Make::Document}, GoodFile{"slack.txt", "slack", Make::Table},
        GoodFile{"statuspage.json", "statuspage", Make::Document},
        GoodFile{"timesketch.csv", "timesketch", Make::Table}, GoodFile{"timesketch.jsonl", "timesketch", Make::Lines},
        GoodFile{"victorops.json", "victorops", Make::Document}),
    [](const auto &file) {
        std::string name = file.param.name;
        std::ranges::replace(name, '.', '_');
        return name;
    });
