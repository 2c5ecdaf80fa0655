// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"

#include <QAbstractTableModel>

namespace downtimeline {

/// A list of people as rows of a table that is edited: the names of each, parted by semicolons, and the role. It saves
/// nothing; every change can be undone.
class PeopleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NamesColumn, RoleColumn, ColumnCount };

    explicit PeopleModel(Persons persons = {}, QObject *parent = nullptr);

    /// Those who have a name.
    Persons persons() const;
    /// Roles that the list has, and some that are common.
    QStringList roles() const;

    /// An empty row at the end; its place.
    int addRow();
    void removeRowsAt(QList<int> rows);
    /// Makes one person of all of them: the names of each, the first role. Its place; -1 with less than two.
    int merge(QList<int> rows);
    /// One place up (-1) or down (1); its new place.
    int move(int row, int by);
    bool canUndo() const { return !m_undo.empty(); }
    bool canRedo() const { return !m_redo.empty(); }
    void undo();
    void redo();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void edited();

private:
    void take(Persons persons);
    void step(std::vector<Persons> &from, std::vector<Persons> &to);

    Persons m_persons;
    std::vector<Persons> m_undo; ///< the list before each change
    std::vector<Persons> m_redo;
};

} // namespace downtimeline
