// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonvalue.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// Lays an object out under the columns of a table, without an allocation where its keys come in the same order as in
/// the object before.
class JsonRow
{
public:
    static constexpr std::size_t mostColumns = 4096;

    /// Columns found as they come.
    JsonRow() = default;
    explicit JsonRow(const std::vector<std::string> &header);

    /// The fields are valid until the object is gone or another one is taken.
    void take(JsonValue object);
    std::span<const std::string_view> fields() const { return m_fields; }

    /// Takes every column that the object has, also new ones.
    void addColumns(JsonValue object);
    const std::vector<std::string> &header() const { return m_header; }
    /// Columns that take() met and that are none of the table's, at most 20.
    const std::set<std::string> &strangers() const { return m_strangers; }

private:
    /// Calls with the name and the value of each column that the object has.
    template<typename Take>
    void goThrough(JsonValue object, int depth, const Take &take);
    std::size_t columnOf(std::string_view name);
    void put(std::string_view name, JsonValue value);

    std::vector<std::string> m_header;
    std::map<std::string, std::size_t, std::less<>> m_columns;
    std::vector<std::string_view> m_fields;
    std::vector<std::string> m_digits; ///< of a column, where its value is no text
    std::set<std::string> m_strangers;
    std::string m_name;         ///< of the key that is looked at, with those around it
    std::size_t m_expected = 0; ///< the column that probably comes next
};

} // namespace downtimeline
