// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes at all: a reader never crashes, hands on UTF-8 only, and reads the same however the bytes are cut.
#include "models/readers/allreaders.h"
#include "models/readers/draft/importbatch.h"
#include "models/readers/textsource.h"

#include <array>
#include <cstdlib>

using namespace downtimeline;

namespace {

/// The same bytes in chunks of a length of their own.
class CutSource final : public ByteSource
{
public:
    CutSource(std::string_view bytes, std::size_t chunk) : m_bytes(bytes), m_chunk(chunk) {}

    std::string name() const override { return "fuzz.csv"; }
    std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes.size()); }
    Result<std::string_view> next() override
    {
        const std::string_view part = m_bytes.substr(m_at, m_chunk);
        m_at += part.size();
        return part;
    }
    Status rewind() override
    {
        m_at = 0;
        return {};
    }

private:
    std::string_view m_bytes;
    std::size_t m_chunk;
    std::size_t m_at = 0;
};

struct Outcome
{
    bool isRead = false;
    ImportBatch batch;

    bool operator==(const Outcome &) const = default;
};

Outcome outcomeOf(std::string_view bytes, std::size_t chunk, const ReadOptions &options = {})
{
    CutSource source(bytes, chunk);
    BatchSink sink;
    const bool isRead = readerOfKey(DOWNTIMELINE_READER_KEY)->read(source, options, sink, {}).has_value();
    return {.isRead = isRead, .batch = sink.take()};
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkTexts(const ImportBatch &batch)
{
    for (const ReadIncident &incident : batch.incidents) {
        for (const Event &event : incident.events) {
            require(isCleanText(event.title) && isCleanText(event.detail) && isCleanText(event.service));
            require(isCleanText(event.time.text) && isCleanText(event.time.zone) && !event.title.empty());
        }
        for (const ReadSeries &series : incident.series) {
            require(isCleanText(series.series.name) && isCleanText(series.series.unit));
            for (std::size_t i = 1; i < series.samples.size(); ++i)
                require(series.samples[i - 1].at < series.samples[i].at);
        }
    }
    for (const Skip &skip : batch.skipped)
        require(isCleanText(skip.reason) && skip.line >= 0);
}

/// Every column is read as whatever the bytes say: read or refused, and the same however the bytes are cut.
void checkMapping(std::string_view bytes, std::size_t chunk)
{
    CutSource source(bytes, std::size_t{1} << 20);
    const auto columns = readerOfKey(DOWNTIMELINE_READER_KEY)->columns(source, {});
    if (!columns || !*columns)
        return;
    static constexpr std::array<std::string_view, 6> extras{"",       ":dayfirst", ":monthfirst",
                                                            ":comma", ":ms:point", ":errorRate"};
    ReadOptions options;
    std::size_t at = bytes.size() / 3;
    for (const TableColumn &column : (*columns)->columns) {
        require(isCleanText(column.name) && isCleanText(column.sample) && isCleanText(textOf(column.choice)));
        const auto byte = static_cast<unsigned char>(bytes[at++ % bytes.size()]);
        options.columns[column.name] = columnFields()[byte % columnFields().size()].key;
        options.columns[column.name] += extras[byte / 16 % extras.size()];
    }
    const Outcome whole = outcomeOf(bytes, std::size_t{1} << 20, options);
    checkTexts(whole.batch);
    require(outcomeOf(bytes, std::max<std::size_t>(chunk, 2), options) == whole);
    const auto chosen = readerOfKey(DOWNTIMELINE_READER_KEY)->columns(source, options);
    require(chosen && *chosen && (*chosen)->columns.size() == (*columns)->columns.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    readerOfKey(DOWNTIMELINE_READER_KEY)->recognises(bytes);
    const Outcome whole = outcomeOf(bytes, std::size_t{1} << 20);
    checkTexts(whole.batch);
    const std::size_t chunk = size == 0 ? 1 : 1 + data[size / 2] % 61;
    require(size < 2 || outcomeOf(bytes, std::max<std::size_t>(chunk, 2)) == whole);
    checkMapping(bytes, chunk);
    return 0;
}
