// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "models/storage/incidentstore.h"
#include "models/storage/seriesstore.h"
#include "models/storage/sourcestore.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;

class SeriesStoreTest : public StorageTest
{
protected:
    void SetUp() override
    {
        m_library = opened();
        m_incident = IncidentStore(*m_library).add(incidentCalled("Slow checkout")).value();
        m_series = store().add(m_incident, series("Traffic")).value();
    }

    static Series series(std::string name)
    {
        Series made;
        made.name = std::move(name);
        made.measure = Measure::Traffic;
        made.unit = "req/s";
        return made;
    }

    SeriesStore store() { return SeriesStore(*m_library); }

    static std::vector<Sample> walk(std::size_t count, std::int64_t from = 0, std::int64_t step = 1'000'000)
    {
        std::mt19937 random(11);
        std::vector<Sample> samples;
        double value = 100;
        for (std::size_t i = 0; i < count; ++i) {
            value += static_cast<double>(random() % 201) / 10 - 10;
            samples.push_back(
                {instantFromMicroseconds(from + static_cast<std::int64_t>(i) * step), std::round(value * 10) / 10});
        }
        return samples;
    }

    static TimeRange everything()
    {
        return {instantFromMicroseconds(-1'000'000), instantFromMicroseconds(4'000'000'000'000'000)};
    }

    std::unique_ptr<Library> m_library;
    IncidentId m_incident;
    SeriesId m_series;
};

TEST_F(SeriesStoreTest, SamplesComeBackByRange)
{
    const std::vector<Sample> samples = walk(10'000);
    EXPECT_EQ(store().append(m_series, samples).value(), 10'000);
    EXPECT_EQ(store().samples(m_series, everything()).value(), samples);
    const TimeRange part{samples[4095].at, samples[8193].at};
    EXPECT_EQ(store().samples(m_series, part).value(), std::vector(samples.begin() + 4095, samples.begin() + 8193));
    EXPECT_EQ(store().sampleCount(m_series).value(), 10'000);
    EXPECT_EQ(store().extent(m_series).value(), (TimeRange{samples.front().at, samples.back().at + 1us}));
    EXPECT_TRUE(store().samples(m_series, {samples[3].at, samples[3].at}).value().empty());
}

TEST_F(SeriesStoreTest, SamplesInManyPiecesFillTheLastChunk)
{
    const std::vector<Sample> samples = walk(9000);
    for (std::size_t start = 0; start < samples.size(); start += 700) {
        const std::size_t count = std::min<std::size_t>(700, samples.size() - start);
        EXPECT_EQ(store().append(m_series, std::span(samples).subspan(start, count)).value(), static_cast<int>(count));
    }
    EXPECT_EQ(store().samples(m_series, everything()).value(), samples);
}

TEST_F(SeriesStoreTest, AnInstantThatIsThereKeepsItsValue)
{
    std::vector<Sample> samples = walk(5000);
    ASSERT_TRUE(store().append(m_series, samples));
    EXPECT_EQ(store().append(m_series, samples).value(), 0);
    std::vector<Sample> more = samples;
    for (Sample &sample : more)
        sample.value += 1;
    more.push_back({instantFromMicroseconds(-500), 7});
    more.push_back({instantFromMicroseconds(2'500'000), 8});
    EXPECT_EQ(store().append(m_series, more).value(), 2);
    const std::vector<Sample> stored = store().samples(m_series, everything()).value();
    EXPECT_EQ(stored.size(), 5002U);
    EXPECT_EQ(stored[0].value, 7);
    EXPECT_EQ(stored[1], samples[0]);
    EXPECT_EQ(stored[4].value, 8);
}

TEST_F(SeriesStoreTest, NotANumberIsAGapAndInfinityIsNot)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<Sample> samples = {{at(10, 0), 1}, {at(10, 1), nan}, {at(10, 2), infinity}};
    EXPECT_EQ(store().append(m_series, samples).value(), 2);
    EXPECT_EQ(store().samples(m_series, everything()).value().back().value, infinity);
}

TEST_F(SeriesStoreTest, ASampleOutsideTheCalendarIsRefused)
{
    const std::vector<Sample> samples = {{instantFromMicroseconds(std::numeric_limits<std::int64_t>::max()), 1}};
    const Result<std::int64_t> added = store().append(m_series, samples);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, Error::Code::Usage);
}

TEST_F(SeriesStoreTest, AClockShiftMovesSamplesAndIsTakenBackOnWriting)
{
    Source source;
    source.incident = m_incident;
    source.name = "metrics.csv";
    const SourceId id = SourceStore(*m_library).add(source).value();
    Series shifted = series("Shifted");
    shifted.source = id;
    const SeriesId moved = store().add(m_incident, shifted).value();
    ASSERT_TRUE(store().append(moved, std::vector<Sample>{{at(10, 0), 5}}));
    ASSERT_TRUE(SourceStore(*m_library).setClockShift(id, 90s));
    EXPECT_EQ(store().samples(moved, everything()).value().front().at, at(10, 1, 30));
    ASSERT_TRUE(store().append(moved, std::vector<Sample>{{at(10, 1, 30), 6}, {at(10, 2), 7}}));
    EXPECT_EQ(store().samples(moved, everything()).value(), (std::vector<Sample>{{at(10, 1, 30), 5}, {at(10, 2), 7}}));
    EXPECT_EQ(store().overview(moved, {at(10, 1), at(10, 3)}, 2).value()[1].first, 7);
}

std::vector<OverviewColumn> bruteForce(std::span<const Sample> samples, TimeRange range, int columns)
{
    std::vector<OverviewColumn> all(static_cast<std::size_t>(columns));
    for (const Sample &sample : samples) {
        if (!range.contains(sample.at))
            continue;
        const auto index =
            static_cast<std::size_t>((sample.at - range.start).count() * columns / range.length().count());
        OverviewColumn &column = all[index];
        if (column.count++ == 0)
            column = {sample.value, sample.value, sample.value, sample.value, 1};
        column.minimum = std::min(column.minimum, sample.value);
        column.maximum = std::max(column.maximum, sample.value);
        column.last = sample.value;
    }
    return all;
}

TEST_F(SeriesStoreTest, AFineOverviewIsExact)
{
    const std::vector<Sample> samples = walk(20'000);
    ASSERT_TRUE(store().append(m_series, samples));
    std::mt19937 random(5);
    for (int round = 0; round < 30; ++round) {
        const std::size_t start = random() % 15'000;
        const TimeRange range{samples[start].at - 3us, samples[start + 1 + random() % 4000].at + 2us};
        const int columns = 40 + static_cast<int>(random() % 2000);
        ASSERT_EQ(store().overview(m_series, range, columns).value(), bruteForce(samples, range, columns)) << round;
    }
}

TEST_F(SeriesStoreTest, ACoarseOverviewLosesNoExtremeAndInventsNone)
{
    std::vector<Sample> samples = walk(200'000);
    samples[77'777].value = 1e9;
    samples[123'456].value = -1e9;
    ASSERT_TRUE(store().append(m_series, samples));
    const TimeRange range{samples[1000].at, samples[190'001].at};
    const int columns = 200;
    const std::vector<OverviewColumn> exact = bruteForce(samples, range, columns);
    const std::vector<OverviewColumn> coarse = store().overview(m_series, range, columns).value();
    ASSERT_EQ(coarse.size(), exact.size());
    int different = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        ASSERT_LE(coarse[i].minimum, exact[i].minimum) << i;
        ASSERT_GE(coarse[i].maximum, exact[i].maximum) << i;
        const std::size_t before = i == 0 ? i : i - 1;
        const std::size_t after = std::min(i + 1, exact.size() - 1);
        ASSERT_GE(coarse[i].minimum, std::min({exact[before].minimum, exact[i].minimum, exact[after].minimum}));
        ASSERT_LE(coarse[i].maximum, std::max({exact[before].maximum, exact[i].maximum, exact[after].maximum}));
        different += coarse[i] == exact[i] ? 0 : 1;
    }
    EXPECT_GT(different, 0); // else the pyramid was not used, and this tests nothing
}

TEST_F(SeriesStoreTest, AGapInTheSamplesIsAGapInTheOverview)
{
    std::vector<Sample> samples = walk(30'000);
    const std::vector<Sample> later = walk(30'000, 90'000'000'000);
    samples.insert(samples.end(), later.begin(), later.end());
    ASSERT_TRUE(store().append(m_series, samples));
    const TimeRange range{instantFromMicroseconds(0), instantFromMicroseconds(120'000'000'000)};
    const std::vector<OverviewColumn> columns = store().overview(m_series, range, 12).value();
    for (std::size_t i = 0; i < columns.size(); ++i)
        EXPECT_EQ(columns[i].count > 0, i < 3 || i >= 9) << i;
}

TEST_F(SeriesStoreTest, AnOverviewOfNothingIsEmpty)
{
    EXPECT_EQ(store().overview(m_series, {at(10, 0), at(11, 0)}, 3).value(), std::vector<OverviewColumn>(3));
    EXPECT_TRUE(store().overview(m_series, {at(10, 0), at(11, 0)}, 0).value().empty());
    EXPECT_EQ(store().overview(m_series, {at(10, 0), at(10, 0)}, 2).value(), std::vector<OverviewColumn>(2));
    EXPECT_EQ(store().extent(m_series).value(), std::nullopt);
    EXPECT_EQ(store().samples(SeriesId(99), everything()).error().code, Error::Code::NotFound);
}

TEST_F(SeriesStoreTest, GroupsSpanTheirSamplesAndAreCompleteWithoutReadingThem)
{
    const std::vector<Sample> samples = walk(10'000);
    ASSERT_TRUE(store().append(m_series, samples));
    const std::vector<SampleGroup> groups = store().groups(m_series).value();
    std::size_t next = 0;
    for (const SampleGroup &group : groups) {
        ASSERT_LE(next + static_cast<std::size_t>(group.count), samples.size());
        const std::span own(samples.begin() + static_cast<std::ptrdiff_t>(next), static_cast<std::size_t>(group.count));
        EXPECT_EQ(group.firstAt, own.front().at);
        EXPECT_EQ(group.lastAt, own.back().at);
        EXPECT_EQ(group.first, own.front().value);
        EXPECT_EQ(group.last, own.back().value);
        EXPECT_EQ(group.minimum, std::ranges::min(own, {}, &Sample::value).value);
        EXPECT_EQ(group.maximum, std::ranges::max(own, {}, &Sample::value).value);
        next += own.size();
    }
    EXPECT_EQ(next, samples.size());
    EXPECT_LE(groups.size(), 10'000 / 64 + 3U);
}

TEST_F(SeriesStoreTest, NoGroupSpansAGap)
{
    std::vector<Sample> samples = walk(1000);
    samples.erase(samples.begin() + 100, samples.begin() + 110);
    samples.erase(samples.begin() + 700, samples.begin() + 705);
    ASSERT_TRUE(store().append(m_series, samples));
    std::int64_t count = 0;
    int gaps = 0;
    const std::vector<SampleGroup> groups = store().groups(m_series).value();
    for (std::size_t i = 0; i < groups.size(); ++i) {
        EXPECT_LE(groups[i].lastAt - groups[i].firstAt, std::chrono::seconds(63));
        gaps += i > 0 && groups[i].firstAt - groups[i - 1].lastAt > std::chrono::seconds(3) ? 1 : 0;
        count += groups[i].count;
    }
    EXPECT_EQ(gaps, 2);
    EXPECT_EQ(count, 985);
    EXPECT_TRUE(store().groups(store().add(m_incident, series("Empty")).value()).value().empty());
    EXPECT_FALSE(store().groups(SeriesId(99)).has_value());
}

TEST_F(SeriesStoreTest, SeriesAndClaimsRoundTrip)
{
    const std::vector<Series> all = store().list(m_incident).value();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].name, "Traffic");
    EXPECT_EQ(all[0].unit, "req/s");
    EXPECT_FALSE(all[0].uuid.isNull());
    TrafficClaim claim;
    claim.percent = 0;
    claim.anchor = TrafficClaim::Anchor::ImpactStart;
    claim.derived = true;
    claim.words = "100% impact";
    claim.line = 11;
    ASSERT_TRUE(store().addTrafficClaim(m_incident, claim));
    ASSERT_TRUE(store().addTrafficClaim(m_incident, claim)) << "the same words once more";
    EXPECT_EQ(store().trafficClaims(m_incident).value(), std::vector{claim});
    Series renamed = all[0];
    renamed.name = "Requests";
    ASSERT_TRUE(store().update(renamed));
    EXPECT_EQ(store().list(m_incident).value(), std::vector{renamed});
    ASSERT_TRUE(store().append(m_series, walk(100)));
    ASSERT_TRUE(store().remove(m_series));
    EXPECT_EQ(m_library->counts().value().samples, 0);
    EXPECT_TRUE(m_library->check().value().isWhole());
}

} // namespace
} // namespace downtimeline
