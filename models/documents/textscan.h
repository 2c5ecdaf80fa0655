// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Small steps over UTF-8 text, shared by everything that reads documents. Positions are bytes; none of them reads
/// past the end.
namespace downtimeline::textscan {

bool isDigit(char c);
bool isLetter(char c);
bool isAlnum(char c);
char lower(char c);
/// ASCII letters made small, every other byte as it is: positions stay the same.
std::string lowered(std::string_view text);
/// The byte there, or a NUL past the end.
char at(std::string_view text, std::size_t pos);
/// Bytes of the blank there (space, tab, no-break and thin spaces), or 0.
std::size_t blankLength(std::string_view text, std::size_t pos);
std::size_t skipBlanks(std::string_view text, std::size_t pos);
/// Bytes of the dash there (hyphen, en dash, em dash, minus), or 0.
std::size_t dashLength(std::string_view text, std::size_t pos);
std::string_view trimmed(std::string_view text);
/// An unsigned number of at most that many digits at pos, which moves behind it; none where longer or no number.
std::optional<int> number(std::string_view text, std::size_t &pos, int maxDigits);
/// How many digits stand there.
std::size_t digitCount(std::string_view text, std::size_t pos);
/// The letters that begin there.
std::string_view letters(std::string_view text, std::size_t pos);
/// True where the small-letter word stands there in any case and no letter follows it.
bool wordAt(std::string_view text, std::size_t pos, std::string_view word);
/// Words between blanks.
int wordCount(std::string_view text);
/// Small letters and digits, everything else one blank: what two texts are compared by.
std::string folded(std::string_view text);

} // namespace downtimeline::textscan
