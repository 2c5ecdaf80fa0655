// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/milestones.h"
#include "widgets/charts/chartcontent.h"

namespace downtimeline {

/// How long people took, phase by phase, on the incident's time axis: a row for each phase with "Acknowledge · 10 min",
/// those of no length too. Each row tells from what to what. isBesideSeries: response times were measured as well.
ChartContent phasesChart(const ResponseAnalysis &analysis, Instant start, bool isBesideSeries = false);

} // namespace downtimeline
