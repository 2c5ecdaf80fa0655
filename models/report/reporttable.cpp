// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reporttable.h"

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

constexpr double air = 10; ///< at both sides of a text
constexpr double glyphRoom = 17;
constexpr double glyphSize = 11;
constexpr double rowAir = 4; ///< above and below the texts of a row
constexpr double headerHeight = 26;
constexpr double wholeShare = 0.5;   ///< of a page: a table up to that height is never torn
constexpr double widestShare = 0.26; ///< of the table, for a column that does not take the rest

double lineHeight()
{
    return shapeOf(PageFace::Cell).lineHeight;
}

double heightOf(std::size_t lines)
{
    return static_cast<double>(std::max<std::size_t>(1, lines)) * lineHeight() + 2 * rowAir;
}

std::size_t mostLines(const std::vector<std::vector<RunLine>> &cells)
{
    std::size_t most = 1;
    for (const std::vector<RunLine> &cell : cells)
        most = std::max(most, cell.size());
    return most;
}

double naturalWidth(
    const ReportColumn &column, const std::vector<ReportRow> &rows, std::size_t place, const PageMeasure &measure)
{
    double width = measure.width(column.title, PageFace::TableHead);
    for (const ReportRow &row : rows) {
        const TableCell &cell = row.cells[place];
        width = std::max(width, measure.width(cell.text, PageFace::Cell) + (cell.kind ? glyphRoom : 0));
    }
    return width + 2 * air;
}

} // namespace

ReportTable::ReportTable(
    std::vector<ReportColumn> columns, std::vector<ReportRow> rows, double width, const PageMeasure &measure)
    : m_columns(std::move(columns)), m_rows(std::move(rows)), m_measure(measure)
{
    chooseWidths(width, measure);
}

/// Columns are as wide as they should be at least; where the texts of the column that takes the rest would wrap for it,
/// they give up as much of that as those texts want.
void ReportTable::chooseWidths(double width, const PageMeasure &measure)
{
    const double widest = std::floor(width * widestShare);
    std::vector<double> widths(m_columns.size(), 0);
    std::vector<double> spares(m_columns.size(), 0);
    double taken = 0;
    double spare = 0;
    double wanted = 0;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const double natural = naturalWidth(m_columns[i], m_rows, i, measure);
        if (m_columns[i].takesRest) {
            wanted = natural;
            continue;
        }
        widths[i] = std::min(std::max(natural, m_columns[i].least), widest);
        spares[i] = std::max(0.0, widths[i] - natural);
        taken += widths[i];
        spare += spares[i];
    }
    const double lacking = std::clamp(wanted - (width - taken), 0.0, spare);
    double left = 0;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_lefts.push_back(left);
        const double given = spare > 0 ? lacking * spares[i] / spare : 0;
        left += m_columns[i].takesRest ? width - taken + lacking : widths[i] - given;
    }
    m_lefts.push_back(left);
}

double ReportTable::textWidth(std::size_t column, const ReportRow &row) const
{
    return m_lefts[column + 1] - m_lefts[column] - 2 * air - (row.cells[column].kind ? glyphRoom : 0);
}

ReportTable::RowLines ReportTable::linesOf(const ReportRow &row, const PageMeasure &measure) const
{
    RowLines lines;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const TableCell &cell = row.cells[i];
        const StyledRun run{.text = cell.text, .face = PageFace::Cell, .ink = cell.ink, .address = cell.address};
        lines.push_back(wrapped(run, textWidth(i, row), measure));
    }
    return lines;
}

double ReportTable::startHeight(double bodyHeight) const
{
    double height = headerHeight;
    double start = height;
    for (std::size_t i = 0; i < m_rows.size() && height <= bodyHeight * wholeShare; ++i) {
        height += heightOf(mostLines(linesOf(m_rows[i], m_measure)));
        if (i == 0)
            start = height;
    }
    return height <= bodyHeight * wholeShare ? height : start;
}

void ReportTable::putHeader(PageFlow &flow, std::span<const std::size_t> nodes) const
{
    const double top = flow.y() + (headerHeight - shapeOf(PageFace::TableHead).lineHeight) / 2;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Inside cell(flow, nodes[i]);
        const double room = m_lefts[i + 1] - m_lefts[i] - 2 * air;
        const QString title = shortened(m_columns[i].title, PageFace::TableHead, room, m_measure);
        const StyledRun run{.text = title, .face = PageFace::TableHead, .ink = PageInk::Muted};
        flow.text(flow.left() + m_lefts[i] + air, top, run);
    }
    flow.advance(headerHeight);
    flow.hairline(flow.y() - 1);
}

void ReportTable::repeatHeader(PageFlow &flow) const
{
    putHeader(flow, std::vector<std::size_t>(m_columns.size(), artifact));
}

void ReportTable::put(PageFlow &flow) const
{
    const Inside table(flow, PageTag::Table);
    {
        const Inside row(flow, PageTag::Row);
        std::vector<std::size_t> nodes;
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            nodes.push_back(flow.addNode(PageTag::HeaderCell));
        putHeader(flow, nodes);
    }
    for (const ReportRow &row : m_rows) {
        const Inside inRow(flow, PageTag::Row);
        putRow(flow, row, linesOf(row, m_measure));
    }
}

void ReportTable::putRow(PageFlow &flow, const ReportRow &row, const RowLines &lines) const
{
    const std::size_t all = mostLines(lines);
    const double fullPage = flow.bodyHeight() - headerHeight;
    const auto mostAtOnce = static_cast<std::size_t>((fullPage - 2 * rowAir) / lineHeight());
    std::vector<std::size_t> nodes;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        nodes.push_back(flow.addNode(PageTag::Cell));
    for (std::size_t from = 0; from < all; from += mostAtOnce) {
        const std::size_t count = std::min(all - from, mostAtOnce);
        if (heightOf(count) > flow.room()) {
            flow.newPage();
            repeatHeader(flow);
        }
        if (from == 0 && !row.anchor.isEmpty())
            flow.anchor(row.anchor);
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const Inside cell(flow, nodes[i]);
            const std::span<const RunLine> own(lines[i]);
            const std::size_t start = std::min(from, own.size());
            putCell(flow, row.cells[i], own.subspan(start, std::min(count, own.size() - start)), i, from == 0);
        }
        flow.advance(heightOf(count));
        flow.hairline(flow.y() - 1);
    }
}

void ReportTable::putCell(
    PageFlow &flow, const TableCell &cell, std::span<const RunLine> lines, std::size_t column, bool isStart) const
{
    const double left = flow.left() + m_lefts[column] + air;
    double top = flow.y() + rowAir - 0.5;
    if (cell.kind && isStart) {
        const QPointF centre(left + glyphSize / 2, top + lineHeight() / 2);
        flow.page().glyphs.push_back({.centre = centre, .size = glyphSize, .kind = *cell.kind});
    }
    for (const RunLine &line : lines) {
        flow.line(left + (cell.kind ? glyphRoom : 0), top, line);
        top += lineHeight();
    }
}

} // namespace downtimeline
