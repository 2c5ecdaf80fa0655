// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/wraplayout.h"

#include <algorithm>

namespace downtimeline {

WrapLayout::WrapLayout(int gap, int rowGap, QWidget *parent) : QLayout(parent), m_gap(gap), m_rowGap(rowGap)
{
    setContentsMargins(0, 0, 0, 0);
}

WrapLayout::~WrapLayout() = default;

void WrapLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *taken = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return taken;
}

QSize WrapLayout::sizeHint() const
{
    QSize size;
    for (const auto &item : m_items) {
        const QSize own = item->sizeHint();
        size = {size.width() + (size.isEmpty() ? 0 : m_gap) + own.width(), std::max(size.height(), own.height())};
    }
    return size;
}

QSize WrapLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

/// Answers the height that all rows take.
int WrapLayout::arrange(const QRect &rect, bool places) const
{
    int x = rect.left();
    int y = rect.top();
    int rowHeight = 0;
    for (const auto &item : m_items) {
        const QSize size = item->sizeHint();
        if (x > rect.left() && x + size.width() > rect.left() + rect.width()) {
            x = rect.left();
            y += rowHeight + m_rowGap;
            rowHeight = 0;
        }
        if (places)
            item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + m_gap;
        rowHeight = std::max(rowHeight, size.height());
    }
    return y + rowHeight - rect.top();
}

} // namespace downtimeline
