// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QString>

#include <map>
#include <span>
#include <stop_token>

namespace downtimeline {

/// The time to recover of each incident that has one, over a read connection of its own: for a worker thread. From the
/// first impact start to full recovery (analysis/milestones.h).
Result<std::map<IncidentId, Duration>>
recoveryTimes(const QString &library, std::span<const IncidentId> incidents, std::stop_token stop);

} // namespace downtimeline
