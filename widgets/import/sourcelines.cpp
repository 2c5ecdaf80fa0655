// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/sourcelines.h"

#include "widgets/import/sourcelinedelegate.h"

#include <QScopedValueRollback>

namespace downtimeline {
namespace {

constexpr int topMargin = 14;

} // namespace

SourceLines::SourceLines(QWidget *parent) : QListView(parent)
{
    setAccessibleName(tr("Source"));
    setModel(&m_lines);
    setItemDelegate(new SourceLineDelegate(this));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAutoFillBackground(true); // the margin above the first line too
    setBackgroundRole(QPalette::AlternateBase);
    setViewportMargins(0, topMargin, 0, 0);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (const int line = selectedLine(); line > 0 && !m_isFollowing)
            Q_EMIT lineChosen(line);
    });
}

void SourceLines::showLine(int line)
{
    const QScopedValueRollback following(m_isFollowing, true);
    const QModelIndex index = line > 0 ? m_lines.index(line - 1) : QModelIndex();
    if (!index.isValid()) {
        selectionModel()->clear();
        return;
    }
    setCurrentIndex(index);
    const QRect place = visualRect(index);
    if (!viewport()->rect().contains(place))
        scrollTo(index, QAbstractItemView::PositionAtCenter);
}

int SourceLines::selectedLine() const
{
    const QModelIndexList chosen = selectionModel()->selectedIndexes();
    return chosen.isEmpty() ? 0 : chosen.front().row() + 1;
}

} // namespace downtimeline
