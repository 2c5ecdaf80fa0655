// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/clustering.h"

#include <algorithm>

namespace downtimeline {
namespace {

/// The first index from begin on whose instant is at or after the bound: steps that double, then a binary search
/// between the last two, so that near answers cost little.
std::size_t firstAtOrAfter(std::span<const Instant> instants, std::size_t begin, Instant bound)
{
    std::size_t step = 1;
    std::size_t low = begin;
    while (low + step < instants.size() && instants[low + step] < bound) {
        low += step;
        step *= 2;
    }
    const std::size_t high = std::min(low + step, instants.size());
    const auto part = instants.subspan(low, high - low);
    return low + static_cast<std::size_t>(std::ranges::lower_bound(part, bound) - part.begin());
}

} // namespace

std::vector<Cluster> foldNear(std::span<const Instant> instants, Duration distance)
{
    std::vector<Cluster> clusters;
    const Duration reach = std::max(distance, Duration(1));
    for (std::size_t first = 0; first < instants.size();) {
        const std::size_t next = firstAtOrAfter(instants, first, instants[first] + reach);
        clusters.push_back({first, next - first, instants[first], instants[next - 1]});
        first = next;
    }
    return clusters;
}

} // namespace downtimeline
