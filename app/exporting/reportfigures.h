// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporting/incidentplots.h"
#include "app/exporting/reportchoice.h"
#include "models/report/reportpages.h"
#include "widgets/paint/pdfwriter.h"
#include "widgets/paint/theme.h"
#include "widgets/timeline/timelineparts.h"

#include <vector>

namespace downtimeline {

/// The pictures of a report: the timeline or its parts, then the charts, on one gutter. They are laid out as on screen,
/// somewhat larger than their room, and painted to fit it. The plots must outlive them.
class ReportFigures
{
public:
    /// In the room that a report has for them.
    ReportFigures(const IncidentPlots &plots, PaperSize paper, TimelinePaper timeline);
    /// On one page, in a room of one's own, in 1/96 inch. The theme must outlive them too.
    ReportFigures(const IncidentPlots &plots, double width, double mostHeight, const Theme &theme = Theme::light());

    /// In 1/96 inch; none is taller than mostHeight. Empty where nothing has a time.
    std::vector<double> heights() const;

    /// Of the same order as painters(). Empty where nothing has a time.
    std::vector<ReportFigure> figures() const;
    std::vector<FigurePainter> painters() const;
    const std::vector<TimelinePart> &parts() const { return m_parts; }

private:
    double layoutWidth() const;
    DisplayList onePage(const TimelineLook &look, bool withWholeTitles) const;
    double chartHeight(const ChartContent &chart) const;
    QString partWords(std::size_t part) const;
    void paintPart(QPainter &painter, const QRectF &rect, std::size_t part) const;
    void paintOverlaps(QPainter &painter, std::size_t part) const;
    void paintChart(QPainter &painter, const QRectF &rect, const ChartContent &chart) const;

    const IncidentPlots &m_plots;
    double m_width;
    double m_mostHeight;
    const Theme &m_theme;
    int m_gutter = 0;
    std::vector<TimelinePart> m_parts; ///< of the timeline; one where it is not cut
};

} // namespace downtimeline
