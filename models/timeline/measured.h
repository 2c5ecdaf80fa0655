// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <optional>

namespace downtimeline {

/// What is being measured on the time axis: a range, and two markers to tell moments apart by.
struct Measured
{
    std::optional<TimeRange> range{};
    std::optional<Instant> a{};
    std::optional<Instant> b{};

    bool isEmpty() const { return !range && !a && !b; }
    /// From A to B; negative where B is the earlier one.
    std::optional<Duration> between() const { return a && b ? std::optional(*b - *a) : std::nullopt; }

    bool operator==(const Measured &) const = default;
};

} // namespace downtimeline
