// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/csvnumbers.h"

#include "models/readers/tables/csvsketch.h"
#include "models/readers/textsource.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace downtimeline {
namespace {

struct TimeUnit
{
    std::string_view word;
    double seconds;
};

constexpr auto timeUnits = std::to_array<TimeUnit>({
    {"ns", 1e-9}, {"us", 1e-6},   {"µs", 1e-6},    {"μs", 1e-6},     {"microseconds", 1e-6},
    {"ms", 1e-3}, {"msec", 1e-3}, {"msecs", 1e-3}, {"millis", 1e-3}, {"milliseconds", 1e-3},
    {"s", 1},     {"sec", 1},     {"secs", 1},     {"second", 1},    {"seconds", 1},
    {"m", 60},    {"min", 60},    {"mins", 60},    {"minute", 60},   {"minutes", 60},
    {"h", 3600},  {"hr", 3600},   {"hrs", 3600},   {"hour", 3600},   {"hours", 3600},
    {"d", 86400}, {"day", 86400}, {"days", 86400},
});

constexpr double longestSeconds = 100.0 * 366 * 86400;
constexpr std::size_t longestNumber = 64;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNumberCharacter(char c)
{
    return isDigit(c) || c == '.' || c == ',' || c == '+' || c == '-' || c == 'e' || c == 'E';
}

/// What marks thousands stands between groups of three digits and before the decimal mark, as in "1,234,567.5"; of a
/// decimal comma there need be none.
bool hasThousands(std::string_view text, char thousands, char decimal)
{
    std::size_t at = text.find(thousands);
    if (at == std::string_view::npos)
        return decimal == ',';
    if (at == 0 || at > 4)
        return false;
    while (at < text.size() && text[at] == thousands) {
        for (std::size_t i = 1; i <= 3; ++i) {
            if (at + i >= text.size() || !isDigit(text[at + i]))
                return false;
        }
        at += 4;
    }
    return text.find(thousands, at) == std::string_view::npos && (at >= text.size() || !isDigit(text[at]));
}

std::optional<double> plainNumber(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range)
        return std::numeric_limits<double>::infinity();
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<Duration> durationOf(double seconds)
{
    if (!(seconds >= 0) || seconds > longestSeconds)
        return std::nullopt;
    return Duration(std::llround(seconds * 1e6));
}

/// "00:22:00" and "1:05".
std::optional<double> clockSeconds(std::string_view text)
{
    std::array<double, 3> parts{};
    std::size_t count = 0;
    while (count < 3) {
        const std::size_t colon = text.find(':');
        const std::string_view part = text.substr(0, colon);
        if (part.empty() || !isDigit(part.front()))
            return std::nullopt;
        const auto number = plainNumber(part);
        if (!number)
            return std::nullopt;
        parts[count++] = *number;
        if (colon == std::string_view::npos)
            return count < 2 ? std::nullopt : std::optional(parts[0] * 3600 + parts[1] * 60 + parts[2]);
        text.remove_prefix(colon + 1);
    }
    return std::nullopt;
}

/// "1h 20m": numbers with a unit each.
std::optional<double> unitSeconds(std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    double total = 0;
    while (!text.empty()) {
        const std::size_t numberEnd = std::min(
            static_cast<std::size_t>(std::ranges::find_if_not(text, isNumberCharacter) - text.begin()), text.size());
        const auto number = plainNumber(text.substr(0, numberEnd));
        text = trimmed(text.substr(numberEnd));
        const auto wordEnd = static_cast<std::size_t>(
            std::ranges::find_if(text, [](char c) { return isDigit(c) || c == ' '; }) - text.begin());
        const auto unit = secondsOfUnit(text.substr(0, wordEnd));
        if (!number || !unit)
            return std::nullopt;
        total += *number * *unit;
        text = trimmed(text.substr(wordEnd));
    }
    return total;
}

} // namespace

std::optional<double> numberOf(std::string_view text, char decimalMark)
{
    if (text.empty() || text.size() > longestNumber)
        return std::nullopt;
    if (text.find(',') == std::string_view::npos)
        return plainNumber(text);
    std::array<char, longestNumber> buffer{};
    std::size_t size = 0;
    if (decimalMark == ',') {
        if (std::ranges::count(text, ',') != 1 || !hasThousands(text, '.', ','))
            return std::nullopt;
        for (const char c : text) {
            if (c != '.')
                buffer[size++] = c == ',' ? '.' : c;
        }
    } else {
        if (!hasThousands(text, ',', '.'))
            return std::nullopt;
        for (const char c : text) {
            if (c != ',')
                buffer[size++] = c;
        }
    }
    return plainNumber({buffer.data(), size});
}

std::optional<Quantity> quantityOf(std::string_view text, char decimalMark)
{
    if (const auto number = numberOf(text, decimalMark))
        return Quantity{.value = *number, .unit = {}};
    std::size_t end = 0;
    while (end < text.size() && isNumberCharacter(text[end]))
        ++end;
    while (end > 0 && !isDigit(text[end - 1]) && text[end - 1] != '.')
        --end;
    const auto number = numberOf(text.substr(0, end), decimalMark);
    const std::string_view unit = trimmed(text.substr(end));
    if (!number || unit.empty() || unit.size() > 16 || isDigit(unit.front()) || unit.front() == ',')
        return std::nullopt;
    return Quantity{.value = *number, .unit = unit};
}

std::optional<double> secondsOfUnit(std::string_view unit)
{
    const auto found = std::ranges::find(timeUnits, unit, &TimeUnit::word);
    return found == timeUnits.end() ? std::nullopt : std::optional(found->seconds);
}

double secondsOfHeader(std::string_view header)
{
    const std::string name = foldedName(header);
    const std::size_t last = name.rfind('_');
    return last == std::string::npos ? 0.0 : secondsOfUnit(std::string_view(name).substr(last + 1)).value_or(0.0);
}

std::optional<Duration> lengthOfCell(std::string_view text, double secondsOfBareNumber)
{
    if (const auto bare = numberOf(text, '.'))
        return secondsOfBareNumber > 0 ? durationOf(*bare * secondsOfBareNumber) : std::nullopt;
    auto seconds = clockSeconds(text);
    if (!seconds)
        seconds = unitSeconds(text);
    return seconds ? durationOf(*seconds) : std::nullopt;
}

} // namespace downtimeline
