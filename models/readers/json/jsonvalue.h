// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// A value of one record; valid while its record is.
using JsonValue = simdjson::dom::element;

/// The value at "service.summary"; none where it is missing or null.
std::optional<JsonValue> valueAt(JsonValue object, std::string_view path);

/// A text, or the digits of a number, or "true" and "false", as UTF-8 without NUL; empty for anything else.
std::string textOf(JsonValue value);
std::string textAt(JsonValue object, std::string_view path);
/// The first of the paths that holds a text.
std::string firstTextAt(JsonValue object, std::initializer_list<std::string_view> paths);

/// A whole number, also one in quotes or with a fraction, which is cut off.
std::optional<std::int64_t> wholeAt(JsonValue object, std::string_view path);

/// The elements of a list; none where there is no list.
std::vector<JsonValue> elementsAt(JsonValue object, std::string_view path);

/// The texts of a list, with that between them.
std::string joinedAt(JsonValue object, std::string_view path, std::string_view between);

/// Whether it is true, a bare or a quoted one.
bool isTrueAt(JsonValue object, std::string_view path);

} // namespace downtimeline
