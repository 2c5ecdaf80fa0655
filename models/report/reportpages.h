// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/reportpage.h"
#include "models/report/reportwords.h"

#include <span>

namespace downtimeline {

/// How tall the pictures are; those of a height of 0 or less are left out. One that is taller than a page gets a page.
struct ReportRequest
{
    PaperSize paper = PaperSize::A4;
    /// In 1/96 inch, for a width of figureWidth(): the timeline first, then the charts.
    std::span<const double> figureHeights = {};
};

/// The room that every picture has, in 1/96 inch.
double figureWidth(PaperSize paper);
/// The room from margin to margin, in 1/96 inch: the tallest picture.
double mostFigureHeight(PaperSize paper);

/// Lays the report of an incident out. Pure: the same input gives the same pages. Nothing overlaps, nothing is cut off,
/// and nothing is left out but hidden events, which are counted.
ReportPages layoutReport(const ReportFacts &facts, const ReportRequest &request, const PageMeasure &measure);

} // namespace downtimeline
