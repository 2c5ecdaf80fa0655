// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/action.h"
#include "models/domain/ids.h"
#include "models/domain/severity.h"
#include "models/domain/writtentime.h"

#include <QUuid>

#include <optional>
#include <string>
#include <vector>

namespace downtimeline {

/// One disruption under review: what is said of it as a whole. Its events, series and findings are kept apart.
/// Texts are UTF-8; an empty text was not stated.
struct Incident
{
    IncidentId id;
    QUuid uuid; ///< null until stored
    std::string title;
    std::optional<Severity> severity;
    std::string status;
    std::string service;
    std::string summary;
    std::string impact;
    std::string rootCause;
    std::string resolution;
    std::optional<WrittenTime> startedAt; ///< as a source or the user states it, not derived from events
    std::optional<WrittenTime> endedAt;
    std::optional<std::chrono::seconds> offset; ///< of the timeline, east of UTC; none where it cannot be known
    std::string zone;                           ///< of the timeline, as written, for example "GMT + 1"
    std::vector<std::string> authors;

    bool operator==(const Incident &) const = default;
};

} // namespace downtimeline
