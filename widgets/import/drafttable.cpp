// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/drafttable.h"

#include "widgets/import/draftdelegate.h"
#include "widgets/incidents/tableheader.h"

#include <QAction>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include <numeric>

namespace downtimeline {
namespace {

constexpr int tickWidth = 32;
constexpr int leastTimeWidth = 68;
constexpr int kindWidth = 184;
constexpr int lineColumnWidth = 54;
constexpr int sureColumnWidth = 74;
constexpr int leastTitleWidth = 120;

} // namespace

DraftTable::DraftTable(DraftTableModel &rows, QWidget *parent) : QTableView(parent), m_rows(rows)
{
    setHorizontalHeader(new TableHeader(this));
    setModel(&rows);
    setItemDelegate(new DraftDelegate(this));
    setUp();
    createActions();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndexList chosen = selectionModel()->selectedRows();
        if (!chosen.isEmpty() && !m_isFollowing)
            Q_EMIT rowChosen(currentIndex().isValid() ? currentIndex().row() : chosen.front().row());
    });
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == DraftTableModel::KindColumn && (index.flags() & Qt::ItemIsEditable))
            edit(index);
    });
    connect(&m_rows, &QAbstractItemModel::modelReset, this, &DraftTable::layOutColumns);
    connect(&m_rows, &QAbstractItemModel::dataChanged, this, &DraftTable::layOutColumns);
}

void DraftTable::setUp()
{
    setAccessibleName(tr("Events"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(DraftDelegate::rowHeight);
    verticalHeader()->setDefaultSectionSize(DraftDelegate::rowHeight);
}

void DraftTable::createActions()
{
    m_takeAll = new QAction(tr("Take all events"), this);
    m_takeNone = new QAction(tr("Take no event"), this);
    addActions({m_takeAll, m_takeNone});
    connect(m_takeAll, &QAction::triggered, this, [this] { m_rows.setTaken(allRows(), true); });
    connect(m_takeNone, &QAction::triggered, this, [this] { m_rows.setTaken(allRows(), false); });
}

QList<int> DraftTable::allRows() const
{
    QList<int> rows(m_rows.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

void DraftTable::showRow(int row)
{
    const QScopedValueRollback following(m_isFollowing, true);
    const QModelIndex index = m_rows.index(row, std::max<int>(DraftTableModel::TimeColumn, currentIndex().column()));
    if (!index.isValid()) {
        selectionModel()->clear();
        return;
    }
    setCurrentIndex(index);
    scrollTo(index);
}

int DraftTable::wholeHeight() const
{
    return horizontalHeader()->sizeHint().height() + m_rows.rowCount() * DraftDelegate::rowHeight;
}

void DraftTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void DraftTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        tickSelected();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
        if (currentIndex().isValid() && state() != QAbstractItemView::EditingState)
            edit(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

/// All get what the current row gets.
void DraftTable::tickSelected()
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows << index.row();
    if (rows.isEmpty())
        return;
    const int leading = rows.contains(currentIndex().row()) ? currentIndex().row() : rows.front();
    m_rows.setTaken(rows, !m_rows.index(leading, 0).data(DraftTableModel::TakenRole).toBool());
}

/// Ticks, times, kinds, lines and bars have the width they need; texts take the rest.
void DraftTable::layOutColumns()
{
    int time = leastTimeWidth;
    for (const int row : {0, m_rows.rowCount() / 2, m_rows.rowCount() - 1}) {
        const QModelIndex index = m_rows.index(row, DraftTableModel::TimeColumn);
        if (index.isValid())
            time = std::max(time, itemDelegate()->sizeHint({}, index).width());
    }
    const int kind = std::min(kindWidth, std::max(140, viewport()->width() / 4));
    const int rest = viewport()->width() - tickWidth - time - kind - lineColumnWidth - sureColumnWidth;
    setColumnWidth(DraftTableModel::TakenColumn, tickWidth);
    setColumnWidth(DraftTableModel::TimeColumn, time);
    setColumnWidth(DraftTableModel::KindColumn, kind);
    setColumnWidth(DraftTableModel::TitleColumn, std::max(leastTitleWidth, rest));
    setColumnWidth(DraftTableModel::LineColumn, lineColumnWidth);
    setColumnWidth(DraftTableModel::SureColumn, sureColumnWidth);
}

} // namespace downtimeline
