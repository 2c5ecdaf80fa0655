// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace downtimeline {

/// What a column of pixels shows of a series. An empty column has count 0.
struct OverviewColumn
{
    double minimum = 0;
    double maximum = 0;
    double first = 0;       ///< the column's first sample, where a line enters
    double last = 0;        ///< the column's last sample, where a line leaves
    std::int64_t count = 0; ///< of samples; 64 per entry of the pyramid where that was used

    bool operator==(const OverviewColumn &) const = default;
};

} // namespace downtimeline
