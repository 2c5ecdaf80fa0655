// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/incidentplots.h"
#include "widgets/paint/displaylist.h"
#include "widgets/paint/pdfwriter.h"
#include "widgets/paint/theme.h"

#include <vector>

namespace downtimeline {

/// The pictures of a report: the timeline, then the charts, on one time axis with one gutter. They are laid out as on
/// screen, somewhat larger than their room, and painted to fit it. The plots must outlive them.
class ReportFigures
{
public:
    /// The room of every picture, in 1/96 inch. The theme must outlive them too.
    ReportFigures(const IncidentPlots &plots, double width, double mostHeight, const Theme &theme = Theme::light());

    /// In 1/96 inch; none is taller than mostHeight. Empty where nothing has a time.
    std::vector<double> heights() const;
    std::vector<FigurePainter> painters() const;

private:
    double layoutWidth() const;
    double chartHeight(const ChartContent &chart) const;
    void paintList(QPainter &painter, const QRectF &rect) const;
    void paintChart(QPainter &painter, const QRectF &rect, const ChartContent &chart) const;

    const IncidentPlots &m_plots;
    double m_width;
    double m_mostHeight;
    const Theme &m_theme;
    int m_gutter = 0;
    DisplayList m_list; ///< of the timeline
};

} // namespace downtimeline
