// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace downtimeline {

/// How "03/10/2021" is to be read.
enum class DayOrder { Unknown, DayFirst, MonthFirst };

/// A date as a document writes it.
struct FoundDate
{
    std::size_t end = 0; ///< the byte behind it
    std::optional<int> year;
    int month = 0;               ///< 1 to 12
    int day = 0;                 ///< 1 to 31
    bool isOrderOpen = false;    ///< day and month could be the other way round; read as month first
    bool isSlip = false;         ///< a slip of the pen was read over: a year of five digits
    bool isNumericOrder = false; ///< it shows which of day and month comes first
    bool isDayFirst = false;     ///< and which, where it does

    bool operator==(const FoundDate &) const = default;
};

/// The date that begins at that byte: ISO, "16 th January 2024", "Sept 5th, 2023", "06/May/2022", "03/10/2021"; a
/// misspelt month ("Octobre") is known, a year may be missing. None for a template's "2023-MM-DD".
std::optional<FoundDate> dateAt(std::string_view text, std::size_t pos, DayOrder order = DayOrder::Unknown);

/// 1 to 12 for a month's name or abbreviation in any case, also misspelt by up to two letters; 0 for other words.
int monthOf(std::string_view word);

} // namespace downtimeline
