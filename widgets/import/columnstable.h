// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/import/columnsmodel.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace downtimeline {

/// Draws a table's columns, one a row, and makes their editors: a list of meanings that is taken at once, a line for
/// the unit.
class ColumnsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    QWidget *createMeanings(QWidget *parent, const TableColumns &table) const;
};

/// The columns of a table with their meanings. A click or Return opens the list of meanings.
class ColumnsTable : public QTableView
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 26; ///< logical pixels

    /// The columns are not owned and must outlive the view.
    explicit ColumnsTable(ColumnsModel &columns, QWidget *parent = nullptr);

    /// Of all rows and the header, in logical pixels.
    int wholeHeight() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOutColumns();
    void editMeaning(int row);

    ColumnsModel &m_columns;
};

} // namespace downtimeline
