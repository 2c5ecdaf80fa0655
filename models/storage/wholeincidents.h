// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/wholeincident.h"
#include "models/storage/library.h"

namespace downtimeline {

/// Everything that the library has of one incident. Samples are read only where they are asked for.
Result<WholeIncident> wholeIncident(Library &library, IncidentId id, bool withSamples);

} // namespace downtimeline
