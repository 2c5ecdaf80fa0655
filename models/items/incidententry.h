// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/severity.h"
#include "models/timeline/displayzone.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace downtimeline {

/// What the list of incidents knows of one. Texts are UTF-8.
struct IncidentEntry
{
    IncidentId id;
    std::string title;
    std::optional<Severity> severity;
    std::string service;
    std::optional<Instant> start;
    std::optional<Instant> end;                 ///< not before start
    std::optional<std::chrono::seconds> offset; ///< of its times, east of UTC; none where not stated
    std::optional<Duration> timeToRecover;      ///< where its analysis is known
    std::int64_t eventCount = 0;

    bool operator==(const IncidentEntry &) const = default;
};

/// "SEV1".
QString severityLabel(Severity severity);

/// "16 Jan 2024 · 22 min · all servers", each part only where it is known. The day is that of the incident's own
/// offset, else of UTC; the length is the time to recover where it is known, else start to end.
QString incidentLine(const IncidentEntry &incident);

/// The median time to recover of the incidents that started in one month of UTC.
struct RecoveryMonth
{
    int year = 1970;
    int month = 1;                  ///< 1 to 12
    std::optional<Duration> median; ///< none where no incident of the month has one
    int count = 0;                  ///< incidents that the median is taken of

    bool operator==(const RecoveryMonth &) const = default;
};

/// The fewest incidents that a trend is shown for.
inline constexpr int leastForTrend = 5;

/// The twelve months that end with the month of now, in order; empty where fewer than leastForTrend incidents of these
/// months have a time to recover.
std::vector<RecoveryMonth> recoveryByMonth(std::span<const IncidentEntry> incidents, Instant now);

} // namespace downtimeline
