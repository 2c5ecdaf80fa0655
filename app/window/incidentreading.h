// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/edit/documentstate.h"

#include <QString>

#include <stop_token>

namespace downtimeline {

/// Reads an incident with all that follows from its events, through a connection of its own: for a worker. Stopped:
/// Error::Code::Cancelled.
Result<DocumentState> readIncident(const QString &library, IncidentId incident, std::stop_token stop);

} // namespace downtimeline
