// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// A length of time as a document states it.
struct FoundDuration
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text; ///< as written: "37 th minute", "1h 28m"
    Duration length{0};
    Duration step{0};       ///< the finest unit that was written: what may be rounded away
    bool isOrdinal = false; ///< "the 37th minute"
    bool isApproximate = false;

    bool operator==(const FoundDuration &) const = default;
};

/// Every length of time in a text, in order: "37 minutes", "2 hours and 45 minutes", "1h 28m", "0h 07m", "30min", "the
/// 37 th minute".
std::vector<FoundDuration> durationsIn(std::string_view text);

/// A percentage in a text.
struct FoundPercentage
{
    std::size_t begin = 0;
    std::size_t end = 0;
    double value = 0;

    bool operator==(const FoundPercentage &) const = default;
};

/// Every "45 %" of a text, in order; 0 to 100, others are left out.
std::vector<FoundPercentage> percentagesIn(std::string_view text);

} // namespace downtimeline
