// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/tables/tablereader.h"

namespace downtimeline {

/// Reads the timeline that DFIR-IRIS exports as CSV; each row has its zone in a column of its own.
class DfirIrisReader final : public TableReader
{
public:
    std::string_view key() const override { return "iris"; }
    QString name() const override;

protected:
    std::span<const std::string_view> telltales() const override;
    std::span<const std::string_view> others() const override;
    Status take(const TableRow &row, JsonFlow &flow) const override;
};

} // namespace downtimeline
