// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/series.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace downtimeline {

/// What a series usually was, and from how many samples of which stretch that is known.
struct Baseline
{
    double value = 0; ///< in the series' unit
    std::size_t samples = 0;
    TimeRange range; ///< from the first of these samples up to the impact

    bool operator==(const Baseline &) const = default;
};

/// The median of the samples in the hour before the instant; of all samples before it where that hour has fewer than
/// three. None where all of them are fewer than three. Samples are in order of time; those that are no number are left
/// out.
std::optional<Baseline> baselineBefore(std::span<const Sample> samples, Instant instant);

/// The median distance of neighbouring samples; zero for fewer than two.
Duration usualStep(std::span<const Sample> samples);

/// What one sample of a unit counts.
struct RateUnit
{
    enum class Form {
        Rate,  ///< so many in each period: "req/s"
        Count, ///< so many since the sample before: "requests"
    };

    Form form = Form::Rate;
    Duration period = std::chrono::seconds(1); ///< of a rate

    bool operator==(const RateUnit &) const = default;
};

/// The reading of a written unit: "req/s", "requests per minute", "rpm", "hits/h", "requests", "count"; none where
/// nothing is counted, as for "%" or "ms", or where the unit is not known.
std::optional<RateUnit> rateUnit(std::string_view unit);

} // namespace downtimeline
