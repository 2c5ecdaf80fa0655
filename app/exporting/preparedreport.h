// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/exportrequest.h"
#include "app/exporting/incidentplots.h"
#include "app/exporting/reportfigures.h"

#include <optional>
#include <vector>

namespace downtimeline {

/// An incident laid out as a report: what a PDF, a printer and a preview paint. It owns all that its pages need. Made
/// on any thread; its pages are painted on the GUI thread.
class PreparedReport
{
public:
    /// Only what goes out by the scope of the request is laid out.
    PreparedReport(const ScopedIncident &scope, const ExportRequest &request);
    PreparedReport(const PreparedReport &) = delete;
    PreparedReport &operator=(const PreparedReport &) = delete;

    const ReportPages &pages() const { return m_pages; }
    const std::vector<FigurePainter> &painters() const { return m_painters; }
    /// The end of the last event: a report has no other date that would not change from day to day.
    std::optional<Instant> date() const;

private:
    IncidentPlots m_plots;
    ReportFigures m_figures;
    std::vector<FigurePainter> m_painters;
    ReportPages m_pages;
};

} // namespace downtimeline
