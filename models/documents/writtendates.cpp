// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/writtendates.h"

#include "models/documents/textscan.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace downtimeline {
namespace {

using namespace textscan;

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

bool isPlausibleYear(int year)
{
    return year >= 1970 && year <= 2199;
}

bool isRealDay(int month, int day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

std::optional<FoundDate> isoDate(std::string_view text, std::size_t pos)
{
    const std::size_t digits = digitCount(text, pos);
    if (digits != 4 && digits != 5)
        return std::nullopt;
    FoundDate date;
    std::size_t here = pos;
    const int year = *number(text.substr(0, pos + 4), here, 4);
    if (!isPlausibleYear(year))
        return std::nullopt;
    here = pos + digits;
    const char separator = at(text, here);
    if (separator != '-' && separator != '/' && separator != '.')
        return std::nullopt;
    const auto month = number(text, ++here, 2);
    if (!month || at(text, here) != separator)
        return std::nullopt;
    const auto day = number(text, ++here, 2);
    if (!day || !isRealDay(*month, *day))
        return std::nullopt;
    date.year = year;
    date.month = *month;
    date.day = *day;
    date.isSlip = digits == 5;
    date.end = here;
    return date;
}

std::optional<FoundDate> numericDate(std::string_view text, std::size_t pos, DayOrder order)
{
    const auto first = number(text, pos, 2);
    const char separator = at(text, pos);
    if (!first || (separator != '/' && separator != '.' && separator != '-'))
        return std::nullopt;
    const auto second = number(text, ++pos, 2);
    if (!second || at(text, pos) != separator)
        return std::nullopt;
    const std::size_t digits = digitCount(text, ++pos);
    if (digits != 4 && (digits != 2 || separator != '/'))
        return std::nullopt;
    int year = *number(text, pos, 4);
    year = digits == 2 ? 2000 + year : year;
    FoundDate date;
    date.isOrderOpen = *first <= 12 && *second <= 12 && *first != *second && separator == '/';
    date.isNumericOrder = *first > 12 || *second > 12;
    date.isDayFirst = *first > 12;
    const bool dayFirst = *first > 12 || (*second <= 12 && (order == DayOrder::DayFirst || separator == '.'));
    date.isOrderOpen = date.isOrderOpen && order == DayOrder::Unknown;
    date.day = dayFirst ? *first : *second;
    date.month = dayFirst ? *second : *first;
    if (!isRealDay(date.month, date.day) || !isPlausibleYear(year))
        return std::nullopt;
    date.year = year;
    date.end = pos;
    return date;
}

std::size_t skipOrdinal(std::string_view text, std::size_t pos)
{
    const std::size_t spaced = skipBlanks(text, pos);
    for (const std::string_view ordinal : {"st", "nd", "rd", "th"}) {
        if (wordAt(text, spaced, ordinal))
            return spaced + 2;
    }
    return pos;
}

/// The year that follows a day and a month, if one does: pos moves behind it.
std::optional<int> yearAfter(std::string_view text, std::size_t &pos)
{
    std::size_t here = pos;
    for (std::size_t step = 1; step > 0; here += step) {
        const char c = at(text, here);
        step = c == ',' || c == '.' || c == '/' || c == '-' || c == '\'' ? 1 : blankLength(text, here);
    }
    if (wordAt(text, here, "of"))
        here = skipBlanks(text, here + 2);
    if (digitCount(text, here) != 4 || at(text, here + 4) == ':')
        return std::nullopt;
    const auto year = number(text, here, 4);
    if (!isPlausibleYear(*year))
        return std::nullopt;
    pos = here;
    return year;
}

std::optional<FoundDate> dayThenMonth(std::string_view text, std::size_t pos)
{
    const auto day = number(text, pos, 2);
    if (!day || *day < 1 || *day > 31)
        return std::nullopt;
    const bool joined = at(text, pos) == '/' || at(text, pos) == '-';
    pos = joined ? pos + 1 : skipBlanks(text, skipOrdinal(text, pos));
    if (wordAt(text, pos, "of"))
        pos = skipBlanks(text, pos + 2);
    const std::string_view word = letters(text, pos);
    const int month = monthOf(word);
    if (month == 0)
        return std::nullopt;
    FoundDate date{.end = pos + word.size(), .year = {}, .month = month, .day = *day};
    date.year = yearAfter(text, date.end);
    return date;
}

std::optional<FoundDate> monthThenDay(std::string_view text, std::size_t pos)
{
    const std::string_view word = letters(text, pos);
    const int month = monthOf(word);
    if (month == 0 || !(word[0] >= 'A' && word[0] <= 'Z'))
        return std::nullopt;
    pos += word.size();
    pos += at(text, pos) == '.' || at(text, pos) == '-' ? 1 : 0;
    pos = skipBlanks(text, pos);
    if (wordAt(text, pos, "the"))
        pos = skipBlanks(text, pos + 3);
    const auto day = number(text, pos, 2);
    if (!day || *day < 1 || *day > 31 || at(text, pos) == ':')
        return std::nullopt;
    FoundDate date{.end = skipOrdinal(text, pos), .year = {}, .month = month, .day = *day};
    date.year = yearAfter(text, date.end);
    return date;
}

std::size_t skipWeekday(std::string_view text, std::size_t pos)
{
    const std::string small = lowered(letters(text, pos).substr(0, 10));
    const bool isDay = small.size() >= 3 && std::ranges::any_of(weekdays, [&small](std::string_view day) {
                           return day == small || (small.size() <= 5 && day.starts_with(small));
                       });
    if (!isDay)
        return pos;
    pos += small.size();
    while (at(text, pos) == ',' || at(text, pos) == '.')
        ++pos;
    return skipBlanks(text, pos);
}

} // namespace

int monthOf(std::string_view word)
{
    if (word.size() < 3 || word.size() > 11)
        return 0;
    const std::string small = lowered(word);
    for (std::size_t i = 0; i < months.size(); ++i) {
        const std::string_view month = months[i];
        const bool isShort = small.size() == 3 || small == "sept";
        if (small == month || (isShort && month.starts_with(small)))
            return static_cast<int>(i) + 1;
        if (small.size() >= 6 && small.starts_with(month.substr(0, 3)) && editDistance(small, month) <= 2)
            return static_cast<int>(i) + 1;
    }
    return 0;
}

std::optional<FoundDate> dateAt(std::string_view text, std::size_t pos, DayOrder order)
{
    pos = skipWeekday(text, pos);
    std::optional<FoundDate> date;
    if (isDigit(at(text, pos))) {
        date = isoDate(text, pos);
        if (!date)
            date = numericDate(text, pos, order);
        if (!date)
            date = dayThenMonth(text, pos);
    } else {
        date = monthThenDay(text, pos);
    }
    if (date && isDigit(at(text, date->end)))
        return std::nullopt;
    return date;
}

} // namespace downtimeline
