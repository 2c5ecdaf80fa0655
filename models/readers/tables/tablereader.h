// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonflow.h"
#include "models/readers/reader.h"

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// One row of a table whose columns are known by their headers.
class TableRow
{
public:
    TableRow(const std::vector<std::string> &names, std::span<const std::string_view> cells, int line)
        : m_names(names), m_cells(cells), m_line(line)
    {}

    /// The cell under the folded header as clean UTF-8; empty where there is no such column or the row is too short.
    std::string at(std::string_view name) const;
    /// Where the row begins, from 1.
    int line() const { return m_line; }

private:
    const std::vector<std::string> &m_names;
    std::span<const std::string_view> m_cells;
    int m_line;
};

/// Reads the table that one product exports: its columns are known by name, in any order.
class TableReader : public Reader
{
public:
    int recognises(std::string_view head) const final;
    Status read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const final;

protected:
    /// The folded headers (foldedName) without which the table is another's.
    virtual std::span<const std::string_view> telltales() const = 0;
    /// The folded headers of what take() reads besides; other columns are told as not read.
    virtual std::span<const std::string_view> others() const = 0;
    virtual Status take(const TableRow &row, JsonFlow &flow) const = 0;
};

} // namespace downtimeline
