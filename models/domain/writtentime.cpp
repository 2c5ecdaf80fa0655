// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/writtentime.h"

#include <cstdio>
#include <cstdlib>

namespace downtimeline {
namespace {

using namespace std::chrono;

template<typename... Numbers>
std::string printed(const char *format, Numbers... numbers)
{
    char buffer[64];
    const int length = std::snprintf(buffer, sizeof buffer, format, numbers...);
    return {buffer, static_cast<std::size_t>(length)};
}

std::string clockText(const ClockTime &clock, Precision precision)
{
    if (precision == Precision::Hour)
        return printed("%02d", clock.hour);
    if (!clock.second)
        return printed("%02d:%02d", clock.hour, clock.minute);
    if (clock.microsecond == 0)
        return printed("%02d:%02d:%02d", clock.hour, clock.minute, *clock.second);
    std::string text = printed("%02d:%02d:%02d.%06d", clock.hour, clock.minute, *clock.second, clock.microsecond);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

std::string dateText(const WrittenTime &time)
{
    if (time.hasDate())
        return printed("%04d-%02d-%02d", *time.year, *time.month, *time.day);
    if (time.month && time.day)
        return printed("--%02d-%02d", *time.month, *time.day);
    return {};
}

} // namespace

std::optional<Instant> instantOf(const WrittenTime &time)
{
    if (!time.hasDate())
        return std::nullopt;
    const year_month_day date{
        year(*time.year), month(static_cast<unsigned>(*time.month)), day(static_cast<unsigned>(*time.day))};
    if (!date.ok())
        return std::nullopt;
    Instant instant = sys_days(date);
    if (time.clock) {
        instant += hours(time.clock->hour) + minutes(time.clock->minute) + seconds(time.clock->second.value_or(0)) +
                   Duration(time.clock->microsecond);
    }
    return instant - time.offset.value_or(seconds(0));
}

WrittenTime writtenTimeOf(Instant instant, std::optional<std::chrono::seconds> offset, ZoneOrigin origin)
{
    const Instant local = instant + offset.value_or(seconds(0));
    const auto midnight = floor<days>(local);
    const year_month_day date(midnight);
    const hh_mm_ss<Duration> clock(local - midnight);
    WrittenTime time;
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    time.clock = ClockTime{
        .hour = static_cast<int>(clock.hours().count()),
        .minute = static_cast<int>(clock.minutes().count()),
        .second = static_cast<int>(clock.seconds().count()),
        .microsecond = static_cast<int>(clock.subseconds().count())};
    time.offset = offset;
    time.precision = Precision::Exact;
    time.zoneOrigin = origin;
    time.text = isoText(time);
    return time;
}

std::string isoText(const WrittenTime &time)
{
    std::string date = dateText(time);
    if (!time.clock || time.precision == Precision::Day)
        return date;
    ClockTime clock = *time.clock;
    const bool complete = time.hasDate() && time.offset && time.precision != Precision::Hour;
    if (complete && !clock.second)
        clock.second = 0;
    const std::string text = (date.empty() ? date : date + "T") + clockText(clock, time.precision);
    return complete ? text + offsetText(*time.offset) : text;
}

std::string offsetText(std::chrono::seconds offset)
{
    const long minutes = std::labs(static_cast<long>(offset.count())) / 60;
    return printed("%c%02ld:%02ld", offset.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

} // namespace downtimeline
