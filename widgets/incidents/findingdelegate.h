// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QListView;

namespace downtimeline {

/// Draws findings as cards (FindingCard) in the width of the list.
class FindingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The number of a source's line that is drawn at a position of the list's viewport; 0 for none.
    static int lineAt(const QListView &list, const QModelIndex &index, QPoint position);
};

} // namespace downtimeline
