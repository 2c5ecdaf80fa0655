// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/densityrow.h"

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

constexpr double bucket = 4; // logical pixels
constexpr double gap = 1;    // between two buckets
constexpr double air = 3;    // above and below
constexpr double faintest = 0.35;
constexpr double full = 64; // events in a bucket that are as dark as it gets

/// From one event up in even steps of the logarithm: one and two differ as much as thirty and sixty.
double weightOf(std::size_t count)
{
    const double share = std::log2(static_cast<double>(count)) / std::log2(full);
    return std::min(1.0, faintest + (1 - faintest) * share);
}

} // namespace

DensityRow densityRow(const LaneContext &context, std::size_t lane, double top, double height)
{
    DensityRow row;
    const auto &marks = context.content.lane(lane).marks;
    const auto at = [&](TimelineContent::Index index) { return context.content.event(index).at; };
    const TimeScale &scale = context.scale;
    auto next = std::ranges::lower_bound(marks, scale.visible().start, {}, at);
    while (next != marks.end() && at(*next) < scale.visible().end) {
        const double place = std::floor((scale.x(at(*next)) - scale.left()) / bucket);
        const double left = scale.left() + place * bucket;
        const Instant end = std::min(scale.instant(left + bucket), scale.visible().end);
        const auto last = std::max(std::ranges::lower_bound(next, marks.end(), end, {}, at), next + 1);
        const auto count = static_cast<std::size_t>(last - next);
        const double width = std::min(bucket - gap, scale.right() - left);
        const QRectF rect(left, top + air, std::max(1.0, width), height - 2 * air);
        const std::size_t passing = context.content.passingIn(lane, next - marks.begin(), last - marks.begin());
        row.rects.push_back(
            {.rect = rect,
             .ink = Ink::Density,
             .kind = context.content.lanes()[lane].ink,
             .weight = weightOf(count),
             .dim = passing == 0});
        row.hits.push_back(
            {QRectF(left, top, bucket, height), context.content.event(*next).id, static_cast<int>(count),
             TimeRange{at(*next), at(*(last - 1))}, static_cast<int>(lane)});
        next = last;
    }
    return row;
}

} // namespace downtimeline
