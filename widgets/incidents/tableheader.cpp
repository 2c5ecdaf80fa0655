// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/tableheader.h"

#include "widgets/paint/theme.h"

#include <QPainter>

namespace downtimeline {

TableHeader::TableHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setHighlightSections(false);
    setSectionsClickable(false);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = Theme::of(this);
    painter->fillRect(rect, theme.background);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.hairline);
    painter->setFont(uiFont(12));
    painter->setPen(theme.muted);
    const QString name = model()->headerData(section, Qt::Horizontal).toString();
    painter->drawText(rect.adjusted(10, 0, -4, -1), Qt::AlignLeft | Qt::AlignVCenter, name);
}

void TableHeader::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Theme &theme = Theme::of(this);
    painter.fillRect(viewport()->rect(), theme.background);
    painter.fillRect(QRect(0, viewport()->height() - 1, viewport()->width(), 1), theme.hairline);
    painter.end();
    QHeaderView::paintEvent(event);
}

} // namespace downtimeline
