// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/reader.h"

namespace downtimeline {

/// Reads a CSV file of any shape. A table of events has one a row; see eventcolumns.h. A table of metrics has a column
/// of times and a column for each series, or a row for each value of a named series; see metriccolumns.h.
class AnyCsvReader final : public Reader
{
public:
    explicit AnyCsvReader(TableSort sort) : m_sort(sort) {}

    std::string_view key() const override { return tableKey(m_sort); }
    QString name() const override;
    int recognises(std::string_view head) const override;
    Status read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const override;
    Result<std::optional<TableColumns>> columns(ByteSource &source, const ReadOptions &options) const override;

private:
    TableSort m_sort;
};

} // namespace downtimeline
