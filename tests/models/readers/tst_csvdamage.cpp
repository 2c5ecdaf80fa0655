// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtest.h"
#include "models/readers/allreaders.h"

#include <fstream>
#include <sstream>

using namespace downtimeline;
using namespace downtimeline::test;

namespace {

struct GoodFile
{
    const char *name;
    const char *reader;
};

class CsvDamage : public testing::TestWithParam<GoodFile>
{
protected:
    std::string bytes() const
    {
        std::ifstream file(fixture(GetParam().name), std::ios::binary);
        std::ostringstream all;
        all << file.rdbuf();
        EXPECT_FALSE(all.str().empty()) << GetParam().name;
        return all.str();
    }

    const Reader &reader() const { return *readerOfKey(GetParam().reader); }

    /// What is read, or nothing where the file is refused.
    ImportBatch read(std::string text) const
    {
        const auto source = memorySource("damaged.csv", std::move(text));
        BatchSink sink;
        const Status status = reader().read(*source, {}, sink, {});
        EXPECT_TRUE(status || !status.error().message.isEmpty());
        return sink.take();
    }
};

/// How many events, or samples of the first series, are the same at the start of both.
template<typename Items>
std::size_t commonStart(const Items &left, const Items &right)
{
    const auto [end, other] = std::ranges::mismatch(left, right);
    return static_cast<std::size_t>(end - left.begin());
}

std::size_t rowsKept(const ImportBatch &good, const ImportBatch &damaged)
{
    if (!eventsOf(good).empty())
        return commonStart(eventsOf(good), eventsOf(damaged));
    if (seriesOf(damaged).empty())
        return 0;
    // A damaged time may sort a sample before the good ones.
    const std::vector<Sample> all = seriesOf(good).at(0).samples;
    const std::vector<Sample> left = seriesOf(damaged).at(0).samples;
    const auto lost =
        std::ranges::find_if(all, [&](const Sample &one) { return std::ranges::find(left, one) == left.end(); });
    return static_cast<std::size_t>(lost - all.begin());
}

/// Rows behind the header that end before that byte.
std::size_t rowsBefore(const std::string &text, std::size_t at)
{
    const auto lines =
        static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    return lines == 0 ? 0 : lines - 1;
}

} // namespace

TEST_P(CsvDamage, AnySplitIntoChunksReadsTheSame)
{
    const std::string text = bytes();
    const ImportBatch whole = read(text);
    ASSERT_FALSE(whole.isEmpty());
    for (std::size_t first = 1; first <= text.size(); ++first) {
        SplitSource source(text, first, first % 3 == 0 ? 1 : 64);
        BatchSink sink;
        ASSERT_TRUE(reader().read(source, {}, sink, {}));
        ASSERT_EQ(sink.batch(), whole) << "split at " << first;
    }
}

TEST_P(CsvDamage, OneBadByteCostsNoRowBeforeIt)
{
    const std::string text = bytes();
    const ImportBatch good = read(text);
    const std::size_t header = text.find('\n') + 1;
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
            const ImportBatch batch = read(damaged);
            if (at >= header) {
                ASSERT_GE(rowsKept(good, batch), rowsBefore(text, at)) << "damage at byte " << at << ":\n" << damaged;
            }
        }
    }
}

TEST_P(CsvDamage, AFileCutOffAnywhereKeepsItsWholeRows)
{
    const std::string text = bytes();
    const ImportBatch good = read(text);
    const std::size_t header = text.find('\n') + 1;
    for (std::size_t at = text.find('\n', header) + 1; at < text.size(); ++at)
        ASSERT_GE(rowsKept(good, read(text.substr(0, at))), rowsBefore(text, at)) << "cut at byte " << at;
}

INSTANTIATE_TEST_SUITE_P(
    GoodFiles, CsvDamage,
    testing::Values(
        GoodFile{"damage_events_quoted.csv", "events"}, GoodFile{"damage_events_semicolon.csv", "events"},
        GoodFile{"damage_metrics_wide.csv", "metrics"}, GoodFile{"damage_metrics_crlf.csv", "metrics"}),
    [](const auto &file) {
        std::string name = file.param.name;
        return name.substr(7, name.size() - 11);
    });
