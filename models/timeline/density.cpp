// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/density.h"

#include <algorithm>

namespace downtimeline {

std::vector<LaneCounts> eventDensity(std::span<const EventEntry> events, TimeRange range, int columns)
{
    std::vector<LaneCounts> counts(static_cast<std::size_t>(std::max(columns, 0)));
    if (counts.empty() || range.isEmpty())
        return counts;
    const double perMicrosecond = columns / static_cast<double>(range.length().count());
    for (const EventEntry &event : events) {
        if (event.has(EventEntry::Hidden) || event.at < range.start || event.at > range.end)
            continue;
        const auto column =
            static_cast<std::size_t>(static_cast<double>((event.at - range.start).count()) * perMicrosecond);
        ++counts[std::min(column, counts.size() - 1)][static_cast<std::size_t>(event.lane)];
    }
    return counts;
}

} // namespace downtimeline
