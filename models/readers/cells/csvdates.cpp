// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/cells/csvdates.h"

#include "models/readers/cells/csvzones.h"

#include <algorithm>
#include <array>

namespace downtimeline {
namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether a word is that name or starts of it with three letters or more: "Jan", "Sept.".
bool abbreviates(std::string_view word, std::string_view name)
{
    if (word.size() < 3 || word.size() > name.size())
        return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (lower(word[i]) != name[i])
            return false;
    }
    return true;
}

int monthOf(std::string_view word)
{
    static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (abbreviates(word, names[i]))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

bool isWeekday(std::string_view word)
{
    static constexpr std::array<std::string_view, 7> names{"monday", "tuesday",  "wednesday", "thursday",
                                                           "friday", "saturday", "sunday"};
    for (const std::string_view name : names) {
        if (abbreviates(word, name))
            return true;
    }
    return false;
}

/// What may stand behind a clock as its zone: an offset, "Europe/Berlin", "CET", "Pacific Time"; other words are text.
bool mayNameZone(std::string_view zone)
{
    if (!isZoneName(zone))
        return false;
    const bool isAbbreviation =
        zone.size() >= 2 && zone.size() <= 5 && std::ranges::all_of(zone, [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool isIana = zone.find('/') != std::string_view::npos && zone.find(' ') == std::string_view::npos;
    return isAbbreviation || isIana || zone.ends_with(" time") || zone.ends_with(" Time") || fixedOffset(zone);
}

/// Reads a time word by word.
class LooseTime
{
public:
    LooseTime(std::string_view text, DateOrder order) : m_text(text), m_order(order) {}

    std::optional<CellTime> read()
    {
        while (m_at < m_text.size()) {
            if (!(isDigit(here()) ? takeNumbers() : isLetter(here()) ? takeWord() : takeMark()))
                return std::nullopt;
        }
        return finished();
    }

private:
    char here() const { return m_text[m_at]; }
    char next() const { return m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0'; }

    /// At most 4 digits; -1 where there are more.
    int takeNumber()
    {
        int value = 0;
        m_width = 0;
        while (m_at < m_text.size() && isDigit(here())) {
            if (++m_width > 4)
                return -1;
            value = value * 10 + (m_text[m_at++] - '0');
        }
        return m_width == 0 ? -1 : value;
    }

    bool takeNumbers()
    {
        const int first = takeNumber();
        if (first < 0)
            return false;
        const int width = m_width;
        const char mark = m_at < m_text.size() ? here() : '\0';
        if (mark == ':')
            return width <= 2 && takeClock(first);
        if ((mark == '/' || mark == '.' || mark == '-') && isDigit(next()))
            return takeDate(first, width, mark);
        if (width == 4)
            return set(m_time.year, first);
        return width <= 2 && set(m_time.day, first);
    }

    static bool set(int &part, int value)
    {
        const bool isFree = part == 0;
        part = value;
        return isFree && value > 0;
    }

    bool takeDate(int first, int width, char mark)
    {
        if (m_time.day != 0 || m_time.month != 0 || m_time.year != 0)
            return false;
        ++m_at;
        const int second = takeNumber();
        if (second < 0 || m_at >= m_text.size() || here() != mark || m_width > 2)
            return false;
        ++m_at;
        const int third = takeNumber();
        if (third < 0)
            return false;
        if (width == 4)
            return m_width <= 2 && keepDate(first, second, third);
        if (m_width != 4 && m_width != 2)
            return false;
        return keepUnordered(m_width == 2 ? 2000 + third : third, first, second);
    }

    bool keepDate(int year, int month, int day)
    {
        m_time.year = year;
        m_time.month = month;
        m_time.day = day;
        return true;
    }

    bool keepUnordered(int year, int first, int second)
    {
        if (first > 12 && second <= 12)
            return keepDate(year, second, first);
        if (second > 12 && first <= 12)
            return keepDate(year, first, second);
        if (first == second || m_order == DateOrder::MonthFirst)
            return keepDate(year, first, second);
        if (m_order == DateOrder::DayFirst)
            return keepDate(year, second, first);
        m_time.isUndecided = true;
        return first >= 1 && first <= 12 && second >= 1 && second <= 12;
    }

    bool takeClock(int hour)
    {
        if (m_time.hasClock())
            return false;
        ++m_at;
        m_time.hour = hour;
        m_time.minute = takeNumber();
        if (m_width != 2 || m_time.minute > 59)
            return false;
        if (m_at < m_text.size() && here() == ':') {
            ++m_at;
            m_time.second = takeNumber();
            if (m_width != 2 || m_time.second > 60)
                return false;
            m_time.second = std::min(m_time.second, 59);
            return m_at >= m_text.size() || (here() != '.' && here() != ',') || !isDigit(next()) || takeFraction();
        }
        return hour <= 23;
    }

    bool takeFraction()
    {
        int digits = 0;
        for (++m_at; m_at < m_text.size() && isDigit(here()); ++m_at, ++digits) {
            if (digits < 6)
                m_time.microsecond = m_time.microsecond * 10 + (here() - '0');
        }
        for (int i = digits; i < 6; ++i)
            m_time.microsecond *= 10;
        return digits <= 9;
    }

    bool takeWord()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isLetter(here()))
            ++m_at;
        const std::string_view word = m_text.substr(begin, m_at - begin);
        const bool isHalf =
            word.size() == 2 && lower(word[1]) == 'm' && (lower(word[0]) == 'a' || lower(word[0]) == 'p');
        if (isHalf)
            return takeHalf(lower(word[0]) == 'p');
        if (const int month = m_time.month == 0 && !m_time.isUndecided ? monthOf(word) : 0; month != 0)
            return set(m_time.month, month);
        if (isWeekday(word) || word == "T" || word == "at" || word == "st" || word == "nd" || word == "rd" ||
            word == "th")
            return true;
        return takeZone(begin);
    }

    /// "14:15pm" is met, and tells the same twice.
    bool takeHalf(bool isAfternoon)
    {
        if (!m_time.hasClock() || m_hasHalf)
            return false;
        m_hasHalf = true;
        if (m_time.hour > 12)
            return isAfternoon;
        m_time.hour = m_time.hour % 12 + (isAfternoon ? 12 : 0);
        return true;
    }

    bool takeMark()
    {
        const bool isSign = here() == '+' || (here() == '-' && m_time.hasClock()) || here() == '(' || here() == '[';
        if (isSign && m_time.hasClock())
            return takeZone(m_at);
        const char mark = m_text[m_at++];
        return mark == ' ' || mark == ',' || mark == '.' || (mark == '-' && !m_time.hasClock());
    }

    /// All that is left; a word is no zone where no clock stands before it.
    bool takeZone(std::size_t begin)
    {
        m_time.zone = m_text.substr(begin);
        m_at = m_text.size();
        if (!m_time.hasClock() || !mayNameZone(m_time.zone))
            return false;
        if (const auto offset = fixedOffset(m_time.zone)) {
            m_time.hasOffset = true;
            m_time.offset = static_cast<int>(offset->count());
        }
        return true;
    }

    std::optional<CellTime> finished()
    {
        if (m_time.hour > 23)
            return std::nullopt;
        if (m_time.isUndecided || (m_time.hasClock() && m_time.year == 0 && m_time.month == 0 && m_time.day == 0))
            return m_time;
        if (!isDay(m_time.year, m_time.month, m_time.day))
            return std::nullopt;
        return m_time;
    }

    std::string_view m_text;
    DateOrder m_order;
    std::size_t m_at = 0;
    int m_width = 0; ///< digits of the number taken last
    bool m_hasHalf = false;
    CellTime m_time;
};

} // namespace

bool isDay(int year, int month, int day)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           std::chrono::year_month_day(
               std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
               std::chrono::day(static_cast<unsigned>(day)))
               .ok();
}

std::optional<CellTime> looseCellTime(std::string_view text, DateOrder order)
{
    if (text.empty() || text.size() > 64)
        return std::nullopt;
    return LooseTime(text, order).read();
}

} // namespace downtimeline
