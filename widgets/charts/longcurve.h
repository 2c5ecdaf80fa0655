// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/samplegroup.h"
#include "widgets/charts/curve.h"

namespace downtimeline {

/// A series that is too long for memory: all of it in groups, and its samples on demand. samples() may be called on any
/// thread, also on several at once; where it fails it gives none.
struct LongSeries
{
    std::vector<SampleGroup> groups; ///< in order of time; none spans a gap
    std::function<std::vector<Sample>(TimeRange range)> samples;
};

/// A curve that is drawn from the groups where a pixel column has 128 samples or more; a group that crosses the edge of
/// a column counts on both sides, so no extreme is lost. Where a column has fewer, the samples are read, with half a
/// range more on either side; until they are there the last ones that were read are shown, and beside them the groups.
CurveSource longCurve(LongSeries series);

} // namespace downtimeline
