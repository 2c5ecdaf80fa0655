// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/reportpage.h"
#include "models/report/runwrap.h"

#include <span>

namespace downtimeline {

/// The place on the page where the next thing of a report goes. Lengths in 1/96 inch, y from the page's top.
class PageFlow
{
public:
    /// Begins the first page.
    PageFlow(ReportPages &report, const PageMeasure &measure);

    double left() const { return margin; }
    double width() const { return m_report.size.width() - 2 * margin; }
    double right() const { return m_report.size.width() - margin; }
    double y() const { return m_y; }
    /// Between the margins of an empty page.
    double bodyHeight() const { return bottom() - margin; }
    double room() const { return bottom() - m_y; }
    bool isAtTop() const { return m_y <= margin; }
    const PageMeasure &measure() const { return m_measure; }
    ReportPage &page() { return m_report.pages.back(); }

    void newPage();
    /// Goes to a new page where less than that height is left; an empty page is never left.
    void keep(double height);
    /// Leaves room, except at the top of a page.
    void skip(double height);
    void advance(double height) { m_y += height; }

    /// A section's heading, bookmarked; it stays together with as much as follows.
    void heading(const QString &title, double follows);
    /// Lines at a distance from the left margin, page after page.
    void lines(std::span<const RunLine> lines, double indent = 0);
    void paragraph(std::span<const StyledRun> runs);
    /// One line of text at a place; it does not move the flow.
    void text(double x, double y, const StyledRun &run);
    /// A line of pieces at a place, with its links; it does not move the flow.
    void line(double x, double y, const RunLine &line);
    void fill(const QRectF &rect, PageInk ink, double radius = 0);
    /// Across the page at y; it does not move the flow.
    void hairline(double y, PageInk ink = PageInk::Hairline);

    static constexpr double margin = 56;
    static constexpr double footerTop = 51; ///< from the page's lower edge to the hairline of the footer

private:
    double bottom() const { return m_report.size.height() - footerTop - 12; }

    ReportPages &m_report;
    const PageMeasure &m_measure;
    double m_y = margin;
};

} // namespace downtimeline
