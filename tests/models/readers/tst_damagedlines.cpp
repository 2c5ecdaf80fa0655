// SPDX-License-Identifier: GPL-3.0-or-later
// One bad byte in files whose records are lines: what stands on other lines is read as before, and what is lost is told
// with its line.
#include "csvtest.h"
#include "models/readers/textsource.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>
#include <tuple>

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

constexpr std::size_t mostBytes = 4'096; ///< of a file that is damaged at each place
constexpr std::size_t every = 211;       ///< place of a longer one, beside its marks; a prime

enum class Shape : std::uint8_t { Table, Records };

struct GoodFile
{
    const char *path; ///< from the root
    const char *key;
    Shape shape;
};

/// What one line gave: an event's time and title, or a sample's series, time and value.
using Fact = std::tuple<std::string, Instant, std::string>;
using Facts = std::multimap<Fact, int>; ///< with the line of an event

struct Reading
{
    bool isRefused = false;
    Facts facts;
    std::vector<Skip> skipped;
};

std::string valueText(double value)
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.9g", value);
    return text.data();
}

Reading readDamaged(const char *key, std::string text)
{
    const auto source = memorySource("damaged", std::move(text));
    BatchSink sink;
    const Status status = readerOfKey(key)->read(*source, {}, sink, {});
    EXPECT_TRUE(status || !status.error().message.isEmpty());
    const ImportBatch batch = sink.take();
    Reading reading{.isRefused = !status, .facts = {}, .skipped = batch.skipped};
    for (const ReadIncident &incident : batch.incidents) {
        for (const Event &event : incident.events)
            reading.facts.emplace(Fact{"", event.at.value_or(Instant{}), event.title}, event.line);
        for (std::size_t i = 0; i < incident.series.size(); ++i) {
            for (const Sample &sample : incident.series[i].samples)
                reading.facts.emplace(Fact{incident.series[i].series.name, sample.at, valueText(sample.value)}, 0);
        }
    }
    return reading;
}

/// Of a sample its line is found by its time: those files have one line for each.
std::vector<Fact> lost(const Reading &good, const Reading &damaged)
{
    std::vector<Fact> gone;
    auto there = damaged.facts.begin();
    for (const auto &[fact, line] : good.facts) {
        while (there != damaged.facts.end() && there->first < fact)
            ++there;
        if (there != damaged.facts.end() && there->first == fact)
            ++there;
        else
            gone.push_back(fact);
    }
    return gone;
}

int lineOf(const std::string &text, std::size_t at)
{
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

/// An empty cell says that there is no value, and is no damage.
bool hasGap(const std::string &text, int line)
{
    std::size_t begin = 0;
    for (int at = 1; at < line; ++at)
        begin = text.find('\n', begin) + 1;
    const std::string row = text.substr(begin, text.find('\n', begin) - begin);
    return row.find(",,") != std::string::npos || row.find(";;") != std::string::npos || row.ends_with(',') ||
           row.ends_with(';') || row.ends_with(",\r");
}

bool isPlaceOf(const std::string &text, std::size_t at)
{
    constexpr std::string_view marks = "\n\r\"{}[],;:";
    const bool isMark = text.size() < 10 * mostBytes && marks.contains(text[at]);
    return text.size() <= mostBytes || at % every == 0 || (isMark && at % 7 == 0) || text[at] == '"';
}

class DamagedLines : public testing::TestWithParam<GoodFile>
{
protected:
    static inline std::size_t fileCount = 0;
    static inline std::size_t readingCount = 0;

    static void TearDownTestSuite() { std::printf("%zu files, %zu damaged readings\n", fileCount, readingCount); }

    std::string text() const
    {
        std::ifstream file(std::string(DOWNTIMELINE_SOURCE_DIR "/") + GetParam().path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    int m_headerLine = 1;

    void check(const Reading &good, const std::string &damaged, int line)
    {
        ++readingCount;
        const Reading reading = readDamaged(GetParam().key, damaged);
        for (const Skip &skip : reading.skipped)
            ASSERT_TRUE(isCleanText(skip.reason) && !skip.reason.empty() && skip.line >= 0) << skip.reason;
        const bool isHeader = GetParam().shape == Shape::Table && line <= m_headerLine;
        if (isHeader) // it says what all the others mean; where there is none, a bad first row passes for one
            return;
        ASSERT_FALSE(reading.isRefused);
        const std::vector<Fact> gone = lost(good, reading);
        std::set<Instant> moments;
        for (const Fact &fact : gone) {
            moments.insert(std::get<Instant>(fact));
            const auto [begin, end] = good.facts.equal_range(fact);
            ASSERT_TRUE(std::any_of(
                begin, end,
                [line](const auto &one) { return one.second == 0 || one.second == line || one.second == line + 1; }))
                << "an event of another line is gone: " << std::get<2>(fact);
        }
        ASSERT_LE(moments.size(), 2U) << "more than two lines are gone";
        if (reading.facts.size() < good.facts.size() && !hasGap(damaged, line)) {
            const bool isTold = std::ranges::any_of(reading.skipped, [line](const Skip &skip) {
                // Another digit can make the time of another row, of which the later one holds: no line is at fault.
                const bool isDoubled = skip.line == 0 && skip.reason.find("later row tells again") != std::string::npos;
                return isDoubled || (skip.line >= line - 1 && skip.line <= line + 1);
            });
            ASSERT_TRUE(isTold) << "nothing tells what is lost";
        }
    }
};

} // namespace

TEST_P(DamagedLines, OneBadByteCostsAtMostItsLinesAndIsTold)
{
    const std::string good = text();
    const Reading whole = readDamaged(GetParam().key, good);
    ASSERT_FALSE(whole.facts.empty());
    ++fileCount;
    m_headerLine = good.starts_with('#') ? 2 : 1;
    for (std::size_t at = 0; at < good.size(); ++at) {
        if (!isPlaceOf(good, at))
            continue;
        std::array<std::string, 4> damages{good, good, good, good};
        damages[0].erase(at, 1);
        damages[1][at] = static_cast<char>(good[at] ^ 0x20);
        damages[2][at] = '\0';
        damages[3][at] = '"';
        for (std::size_t kind = 0; kind < damages.size(); ++kind) {
            if (damages[kind] == good)
                continue;
            check(whole, damages[kind], lineOf(good, at));
            if (HasFatalFailure()) {
                FAIL() << "damage " << kind << " at byte " << at << ", line " << lineOf(good, at) << ":\n"
                       << damages[kind].substr(0, 2'000);
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    GoodFiles, DamagedLines,
    testing::Values(
        GoodFile{"tests/data/readers/damage_events_semicolon.csv", "events", Shape::Table},
        GoodFile{"tests/data/readers/damage_metrics_wide.csv", "metrics", Shape::Table},
        GoodFile{"tests/data/readers/damage_metrics_crlf.csv", "metrics", Shape::Table},
        GoodFile{"tests/data/readers/events_day_first_semicolon.csv", "events", Shape::Table},
        GoodFile{"tests/data/readers/events_two_time_zones.csv", "events", Shape::Table},
        GoodFile{"tests/data/readers/damage_metrics_comma.csv", "metrics", Shape::Table},
        GoodFile{"tests/data/readers/damage_metrics_epoch.csv", "metrics", Shape::Table},
        GoodFile{"tests/data/readers/damage_metrics_headerless.csv", "metrics", Shape::Table},
        GoodFile{"tests/data/readers/damage_metrics_long.csv", "metrics", Shape::Table},
        GoodFile{"tests/data/readers/damage_events.jsonl", "events", Shape::Records},
        GoodFile{"tests/data/readers/damage_metrics.jsonl", "metrics", Shape::Records},
        GoodFile{"tests/data/exports/journald.json", "journald", Shape::Records},
        GoodFile{"tests/data/exports/timesketch.jsonl", "timesketch", Shape::Records},
        GoodFile{"resources/samples/outage-response-time.csv", "metrics", Shape::Table},
        GoodFile{"resources/samples/outage-traffic.csv", "metrics", Shape::Table}),
    [](const auto &file) {
        std::string name = file.param.path;
        name = name.substr(name.rfind('/') + 1);
        std::ranges::replace_if(name, [](char c) { return c == '.' || c == '-'; }, '_');
        return name;
    });
