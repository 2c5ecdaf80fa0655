// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/source.h"
#include "models/storage/library.h"
#include "widgets/charts/incidentcharts.h"

#include <span>
#include <vector>

namespace downtimeline {

/// Every series of an incident as the charts take it. Up to two million samples are held in memory, so that a frame
/// reads no file; a longer series is asked of the library a range at a time, through its min/max pyramid. The library
/// must outlive what is returned. impact: the first, for the traffic's baseline.
Result<std::vector<ChartedSeries>> chartedSeries(
    Library &library, std::span<const Series> series, std::span<const Source> sources, std::optional<TimeRange> impact);

} // namespace downtimeline
