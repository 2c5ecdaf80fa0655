// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/readers/allreaders.h"
#include "models/readers/draft/importbatch.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace downtimeline::test {

/// Bytes handed out in chunks of one size, the first chunk of another.
class SplitSource final : public ByteSource
{
public:
    SplitSource(std::string bytes, std::size_t first, std::size_t chunk)
        : m_bytes(std::move(bytes)), m_first(first), m_chunk(chunk)
    {}

    std::string name() const override { return "split.csv"; }
    std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes.size()); }
    Result<std::string_view> next() override
    {
        const std::string_view part = std::string_view(m_bytes).substr(m_at, m_at == 0 ? m_first : m_chunk);
        m_at += part.size();
        return part;
    }
    Status rewind() override
    {
        m_at = 0;
        return {};
    }

private:
    std::string m_bytes;
    std::size_t m_first;
    std::size_t m_chunk;
    std::size_t m_at = 0;
};

/// What a reader makes of a text. A failure fails the test.
inline ImportBatch readText(std::string_view key, std::string text, const ReadOptions &options = {})
{
    const auto source = memorySource("sample.csv", std::move(text));
    BatchSink sink;
    const Status read = readerOfKey(key)->read(*source, options, sink, {});
    EXPECT_TRUE(read) << (read ? std::string() : read.error().message.toStdString());
    return sink.take();
}

/// The key of the reader that recognises a text; empty where none does.
inline std::string keyOf(std::string text)
{
    const auto source = memorySource("any name.txt", std::move(text));
    const auto reader = recognise(*source);
    return reader && *reader ? std::string((*reader)->key()) : std::string();
}

inline std::vector<Event> eventsOf(const ImportBatch &batch)
{
    return batch.isEmpty() ? std::vector<Event>() : batch.incidents.front().events;
}

inline std::vector<ReadSeries> seriesOf(const ImportBatch &batch)
{
    return batch.isEmpty() ? std::vector<ReadSeries>() : batch.incidents.front().series;
}

inline std::vector<Question> questionsOf(const ImportBatch &batch)
{
    return batch.isEmpty() ? std::vector<Question>() : batch.incidents.front().questions;
}

/// 16 January 2024 at that UTC clock.
inline Instant on16January(int hour, int minute, int second = 0)
{
    using namespace std::chrono;
    return sys_days(year(2024) / January / 16) + hours(hour) + minutes(minute) + seconds(second);
}

/// What stands in a file of tests/data/exports.
inline std::string exportText(const std::string &name)
{
    std::ifstream file(DOWNTIMELINE_SOURCE_DIR "/tests/data/exports/" + name, std::ios::binary);
    EXPECT_TRUE(file) << name;
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string fixture(const std::string &name)
{
    return std::string(DOWNTIMELINE_SOURCE_DIR "/tests/data/readers/") + name;
}

} // namespace downtimeline::test
