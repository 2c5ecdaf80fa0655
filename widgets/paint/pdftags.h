// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/reportpage.h"

#define POINTERHOLDER_TRANSITION 4 // qpdf asks for it: its old pointers are not used here
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <vector>

namespace downtimeline {

/// Makes a PDF a tagged one: the tree of the report's nodes, which a screen reader reads, with the marked contents of
/// the pages (pdfmarks.h) as its leaves.
class PdfTags
{
public:
    PdfTags(QPDF &pdf, const ReportPages &report, std::vector<QPDFPageObjectHelper> &pages);

    /// Throws std::runtime_error where a page's marks are not whole.
    void markPages();
    /// After markPages(): an annotation of that page belongs to the link's node.
    void addLink(std::size_t page, const PageLink &link, QPDFObjectHandle annotation);
    /// Last: the tree is complete.
    void finish();

private:
    using Handle = QPDFObjectHandle;

    void makeElements();
    void boxFigures(std::size_t page);
    void appendKid(std::size_t node, const Handle &kid);
    bool isNode(std::size_t node) const { return node < m_elements.size(); }

    QPDF &m_pdf;
    const ReportPages &m_report;
    std::vector<QPDFPageObjectHelper> &m_pages;
    std::vector<Handle> m_elements; ///< of the nodes
    Handle m_parents;               ///< number, whose element; of pages, then of links
    int m_next = 0;                 ///< the next number of m_parents
};

} // namespace downtimeline
