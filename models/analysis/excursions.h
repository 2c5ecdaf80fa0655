// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/series.h"

#include <optional>
#include <span>
#include <vector>

namespace downtimeline {

/// A stretch in which a series was lastingly away from what it usually was before. Where a gap lies at an end, the true
/// moment lies somewhere between the two instants that are given for it.
struct Excursion
{
    Instant start;                    ///< the first sample away
    Instant usualUntil;               ///< the sample before it, still as usual
    std::optional<Instant> end;       ///< the first sample back; none: it was not back, or became the usual
    std::optional<Instant> awayUntil; ///< the sample before the end
    double usual = 0;                 ///< the median before
    double limit = 0;                 ///< further from the median than this is away
    double peak = 0;                  ///< the value furthest from the median

    /// How many limits away it was at its furthest.
    double strength() const;
    bool operator==(const Excursion &) const = default;
};

/// Which way a series leaves when things go wrong.
enum class Leaving { Rises, Falls, Both };

/// Traffic falls; response times and error rates rise; of anything else nobody knows.
Leaving leavingOf(Measure measure);

/// Every excursion of a series, in order of time. Pure; samples are in order of time, those that are no number are left
/// out.
///
/// Usual is what the day before was like, or the 64 samples before where a day has fewer, without excursions: at most
/// 1024 of its samples, evenly taken, and at least eight. Its middle is their median. A sample is away where it lies
/// further from the median than all three of: four times the spread (1.4826 times the median absolute deviation, as
/// Iglewicz and Hoaglin give it, or 1.2533 times the mean one where that is zero), the distance that 98 % of those
/// samples keep, and a tenth of the median.
///
/// It lasts: an excursion begins at the first of samples over at least 60 s, and at least three, of which three
/// quarters are away; it ends at the first of as many that are not. A gap, more than three usual steps, joins nothing:
/// what lies on both sides of it is not counted together. An excursion that is longer than what usual is taken from has
/// become the usual, and has no end. Linear in the samples.
std::vector<Excursion> excursionsOf(std::span<const Sample> samples, Leaving leaving);

} // namespace downtimeline
