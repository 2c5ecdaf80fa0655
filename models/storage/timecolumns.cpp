// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/timecolumns.h"

#include <array>
#include <charconv>

namespace downtimeline {
namespace {

using namespace std::chrono;

/// Date and clock of the instant at the offset, as far as the marks say that they were written.
void setParts(WrittenTime &time, unsigned marks, Instant at)
{
    const Instant local = at + time.offset.value_or(std::chrono::seconds(0));
    const auto midnight = floor<days>(local);
    const year_month_day date(midnight);
    if (marks & timemarks::year)
        time.year = static_cast<int>(date.year());
    if (marks & timemarks::month)
        time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    if (marks & timemarks::day)
        time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    if ((marks & timemarks::clock) == 0)
        return;
    const hh_mm_ss<Duration> clock(local - midnight);
    time.clock = ClockTime{
        .hour = static_cast<int>(clock.hours().count()),
        .minute = static_cast<int>(clock.minutes().count()),
        .second = std::nullopt,
        .microsecond = static_cast<int>(clock.subseconds().count())};
    if (marks & timemarks::seconds)
        time.clock->second = static_cast<int>(clock.seconds().count());
}

bool sameParts(const WrittenTime &left, const WrittenTime &right)
{
    return left.year == right.year && left.month == right.month && left.day == right.day && left.clock == right.clock;
}

void append(std::string &text, std::optional<int> part)
{
    if (part)
        text += std::to_string(*part);
    text += ',';
}

/// The numbers between six commas; false where there is anything else.
bool split(std::string_view text, std::array<std::optional<int>, 7> &parts)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t comma = text.find(',');
        const std::string_view part = text.substr(0, comma);
        if ((comma == std::string_view::npos) != (i + 1 == parts.size()))
            return false;
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
        if (part.empty())
            continue;
        int number = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        if (error != std::errc{} || end != part.data() + part.size() || number < 0 || number > 999'999)
            return false;
        parts[i] = number;
    }
    return true;
}

} // namespace

unsigned marksOf(const WrittenTime &time)
{
    return (static_cast<unsigned>(time.precision) << timemarks::precisionShift) |
           (static_cast<unsigned>(time.zoneOrigin) << timemarks::originShift) | (time.year ? timemarks::year : 0U) |
           (time.month ? timemarks::month : 0U) | (time.day ? timemarks::day : 0U) |
           (time.clock ? timemarks::clock : 0U) | (time.clock && time.clock->second ? timemarks::seconds : 0U);
}

std::string partsOf(const WrittenTime &time, std::optional<Instant> at)
{
    WrittenTime following;
    following.offset = time.offset;
    if (at)
        setParts(following, marksOf(time), *at);
    if (sameParts(following, time))
        return {};
    std::string text;
    append(text, time.year);
    append(text, time.month);
    append(text, time.day);
    append(text, time.clock ? std::optional(time.clock->hour) : std::nullopt);
    append(text, time.clock ? std::optional(time.clock->minute) : std::nullopt);
    append(text, time.clock ? time.clock->second : std::nullopt);
    return time.clock ? text + std::to_string(time.clock->microsecond) : text;
}

std::optional<WrittenTime>
timeOf(unsigned marks, std::optional<Instant> at, std::optional<std::chrono::seconds> offset, std::string_view parts)
{
    const unsigned precision = (marks >> timemarks::precisionShift) & 7U;
    const unsigned origin = (marks >> timemarks::originShift) & 7U;
    if (precision > static_cast<unsigned>(Precision::Unknown) || origin > static_cast<unsigned>(ZoneOrigin::Assumed))
        return std::nullopt;
    WrittenTime time;
    time.precision = static_cast<Precision>(precision);
    time.zoneOrigin = static_cast<ZoneOrigin>(origin);
    time.offset = offset;
    if (parts.empty()) {
        if (at)
            setParts(time, marks, *at);
        return time;
    }
    std::array<std::optional<int>, 7> numbers;
    if (!split(parts, numbers))
        return std::nullopt;
    time.year = numbers[0];
    time.month = numbers[1];
    time.day = numbers[2];
    if (numbers[3])
        time.clock = ClockTime{*numbers[3], numbers[4].value_or(0), numbers[5], numbers[6].value_or(0)};
    return time;
}

} // namespace downtimeline
