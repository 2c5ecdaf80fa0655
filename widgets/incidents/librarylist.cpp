// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/librarylist.h"

#include "widgets/incidents/librarydelegate.h"
#include "widgets/incidents/recoverybars.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

namespace downtimeline {

LibraryList::LibraryList(QWidget *parent) : QWidget(parent), m_order(m_incidents)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    createWidgets();
    layOut();
    fillMenu();
    connectSignals();
    tellCount();
}

void LibraryList::setIncidents(std::vector<IncidentEntry> incidents, Instant now)
{
    {
        const QScopedValueRollback quiet(m_isQuiet, true);
        m_bars->setMonths(recoveryByMonth(incidents, now));
        m_incidents.setIncidents(std::move(incidents));
    }
    showWanted();
    tellCount();
}

void LibraryList::setFound(std::optional<std::set<IncidentId>> found)
{
    {
        const QScopedValueRollback quiet(m_isQuiet, true);
        m_order.setFound(std::move(found));
    }
    showWanted();
    tellCount();
}

std::optional<IncidentId> LibraryList::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? std::optional(IncidentId(index.data(IncidentListModel::IdRole).toLongLong()))
                           : std::nullopt;
}

void LibraryList::setCurrent(std::optional<IncidentId> incident)
{
    m_wanted = incident;
    showWanted();
}

void LibraryList::chooseOnly()
{
    if (m_order.rowCount() != 1)
        return;
    const QModelIndex only = m_order.index(0, 0);
    const bool isCurrent = m_view->currentIndex() == only;
    m_view->setCurrentIndex(only);
    if (isCurrent) // it tells nothing then
        Q_EMIT incidentChosen(IncidentId(only.data(IncidentListModel::IdRole).toLongLong()));
}

void LibraryList::showWanted()
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    const int row = m_wanted ? m_incidents.rowOf(*m_wanted) : -1;
    const QModelIndex index = m_order.mapFromSource(m_incidents.index(row));
    if (index.isValid()) {
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    } else {
        m_view->selectionModel()->clear();
    }
}

void LibraryList::setOrder(IncidentListOrder::Order order)
{
    if (order == m_order.order())
        return;
    m_order.setOrder(order);
    m_orderButton->setText(IncidentListOrder::name(order));
    for (QAction *action : m_orderButton->menu()->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(order));
    Q_EMIT orderChanged(order);
}

void LibraryList::createWidgets()
{
    m_count = new Label(this);
    m_count->setFont(uiFont(12));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_orderButton = new QToolButton(this);
    m_orderButton->setFont(uiFont(12));
    m_orderButton->setPopupMode(QToolButton::InstantPopup);
    m_orderButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_orderButton->setFocusPolicy(Qt::TabFocus);
    m_orderButton->setAutoRaise(true);
    m_orderButton->setAccessibleName(tr("Order of the incidents"));
    m_view = new QListView(this);
    m_view->setModel(&m_order);
    m_view->setItemDelegate(new LibraryDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->viewport()->setBackgroundRole(QPalette::AlternateBase);
    m_view->setAccessibleName(tr("Incidents"));
    m_nothing = new Label(PlainText::own(tr("No incident matches")), m_view->viewport());
    m_nothing->setFont(uiFont(13));
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(18, 12, 18, 0);
    m_nothing->hide();
    m_bars = new RecoveryBars(this);
}

void LibraryList::layOut()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(18, 4, 8, 0);
    head->addWidget(m_count, 1);
    head->addWidget(m_orderButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    column->addWidget(m_bars);
}

void LibraryList::connectSignals()
{
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (m_isQuiet || !index.isValid())
            return;
        m_wanted = IncidentId(index.data(IncidentListModel::IdRole).toLongLong());
        Q_EMIT incidentChosen(*m_wanted);
    });
}

void LibraryList::fillMenu()
{
    auto *menu = new QMenu(m_orderButton);
    auto *group = new QActionGroup(menu);
    for (const IncidentListOrder::Order order : IncidentListOrder::allOrders()) {
        QAction *action = menu->addAction(IncidentListOrder::name(order), this, [this, order] { setOrder(order); });
        action->setCheckable(true);
        action->setChecked(order == m_order.order());
        action->setData(static_cast<int>(order));
        group->addAction(action);
    }
    m_orderButton->setMenu(menu);
    m_orderButton->setText(IncidentListOrder::name(m_order.order()));
}

void LibraryList::tellCount()
{
    const QString text = tr("Incidents · %1 of %2").arg(m_order.rowCount()).arg(m_incidents.rowCount());
    m_count->setText(PlainText::own(text));
    m_nothing->resize(m_nothing->sizeHint());
    m_nothing->setVisible(m_order.rowCount() == 0 && m_incidents.rowCount() > 0);
}

} // namespace downtimeline
