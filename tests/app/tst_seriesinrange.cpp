// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/seriesinrange.h"

#include "models/analysis/trafficrecovery.h"
#include "models/storage/incidentstore.h"
#include "models/storage/library.h"
#include "models/storage/seriesstore.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant noon = sys_days{2024y / 1 / 16} + 12h;

/// A library file with series of one incident.
class SeriesInRangeTest : public testing::Test
{
protected:
    void SetUp() override
    {
        m_library = Library::open(path(), Library::Open::CreateIfMissing).value();
        Incident incident;
        incident.title = "Slow checkout";
        m_incident = IncidentStore(*m_library).add(incident).value();
    }

    QString path() const { return m_folder.filePath(QStringLiteral("library.downtimeline")); }

    Series add(const std::string &name, Measure measure, const std::string &unit, std::span<const Sample> samples)
    {
        Series series{.id = {}, .uuid = {}, .name = name, .measure = measure, .unit = unit, .source = {}};
        series.id = SeriesStore(*m_library).add(m_incident, series).value();
        EXPECT_TRUE(SeriesStore(*m_library).append(series.id, samples));
        return series;
    }

    SeriesAnswer ask(std::vector<Series> series, TimeRange range, std::optional<TimeRange> impact = {})
    {
        return seriesInRange(path(), {.series = std::move(series), .impact = impact, .range = range, .known = {}}, {})
            .value();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Library> m_library;
    IncidentId m_incident;
};

/// A sample a second from noon on, with gaps, and now and then an extreme that stands alone.
std::vector<Sample> wild(std::mt19937 &random, int count)
{
    std::vector<Sample> samples;
    Instant at = noon;
    for (int i = 0; i < count; ++i) {
        at += random() % 997 == 0 ? Duration(10min) : Duration(1s);
        const double value = double(random() % 20001) / 100;
        samples.push_back({at, random() % 4001 == 0 ? value * -1000.125 : value});
    }
    return samples;
}

} // namespace

TEST_F(SeriesInRangeTest, TheExtremesAreThoseOfTheRawSamplesInEveryRange)
{
    std::mt19937 random(17);
    const std::vector<Sample> samples = wild(random, 40'000);
    const Series series = add("queue", Measure::Other, "", samples);
    const Duration whole = samples.back().at - samples.front().at;
    std::uniform_int_distribution<std::int64_t> place(0, whole.count());
    for (int round = 0; round < 300; ++round) {
        // From the whole down to a few samples.
        const auto length = Duration(std::int64_t(double(whole.count()) * std::pow(0.1, double(random() % 50) / 10)));
        const Instant start = samples.front().at + Duration(place(random));
        const TimeRange range =
            round % 3 == 0 ? TimeRange{samples[random() % samples.size()].at, {}} : TimeRange{start, {}};
        const TimeRange asked{range.start, range.start + length};
        std::optional<SeriesExtremes> raw;
        for (const Sample &sample : samples)
            if (asked.start <= sample.at && sample.at <= asked.end)
                raw = raw ? SeriesExtremes{std::min(raw->lowest, sample.value), std::max(raw->highest, sample.value)}
                          : SeriesExtremes{sample.value, sample.value};
        ASSERT_EQ(ask({series}, asked).series.front().extremes, raw) << round;
    }
}

TEST_F(SeriesInRangeTest, ASampleAtEitherEndBelongsToTheRange)
{
    const Series series =
        add("queue", Measure::Other, "", std::vector<Sample>{{noon, 1}, {noon + 1s, 5}, {noon + 2s, 9}});
    EXPECT_EQ(ask({series}, {noon, noon + 2s}).series.front().extremes, (SeriesExtremes{1, 9}));
    EXPECT_FALSE(ask({series}, {noon + 3s, noon + 9s}).series.front().extremes);
}

TEST_F(SeriesInRangeTest, OverTheImpactTrafficLosesWhatTheAnalysisSays)
{
    std::mt19937 random(23);
    for (const char *unit : {"req/s", "req/min", "requests"}) {
        const std::vector<Sample> samples = wild(random, 9000);
        const TimeRange impact{noon + 1h, noon + 2h};
        const Series series = add(unit, Measure::Traffic, unit, samples);
        const std::optional<TrafficRecovery> recovery = analyseTraffic(samples, unit, impact);
        ASSERT_TRUE(recovery);
        const SeriesInRange told = ask({series}, impact, impact).series.front();
        ASSERT_TRUE(told.loss);
        EXPECT_NEAR(*told.loss->requests, *recovery->lost, 1e-6 * *recovery->lost) << unit;
        EXPECT_NEAR(told.loss->fraction, recovery->lostFraction, 1e-9) << unit;
        EXPECT_DOUBLE_EQ(told.usual->baseline, recovery->baseline) << unit;
    }
}

TEST_F(SeriesInRangeTest, ASampleBeforeAGapSpeaksThreeStepsAndNoMore)
{
    std::vector<Sample> samples;
    for (int i = 0; i < 600; ++i)
        samples.push_back({noon + 10s * i, 100});
    samples.push_back({noon + 6000s, 0});
    samples.push_back({noon + 20'000s, 100});
    const Series series = add("traffic", Measure::Traffic, "req/s", samples);
    const TimeRange range{noon + 6000s, noon + 9000s};
    const SeriesInRange told = ask({series}, range, range).series.front();
    EXPECT_DOUBLE_EQ(*told.loss->requests, 100 * 30);
    EXPECT_EQ(told.loss->measured, Duration(30s));
}

TEST_F(SeriesInRangeTest, WithoutAnImpactOrATrafficSeriesNothingIsSaidToBeLost)
{
    const std::vector<Sample> samples{{noon, 1}, {noon + 1s, 1}, {noon + 2s, 1}, {noon + 3s, 0}};
    const Series traffic = add("traffic", Measure::Traffic, "req/s", samples);
    const Series latency = add("p95", Measure::ResponseTime, "ms", samples);
    EXPECT_FALSE(ask({traffic}, {noon, noon + 3s}).series.front().usual);
    const TimeRange impact{noon + 3s, noon + 4s};
    const SeriesAnswer answer = ask({traffic, latency}, impact, impact);
    EXPECT_TRUE(answer.series[0].loss);
    EXPECT_FALSE(answer.series[1].usual);
    EXPECT_FALSE(answer.series[1].loss);
}

TEST_F(SeriesInRangeTest, WhatIsKnownIsNotReckonedAgain)
{
    const Series traffic = add("traffic", Measure::Traffic, "req/s", std::vector<Sample>{{noon, 1}, {noon + 1s, 0}});
    const UsualTraffics known{{traffic.id, UsualTraffic{40, 1s}}};
    const TimeRange range{noon, noon + 1s};
    const SeriesAnswer answer =
        seriesInRange(path(), {.series = {traffic}, .impact = range, .range = range, .known = known}, {}).value();
    EXPECT_DOUBLE_EQ(*answer.series.front().loss->requests, 39);
}

TEST_F(SeriesInRangeTest, ALibraryThatIsGoneIsTold)
{
    const auto answer = seriesInRange(path() + QStringLiteral("-gone"), {}, {});
    ASSERT_FALSE(answer);
    EXPECT_FALSE(answer.error().message.isEmpty());
}

} // namespace downtimeline
