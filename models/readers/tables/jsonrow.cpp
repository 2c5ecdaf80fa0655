// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/jsonrow.h"

#include "models/readers/textsource.h"

#include <algorithm>

namespace downtimeline {
namespace {

constexpr int deepest = 8;
constexpr std::size_t mostStrangers = 20;
constexpr std::size_t longestName = 256;

bool isPlainList(JsonValue value)
{
    simdjson::dom::array list;
    if (value.get_array().get(list) != simdjson::SUCCESS)
        return false;
    return std::ranges::none_of(list, [](JsonValue each) { return each.is_object() || each.is_array(); });
}

} // namespace

JsonRow::JsonRow(const std::vector<std::string> &header)
    : m_header(header), m_fields(header.size()), m_digits(header.size())
{
    for (std::size_t column = 0; column < header.size(); ++column)
        m_columns.emplace(header[column], column);
}

template<typename Take>
void JsonRow::goThrough(JsonValue object, int depth, const Take &take)
{
    simdjson::dom::object members;
    if (depth > deepest || object.get_object().get(members) != simdjson::SUCCESS)
        return;
    const std::size_t around = m_name.size();
    for (const auto &[key, value] : members) {
        m_name.resize(around);
        if (around > 0)
            m_name += '.';
        m_name += key;
        if (m_name.size() > longestName)
            continue;
        if (value.is_object())
            goThrough(value, depth + 1, take);
        else if (!value.is_array() || isPlainList(value))
            take(m_name, value);
    }
    m_name.resize(around);
}

void JsonRow::take(JsonValue object)
{
    std::ranges::fill(m_fields, std::string_view());
    m_name.clear();
    m_expected = 0;
    goThrough(object, 0, [this](std::string_view name, JsonValue value) { put(name, value); });
}

std::size_t JsonRow::columnOf(std::string_view name)
{
    if (m_expected < m_header.size() && m_header[m_expected] == name)
        return m_expected;
    const auto found = m_columns.find(name);
    return found == m_columns.end() ? m_header.size() : found->second;
}

void JsonRow::put(std::string_view name, JsonValue value)
{
    const std::size_t column = columnOf(name);
    if (column >= m_header.size()) {
        if (m_strangers.size() < mostStrangers && !value.is_null())
            m_strangers.insert(cleanText(name));
        return;
    }
    m_expected = column + 1;
    if (value.get_string().get(m_fields[column]) == simdjson::SUCCESS)
        return;
    std::string &text = m_digits[column];
    text.clear();
    simdjson::dom::array list;
    if (value.get_array().get(list) == simdjson::SUCCESS) {
        for (const JsonValue each : list) {
            text += text.empty() ? "" : ", ";
            text += textOf(each);
        }
    } else {
        text = textOf(value);
    }
    m_fields[column] = text;
}

void JsonRow::addColumns(JsonValue object)
{
    m_name.clear();
    goThrough(object, 0, [this](std::string_view name, JsonValue) {
        if (m_header.size() < mostColumns && m_columns.emplace(name, m_header.size()).second)
            m_header.emplace_back(name);
    });
}

} // namespace downtimeline
