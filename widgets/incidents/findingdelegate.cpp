// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/findingdelegate.h"

#include "widgets/incidents/findingcard.h"
#include "widgets/paint/theme.h"

#include <QListView>

#include <cmath>

namespace downtimeline {

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FindingCard card(index, option.rect.width(), Theme::of(option.widget));
    painter->save();
    const bool isSelected = option.state & QStyle::State_Selected;
    const QStyle::State ring = QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    card.paint(*painter, option.rect, isSelected, (option.state & ring) == ring);
    painter->restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *list = qobject_cast<const QListView *>(option.widget);
    const int width = list ? list->viewport()->width() : 300;
    const FindingCard card(index, width, Theme::of(option.widget));
    return {width, static_cast<int>(std::ceil(card.height()))};
}

int FindingDelegate::lineAt(const QListView &list, const QModelIndex &index, QPoint position)
{
    const QRect row = list.visualRect(index);
    const FindingCard card(index, row.width(), Theme::of(&list));
    return card.lineAt(QPointF(position - row.topLeft()));
}

} // namespace downtimeline
