// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/reportpage.h"
#include "models/report/reportwords.h"
#include "models/report/sectionlist.h"

#include <span>

namespace downtimeline {

/// A picture of the timeline or of a chart. One without height is left out; one that is taller than a page gets a page.
struct ReportFigure
{
    double height = 0;        ///< in 1/96 inch, for a width of figureWidth()
    QString alternative = {}; ///< what it shows, in words
    QString above = {};       ///< a line above it: which part of how many, from when to when; may be empty
    bool isChart = false;     ///< else the timeline, or a part of it

    bool operator==(const ReportFigure &) const = default;
};

/// What the pages carry, and on which paper.
struct ReportRequest
{
    PaperSize paper = PaperSize::A4;
    std::span<const ReportFigure> figures = {};
    std::span<const ReportSection> sections = allReportSections(); ///< in their order, each once
};

/// The room that every picture has, in 1/96 inch.
double figureWidth(PaperSize paper);
/// The room from margin to margin, in 1/96 inch: the tallest picture.
double mostFigureHeight(PaperSize paper);
/// The room of a part of a timeline that was cut, under its heading and the line above it.
double mostPartHeight(PaperSize paper);

/// Lays the report of an incident out. Pure: the same input gives the same pages. Nothing overlaps, nothing is cut off,
/// and nothing is left out but hidden events, which are counted.
ReportPages layoutReport(const ReportFacts &facts, const ReportRequest &request, const PageMeasure &measure);

} // namespace downtimeline
