// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/exportrequest.h"
#include "app/exporting/incidentplots.h"

#include <QByteArray>

#include <expected>

namespace downtimeline {

/// "The export was cancelled."
std::unexpected<Error> exportStopped();
/// Has the work done where the run wants things painted.
Status paintedThere(const ExportRun &run, const std::function<void()> &work);
/// The zone that times are shown in: the one asked for, else the incident's own.
DisplayZone zoneOf(const WholeIncident &whole, const ExportRequest &request);
/// Timeline and charts of what goes out.
IncidentPlots plotsOf(const ScopedIncident &scope, const ExportRequest &request);

/// PNG or SVG of the timeline or of one chart.
Result<QByteArray>
pictureBytes(const ScopedIncident &scope, ExportFormat format, const ExportRequest &request, const ExportRun &run);
Result<QByteArray> htmlBytes(const ScopedIncident &scope, const ExportRequest &request, const ExportRun &run);
/// JSON, CSV, Markdown or a calendar. before: the incident as it was scoped.
Result<QByteArray> rowBytes(
    const ScopedIncident &scope, const WholeIncident &before, ExportFormat format, const ExportRequest &request,
    const ExportRun &run);

} // namespace downtimeline
