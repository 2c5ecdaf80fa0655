// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <cstddef>
#include <span>
#include <vector>

namespace downtimeline {

/// Neighbouring events that are drawn as one mark: those with the indexes first up to, not including, first + count.
struct Cluster
{
    std::size_t first = 0;
    std::size_t count = 1; ///< 1: an event that stands alone
    Instant start;         ///< of its first event; here the mark stands
    Instant end;           ///< of its last event

    bool operator==(const Cluster &) const = default;
};

/// Folds instants, which are in order of time, so that two marks are never nearer than the given distance: a cluster
/// takes what lies less than that after its first event. Pass TimeScale::length(pixels); zero or less folds equal
/// instants only. Every event is in exactly one cluster. For k clusters of n events the time is k log(n / k): whole
/// lanes can be folded for every frame.
std::vector<Cluster> foldNear(std::span<const Instant> instants, Duration distance);

} // namespace downtimeline
