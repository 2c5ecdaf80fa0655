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
    const TableColumn &column, const std::vector<TableRow> &rows, std::size_t place, const PageMeasure &measure)
{
    double width = measure.width(column.title, PageFace::TableHead);
    for (const TableRow &row : rows) {
        const TableCell &cell = row[place];
        width = std::max(width, measure.width(cell.text, PageFace::Cell) + (cell.kind ? glyphRoom : 0));
    }
    return width + 2 * air;
}

} // namespace

ReportTable::ReportTable(
    std::vector<TableColumn> columns, std::vector<TableRow> rows, double width, const PageMeasure &measure)
    : m_columns(std::move(columns)), m_rows(std::move(rows)), m_measure(measure)
{
    std::vector<double> widths(m_columns.size(), 0);
    double taken = 0;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].takesRest)
            continue;
        const double natural = naturalWidth(m_columns[i], m_rows, i, measure);
        widths[i] = std::min(std::max(natural, m_columns[i].least), std::floor(width * widestShare));
        taken += widths[i];
    }
    double left = 0;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_lefts.push_back(left);
        left += m_columns[i].takesRest ? width - taken : widths[i];
    }
    m_lefts.push_back(left);
}

double ReportTable::textWidth(std::size_t column, const TableRow &row) const
{
    return m_lefts[column + 1] - m_lefts[column] - 2 * air - (row[column].kind ? glyphRoom : 0);
}

ReportTable::RowLines ReportTable::linesOf(const TableRow &row, const PageMeasure &measure) const
{
    RowLines lines;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const StyledRun run{.text = row[i].text, .face = PageFace::Cell, .ink = row[i].ink};
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

void ReportTable::putHeader(PageFlow &flow) const
{
    const double top = flow.y() + (headerHeight - shapeOf(PageFace::TableHead).lineHeight) / 2;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const double room = m_lefts[i + 1] - m_lefts[i] - 2 * air;
        const QString title = shortened(m_columns[i].title, PageFace::TableHead, room, m_measure);
        const StyledRun run{.text = title, .face = PageFace::TableHead, .ink = PageInk::Muted};
        flow.text(flow.left() + m_lefts[i] + air, top, run);
    }
    flow.advance(headerHeight);
    flow.hairline(flow.y() - 1);
}

void ReportTable::put(PageFlow &flow) const
{
    putHeader(flow);
    for (const TableRow &row : m_rows)
        putRow(flow, row, linesOf(row, m_measure));
}

void ReportTable::putRow(PageFlow &flow, const TableRow &row, const RowLines &lines) const
{
    const std::size_t all = mostLines(lines);
    const double fullPage = flow.bodyHeight() - headerHeight;
    const auto mostAtOnce = static_cast<std::size_t>((fullPage - 2 * rowAir) / lineHeight());
    for (std::size_t from = 0; from < all; from += mostAtOnce) {
        const std::size_t count = std::min(all - from, mostAtOnce);
        if (heightOf(count) > flow.room()) {
            flow.newPage();
            putHeader(flow);
        }
        putLines(flow, row, lines, from, count);
    }
}

void ReportTable::putLines(
    PageFlow &flow, const TableRow &row, const RowLines &lines, std::size_t from, std::size_t count) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const double left = flow.left() + m_lefts[i] + air;
        const double top = flow.y() + rowAir - 0.5;
        if (row[i].kind && from == 0) {
            const QPointF centre(left + glyphSize / 2, top + lineHeight() / 2);
            flow.page().glyphs.push_back({.centre = centre, .size = glyphSize, .kind = *row[i].kind});
        }
        for (std::size_t n = from; n < std::min(from + count, lines[i].size()); ++n) {
            const double y = top + static_cast<double>(n - from) * lineHeight();
            flow.line(left + (row[i].kind ? glyphRoom : 0), y, lines[i][n]);
        }
    }
    flow.advance(heightOf(count));
    flow.hairline(flow.y() - 1);
}

} // namespace downtimeline
