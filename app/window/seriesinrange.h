// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/series.h"
#include "models/items/measurecontent.h"

#include <map>
#include <span>
#include <stop_token>
#include <vector>

namespace downtimeline {

/// The usual traffic of series that was reckoned once; none where it is not known.
using UsualTraffics = std::map<SeriesId, std::optional<UsualTraffic>>;

/// What is asked of a library's series.
struct SeriesQuestion
{
    std::vector<Series> series;
    std::optional<TimeRange> impact; ///< before its start traffic was as usual
    TimeRange range;                 ///< both ends included
    UsualTraffics known;             ///< need not be reckoned again
};

struct SeriesAnswer
{
    std::vector<SeriesInRange> series; ///< as in the question
    UsualTraffics known;
};

/// Reads a library: lowest and highest samples exactly, by way of the pyramid, and what traffic fell short of.
Result<SeriesAnswer> seriesInRange(const QString &library, const SeriesQuestion &question, std::stop_token stop);

} // namespace downtimeline
