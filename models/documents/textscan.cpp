// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/textscan.h"

#include <algorithm>

namespace downtimeline::textscan {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isAlnum(char c)
{
    return isDigit(c) || isLetter(c);
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text)
{
    std::string small(text);
    std::ranges::transform(small, small.begin(), lower);
    return small;
}

char at(std::string_view text, std::size_t pos)
{
    return pos < text.size() ? text[pos] : '\0';
}

std::size_t blankLength(std::string_view text, std::size_t pos)
{
    const char c = at(text, pos);
    if (c == ' ' || c == '\t')
        return 1;
    if (c != '\xC2' && c != '\xE2')
        return 0;
    const std::string_view rest = text.substr(std::min(pos, text.size()));
    if (rest.starts_with("\xC2\xA0"))
        return 2;
    if (rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x80\x89") || rest.starts_with("\xE2\x80\x8B"))
        return 3;
    return 0;
}

std::size_t skipBlanks(std::string_view text, std::size_t pos)
{
    while (const std::size_t length = blankLength(text, pos))
        pos += length;
    return pos;
}

std::size_t dashLength(std::string_view text, std::size_t pos)
{
    if (at(text, pos) == '-')
        return 1;
    const std::string_view rest = text.substr(std::min(pos, text.size()));
    if (rest.starts_with("\xE2\x88\x92"))
        return 3;
    return rest.size() >= 3 && rest.starts_with("\xE2\x80") && rest[2] >= '\x90' && rest[2] <= '\x95' ? 3 : 0;
}

std::string_view trimmed(std::string_view text)
{
    text.remove_prefix(skipBlanks(text, 0));
    while (!text.empty()) {
        if (text.back() == ' ' || text.back() == '\t' || text.back() == '\n')
            text.remove_suffix(1);
        else if (text.ends_with("\xC2\xA0"))
            text.remove_suffix(2);
        else
            break;
    }
    return text;
}

std::size_t digitCount(std::string_view text, std::size_t pos)
{
    std::size_t count = 0;
    while (isDigit(at(text, pos + count)))
        ++count;
    return count;
}

std::optional<int> number(std::string_view text, std::size_t &pos, int maxDigits)
{
    const std::size_t count = digitCount(text, pos);
    if (count == 0 || count > static_cast<std::size_t>(maxDigits))
        return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value * 10 + (text[pos + i] - '0');
    pos += count;
    return value;
}

std::string_view letters(std::string_view text, std::size_t pos)
{
    std::size_t end = std::min(pos, text.size());
    const std::size_t begin = end;
    while (isLetter(at(text, end)))
        ++end;
    return text.substr(begin, end - begin);
}

bool wordAt(std::string_view text, std::size_t pos, std::string_view word)
{
    if (pos > text.size() || text.size() - pos < word.size())
        return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (lower(text[pos + i]) != word[i])
            return false;
    }
    return !isLetter(at(text, pos + word.size()));
}

int wordCount(std::string_view text)
{
    int count = 0;
    bool inWord = false;
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t blank = blankLength(text, pos);
        count += blank == 0 && !inWord ? 1 : 0;
        inWord = blank == 0;
        pos += std::max<std::size_t>(blank, 1);
    }
    return count;
}

std::string folded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (isAlnum(c) || static_cast<unsigned char>(c) >= 0x80)
            out += lower(c);
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (out.ends_with(' '))
        out.pop_back();
    return out;
}

} // namespace downtimeline::textscan
