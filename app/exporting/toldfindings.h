// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"
#include "models/domain/source.h"
#include "models/domain/wholeincident.h"
#include "models/timeline/displayzone.h"

#include <span>
#include <vector>

namespace downtimeline {

/// The findings that a report tells, as the window does: those of the incident, and where its claimed impact and its
/// samples disagree (impactfindings.h). Only series whose samples were read count.
std::vector<Finding> toldFindings(
    const WholeIncident &whole, std::span<const Source> sources, const ResponseAnalysis &analysis,
    const DisplayZone &zone);

} // namespace downtimeline
