// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/countedtimes.h"

#include "models/documents/durations.h"
#include "models/documents/textscan.h"

#include <algorithm>

namespace downtimeline {
namespace {

using namespace textscan;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// A distance and the byte behind it.
struct Distance
{
    std::size_t end = 0;
    std::optional<Duration> length;
};

/// Two digits below 60 behind a colon.
std::optional<int> sixtieth(std::string_view text, std::size_t &pos)
{
    if (at(text, pos) != ':' || digitCount(text, pos + 1) != 2)
        return std::nullopt;
    std::size_t here = pos + 1;
    const auto value = number(text, here, 2);
    if (!value || *value >= 60)
        return std::nullopt;
    pos = here;
    return value;
}

/// "00:05", "1:05:30".
std::optional<Distance> clockDistance(std::string_view text, std::size_t pos)
{
    const auto whole = number(text, pos, 3);
    const auto minute = whole ? sixtieth(text, pos) : std::nullopt;
    if (!minute)
        return std::nullopt;
    const int second = sixtieth(text, pos).value_or(0);
    return Distance{pos, hours(*whole) + minutes(*minute) + seconds(second)};
}

/// "5m", "5 min", "1h 05m", "1h05".
std::optional<Distance> unitDistance(std::string_view text, std::size_t pos)
{
    const auto lengths = durationsIn(text.substr(pos, 48));
    if (lengths.empty() || lengths.front().begin != 0 || lengths.front().isOrdinal)
        return std::nullopt;
    Distance distance{pos + lengths.front().end, lengths.front().length};
    const bool hasBareMinutes = lengths.front().step == Duration(hours(1)) && digitCount(text, distance.end) == 2;
    if (hasBareMinutes)
        *distance.length += minutes(number(text, distance.end, 2).value_or(0));
    return distance;
}

std::optional<Distance> distanceAt(std::string_view text, std::size_t pos, bool namesZero)
{
    if (const auto clock = clockDistance(text, pos))
        return clock;
    if (const auto unit = unitDistance(text, pos))
        return unit;
    const std::size_t digits = digitCount(text, pos);
    if (!namesZero || digits == 0 || digits > 4)
        return std::nullopt;
    const bool isZero = text.substr(pos, digits).find_first_not_of('0') == std::string_view::npos;
    return Distance{pos + digits, isZero ? std::optional(Duration(0)) : std::nullopt};
}

bool isWordStart(std::string_view text, std::size_t pos)
{
    return pos == 0 || (!isAlnum(text[pos - 1]) && text[pos - 1] != '_' && text[pos - 1] != '-');
}

/// Behind "T0" the marks and the word that lead to its clock; for a bare "T" one of them must stand there.
std::optional<std::size_t> skipToZeroClock(std::string_view text, std::size_t pos, bool isBare)
{
    std::size_t here = skipBlanks(text, pos);
    bool isLinked = false;
    for (const std::string_view word : {"is", "was", "at"}) {
        const bool stands = wordAt(text, here, word);
        here = stands ? skipBlanks(text, here + word.size()) : here;
        isLinked = isLinked || (stands && word != "at");
    }
    while (at(text, here) == '=' || at(text, here) == ':' || at(text, here) == '(' || at(text, here) == '|' ||
           dashLength(text, here) > 0) {
        isLinked = isLinked || at(text, here) == '=';
        here = skipBlanks(text, here + std::max<std::size_t>(1, dashLength(text, here)));
    }
    return isLinked || !isBare ? std::optional(here) : std::nullopt;
}

/// "14:02 UTC (T0)": whether the moment T is named right behind a time.
bool isNamedBehind(std::string_view text, std::size_t pos)
{
    pos = skipBlanks(text, pos);
    while (at(text, pos) == '=' || at(text, pos) == '(' || at(text, pos) == '|' || at(text, pos) == ',')
        pos = skipBlanks(text, pos + 1);
    const auto counted = countedTimeAt(text, pos);
    return counted && counted->namesZero && counted->distance == Duration(0);
}

} // namespace

std::optional<CountedTime> countedTimeAt(std::string_view text, std::size_t pos)
{
    const bool namesZero = at(text, pos) == 'T';
    std::size_t here = pos + (namesZero ? 1 : 0);
    const bool isZero = namesZero && at(text, here) == '0' && !isAlnum(at(text, here + 1));
    here += isZero ? 1 : 0;
    const std::size_t sign = namesZero ? skipBlanks(text, here) : here;
    const std::size_t dash = dashLength(text, sign);
    const bool isSigned = at(text, sign) == '+' || dash > 0;
    const std::size_t digits = sign + std::max<std::size_t>(dash, 1);
    const bool mayStandApart = namesZero || dash == 0;
    auto distance =
        isSigned ? distanceAt(text, mayStandApart ? skipBlanks(text, digits) : digits, namesZero) : std::nullopt;
    if (distance && (isAlnum(at(text, distance->end)) || at(text, distance->end) == '%'))
        distance.reset();
    if (!distance && isZero)
        distance = Distance{here, Duration(0)};
    if (!distance)
        return std::nullopt;
    if (distance->length && dash > 0)
        distance->length = -*distance->length;
    return CountedTime{distance->end, std::string(text.substr(pos, distance->end - pos)), distance->length, namesZero};
}

std::optional<FoundTime> zeroIn(std::string_view text, TimeReading reading)
{
    if (text.find('T') == std::string_view::npos)
        return std::nullopt;
    for (std::size_t pos = text.find('T'); pos != std::string_view::npos; pos = text.find('T', pos + 1)) {
        if (!isWordStart(text, pos))
            continue;
        const auto counted = countedTimeAt(text, pos);
        const bool isBare = !counted && !isAlnum(at(text, pos + 1));
        if (!isBare && !(counted && counted->distance == Duration(0)))
            continue;
        const auto clock = skipToZeroClock(text, counted ? counted->end : pos + 1, isBare);
        auto found = clock ? timeAt(text, *clock, reading) : std::nullopt;
        if (found && found->time.clock)
            return found;
    }
    for (FoundTime &found : timesIn(text, reading)) {
        if (found.time.clock && isNamedBehind(text, found.end))
            return std::move(found);
    }
    return std::nullopt;
}

} // namespace downtimeline
