// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/json/jsonvalue.h"

#include "models/readers/textsource.h"

#include <charconv>
#include <cmath>

namespace downtimeline {
namespace {

template<typename Number>
std::string digitsOf(Number number)
{
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return {buffer.data(), end.ptr};
}

constexpr double mostWhole = 9.0e18;

} // namespace

std::optional<JsonValue> valueAt(JsonValue object, std::string_view path)
{
    while (true) {
        const std::size_t dot = path.find('.');
        JsonValue member;
        if (!object.is_object() || object.at_key(path.substr(0, dot)).get(member) || member.is_null())
            return std::nullopt;
        if (dot == std::string_view::npos)
            return member;
        object = member;
        path.remove_prefix(dot + 1);
    }
}

std::string textOf(JsonValue value)
{
    using Type = simdjson::dom::element_type;
    switch (value.type()) {
    case Type::STRING: {
        const std::string_view text = value.get_string().value_unsafe();
        return isCleanText(text) ? std::string(text) : cleanText(text);
    }
    case Type::INT64:
        return digitsOf(value.get_int64().value_unsafe());
    case Type::UINT64:
        return digitsOf(value.get_uint64().value_unsafe());
    case Type::DOUBLE:
        return digitsOf(value.get_double().value_unsafe());
    case Type::BOOL:
        return value.get_bool().value_unsafe() ? "true" : "false";
    default:
        return {};
    }
}

std::string textAt(JsonValue object, std::string_view path)
{
    const auto value = valueAt(object, path);
    return value ? textOf(*value) : std::string();
}

std::string firstTextAt(JsonValue object, std::initializer_list<std::string_view> paths)
{
    for (const std::string_view path : paths) {
        if (std::string text = textAt(object, path); !text.empty())
            return text;
    }
    return {};
}

std::optional<std::int64_t> wholeAt(JsonValue object, std::string_view path)
{
    const auto value = valueAt(object, path);
    if (!value)
        return std::nullopt;
    const std::string text = textOf(*value);
    std::int64_t whole = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size())
        return whole;
    double number = 0;
    const auto readNumber = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = readNumber.ec == std::errc() && readNumber.ptr == text.data() + text.size();
    if (!isNumber || !(std::abs(number) < mostWhole))
        return std::nullopt;
    return static_cast<std::int64_t>(number);
}

std::vector<JsonValue> elementsAt(JsonValue object, std::string_view path)
{
    std::vector<JsonValue> elements;
    const auto value = valueAt(object, path);
    simdjson::dom::array list;
    if (value && value->get_array().get(list) == simdjson::SUCCESS) {
        for (const JsonValue element : list)
            elements.push_back(element);
    }
    return elements;
}

std::string joinedAt(JsonValue object, std::string_view path, std::string_view between)
{
    std::string joined;
    for (const JsonValue element : elementsAt(object, path)) {
        const std::string text = textOf(element);
        if (text.empty())
            continue;
        if (!joined.empty())
            joined += between;
        joined += text;
    }
    return joined;
}

bool isTrueAt(JsonValue object, std::string_view path)
{
    return textAt(object, path) == "true";
}

} // namespace downtimeline
