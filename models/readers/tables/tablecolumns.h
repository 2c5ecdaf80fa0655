// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/tables/columnchoice.h"

#include <map>
#include <string>
#include <vector>

namespace downtimeline {

struct CsvSketch;

/// A column of a table and how it is read. Texts are UTF-8.
struct TableColumn
{
    std::string name;    ///< as ReadOptions name it
    std::string sample;  ///< the first value that is not empty, shortened
    ColumnChoice choice; ///< guessed, or chosen

    bool operator==(const TableColumn &) const = default;
};

/// What a reader makes of a table's columns, by its first rows.
struct TableColumns
{
    TableSort sort = TableSort::Events;
    bool hasHeader = true;
    std::vector<TableColumn> columns = {};
    std::string openDate = {};   ///< a date in which day and month could be swapped, for no first row tells; else empty
    std::string openNumber = {}; ///< a number whose comma could be a decimal mark or part of thousands; else empty
    char decimalMark = '.';      ///< in use

    /// The choice of every column, to be read again.
    std::map<std::string, std::string> choices() const;
    /// The order of day and month that a column states.
    DateOrder order() const;
    /// The names alone, by which a table of the same shape is known again.
    std::vector<std::string> names() const;

    bool operator==(const TableColumns &) const = default;
};

/// How a table is to be read, as the user chose it.
struct ColumnsWish
{
    TableSort sort = TableSort::Events;
    std::map<std::string, std::string> columns; ///< as ReadOptions have them; empty: guessed

    /// The key of the reader.
    std::string_view format() const { return tableKey(sort); }

    bool operator==(const ColumnsWish &) const = default;
};

/// How columns are named by the user: the header without blanks around it, "column 3" where it is empty, "name (2)"
/// where another column before has the name.
std::vector<std::string> columnNames(const CsvSketch &sketch);

/// A Usage failure where a column is none of the table's, or a field none that it can have.
Status
checkChoices(const TableColumns &columns, const std::map<std::string, std::string> &choices, const QString &file);

} // namespace downtimeline
