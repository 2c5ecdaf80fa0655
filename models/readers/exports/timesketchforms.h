// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonreader.h"
#include "models/readers/tables/tablereader.h"

namespace downtimeline {

/// Reads Timesketch's JSON Lines: message, datetime, timestamp_desc, and what else an entry has.
class TimesketchJsonReader final : public JsonReader
{
public:
    std::string_view key() const override { return "timesketch"; }
    QString name() const override;

protected:
    std::vector<std::string> recordPlaces(const JsonSketch &sketch) const override;
    std::unique_ptr<JsonTaker> taker(const JsonSketch &sketch) const override;
};

/// Reads Timesketch's table of the same.
class TimesketchCsvReader final : public TableReader
{
public:
    std::string_view key() const override { return "timesketch"; }
    QString name() const override;

protected:
    std::span<const std::string_view> telltales() const override;
    std::span<const std::string_view> others() const override;
    Status take(const TableRow &row, JsonFlow &flow) const override;
};

} // namespace downtimeline
