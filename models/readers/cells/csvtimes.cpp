// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/cells/csvtimes.h"

#include "models/readers/cells/csvdates.h"
#include "models/readers/cells/csvzones.h"

#include <algorithm>
#include <charconv>

namespace downtimeline {
namespace {

using namespace std::chrono;

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes numbers of a fixed width off the front of a text.
class Digits
{
public:
    explicit Digits(std::string_view text) : m_at(text.data()), m_end(text.data() + text.size()) {}

    bool take(int width, int &value)
    {
        if (m_end - m_at < width)
            return false;
        int result = 0;
        for (int i = 0; i < width; ++i) {
            if (!isDigit(m_at[i]))
                return false;
            result = result * 10 + (m_at[i] - '0');
        }
        m_at += width;
        value = result;
        return true;
    }

    bool skip(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }

    /// Up to 9 digits behind the point; those behind the sixth are cut off.
    bool takeFraction(int &microsecond)
    {
        int count = 0;
        int value = 0;
        for (; m_at < m_end && isDigit(*m_at) && count < 9; ++m_at, ++count) {
            if (count < 6)
                value = value * 10 + (*m_at - '0');
        }
        for (int i = count; i < 6; ++i)
            value *= 10;
        microsecond = value;
        return count > 0 && (m_at == m_end || !isDigit(*m_at));
    }

    bool isAtEnd() const { return m_at == m_end; }
    std::string_view rest() const { return {m_at, static_cast<std::size_t>(m_end - m_at)}; }

private:
    const char *m_at;
    const char *m_end;
};

/// Takes the clock and what follows; basic tells that no colons are written.
bool takeClock(Digits &digits, CellTime &time, bool basic)
{
    if (!digits.take(2, time.hour) || (!basic && !digits.skip(':')) || !digits.take(2, time.minute))
        return false;
    if (basic ? digits.take(2, time.second) : digits.skip(':')) {
        if (!basic && !digits.take(2, time.second))
            return false;
        if ((digits.skip('.') || digits.skip(',')) && !digits.takeFraction(time.microsecond))
            return false;
    }
    if (time.second == 60)
        time.second = 59;
    return time.hour <= 23 && time.minute <= 59 && time.second <= 59;
}

bool takeZone(Digits &digits, CellTime &time)
{
    if (digits.isAtEnd())
        return true;
    std::string_view rest = digits.rest();
    if (rest == "Z") {
        time.hasOffset = true;
        time.zone = rest;
        return true;
    }
    if (rest.front() == ' ')
        rest.remove_prefix(1);
    const auto offset = fixedOffset(rest);
    if (!offset)
        return false;
    time.hasOffset = true;
    time.offset = static_cast<int>(offset->count());
    time.zone = rest;
    return true;
}

/// The digits of an epoch count in front of its point, at most 19.
std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// The count in microseconds; none where it is too small or too large to be a time.
std::optional<std::int64_t> epochMicroseconds(std::int64_t count, int fraction)
{
    constexpr std::int64_t leastSeconds = 100'000'000; // March 1973
    if (count < leastSeconds)
        return std::nullopt;
    if (count < 100'000'000'000)
        return count * 1'000'000 + fraction;
    if (count < 100'000'000'000'000)
        return count * 1'000 + fraction / 1'000;
    if (count < 100'000'000'000'000'000)
        return count;
    return count / 1'000;
}

} // namespace

std::optional<CellTime> isoCellTime(std::string_view text)
{
    CellTime time;
    Digits digits(text);
    if (!digits.take(4, time.year))
        return std::nullopt;
    const bool basic = !digits.skip('-');
    if (!digits.take(2, time.month) || (!basic && !digits.skip('-')) || !digits.take(2, time.day))
        return std::nullopt;
    if (!isDay(time.year, time.month, time.day))
        return std::nullopt;
    if (digits.isAtEnd())
        return basic ? std::nullopt : std::optional(time);
    if (!digits.skip('T') && (basic || (!digits.skip(' ') && !digits.skip('t'))))
        return std::nullopt;
    if (!takeClock(digits, time, basic) || !takeZone(digits, time))
        return std::nullopt;
    return time;
}

std::optional<CellTime> epochCellTime(std::string_view text)
{
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    if (whole.size() < 9 || whole.size() > 19 || !isDigit(whole.front()))
        return std::nullopt;
    int fraction = 0;
    if (point != std::string_view::npos) {
        Digits digits(text.substr(point + 1));
        if (!digits.takeFraction(fraction) || !digits.isAtEnd())
            return std::nullopt;
    }
    const auto count = wholeNumber(whole);
    const auto microseconds = count ? epochMicroseconds(*count, fraction) : std::nullopt;
    if (!microseconds)
        return std::nullopt;
    const Instant instant = instantFromMicroseconds(*microseconds);
    const auto midnight = floor<days>(instant);
    const year_month_day date(midnight);
    const hh_mm_ss<Duration> clock(instant - midnight);
    CellTime time;
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    time.hour = static_cast<int>(clock.hours().count());
    time.minute = static_cast<int>(clock.minutes().count());
    time.second = static_cast<int>(clock.seconds().count());
    time.microsecond = static_cast<int>(clock.subseconds().count());
    time.hasOffset = true;
    time.isEpoch = true;
    return time;
}

std::optional<CellTime> cellTime(std::string_view text, DateOrder order)
{
    if (auto time = isoCellTime(text))
        return time;
    if (auto time = epochCellTime(text))
        return time;
    return looseCellTime(text, order);
}

bool isCellTime(std::string_view text)
{
    return cellTime(text, DateOrder::Unknown).has_value();
}

Instant instantOf(const CellTime &time)
{
    const year_month_day date{
        year(time.year), month(static_cast<unsigned>(time.month)), day(static_cast<unsigned>(time.day))};
    Instant instant = sys_days(date);
    if (time.hasClock()) {
        instant +=
            hours(time.hour) + minutes(time.minute) + seconds(std::max(time.second, 0)) + Duration(time.microsecond);
    }
    return instant - seconds(time.offset);
}

void writeTo(WrittenTime &written, const CellTime &time, std::string_view text)
{
    written.text.assign(text);
    if (time.hasDate()) {
        written.year = time.year;
        written.month = time.month;
        written.day = time.day;
    } else {
        written.year.reset();
        written.month.reset();
        written.day.reset();
    }
    written.clock.reset();
    if (time.hasClock()) {
        ClockTime &clock = written.clock.emplace();
        clock.hour = time.hour;
        clock.minute = time.minute;
        if (time.second >= 0)
            clock.second = time.second;
        clock.microsecond = time.microsecond;
    }
    written.offset.reset();
    if (time.hasOffset)
        written.offset = seconds(time.offset);
    written.zone.assign(time.zone);
    written.precision = time.hasClock() ? Precision::Exact : time.hasDate() ? Precision::Day : Precision::Unknown;
    written.zoneOrigin = time.isEpoch ? ZoneOrigin::Assumed : time.hasOffset ? ZoneOrigin::Line : ZoneOrigin::Unstated;
}

DateOrder orderToldBy(std::string_view text)
{
    const auto number = [&text](std::size_t &at) {
        int value = 0;
        for (; at < text.size() && isDigit(text[at]) && value < 100; ++at)
            value = value * 10 + (text[at] - '0');
        return value;
    };
    std::size_t at = 0;
    const int first = number(at);
    if (at == 0 || at > 2 || at >= text.size() || isoCellTime(text))
        return DateOrder::Unknown;
    const char mark = text[at++];
    const int second = number(at);
    if ((mark != '/' && mark != '.' && mark != '-') || at >= text.size() || text[at] != mark)
        return DateOrder::Unknown;
    if (first > 12 && first <= 31 && second >= 1 && second <= 12)
        return DateOrder::DayFirst;
    if (second > 12 && second <= 31 && first >= 1 && first <= 12)
        return DateOrder::MonthFirst;
    return DateOrder::Unknown;
}

} // namespace downtimeline
