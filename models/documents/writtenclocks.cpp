// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/writtenclocks.h"

#include "models/documents/textscan.h"

#include <algorithm>

namespace downtimeline {
namespace {

using namespace textscan;

struct FoundHalf
{
    std::size_t end;
    Meridiem meridiem;
};

/// "AM", " p.m.", or a single letter that stands right behind the digits.
FoundHalf halfAt(std::string_view text, std::size_t pos)
{
    const FoundHalf none{pos, Meridiem::None};
    const std::size_t spaced = skipBlanks(text, pos);
    const char first = lower(at(text, spaced));
    if (first != 'a' && first != 'p')
        return none;
    const Meridiem half = first == 'a' ? Meridiem::Am : Meridiem::Pm;
    if (lower(at(text, spaced + 1)) == 'm' && !isAlnum(at(text, spaced + 2)))
        return {spaced + 2, half};
    if (at(text, spaced + 1) == '.' && lower(at(text, spaced + 2)) == 'm' && !isAlnum(at(text, spaced + 3)))
        return {spaced + (at(text, spaced + 3) == '.' ? 4U : 3U), half};
    if (spaced == pos && !isAlnum(at(text, pos + 1)) && at(text, pos + 1) != '\'' && at(text, pos + 1) != '/')
        return {pos + 1, half};
    return none;
}

std::optional<FoundClock> unknownClock(std::string_view text, std::size_t pos)
{
    const std::string_view five = text.substr(pos, 5);
    if (five == "--:--" || five == "??:??")
        return FoundClock{.end = pos + 5, .clock = {}, .precision = Precision::Unknown};
    return std::nullopt;
}

/// ":56" and ".123456" behind the minutes.
void readSeconds(std::string_view text, std::size_t &pos, char separator, ClockTime &clock)
{
    if (at(text, pos) != separator || digitCount(text, pos + 1) != 2)
        return;
    std::size_t here = pos + 1;
    const int second = *number(text, here, 2);
    if (second > 60)
        return;
    clock.second = std::min(second, 59);
    pos = here;
    if (separator != ':' || (at(text, pos) != '.' && at(text, pos) != ','))
        return; // "10.30.40.50" is an address
    const std::size_t digits = digitCount(text, pos + 1);
    int scale = 100000;
    for (std::size_t i = 0; i < std::min<std::size_t>(digits, 6); ++i, scale /= 10)
        clock.microsecond += (text[pos + 1 + i] - '0') * scale;
    pos += digits > 0 ? digits + 1 : 0;
}

std::optional<FoundClock> hourAlone(std::string_view text, std::size_t pos, int hour)
{
    const FoundHalf half = halfAt(text, pos);
    if (half.meridiem == Meridiem::None || hour < 1 || hour > 12 || half.end == pos + 1)
        return std::nullopt;
    FoundClock found{.end = half.end, .clock = inHalf({.hour = hour, .minute = 0, .second = {}}, half.meridiem)};
    found.meridiem = half.meridiem;
    found.writtenHour = hour;
    return found;
}

bool isMinuteGap(std::string_view text, std::size_t pos)
{
    const std::string_view two = text.substr(std::min(pos, text.size()), 2);
    return two == "??" || two == "xx" || two == "XX";
}

} // namespace

ClockTime inHalf(ClockTime clock, Meridiem meridiem)
{
    if (meridiem == Meridiem::Am && clock.hour == 12)
        clock.hour = 0;
    else if (meridiem == Meridiem::Pm && clock.hour < 12)
        clock.hour += 12;
    return clock;
}

std::optional<FoundClock> clockAt(std::string_view text, std::size_t pos, bool dotsAllowed)
{
    if (auto unknown = unknownClock(text, pos))
        return unknown;
    const auto hour = number(text, pos, 2);
    if (!hour || *hour > 23)
        return std::nullopt;
    const char separator = at(text, pos);
    const bool isClock = separator == ':' || separator == 'h' || separator == '.';
    if (isClock && isMinuteGap(text, pos + 1))
        return FoundClock{
            .end = pos + 3, .clock = ClockTime{.hour = *hour, .minute = 0, .second = {}}, .precision = Precision::Hour};
    if (!isClock || digitCount(text, pos + 1) != 2)
        return hourAlone(text, pos, *hour);
    std::size_t here = pos + 1;
    ClockTime clock{.hour = *hour, .minute = *number(text, here, 2), .second = {}};
    if (clock.minute > 59)
        return std::nullopt;
    readSeconds(text, here, separator, clock);
    const FoundHalf half = halfAt(text, here);
    const char next = at(text, here);
    if (separator == '.' && half.meridiem == Meridiem::None && (!dotsAllowed || next == '.' || next == '%'))
        return std::nullopt;
    if (next == ':' && isDigit(at(text, here + 1)))
        return std::nullopt;
    FoundClock found{.end = half.end, .clock = inHalf(clock, half.meridiem)};
    found.meridiem = half.meridiem;
    found.writtenHour = *hour;
    return found;
}

} // namespace downtimeline
