// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

namespace downtimeline {

/// What an objective allows: an objective of 0.999 over 30 days allows 43.2 minutes.
struct ErrorBudget
{
    double objective = 0.999; ///< availability, 0 to 1
    Duration window = std::chrono::days(30);

    /// The downtime that the objective leaves room for; an objective outside 0 to 1 counts as its nearest end.
    Duration allowed() const;
    /// The share of the allowed time that a downtime uses; 1 is all of it. Infinite where nothing is allowed.
    double share(Duration downtime) const;

    bool operator==(const ErrorBudget &) const = default;
};

} // namespace downtimeline
