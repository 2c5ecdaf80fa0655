// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/series.h"
#include "models/readers/cells/celltime.h"

#include <QStringList>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace downtimeline {

/// What a table of any shape tells of.
enum class TableSort : std::uint8_t { Events, Metrics };

/// The key of the reader of such tables.
constexpr std::string_view tableKey(TableSort sort)
{
    return sort == TableSort::Events ? "events" : "metrics";
}

/// What a column can be read as. The list is closed; its keys stand on command lines and in settings.
struct ColumnField
{
    std::string_view key;
    bool isOfEvents = false;
    bool isOfMetrics = false;
    bool isOnce = true;     ///< one column of a table at most
    const char *name = "";  ///< what the user reads, to be translated
    const char *words = ""; ///< what the column holds, to be translated

    bool isOf(TableSort sort) const { return sort == TableSort::Events ? isOfEvents : isOfMetrics; }
};

std::span<const ColumnField> columnFields();
/// Null where the key is no field's.
const ColumnField *columnFieldOf(std::string_view key);
/// The keys of a sort of table, in the order of the list.
QStringList columnFieldKeys(TableSort sort);

/// How a column is read: "time", "time:dayfirst", "value:responseTime:ms:comma". What is not said is guessed.
struct ColumnChoice
{
    std::string field = {}; ///< a key of columnFields()
    DateOrder order = DateOrder::Unknown;
    std::optional<Measure> measure = {};
    std::string unit = {}; ///< of a column of values; UTF-8
    char decimalMark = 0;  ///< ',' or '.' in a column of values

    bool operator==(const ColumnChoice &) const = default;
};

/// A Usage failure says which word is wrong and which there are. The text is UTF-8.
Result<ColumnChoice> columnChoiceOf(std::string_view text, TableSort sort);
/// Read by columnChoiceOf() it is the same choice.
std::string textOf(const ColumnChoice &choice);

} // namespace downtimeline
