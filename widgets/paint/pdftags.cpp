// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/pdftags.h"

#include "widgets/paint/pdfmarks.h"

#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>

#include <stdexcept>
#include <string>

namespace downtimeline {
namespace {

using Handle = QPDFObjectHandle;

constexpr double pointsPerUnit = 72.0 / 96.0;

const char *nameOf(PageTag tag)
{
    switch (tag) {
    case PageTag::Document:
        return "/Document";
    case PageTag::Title:
        return "/H1";
    case PageTag::Heading:
        return "/H2";
    case PageTag::Subheading:
        return "/H3";
    case PageTag::Paragraph:
        return "/P";
    case PageTag::Figure:
        return "/Figure";
    case PageTag::Table:
        return "/Table";
    case PageTag::Row:
        return "/TR";
    case PageTag::HeaderCell:
        return "/TH";
    case PageTag::Cell:
        return "/TD";
    case PageTag::Link:
        return "/Link";
    }
    return "/P";
}

std::string contentOf(QPDFPageObjectHelper &page)
{
    Pl_Buffer buffer("page");
    page.pipeContents(&buffer);
    const auto bytes = buffer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(bytes->getBuffer()), bytes->getSize()};
}

} // namespace

PdfTags::PdfTags(QPDF &pdf, const ReportPages &report, std::vector<QPDFPageObjectHelper> &pages)
    : m_pdf(pdf), m_report(report), m_pages(pages), m_parents(Handle::newArray())
{
    makeElements();
}

/// Elements in the order of their nodes; a link joins its paragraph where its words are met.
void PdfTags::makeElements()
{
    for (const PageNode &node : m_report.nodes) {
        Handle element = m_pdf.makeIndirectObject(Handle::newDictionary());
        element.replaceKey("/Type", Handle::newName("/StructElem"));
        element.replaceKey("/S", Handle::newName(nameOf(node.tag)));
        if (!node.alternative.isEmpty())
            element.replaceKey("/Alt", Handle::newUnicodeString(node.alternative.toStdString()));
        if (node.tag == PageTag::HeaderCell)
            element.replaceKey("/A", Handle::parse("<</O /Table /Scope /Column>>"));
        m_elements.push_back(element);
    }
    for (std::size_t i = 1; i < m_elements.size(); ++i) {
        const PageNode &node = m_report.nodes[i];
        m_elements[i].replaceKey("/P", m_elements[node.parent]);
        if (node.tag != PageTag::Link)
            appendKid(node.parent, m_elements[i]);
    }
}

void PdfTags::appendKid(std::size_t node, const Handle &kid)
{
    Handle kids = m_elements[node].getKey("/K");
    if (!kids.isArray()) {
        kids = Handle::newArray();
        m_elements[node].replaceKey("/K", kids);
    }
    kids.appendItem(kid);
}

void PdfTags::markPages()
{
    const auto tagOf = [this](std::size_t node) -> std::string {
        return isNode(node) ? nameOf(m_report.nodes[node].tag) : "/P";
    };
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const TaggedContent content = taggedContent(contentOf(m_pages[i]), tagOf);
        if (!content.isSound)
            throw std::runtime_error("the marks of a page are not whole");
        Handle page = m_pages[i].getObjectHandle();
        Handle elements = Handle::newArray();
        for (std::size_t mark = 0; mark < content.nodes.size(); ++mark) {
            const std::size_t node = content.nodes[mark];
            if (!isNode(node))
                throw std::runtime_error("a mark of a page names no node");
            const PageNode &own = m_report.nodes[node];
            if (own.tag == PageTag::Link && !m_elements[node].hasKey("/K"))
                appendKid(own.parent, m_elements[node]);
            Handle reference = Handle::newDictionary();
            reference.replaceKey("/Type", Handle::newName("/MCR"));
            reference.replaceKey("/Pg", page);
            reference.replaceKey("/MCID", Handle::newInteger(static_cast<long long>(mark)));
            appendKid(node, reference);
            elements.appendItem(m_elements[node]);
        }
        page.replaceKey("/Contents", m_pdf.newStream(content.operators));
        page.replaceKey("/StructParents", Handle::newInteger(m_next));
        page.replaceKey("/Tabs", Handle::newName("/S"));
        m_parents.appendItem(Handle::newInteger(m_next++));
        m_parents.appendItem(m_pdf.makeIndirectObject(elements));
        boxFigures(i);
    }
}

void PdfTags::boxFigures(std::size_t page)
{
    if (page >= m_report.pages.size())
        return;
    for (const PageFigure &figure : m_report.pages[page].figures) {
        if (!isNode(figure.node))
            continue;
        const double height = m_report.size.height();
        Handle box = Handle::newArray();
        for (const double edge :
             {figure.rect.left(), height - figure.rect.bottom(), figure.rect.right(), height - figure.rect.top()})
            box.appendItem(Handle::newReal(edge * pointsPerUnit, 2));
        Handle layout = Handle::newDictionary();
        layout.replaceKey("/O", Handle::newName("/Layout"));
        layout.replaceKey("/BBox", box);
        m_elements[figure.node].replaceKey("/A", layout);
    }
}

void PdfTags::addLink(std::size_t page, const PageLink &link, Handle annotation)
{
    if (!isNode(link.node))
        return;
    Handle reference = Handle::newDictionary();
    reference.replaceKey("/Type", Handle::newName("/OBJR"));
    reference.replaceKey("/Obj", annotation);
    reference.replaceKey("/Pg", m_pages[page].getObjectHandle());
    appendKid(link.node, reference);
    annotation.replaceKey("/StructParent", Handle::newInteger(m_next));
    m_parents.appendItem(Handle::newInteger(m_next++));
    m_parents.appendItem(m_elements[link.node]);
}

void PdfTags::finish()
{
    Handle root = m_pdf.makeIndirectObject(Handle::newDictionary());
    root.replaceKey("/Type", Handle::newName("/StructTreeRoot"));
    root.replaceKey("/K", m_elements.front());
    Handle tree = m_pdf.makeIndirectObject(Handle::newDictionary());
    tree.replaceKey("/Nums", m_parents);
    root.replaceKey("/ParentTree", tree);
    root.replaceKey("/ParentTreeNextKey", Handle::newInteger(m_next));
    m_elements.front().replaceKey("/P", root);
    m_pdf.getRoot().replaceKey("/StructTreeRoot", root);
    m_pdf.getRoot().replaceKey("/MarkInfo", Handle::parse("<</Marked true>>"));
}

} // namespace downtimeline
