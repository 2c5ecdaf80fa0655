// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/writtentimes.h"

#include "models/documents/textscan.h"
#include "models/documents/writtenclocks.h"

#include <algorithm>

namespace downtimeline {
namespace {

using namespace textscan;

/// What was read so far of one time.
struct Reading
{
    std::size_t end = 0;
    std::optional<FoundDate> date;
    std::optional<FoundClock> clock;
    std::optional<FoundZone> zone;
    bool isIso = false; ///< a T stands between date and clock
    bool isApproximate = false;
};

std::size_t skipWord(std::string_view text, std::size_t pos, std::string_view word)
{
    return wordAt(text, pos, word) ? skipBlanks(text, pos + word.size()) : pos;
}

bool skipApproximately(std::string_view text, std::size_t &pos)
{
    const std::size_t begin = pos;
    if (at(text, pos) == '~')
        pos = skipBlanks(text, pos + 1);
    for (const std::string_view word : {"approximately", "approx", "around", "about", "circa", "roughly"}) {
        const std::size_t after = skipWord(text, pos, word);
        pos = after != pos && at(text, after) == '.' ? skipBlanks(text, after + 1) : after;
    }
    return pos != begin;
}

/// Behind a date: "T", ", ", " at ", " @ ", " - " and the like, up to where a clock may stand.
std::size_t skipToClock(std::string_view text, std::size_t pos, Reading &reading)
{
    if ((at(text, pos) == 'T' || at(text, pos) == 't') && isDigit(at(text, pos + 1))) {
        reading.isIso = true;
        return pos + 1;
    }
    pos = skipBlanks(text, pos);
    while (at(text, pos) == ',' || at(text, pos) == '@' || at(text, pos) == ';')
        pos = skipBlanks(text, pos + 1);
    pos = skipWord(text, pos, "at");
    pos = skipWord(text, pos, "from");
    if (const std::size_t dash = dashLength(text, pos); dash > 0 && text.substr(pos, 5) != "--:--")
        pos = skipBlanks(text, pos + dash);
    else if (at(text, pos) == '(' && isDigit(at(text, pos + 1)))
        ++pos;
    reading.isApproximate = skipApproximately(text, pos) || reading.isApproximate;
    return pos;
}

/// A bare "-04:00" counts only behind an ISO time or seconds: else it is the end of a range.
bool isOffsetHere(std::string_view text, std::size_t pos, const Reading &reading)
{
    if (at(text, pos) != '-' || at(text, pos + 3) != ':')
        return true;
    return reading.isIso || reading.clock->clock->second.has_value();
}

/// Behind a clock a dash between blanks separates: "10:00 UTC - 10:30 UTC", "10:00 UTC - 2 nodes down".
std::optional<FoundZone> zoneBehindClock(std::string_view text, std::size_t pos)
{
    auto zone = zoneAt(text, pos);
    const std::size_t name = pos + letters(text, pos).size();
    const std::size_t mark = skipBlanks(text, name);
    const std::size_t dash = dashLength(text, mark);
    const bool isSpaced = mark > name && dash > 0 && blankLength(text, mark + dash) > 0;
    return zone && isSpaced && zone->end > mark ? zoneAt(text.substr(0, name), pos) : zone;
}

void readZone(std::string_view text, Reading &reading)
{
    std::size_t pos = skipBlanks(text, reading.end);
    const bool isBracketed = at(text, pos) == '(' || at(text, pos) == '[';
    pos = isBracketed ? skipBlanks(text, pos + 1) : pos;
    const bool mayStand = reading.clock ? reading.clock->clock && isOffsetHere(text, pos, reading) : isBracketed;
    if (!mayStand)
        return; // a day alone has a zone only in brackets: "16 January 2024 (UTC)"
    const auto zone = isBracketed ? zoneAt(text, pos) : zoneBehindClock(text, pos);
    if (!zone || (zone->zone.text == "Z" && pos != reading.end))
        return;
    std::size_t end = zone->end;
    if (isBracketed) {
        end = skipBlanks(text, end);
        if (at(text, end) != ')' && at(text, end) != ']')
            return;
        ++end;
    }
    reading.zone = zone;
    reading.end = end;
}

void readDateBehind(std::string_view text, Reading &reading, DayOrder order)
{
    std::size_t pos = skipBlanks(text, reading.end);
    if (at(text, pos) == ',')
        pos = skipBlanks(text, pos + 1);
    pos = skipWord(text, skipWord(text, pos, "on"), "of");
    pos = skipWord(text, pos, "the");
    reading.date = dateAt(text, pos, order);
    if (reading.date)
        reading.end = reading.date->end;
}

std::optional<Reading> readOne(std::string_view text, std::size_t pos, TimeReading how)
{
    Reading reading;
    reading.isApproximate = skipApproximately(text, pos);
    reading.date = dateAt(text, pos, how.order);
    const std::size_t clockPos = reading.date ? skipToClock(text, reading.date->end, reading) : pos;
    reading.clock = clockAt(text, clockPos, how.dotClocks);
    if (!reading.date && !reading.clock)
        return std::nullopt;
    if (!reading.clock) {
        reading.end = reading.date->end;
        readZone(text, reading);
        return isLetter(at(text, reading.end)) ? std::nullopt : std::optional(reading);
    }
    reading.end = reading.clock->end;
    readZone(text, reading);
    if (!reading.zone && isAlnum(at(text, reading.end)))
        return std::nullopt;
    if (!reading.date)
        readDateBehind(text, reading, how.order);
    return reading;
}

WrittenTime written(const Reading &reading)
{
    WrittenTime time;
    if (reading.date) {
        time.year = reading.date->year;
        time.month = reading.date->month;
        time.day = reading.date->day;
        time.precision = Precision::Day;
    }
    if (reading.clock) {
        time.clock = reading.clock->clock;
        if (time.clock || !reading.date)
            time.precision = reading.clock->precision;
    }
    if (reading.isApproximate && time.precision == Precision::Exact)
        time.precision = Precision::Approximate;
    if (reading.zone) {
        time.zone = reading.zone->zone.text;
        time.offset = reading.zone->zone.offset;
        time.zoneOrigin = ZoneOrigin::Line;
    }
    return time;
}

/// Where the second time of a range would begin: behind a dash, "to" or "until"; "and" only after "between".
std::size_t skipToRangeEnd(std::string_view text, const FoundTime &found)
{
    const std::size_t pos = skipBlanks(text, found.end);
    if (const std::size_t dash = dashLength(text, pos))
        return skipBlanks(text, pos + dash);
    for (const std::string_view word : {"to", "until", "till", "through"}) {
        if (wordAt(text, pos, word))
            return skipBlanks(text, pos + word.size());
    }
    const std::string_view before = text.substr(0, found.begin);
    const std::string near = lowered(before.substr(before.size() - std::min<std::size_t>(before.size(), 24)));
    const bool isBetween = near.find("between") != std::string::npos;
    return isBetween && wordAt(text, pos, "and") ? skipBlanks(text, pos + 3) : found.end;
}

void readRange(std::string_view text, FoundTime &found, const Reading &first, TimeReading how)
{
    const std::size_t pos = skipToRangeEnd(text, found);
    if (pos == found.end || !found.time.clock)
        return;
    const auto second = readOne(text, pos, how);
    if (!second || !second->clock || !second->clock->clock)
        return;
    WrittenTime until = written(*second);
    const bool half = first.clock->meridiem == Meridiem::None && second->clock->meridiem != Meridiem::None;
    if (half && first.clock->writtenHour <= second->clock->writtenHour)
        found.time.clock = inHalf(*found.time.clock, second->clock->meridiem);
    if (found.zone.text.empty() && second->zone) {
        found.zone = second->zone->zone;
        found.time.zone = until.zone;
        found.time.offset = until.offset;
        found.time.zoneOrigin = until.zoneOrigin;
    }
    if (!until.month) {
        until.year = found.time.year;
        until.month = found.time.month;
        until.day = found.time.day;
    } else if (!found.time.month) {
        found.time.year = until.year;
        found.time.month = until.month;
        found.time.day = until.day;
    }
    until.text = std::string(trimmed(text.substr(pos, second->end - pos)));
    found.until = std::move(until);
    found.end = second->end;
}

bool canBegin(std::string_view text, std::size_t pos)
{
    const char c = text[pos];
    if (!isAlnum(c) && c != '~')
        return false;
    const char before = pos > 0 ? text[pos - 1] : ' ';
    constexpr std::string_view joining = ".:/-_$#=+@%\\";
    return !isAlnum(before) && (c == '~' || !joining.contains(before));
}

/// The first two letters of months, weekdays and "about": most words of a sentence are passed over by them.
bool mayBeginTime(std::string_view text, std::size_t pos)
{
    constexpr std::string_view starts = "ja fe ma ap ju au se oc no de mo tu we th fr sa su ar ab ci ro ht ";
    const char two[] = {lower(at(text, pos)), lower(at(text, pos + 1)), ' '};
    return !isLetter(text[pos]) || starts.find(std::string_view(two, 3)) != std::string_view::npos;
}

/// "2023-02-03-1021" and "2023-02-03-shop.md" are names that begin with a date.
bool isNameOfDate(std::string_view text, const FoundTime &found)
{
    return !found.time.clock && found.end > 0 && isDigit(text[found.end - 1]) && at(text, found.end) == '-' &&
           isAlnum(at(text, found.end + 1));
}

std::size_t wordEnd(std::string_view text, std::size_t pos)
{
    while (pos < text.size() && blankLength(text, pos) == 0)
        ++pos;
    return pos;
}

} // namespace

std::optional<FoundTime> timeAt(std::string_view text, std::size_t pos, TimeReading reading)
{
    const auto first = readOne(text, pos, reading);
    if (!first)
        return std::nullopt;
    FoundTime found;
    found.begin = pos;
    found.end = first->end;
    found.time = written(*first);
    if (first->zone)
        found.zone = first->zone->zone;
    if (first->date) {
        found.isOrderOpen = first->date->isOrderOpen;
        found.isSlip = first->date->isSlip;
        if (first->date->isNumericOrder)
            found.shownOrder = first->date->isDayFirst ? DayOrder::DayFirst : DayOrder::MonthFirst;
    }
    readRange(text, found, *first, reading);
    found.time.text = std::string(trimmed(text.substr(pos, found.end - pos)));
    return found;
}

std::vector<FoundTime> timesIn(std::string_view text, TimeReading reading)
{
    std::vector<FoundTime> all;
    for (std::size_t pos = 0; pos < text.size();) {
        if (!canBegin(text, pos)) {
            ++pos;
            continue;
        }
        if (!mayBeginTime(text, pos)) {
            pos += letters(text, pos).size();
            continue;
        }
        if (wordAt(text, pos, "http") || wordAt(text, pos, "https")) {
            pos = wordEnd(text, pos);
            continue;
        }
        if (auto found = timeAt(text, pos, reading)) {
            pos = std::max(found->end, pos + 1);
            if (isNameOfDate(text, *found))
                continue;
            all.push_back(*std::move(found));
            continue;
        }
        pos += std::max<std::size_t>({1, letters(text, pos).size(), digitCount(text, pos)});
    }
    return all;
}

} // namespace downtimeline
