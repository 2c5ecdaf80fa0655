// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/spanindex.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace std::chrono;

constexpr Instant noon = sys_days{2024y / 1 / 16} + 12h;

/// Of all that touch the range and are long enough, found one after the other.
std::vector<std::uint32_t> keysIn(const SpanIndex &index, TimeRange range, Duration least)
{
    std::vector<std::uint32_t> told;
    for (std::size_t place = index.next(0, least, range.start);
         place < index.size() && index[place].range.start <= range.end;
         place = index.next(place + 1, least, range.start))
        told.push_back(index[place].key);
    return told;
}

SpanIndex::Span span(Duration after, Duration length, std::uint32_t key)
{
    return {{noon + after, noon + after + length}, key};
}

TEST(SpanIndex, FindsWhatTouchesTheRangeAndIsLongEnough)
{
    const SpanIndex index({span(0min, 90min, 1), span(10min, 5min, 2), span(60min, 10min, 3), span(70min, 1min, 4)});
    EXPECT_EQ(keysIn(index, {noon + 60min, noon + 70min}, 0s), (std::vector<std::uint32_t>{1, 3, 4}));
    EXPECT_EQ(keysIn(index, {noon + 60min, noon + 70min}, 2min), (std::vector<std::uint32_t>{1, 3}));
    EXPECT_EQ(keysIn(index, {noon + 15min, noon + 15min}, 0s), (std::vector<std::uint32_t>{1, 2}));
    EXPECT_TRUE(keysIn(index, {noon + 91min, noon + 99min}, 0s).empty());
    EXPECT_TRUE(keysIn(index, {noon - 9min, noon - 1min}, 0s).empty());
}

TEST(SpanIndex, KnowsTheFirstThatStartsAtAMomentOrLater)
{
    const SpanIndex index({span(0min, 90min, 1), span(10min, 5min, 2), span(10min, 10min, 3)});
    EXPECT_EQ(index.from(noon), 0U);
    EXPECT_EQ(index.from(noon + 1min), 1U);
    EXPECT_EQ(index.from(noon + 10min), 1U);
    EXPECT_EQ(index.from(noon + 11min), 3U);
}

TEST(SpanIndex, OfNothingFindsNothing)
{
    EXPECT_TRUE(keysIn(SpanIndex(), {noon, noon + 1h}, 0s).empty());
    EXPECT_TRUE(keysIn(SpanIndex(std::vector<SpanIndex::Span>()), {noon, noon + 1h}, 0s).empty());
}

TEST(SpanIndex, AnswersAsAWalkOverAllWould)
{
    std::mt19937 random(11);
    for (const std::size_t count : {1U, 15U, 16U, 17U, 255U, 256U, 257U, 5000U}) {
        std::vector<SpanIndex::Span> spans;
        for (std::uint32_t i = 0; i < count; ++i)
            spans.push_back(
                span(seconds(random() % 100'000), seconds(1 + random() % (random() % 50 == 0 ? 90'000 : 600)), i));
        std::ranges::stable_sort(spans, {}, [](const SpanIndex::Span &one) { return one.range.start; });
        const SpanIndex index(spans);
        ASSERT_EQ(index.size(), count);
        for (int trial = 0; trial < 200; ++trial) {
            const Instant start = noon + seconds(random() % 110'000);
            const TimeRange range{start, start + seconds(random() % (trial % 2 ? 100 : 60'000))};
            const Duration least = seconds(random() % 800);
            std::vector<std::uint32_t> expected;
            for (const SpanIndex::Span &one : spans)
                if (one.range.start <= range.end && one.range.end >= range.start && one.range.length() >= least)
                    expected.push_back(one.key);
            ASSERT_EQ(keysIn(index, range, least), expected) << count << " spans, trial " << trial;
        }
    }
}

} // namespace
} // namespace downtimeline
