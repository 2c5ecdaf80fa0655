// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace downtimeline {

/// Foreign text as one line of Markdown: nothing in it is markup, wherever it stands; control and direction characters
/// become visible.
std::string markdownText(std::string_view utf8);
/// The same for a cell of a table: its lines stand below each other.
std::string markdownCell(std::string_view utf8);
/// The same as paragraphs, a blank line after each line of the text that is not empty; empty without words.
std::string markdownParagraphs(std::string_view utf8);

} // namespace downtimeline
