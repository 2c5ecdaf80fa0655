// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/durations.h"

#include "models/documents/textscan.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace downtimeline {
namespace {

using namespace textscan;

/// Digits with an optional fraction.
std::optional<double> decimalAt(std::string_view text, std::size_t &pos)
{
    const std::size_t digits = digitCount(text, pos);
    if (digits == 0 || digits > 6)
        return std::nullopt;
    double value = *number(text, pos, 6);
    const std::size_t fraction = at(text, pos) == '.' ? digitCount(text, pos + 1) : 0;
    double scale = 0.1;
    for (std::size_t i = 0; i < std::min<std::size_t>(fraction, 9); ++i, scale /= 10)
        value += (text[pos + 1 + i] - '0') * scale;
    pos += fraction > 0 ? fraction + 1 : 0;
    return value;
}

std::optional<std::chrono::seconds> unitOf(std::string_view word, bool isJoined)
{
    const std::string small = lowered(word.substr(0, 12));
    const auto isOne = [&small](auto... names) { return ((small == names) || ...); };
    if (isOne("minute", "minutes", "min", "mins") || (isJoined && small == "m"))
        return std::chrono::minutes(1);
    if (isOne("hour", "hours", "hr", "hrs") || (isJoined && small == "h"))
        return std::chrono::hours(1);
    if (isOne("second", "seconds", "sec", "secs") || (isJoined && small == "s"))
        return std::chrono::seconds(1);
    if (isOne("day", "days") || (isJoined && small == "d"))
        return std::chrono::days(1);
    return std::nullopt;
}

/// One number with its unit.
struct Part
{
    std::size_t end;
    double seconds;
    std::chrono::seconds unit;
    bool isOrdinal;
};

std::optional<Part> partAt(std::string_view text, std::size_t pos)
{
    const auto value = decimalAt(text, pos);
    if (!value)
        return std::nullopt;
    std::size_t here = skipBlanks(text, pos);
    bool isOrdinal = false;
    for (const std::string_view ordinal : {"st", "nd", "rd", "th"}) {
        if (!isOrdinal && wordAt(text, here, ordinal)) {
            isOrdinal = true;
            here = skipBlanks(text, here + 2);
        }
    }
    if (at(text, here) == '-' && isLetter(at(text, here + 1)))
        ++here;
    const std::string_view word = letters(text, here);
    const auto unit = unitOf(word, here == pos);
    if (!unit || (isOrdinal && *unit != std::chrono::minutes(1) && *unit != std::chrono::hours(1)))
        return std::nullopt;
    return Part{here + word.size(), *value * static_cast<double>(unit->count()), *unit, isOrdinal};
}

std::size_t skipJoint(std::string_view text, std::size_t pos)
{
    pos = skipBlanks(text, pos);
    if (at(text, pos) == ',')
        pos = skipBlanks(text, pos + 1);
    return wordAt(text, pos, "and") ? skipBlanks(text, pos + 3) : pos;
}

bool isAboutBefore(std::string_view text, std::size_t pos)
{
    const std::string_view before = trimmed(text.substr(0, pos));
    if (before.ends_with('~'))
        return true;
    for (const std::string_view word : {"about", "around", "approximately", "roughly", "nearly", "almost", "over"}) {
        if (before.size() >= word.size() && wordAt(before, before.size() - word.size(), word))
            return true;
    }
    return false;
}

FoundDuration durationFrom(std::string_view text, std::size_t pos, Part part)
{
    FoundDuration found{.begin = pos, .end = part.end, .text = {}};
    found.isOrdinal = part.isOrdinal;
    found.isApproximate = isAboutBefore(text.substr(pos > 24 ? pos - 24 : 0), std::min<std::size_t>(pos, 24));
    double seconds = part.seconds;
    while (!part.isOrdinal) {
        const auto next = partAt(text, skipJoint(text, part.end));
        if (!next || next->unit >= part.unit || next->isOrdinal)
            break;
        seconds += next->seconds;
        part = *next;
    }
    found.end = part.end;
    found.text = std::string(text.substr(found.begin, found.end - found.begin));
    found.length = Duration(std::llround(seconds * 1e6));
    found.step = part.unit;
    return found;
}

} // namespace

std::vector<FoundDuration> durationsIn(std::string_view text)
{
    std::vector<FoundDuration> all;
    for (std::size_t pos = 0; pos < text.size();) {
        const char before = pos > 0 ? text[pos - 1] : ' ';
        const bool canBegin = isDigit(text[pos]) && !isAlnum(before) && before != '.' && before != ':' && before != '-';
        const auto part = canBegin ? partAt(text, pos) : std::nullopt;
        if (part) {
            all.push_back(durationFrom(text, pos, *part));
            pos = all.back().end;
        } else {
            pos += std::max<std::size_t>(1, digitCount(text, pos));
        }
    }
    return all;
}

std::vector<FoundPercentage> percentagesIn(std::string_view text)
{
    std::vector<FoundPercentage> all;
    for (std::size_t pos = 0; pos < text.size();) {
        const char before = pos > 0 ? text[pos - 1] : ' ';
        std::size_t end = pos;
        const auto value = !isAlnum(before) && before != '.' ? decimalAt(text, end) : std::nullopt;
        if (!value) {
            pos += std::max<std::size_t>(1, digitCount(text, pos));
            continue;
        }
        const std::size_t sign = skipBlanks(text, end);
        if (at(text, sign) == '%' && *value <= 100)
            all.push_back({.begin = pos, .end = sign + 1, .value = *value});
        pos = end;
    }
    return all;
}

} // namespace downtimeline
