// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/seriescodec.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace downtimeline {
namespace {

bool sameBits(std::span<const Sample> left, std::span<const Sample> right)
{
    return std::ranges::equal(left, right, [](const Sample &a, const Sample &b) {
        return a.at == b.at && std::bit_cast<std::uint64_t>(a.value) == std::bit_cast<std::uint64_t>(b.value);
    });
}

void expectRoundTrip(const std::vector<Sample> &samples)
{
    SeriesCodec codec;
    const std::string body = codec.packed(samples);
    std::vector<Sample> back;
    ASSERT_TRUE(codec.unpack(body, samples.size(), back));
    EXPECT_TRUE(sameBits(samples, back));
}

std::vector<Sample> valuesEverySecond(std::initializer_list<double> values)
{
    std::vector<Sample> samples;
    for (const double value : values)
        samples.push_back({instantFromMicroseconds(static_cast<std::int64_t>(samples.size()) * 1'000'000), value});
    return samples;
}

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(SeriesCodec, OddValuesKeepEveryBit)
{
    expectRoundTrip(valuesEverySecond({0.0, -0.0}));
    expectRoundTrip(valuesEverySecond({infinity, -infinity, 1.5}));
    expectRoundTrip(valuesEverySecond({std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::max()}));
    expectRoundTrip(valuesEverySecond({0.1, 0.2, 0.30000000000000004}));
    expectRoundTrip(valuesEverySecond({9007199254740991.0, -9007199254740991.0, 9007199254740993.0}));
    expectRoundTrip(valuesEverySecond({1e15, 0.001}));
}

TEST(SeriesCodec, DecimalsAreKeptAsNumbersWithTheFewestDigits)
{
    SeriesCodec codec;
    const std::string body = codec.packed(valuesEverySecond({98.25, 97.5, 0}));
    EXPECT_EQ(body[0], 1);
    EXPECT_EQ(body[1], 2);
    EXPECT_EQ(codec.packed(valuesEverySecond({1.0 / 3}))[0], 0);
    EXPECT_EQ(codec.packed(valuesEverySecond({-0.0}))[0], 0);
}

TEST(SeriesCodec, SteadyStretchesOfAnyLengthAndTheJumpsBetweenThemComeBack)
{
    std::vector<Sample> samples;
    std::int64_t at = 1'700'000'000'000'000;
    for (std::size_t stretch = 0; stretch < 40; ++stretch) {
        const std::int64_t step = 1'000'000 + static_cast<std::int64_t>(stretch % 3);
        for (std::size_t i = 0; i < stretch; ++i)
            samples.push_back({instantFromMicroseconds(at += step), static_cast<double>(i * stretch) / 4});
        at += static_cast<std::int64_t>(stretch) * 7'777'777;
    }
    for (std::size_t count = 1; count <= samples.size(); count += 13)
        expectRoundTrip(std::vector(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(count)));
}

TEST(SeriesCodec, ValuesComeBackWhereNumbersTakeOneTwoOrThreeBytes)
{
    std::vector<Sample> samples;
    double value = 0;
    for (int i = 0; i < 600; ++i) {
        constexpr double changes[] = {63, 64, -64, -65, 8191, 8192, -8192, -8193, 0, 1'000'000};
        value += changes[i % 10];
        samples.push_back({instantFromMicroseconds(i * 1'000'000), value});
    }
    expectRoundTrip(samples);
}

TEST(SeriesCodec, TimesMayBeAnyInstants)
{
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    expectRoundTrip(
        {{instantFromMicroseconds(-most), 1}, {instantFromMicroseconds(0), 2}, {instantFromMicroseconds(most), 3}});
    expectRoundTrip(
        {{instantFromMicroseconds(0), 1}, {instantFromMicroseconds(5), 2}, {instantFromMicroseconds(10), 2}});
}

TEST(SeriesCodec, RandomSeriesComeBack)
{
    std::mt19937_64 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<Sample> samples(1 + random() % samplesPerChunk);
        const double scale = std::pow(10.0, static_cast<double>(random() % 7));
        const auto sort = random() % 3;
        std::int64_t now = static_cast<std::int64_t>(random() % 2'000'000'000'000'000U);
        for (Sample &sample : samples) {
            now += static_cast<std::int64_t>(random() % 3'000'000);
            const double number = static_cast<double>(static_cast<std::int64_t>(random() % 2'000'000) - 1'000'000);
            sample = {instantFromMicroseconds(now), sort == 0 ? number / scale : number / 7 * scale};
            if (sort == 2 && random() % 50 == 0)
                sample.value = random() % 2 == 0 ? infinity : -0.0;
        }
        ASSERT_NO_FATAL_FAILURE(expectRoundTrip(samples)) << round;
    }
}

TEST(SeriesCodec, ATypicalMetricTakesUnderThreeBytesASample)
{
    std::mt19937 random(3);
    std::vector<Sample> samples;
    double value = 250;
    for (std::size_t i = 0; i < samplesPerChunk; ++i) {
        value += static_cast<double>(static_cast<int>(random() % 201) - 100) / 100 - (value - 250) / 100;
        samples.push_back(
            {instantFromMicroseconds(1'700'000'000'000'000 + static_cast<std::int64_t>(i) * 1'000'000),
             std::round(value * 100) / 100});
    }
    SeriesCodec codec;
    EXPECT_LT(codec.packed(samples).size(), 2 * samples.size());
    EXPECT_LT(codec.packedPyramid(samples).size(), samples.size() / 4);
}

TEST(SeriesCodec, DamagedBodiesAreRefusedAndAddNothing)
{
    SeriesCodec codec;
    std::vector<Sample> samples = valuesEverySecond({1.25, 2.5, 1.0 / 3});
    const std::string body = codec.packed(samples);
    std::vector<Sample> back;
    for (std::size_t length = 0; length < body.size(); ++length)
        EXPECT_FALSE(codec.unpack(std::string_view(body).substr(0, length), 3, back)) << length;
    EXPECT_FALSE(codec.unpack(body, 2, back));
    EXPECT_FALSE(codec.unpack(body, 4, back));
    EXPECT_FALSE(codec.unpack(body, samplesPerChunk + 1, back));
    for (std::size_t i = 0; i < body.size(); ++i) {
        std::string changed = body;
        changed[i] = static_cast<char>(changed[i] ^ 0x55);
        back.clear();
        EXPECT_TRUE(codec.unpack(changed, 3, back) || back.empty()) << i;
    }
}

TEST(SeriesPyramid, EachEntryHoldsWhatItsSamplesSpan)
{
    std::vector<Sample> samples;
    for (int i = 0; i < 100; ++i)
        samples.push_back({instantFromMicroseconds(i), i == 70 ? -5.0 : i == 80 ? 1e300 : 1.0 + i});
    SeriesCodec codec;
    const std::string body = codec.packedPyramid(samples);
    std::vector<PyramidEntry> entries;
    ASSERT_TRUE(codec.unpackPyramid(body, 2, entries));
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0], (PyramidEntry{0, 63, 1.0, 64.0, 1.0, 64.0}));
    EXPECT_EQ(entries[1], (PyramidEntry{64, 99, -5.0, 1e300, 65.0, 100.0}));
    EXPECT_FALSE(codec.unpackPyramid("short", 2, entries));
    EXPECT_FALSE(codec.unpackPyramid(body, 1, entries));
    EXPECT_FALSE(codec.unpackPyramid(body, 3, entries));
    EXPECT_EQ(entries.size(), 2U);
}

TEST(SeriesPyramid, ExtremesThatNoFloatHoldsAreKeptToTheBit)
{
    const std::vector<Sample> samples = valuesEverySecond({1.0 / 3, -2.0 / 3, 1e308, 0.1});
    SeriesCodec codec;
    std::vector<PyramidEntry> entries;
    ASSERT_TRUE(codec.unpackPyramid(codec.packedPyramid(samples), 1, entries));
    EXPECT_EQ(entries.front(), (PyramidEntry{0, 3'000'000, -2.0 / 3, 1e308, 1.0 / 3, 0.1}));
}

} // namespace
} // namespace downtimeline
