// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/action.h"
#include "models/domain/event.h"
#include "models/domain/finding.h"
#include "models/domain/incident.h"
#include "models/domain/person.h"
#include "models/domain/series.h"

#include <cstddef>
#include <vector>

namespace downtimeline {

/// A series with its samples.
struct WholeSeries
{
    Series series;
    std::vector<Sample> samples;
    std::size_t samplesLeftOut = 0; ///< counted, but not held

    std::size_t sampleCount() const { return samples.size() + samplesLeftOut; }
    bool operator==(const WholeSeries &) const = default;
};

/// Everything that is known of one incident, or of a file that knows no incident. For small ones: a reading, an export.
struct WholeIncident
{
    bool isStated = false; ///< a file told of an incident; else only of events or series
    Incident incident;
    std::vector<Event> events;
    std::vector<WholeSeries> series;
    std::vector<TrafficClaim> trafficClaims;
    std::vector<Action> actions;
    std::vector<Finding> findings;
    std::vector<Explained> explained;
    std::vector<Question> questions;
    Persons persons;          ///< whom its sources name as users
    bool namesHidden = false; ///< names were replaced by roles (namehiding.h)

    bool operator==(const WholeIncident &) const = default;
};

} // namespace downtimeline
