// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// A contradiction: facts that cannot all be true. Texts are UTF-8.
struct Finding
{
    enum class Decision : std::uint8_t { Open = 0, Settled = 1, Dismissed = 2 }; ///< the numbers stand in library files

    FindingId id;
    std::string rule;    ///< "two-dates", "two-times"
    std::string key;     ///< rule and facts; a decision survives a second reading by it
    std::string title;   ///< "Two dates for one outage"
    std::string message; ///< what stands where, in sentences
    std::vector<int> lines;
    SourceId source;
    Decision decision = Decision::Open;

    bool operator==(const Finding &) const = default;
};

/// A stated duration that fits the timeline, and between what.
struct Explained
{
    std::string text; ///< as written: "37 th minute"
    std::string from; ///< what it is counted from, in words
    std::string to;
    SourceId source;
    int line = 0;

    bool operator==(const Explained &) const = default;
};

/// What only the user can settle.
struct Question
{
    enum class About : std::uint8_t { Zone = 0, Year = 1, Date = 2, DayFirst = 3, Columns = 4 };

    About about = About::Zone;
    std::string message;
    int line = 0; ///< 0: the whole source

    bool operator==(const Question &) const = default;
};

/// The word that files use: "zone", "year", "date", "dayFirst", "columns".
std::string_view aboutKey(Question::About about);

/// What was not read, and why.
struct Skip
{
    int line = 0; ///< 0: the whole source
    std::string reason;

    bool operator==(const Skip &) const = default;
};

} // namespace downtimeline
