// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace downtimeline {

/// Draws a line of a source: a bar and a tint in the colour of what it was used for, its number, its text.
class SourceLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int rowHeight = 20; ///< logical pixels

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where texts begin, for a source of that many lines.
    static int textLeft(int lines);
};

} // namespace downtimeline
