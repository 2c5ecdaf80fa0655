// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace downtimeline {

/// Where a reading goes.
struct ImportTarget
{
    /// The incident that it is added to: the first, where a source tells of several. None: a new incident, or the one
    /// that this source was read into before.
    std::optional<IncidentId> into;
    /// Always new incidents, even for a source that was read before.
    bool asCopy = false;
};

/// How a reading is written.
struct ImportOptions
{
    bool buildSearch = true;                          ///< off only to measure
    std::function<void(std::int64_t bytes)> progress; ///< bytes read so far; on the writer's thread
};

/// An event that the library knows and that the source now tells otherwise. The library's form was kept.
struct ImportDifference
{
    EventId event;
    int line = 0;      ///< in the source as read now
    std::string field; ///< "kind", "title", "detail", "time", "end"
    std::string kept;
    std::string read;

    bool operator==(const ImportDifference &) const = default;
};

/// What an import came to.
struct ImportOutcome
{
    std::vector<IncidentId> incidents;
    std::int64_t eventsAdded = 0;
    std::int64_t eventsKnown = 0;     ///< were there already, or were removed by the user
    std::int64_t eventsDiffering = 0; ///< of the known ones
    std::int64_t seriesAdded = 0;
    std::int64_t samplesAdded = 0;
    std::int64_t othersAdded = 0;              ///< claims, actions, findings, explained durations
    std::int64_t skipped = 0;                  ///< what the reader could not read
    std::vector<ImportDifference> differences; ///< the first 1000

    bool operator==(const ImportOutcome &) const = default;
};

} // namespace downtimeline
