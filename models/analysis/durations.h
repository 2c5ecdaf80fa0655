// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"

#include <QString>

#include <optional>

namespace downtimeline {

/// A duration as a document states it, for example 37 minutes.
struct StatedDuration
{
    Duration length{0};
    Duration unit = std::chrono::minutes(1); ///< the smallest unit of the words: a minute for "1 h 5 min"

    bool operator==(const StatedDuration &) const = default;
};

/// Between which two moments a stated duration fits. from is none for the first event of the timeline.
struct DurationFit
{
    std::optional<Milestone> from;
    Milestone to = Milestone::Recovered;
    TimeRange range; ///< between the two, as the timeline has it
    Duration off{0}; ///< stated less measured; at most half of the stated unit either way

    bool operator==(const DurationFit &) const = default;
};

/// Pure. The two milestones, or the first event and the recovery, that a stated duration fits within half of its unit.
/// The nearest fit counts; of equal ones impact start to recovery, then those from impact start, then the others in
/// order of time, and the first event last. None where nothing fits: a contradiction.
std::optional<DurationFit>
explainDuration(const ResponseAnalysis &analysis, std::optional<Instant> firstEvent, StatedDuration stated);

/// "First event", "Impact start": what Explained::from and to say.
QString durationFromName(const DurationFit &fit);
QString durationToName(const DurationFit &fit);

} // namespace downtimeline
