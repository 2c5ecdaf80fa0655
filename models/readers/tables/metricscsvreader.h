// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/reader.h"

namespace downtimeline {

/// Reads a table of metrics: a column of times and a column for each series, or a row for each value of a named series;
/// see metriccolumns.h.
class MetricsCsvReader final : public Reader
{
public:
    std::string_view key() const override { return "metrics"; }
    QString name() const override;
    int recognises(std::string_view head) const override;
    Status read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const override;
    Result<std::optional<TableColumns>> columns(ByteSource &source, const ReadOptions &options) const override;
};

} // namespace downtimeline
