// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/readers/tables/csvparser.h"

#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// What the first bytes of a table tell of it.
struct CsvSketch
{
    char separator = ',';
    std::vector<std::string> comments; ///< lines before the header that begin with "#", without it
    std::vector<std::string> header;   ///< as written; empty names where there is no header
    bool hasHeader = true;
    std::vector<std::vector<std::string>> rows; ///< the first few
    int headerLine = 1;
    int rowCount = 0;     ///< rows behind the header, as far as was looked
    int regularCount = 0; ///< of these, rows with as many fields as the header

    /// At least two columns, and nearly every row has as many fields as the header.
    bool isTable() const;
    /// The cells of one column in the first rows; rows without it are left out.
    std::vector<std::string_view> column(std::size_t index) const;
};

/// Tries the separators comma, semicolon, tab and bar on the first bytes (64 KiB or less) and takes the one under which
/// most rows have most fields alike.
CsvSketch sketchOf(std::string_view head);

/// Goes to the first row that is neither a comment nor empty.
Result<CsvParser::Step> goToHeader(CsvParser &parser, std::vector<std::string> *comments = nullptr);

/// An empty line.
bool isBlankRow(std::span<const std::string_view> fields);

/// In lower case, every run of other characters than letters, digits and "%" turned into one "_", none at the ends:
/// "Response Time (ms)" becomes "response_time_ms".
std::string foldedName(std::string_view name);

} // namespace downtimeline
