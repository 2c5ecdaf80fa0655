// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QUuid>

#include <cstdint>
#include <string>
#include <string_view>

namespace downtimeline {

/// What a series tells. The numbers stand in library files.
enum class Measure : std::uint8_t { Other = 0, Traffic = 1, ResponseTime = 2, ErrorRate = 3 };

/// The word that files use: "traffic", "responseTime", "errorRate", "other".
std::string_view measureKey(Measure measure);

/// A metric over time; its samples are kept apart. Texts are UTF-8.
struct Series
{
    SeriesId id;
    QUuid uuid; ///< null until stored
    std::string name;
    Measure measure = Measure::Other;
    std::string unit; ///< "ms", "percent", "req/s"; empty where not stated
    SourceId source;

    bool operator==(const Series &) const = default;
};

/// One point of a series. A value that the source gives as "not a number" is a gap, not a sample.
struct Sample
{
    Instant at;
    double value = 0;

    bool operator==(const Sample &) const = default;
};

/// What a document says of the traffic in words. It is drawn as a mark and never joined to others.
struct TrafficClaim
{
    enum class Anchor : std::uint8_t {
        Event = 0,       ///< holds at the event of the same line
        ImpactStart = 1, ///< holds when the impact starts
    };

    double percent = 0; ///< of the usual traffic
    Anchor anchor = Anchor::Event;
    bool derived = false; ///< from other words, for example 0 % from "100 % impact"
    std::string words;    ///< the words it rests on; UTF-8
    SourceId source;
    int line = 0; ///< from 1

    bool operator==(const TrafficClaim &) const = default;
};

} // namespace downtimeline
