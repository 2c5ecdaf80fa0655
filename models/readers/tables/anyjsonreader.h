// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/reader.h"

namespace downtimeline {

/// Reads JSON of any shape that holds a list of events or values: objects in a list, or one a line; the columns are
/// guessed from their keys as those of a CSV file are.
class AnyJsonReader final : public Reader
{
public:
    explicit AnyJsonReader(TableSort sort) : m_sort(sort) {}

    std::string_view key() const override { return tableKey(m_sort); }
    QString name() const override;
    int recognises(std::string_view head) const override;
    Status read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const override;
    Result<std::optional<TableColumns>> columns(ByteSource &source, const ReadOptions &options) const override;

private:
    TableSort m_sort;
};

} // namespace downtimeline
