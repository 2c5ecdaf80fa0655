// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/peoplemodel.h"

#include <QDialog>

class QAction;
class QBoxLayout;
class QTableView;

namespace downtimeline {

class Label;

/// The user's list of people, to be looked at and edited: names, roles, order, two entries for one person made one.
/// Everything can be undone; nothing is saved before Save.
class PeopleDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PeopleDialog(const Persons &people, QWidget *parent = nullptr);

    Persons people() const { return m_people.persons(); }
    QTableView *table() const { return m_table; }

Q_SIGNALS:
    /// The list before, and what the user made of it.
    void saved(const downtimeline::Persons &before, const downtimeline::Persons &after);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createTable();
    void createActions();
    QAction *make(const QString &text, const QKeySequence &key, void (PeopleDialog::*slot)());
    void layOut();
    void connectSignals();
    void layOutColumns();
    void enableActions();
    QList<int> selectedRows() const;
    void select(int row);
    void addPerson();
    void removeSelected();
    void mergeSelected();
    void moveUp() { moveSelected(-1); }
    void moveDown() { moveSelected(1); }
    void moveSelected(int by);
    void undo();
    void redo();
    void save();

    Persons m_before;
    PeopleModel m_people;
    QTableView *m_table = nullptr;
    Label *m_empty = nullptr;
    QAction *m_add = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_merge = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
};

} // namespace downtimeline
