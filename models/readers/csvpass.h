// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/csvparser.h"
#include "models/readers/csvsketch.h"
#include "models/readers/importsink.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string_view>

namespace downtimeline {

/// Tells the sink what is not read: each row up to a bound, then their number, so that a file of nothing but bad rows
/// does not fill the memory.
class SkipTally
{
public:
    static constexpr int mostTold = 10'000;

    explicit SkipTally(ImportSink &sink) : m_sink(sink) {}

    Status add(int line, std::string reason);
    /// Tells of the rows beyond the bound.
    Status finish();
    int count() const { return m_count; }

private:
    ImportSink &m_sink;
    int m_count = 0;
};

/// Goes once over the rows behind the header; a file may be gone over twice, first to look and then to read.
///
/// Asks the stop token and tells the progress with every chunk.
class CsvPass
{
public:
    /// Which part of the work this pass is; the progress of both together goes from 0 to the source's size.
    enum class Part : std::uint8_t { Only, First, Second };

    /// The source stands at its start; everything must outlive the pass.
    CsvPass(ByteSource &source, const CsvSketch &sketch, ImportSink &sink, std::stop_token stop, Part part);

    /// Goes to the next row that is not empty; false at the end. Problems of the parser go to the tally, if there is
    /// one.
    Result<bool> next(SkipTally *tally);

    std::span<const std::string_view> fields() const { return m_parser.fields(); }
    int line() const { return m_parser.line(); }

private:
    Status begin();
    Status watch();

    ByteSource &m_source;
    const CsvSketch &m_sketch;
    ImportSink &m_sink;
    std::stop_token m_stop;
    Part m_part;
    CsvParser m_parser;
    bool m_begun = false;
    bool m_atFirstRow = false;
    std::int64_t m_watched = -1;
};

/// The cell of that column without blanks around it; empty where the column is negative or the row too short.
inline std::string_view cellAt(std::span<const std::string_view> fields, int column)
{
    if (column < 0 || static_cast<std::size_t>(column) >= fields.size())
        return {};
    const std::string_view cell = fields[static_cast<std::size_t>(column)];
    const bool isTrimmed = cell.empty() || (cell.front() > ' ' && cell.back() > ' ');
    return isTrimmed ? cell : trimmed(cell);
}

/// Fills a text that keeps its memory with a cell's UTF-8.
void assignText(std::string &text, std::string_view cell);

} // namespace downtimeline
