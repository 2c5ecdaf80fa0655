// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/importsink.h"
#include "models/readers/skiptally.h"
#include "models/readers/tables/csvparser.h"
#include "models/readers/tables/csvsketch.h"
#include "models/readers/tables/tablepass.h"
#include "models/readers/textsource.h"

#include <span>
#include <stop_token>
#include <string_view>

namespace downtimeline {

/// Goes over the rows of a CSV behind its header.
class CsvPass final : public TablePass
{
public:
    /// The source stands at its start; everything must outlive the pass.
    CsvPass(ByteSource &source, const CsvSketch &sketch, ImportSink &sink, std::stop_token stop, Part part);

    Result<bool> next(SkipTally *tally) override;
    std::span<const std::string_view> fields() const override { return m_parser.fields(); }
    int line() const override { return m_parser.line(); }

private:
    Status begin();

    const CsvSketch &m_sketch;
    PassWatch m_watch;
    CsvParser m_parser;
    bool m_begun = false;
    bool m_atFirstRow = false;
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
