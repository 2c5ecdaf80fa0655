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
    keep(std::min(aboveHeading + height + follows, bodyHeight()));
    skip(aboveHeading);
    m_report.bookmarks.push_back({.title = title, .page = m_report.pages.size() - 1, .y = m_y});
    text(left(), m_y, {.text = title, .face = PageFace::Heading});
    advance(height);
}

void PageFlow::lines(std::span<const RunLine> lines, double indent)
{
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
    lines(wrapped(runs, width(), m_measure));
}

void PageFlow::text(double x, double y, const StyledRun &run)
{
    const QRectF rect(x, y, m_measure.width(run.text, run.face), shapeOf(run.face).lineHeight);
    page().texts.push_back({.rect = rect, .text = run.text, .face = run.face, .ink = run.ink});
}

void PageFlow::line(double x, double y, const RunLine &line)
{
    for (const PlacedRun &piece : line.pieces) {
        const QRectF rect(x + piece.x, y, piece.width, line.height);
        page().texts.push_back({rect, piece.run.text, piece.run.face, piece.run.ink});
        if (!piece.run.address.isEmpty())
            page().links.push_back({.rect = rect, .address = piece.run.address});
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
