// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/tables/tablecolumns.h"

#include <QAbstractTableModel>

#include <vector>

namespace downtimeline {

/// A meaning that a column can be given, as a list offers it.
struct ColumnMeaning
{
    QString words;
    ColumnChoice choice; ///< without unit and decimal mark
};

/// "Time", "Title", "Response time" and so on, what is not read last.
std::vector<ColumnMeaning> columnMeanings(const TableColumns &table);
/// What the column is read as, in the words of the list.
QString meaningWords(const ColumnChoice &choice);

/// The columns of a table, one a row: name, first value, meaning and, in tables of metrics, unit.
class ColumnsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, SampleColumn, MeaningColumn, UnitColumn, ColumnCount };
    enum Role {
        MeaningRole = Qt::UserRole, ///< the index in columnMeanings(); also what an editor writes
        ReadRole,                   ///< false where the column is not read
        OpenRole,                   ///< true where the user is asked for it
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(TableColumns table);
    const TableColumns &table() const { return m_table; }
    /// How many columns are read.
    int readCount() const;
    /// Of every column that tells days, the user's word; Unknown takes it back.
    void setOrder(DateOrder order);
    void setDecimalMark(char mark);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// The user changed what the columns mean.
    void chosen();
    void refused(const QString &sentence);

private:
    const TableColumn &at(int row) const { return m_table.columns[static_cast<std::size_t>(row)]; }
    bool hasUnit(int row) const;
    bool isUnitOpen(int row) const;
    QString display(int row, Column column) const;
    bool setMeaning(int row, int meaning);
    bool setUnit(int row, const QString &typed);
    void tellAll();

    TableColumns m_table;
};

} // namespace downtimeline
