// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/series.h"

#include <optional>
#include <span>
#include <string_view>

namespace downtimeline {

/// What traffic usually was, and how far apart its samples usually lie.
struct UsualTraffic
{
    double baseline = 0; ///< in the series' unit; see baselineBefore()
    Duration step{0};    ///< see usualStep()

    bool operator==(const UsualTraffic &) const = default;
};

/// What traffic fell short of its baseline by, in a range. Where it lay above the baseline nothing is made up for. A
/// sample speaks until the next one, but no longer than three usual steps: gaps count for nothing.
struct TrafficLoss
{
    std::optional<double> requests{}; ///< where the unit is a rate or a count; none for a percentage
    double fraction = 0;              ///< of what the baseline would have brought while samples spoke, 0 to 1
    Duration measured{0};             ///< how much of the range samples speak for

    bool operator==(const TrafficLoss &) const = default;
};

/// Pure. Samples are in order of time and finite; they may be a part of the series that holds the range and a few
/// samples around it. A count of a sample belongs to the range when the sample does.
TrafficLoss
trafficLoss(std::span<const Sample> samples, std::string_view unit, const UsualTraffic &usual, TimeRange range);

} // namespace downtimeline
