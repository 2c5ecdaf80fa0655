// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/reportpage.h"
#include "models/report/runwrap.h"

#include <algorithm>
#include <span>
#include <vector>

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
    /// Of running text: lines that are too long are hard to follow.
    double proseWidth() const { return std::min(width(), mostProse); }
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

    /// A section's heading, bookmarked; it stays together with as much as follows. On slides a section begins a page.
    void heading(const QString &title, double follows);
    /// Sections begin pages of their own from the next one on.
    void keepSectionsApart() { m_keepsApart = true; }
    /// Links to that name lead to where the flow is.
    void anchor(const QString &name);

    /// A node below another one; below the one that is open where none is named.
    std::size_t addNode(PageTag tag, const QString &alternative = {});
    std::size_t openNode() const { return m_open.back(); }
    /// What is put belongs to the node until it is closed; `artifact` is decoration. See Inside.
    void open(std::size_t node) { m_open.push_back(node); }
    void close() { m_open.pop_back(); }

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
    static constexpr double mostProse = 820;
    static constexpr double footerTop = 51; ///< from the page's lower edge to the hairline of the footer

private:
    bool holdsText() const;
    double bottom() const { return m_report.size.height() - footerTop - 12; }

    ReportPages &m_report;
    const PageMeasure &m_measure;
    double m_y = margin;
    std::vector<std::size_t> m_open{0};
    bool m_keepsApart = false;
};

/// Opens a node of the report's tree for as long as it lives.
class Inside
{
public:
    Inside(PageFlow &flow, std::size_t node) : m_flow(flow) { flow.open(node); }
    Inside(PageFlow &flow, PageTag tag) : Inside(flow, flow.addNode(tag)) {}
    ~Inside() { m_flow.close(); }
    Inside(const Inside &) = delete;
    Inside &operator=(const Inside &) = delete;

private:
    PageFlow &m_flow;
};

} // namespace downtimeline
