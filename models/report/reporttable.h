// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/report/pageflow.h"

#include <optional>
#include <span>
#include <vector>

namespace downtimeline {

/// A column of a printed table.
struct ReportColumn
{
    QString title;
    double least = 0;       ///< width, with the air at both sides, unless the texts of the rest would wrap for it
    bool takesRest = false; ///< gets what the others leave; one column has it
};

struct TableCell
{
    QString text;
    std::optional<EventKind> kind; ///< its shape stands before the text
    PageInk ink = PageInk::Ink;
    QString address; ///< where a click leads; may be empty
};

/// An anchor: links to that name lead to the row. It may be empty.
struct ReportRow
{
    std::vector<TableCell> cells;
    QString anchor;
};

/// A table that breaks across pages between its rows; each page repeats the header. Long texts wrap. A row that is
/// taller than a whole page goes on on the next one.
class ReportTable
{
public:
    ReportTable(
        std::vector<ReportColumn> columns, std::vector<ReportRow> rows, double width, const PageMeasure &measure);

    /// What may not be torn from a heading: the header with the first row, or the whole table where it is short.
    double startHeight(double bodyHeight) const;
    /// The caller has kept room for startHeight().
    void put(PageFlow &flow) const;

private:
    using RowLines = std::vector<std::vector<RunLine>>; ///< the lines of each cell

    RowLines linesOf(const ReportRow &row, const PageMeasure &measure) const;
    double textWidth(std::size_t column, const ReportRow &row) const;
    void chooseWidths(double width, const PageMeasure &measure);
    void putHeader(PageFlow &flow, std::span<const std::size_t> nodes) const;
    void repeatHeader(PageFlow &flow) const;
    void putRow(PageFlow &flow, const ReportRow &row, const RowLines &lines) const;
    void putCell(
        PageFlow &flow, const TableCell &cell, std::span<const RunLine> lines, std::size_t column, bool isStart) const;

    std::vector<ReportColumn> m_columns;
    std::vector<ReportRow> m_rows;
    std::vector<double> m_lefts; ///< of each column, and the right of the last
    const PageMeasure &m_measure;
};

} // namespace downtimeline
