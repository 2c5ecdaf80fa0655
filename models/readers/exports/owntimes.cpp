// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/owntimes.h"

namespace downtimeline {
namespace {

/// Goes over a text from its start; once something does not fit, nothing does.
class Digits
{
public:
    explicit Digits(std::string_view text) : m_text(text) {}

    bool isOver() const { return m_text.empty(); }
    bool at(char c) const { return m_text.starts_with(c); }

    bool take(std::string_view word)
    {
        if (!m_text.starts_with(word))
            return false;
        m_text.remove_prefix(word.size());
        return true;
    }

    /// A number of exactly so many digits, within the bounds.
    std::optional<int> number(std::size_t digits, int least, int most)
    {
        if (m_text.size() < digits)
            return std::nullopt;
        int number = 0;
        for (const char c : m_text.substr(0, digits)) {
            if (c < '0' || c > '9')
                return std::nullopt;
            number = number * 10 + (c - '0');
        }
        m_text.remove_prefix(digits);
        return number >= least && number <= most ? std::optional(number) : std::nullopt;
    }

    /// Up to six digits behind the point, as microseconds.
    std::optional<int> fraction()
    {
        int micro = 0;
        int scale = 100'000;
        std::size_t count = 0;
        for (; count < m_text.size() && m_text[count] >= '0' && m_text[count] <= '9'; ++count) {
            micro += (m_text[count] - '0') * scale;
            scale /= 10;
        }
        m_text.remove_prefix(count);
        return count >= 1 && count <= 6 ? std::optional(micro) : std::nullopt;
    }

private:
    std::string_view m_text;
};

bool takeDate(Digits &text, WrittenTime &time)
{
    if (!text.take("--")) {
        time.year = text.number(4, 1, 9999);
        if (!time.year || !text.take("-"))
            return false;
    }
    time.month = text.number(2, 1, 12);
    if (!time.month || !text.take("-"))
        return false;
    time.day = text.number(2, 1, 31);
    return time.day.has_value();
}

bool takeClock(Digits &text, WrittenTime &time)
{
    const auto hour = text.number(2, 0, 23);
    if (!hour)
        return false;
    time.clock = ClockTime{.hour = *hour};
    if (!text.take(":"))
        return text.isOver(); // an hour alone
    const auto minute = text.number(2, 0, 59);
    if (!minute)
        return false;
    time.clock->minute = *minute;
    if (!text.take(":"))
        return true;
    time.clock->second = text.number(2, 0, 59);
    if (!time.clock->second)
        return false;
    if (!text.take("."))
        return true;
    const auto micro = text.fraction();
    time.clock->microsecond = micro.value_or(0);
    return micro.has_value();
}

std::optional<std::chrono::seconds> takeOffset(Digits &text)
{
    const bool isWest = text.at('-');
    if (!text.take("-") && !text.take("+"))
        return std::nullopt;
    const auto hours = text.number(2, 0, 23);
    if (!hours || !text.take(":"))
        return std::nullopt;
    const auto minutes = text.number(2, 0, 59);
    if (!minutes || !text.isOver())
        return std::nullopt;
    const std::chrono::seconds east = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
    return isWest ? -east : east;
}

} // namespace

std::optional<WrittenTime> timeOfIso(std::string_view text)
{
    WrittenTime time;
    Digits digits(text);
    const bool isClockOnly = text.size() >= 3 && text[2] == ':';
    if (!isClockOnly && !takeDate(digits, time))
        return std::nullopt;
    if (digits.isOver())
        return time;
    if ((!isClockOnly && !digits.take("T")) || !takeClock(digits, time))
        return std::nullopt;
    if (digits.isOver())
        return time;
    time.offset = takeOffset(digits);
    return time.offset ? std::optional(time) : std::nullopt;
}

std::optional<std::chrono::seconds> offsetOfText(std::string_view text)
{
    Digits digits(text);
    return takeOffset(digits);
}

} // namespace downtimeline
