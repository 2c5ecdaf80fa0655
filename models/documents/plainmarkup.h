// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace downtimeline {

/// One line of Markdown (with HTML in it) as plain text: emphasis, code marks, tags and images go, links keep their
/// words, entities become characters. Linear in the line's length whatever it holds.
std::string plainText(std::string_view markdown);

/// The character that an entity names ("&amp;", "&#39;"), as UTF-8, with end moved behind it; empty where none stands.
std::string entityAt(std::string_view text, std::size_t pos, std::size_t &end);

} // namespace downtimeline
