// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/eventtablemodel.h"
#include "models/items/viewstate.h"

#include <QTableView>

class QAction;

namespace downtimeline {

/// The events of the open incident, edited where they stand. The selected row is the selection of the ViewState, both
/// ways.
class EventTable : public QTableView
{
    Q_OBJECT

public:
    /// Neither is owned; both must outlive the table.
    EventTable(EventTableModel &events, ViewState &view, QWidget *parent = nullptr);

    /// In the table's context menu, with their keys; a window may show them elsewhere too.
    QAction *addAction() const { return m_add; }
    QAction *editAction() const { return m_edit; }
    QAction *deleteAction() const { return m_delete; }
    /// Checked where the selected event is starred.
    QAction *starAction() const { return m_star; }
    using QTableView::addAction;

Q_SIGNALS:
    /// A new event is wanted at the time of the selected one, or at any time where none is selected.
    void addRequested();
    void deleteRequested(downtimeline::EventId event);
    void starRequested(downtimeline::EventId event, bool starred);
    /// The place where this event was read is wanted.
    void sourceRequested(downtimeline::EventId event);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUp();
    void createActions();
    void connectSignals();
    void layOutColumns();
    void showSelection();
    void tellSelection();
    void enableActions();
    QModelIndex selectedRow() const;
    std::optional<EventId> selectedEvent() const;

    EventTableModel &m_events;
    ViewState &m_state;
    QAction *m_add = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_star = nullptr;
    bool m_isFollowing = false; ///< the selection comes from the ViewState
};

} // namespace downtimeline
