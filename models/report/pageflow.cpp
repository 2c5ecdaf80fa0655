// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/pageflow.h"

#include <algorithm>

namespace downtimeline {
namespace {

constexpr double aboveHeading = 22;
constexpr double belowHeading = 4;

} // namespace

PageFlow::PageFlow(ReportPages &report, const PageMeasure &measure) : m_report(report), m_measure(measure)
{
    newPage();
}

void PageFlow::newPage()
{
    m_report.pages.emplace_back();
    m_y = margin;
}

void PageFlow::keep(double height)
{
    if (height > room() && !isAtTop())
        newPage();
}

void PageFlow::skip(double height)
{
    if (!isAtTop())
        m_y += height;
}

void PageFlow::heading(const QString &title, double follows)
{
    const double height = shapeOf(PageFace::Heading).lineHeight + belowHeading;
    if (m_keepsApart && !m_report.bookmarks.empty() && !isAtTop())
        newPage();
    keep(std::min(aboveHeading + height + follows, bodyHeight()));
    skip(aboveHeading);
    m_report.bookmarks.push_back({.title = title, .page = m_report.pages.size() - 1, .y = m_y});
    const Inside heading(*this, PageTag::Heading);
    text(left(), m_y, {.text = title, .face = PageFace::Heading});
    advance(height);
}

void PageFlow::anchor(const QString &name)
{
    m_report.anchors.emplace(name, PagePlace{.page = m_report.pages.size() - 1, .y = m_y});
}

std::size_t PageFlow::addNode(PageTag tag, const QString &alternative)
{
    const std::size_t parent = openNode() == artifact ? 0 : openNode();
    m_report.nodes.push_back({.tag = tag, .parent = parent, .alternative = alternative});
    return m_report.nodes.size() - 1;
}

bool PageFlow::holdsText() const
{
    return openNode() == artifact || openNode() > 0;
}

void PageFlow::lines(std::span<const RunLine> lines, double indent)
{
    if (!holdsText()) {
        const Inside paragraph(*this, PageTag::Paragraph);
        this->lines(lines, indent);
        return;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // No page ends with the first line of a paragraph or begins with its last.
        const bool holdsNext = i + 1 < lines.size() && (i == 0 || i + 2 == lines.size());
        keep(lines[i].height + (holdsNext ? lines[i + 1].height : 0));
        line(left() + indent, m_y, lines[i]);
        advance(lines[i].height);
    }
}

void PageFlow::paragraph(std::span<const StyledRun> runs)
{
    lines(wrapped(runs, proseWidth(), m_measure));
}

void PageFlow::text(double x, double y, const StyledRun &run)
{
    const QRectF rect(x, y, m_measure.width(run.text, run.face), shapeOf(run.face).lineHeight);
    const std::size_t node = holdsText() ? openNode() : addNode(PageTag::Paragraph);
    page().texts.push_back({.rect = rect, .text = run.text, .face = run.face, .ink = run.ink, .node = node});
}

void PageFlow::line(double x, double y, const RunLine &line)
{
    for (const PlacedRun &piece : line.pieces) {
        const QRectF rect(x + piece.x, y, piece.width, line.height);
        const bool isLink = !piece.run.address.isEmpty();
        const std::size_t node = isLink ? addNode(PageTag::Link) : openNode();
        page().texts.push_back({rect, piece.run.text, piece.run.face, piece.run.ink, node});
        if (isLink)
            page().links.push_back({.rect = rect, .address = piece.run.address, .node = node});
    }
}

void PageFlow::fill(const QRectF &rect, PageInk ink, double radius)
{
    page().fills.push_back({.rect = rect, .ink = ink, .radius = radius});
}

void PageFlow::hairline(double y, PageInk ink)
{
    fill(QRectF(left(), y, width(), 1), ink);
}

} // namespace downtimeline
