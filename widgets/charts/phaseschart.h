// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"
#include "widgets/charts/chartcontent.h"

namespace downtimeline {

/// How long people took, phase by phase, on the incident's time axis: a row for each phase with "Acknowledge · 10 min",
/// those of no length too. It stands where no response times were measured. Each row tells from what to what.
ChartContent phasesChart(const ResponseAnalysis &analysis, Instant start);

} // namespace downtimeline
