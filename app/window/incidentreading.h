// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/chartedseries.h"
#include "models/domain/result.h"
#include "models/edit/documentstate.h"

#include <QString>

#include <stop_token>

namespace downtimeline {

/// An incident with all that is shown of it.
struct LoadedIncident
{
    DocumentState state;
    SeriesReading series;
};

/// Reads an incident with all that follows from its events and samples, through connections of its own: for a worker.
/// Stopped: Error::Code::Cancelled.
Result<LoadedIncident> readIncident(const QString &library, IncidentId incident, std::stop_token stop);

} // namespace downtimeline
