// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/import/drafttablemodel.h"

#include <QTableView>

class QAction;

namespace downtimeline {

/// The events of a draft, ticked and edited where they stand. Space ticks what is selected, a click on a kind opens the
/// list of kinds.
class DraftTable : public QTableView
{
    Q_OBJECT

public:
    /// The rows are not owned and must outlive the table.
    explicit DraftTable(DraftTableModel &rows, QWidget *parent = nullptr);

    /// Selects the row and scrolls to it without telling of it; -1 lets go.
    void showRow(int row);
    /// Of all rows and the header, in logical pixels.
    int wholeHeight() const;
    QAction *takeAllAction() const { return m_takeAll; }
    QAction *takeNoneAction() const { return m_takeNone; }

Q_SIGNALS:
    /// The user chose this row.
    void rowChosen(int row);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUp();
    void createActions();
    void layOutColumns();
    void tickSelected();
    QList<int> allRows() const;

    DraftTableModel &m_rows;
    QAction *m_takeAll = nullptr;
    QAction *m_takeNone = nullptr;
    bool m_isFollowing = false;
};

} // namespace downtimeline
