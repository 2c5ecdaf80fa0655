// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/eventtable.h"

#include "widgets/incidents/eventdelegate.h"
#include "widgets/incidents/tableheader.h"

#include <QAction>
#include <QHeaderView>
#include <QScopedValueRollback>

namespace downtimeline {
namespace {

constexpr int kindWidth = 190;
constexpr int sourceWidth = 92;
constexpr int leastTimeWidth = 72;
constexpr int mostTimeWidth = 160;
constexpr int leastTitleWidth = 120;

} // namespace

EventTable::EventTable(EventTableModel &events, ViewState &view, QWidget *parent)
    : QTableView(parent), m_events(events), m_state(view)
{
    setHorizontalHeader(new TableHeader(this));
    setModel(&events);
    setItemDelegate(new EventDelegate(this));
    setUp();
    createActions();
    connectSignals();
    m_events.setZone(m_state.zone());
    layOutColumns();
    showSelection();
    enableActions();
}

void EventTable::setUp()
{
    setAccessibleName(tr("Events"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(EventDelegate::rowHeight);
    verticalHeader()->setDefaultSectionSize(EventDelegate::rowHeight);
}

void EventTable::createActions()
{
    const auto make = [this](const QString &text, const QKeySequence &key) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut); // Delete in an editor deletes a character
        QTableView::addAction(action);
        return action;
    };
    m_edit = make(tr("Edit"), Qt::Key_Return);
    m_add = make(tr("Add event"), Qt::Key_Insert);
    m_delete = make(tr("Delete event"), QKeySequence::Delete);
    m_star = make(tr("Star"), Qt::Key_S);
    m_star->setCheckable(true);
    connect(m_star, &QAction::triggered, this, [this](bool starred) {
        if (const auto event = selectedEvent())
            Q_EMIT starRequested(*event, starred);
    });
    connect(m_edit, &QAction::triggered, this, [this] {
        if (currentIndex().column() == EventTableModel::SourceColumn) {
            if (const auto event = selectedEvent())
                Q_EMIT sourceRequested(*event);
        } else if (currentIndex().isValid()) {
            edit(currentIndex());
        }
    });
    connect(m_add, &QAction::triggered, this, &EventTable::addRequested);
    connect(m_delete, &QAction::triggered, this, [this] {
        if (const auto event = selectedEvent())
            Q_EMIT deleteRequested(*event);
    });
}

void EventTable::connectSignals()
{
    // Not the current row: a table that gets the focus makes its first row current, and nobody chose that.
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &EventTable::tellSelection);
    connect(&m_state, &ViewState::selectionChanged, this, &EventTable::showSelection);
    connect(&m_state, &ViewState::zoneChanged, this, [this] {
        m_events.setZone(m_state.zone());
        layOutColumns();
    });
    connect(&m_events, &QAbstractItemModel::modelReset, this, [this] {
        layOutColumns();
        showSelection();
        enableActions();
    });
    connect(&m_events, &QAbstractItemModel::dataChanged, this, &EventTable::enableActions);
    connect(&m_events, &QAbstractItemModel::rowsMoved, this, &EventTable::layOutColumns);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() == EventTableModel::SourceColumn)
            Q_EMIT sourceRequested(m_events.eventAt(index.row()));
    });
}

void EventTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

/// Times, kinds and sources have the width they need; titles take the rest.
void EventTable::layOutColumns()
{
    int time = leastTimeWidth;
    const int dated = std::max(0, m_events.rowCount() - m_events.undatedCount());
    for (const int row : {0, dated - 1, dated, m_events.rowCount() - 1}) {
        const QModelIndex index = m_events.index(row, EventTableModel::TimeColumn);
        if (index.isValid())
            time = std::max(time, itemDelegate()->sizeHint({}, index).width());
    }
    time = std::min(time, std::max(mostTimeWidth, viewport()->width() / 4)); // words in place of a time may be long
    const int kind = std::min(kindWidth, std::max(120, viewport()->width() / 4));
    const int title = std::max(leastTitleWidth, viewport()->width() - time - kind - sourceWidth);
    setColumnWidth(EventTableModel::TimeColumn, time);
    setColumnWidth(EventTableModel::KindColumn, kind);
    setColumnWidth(EventTableModel::TitleColumn, title);
    setColumnWidth(EventTableModel::SourceColumn, sourceWidth);
}

void EventTable::showSelection()
{
    const QScopedValueRollback following(m_isFollowing, true);
    const int row = m_state.selection() ? m_events.rowOf(*m_state.selection()) : -1;
    if (row < 0) {
        selectionModel()->clear();
    } else if (row != currentIndex().row() || !selectionModel()->hasSelection()) {
        const int column = std::max(0, currentIndex().column());
        setCurrentIndex(m_events.index(row, column));
        scrollTo(currentIndex());
    }
    enableActions();
}

void EventTable::tellSelection()
{
    if (const auto event = selectedEvent(); event && !m_isFollowing)
        m_state.select(event);
    enableActions();
}

void EventTable::enableActions()
{
    const QModelIndex first = m_events.index(0, EventTableModel::TitleColumn);
    const bool hasRow = selectionModel()->hasSelection();
    const bool canEdit = !first.isValid() || (m_events.flags(first) & Qt::ItemIsEditable);
    m_add->setEnabled(canEdit);
    m_edit->setEnabled(hasRow && canEdit);
    m_delete->setEnabled(hasRow && canEdit);
    m_star->setEnabled(hasRow && canEdit);
    m_star->setChecked(hasRow && selectedRow().data(EventTableModel::StarredRole).toBool());
}

QModelIndex EventTable::selectedRow() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? QModelIndex() : rows.front();
}

std::optional<EventId> EventTable::selectedEvent() const
{
    const QModelIndex row = selectedRow();
    return row.isValid() ? std::optional(m_events.eventAt(row.row())) : std::nullopt;
}

} // namespace downtimeline
