// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/incidentlistmodel.h"

#include <QSortFilterProxyModel>

#include <optional>
#include <set>

namespace downtimeline {

/// The incidents in the order the user chose, narrowed to those that a search found.
class IncidentListOrder : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Order { NewestFirst, OldestFirst, MostSevere, Longest, Title };

    explicit IncidentListOrder(IncidentListModel &incidents, QObject *parent = nullptr);

    Order order() const { return m_order; }
    void setOrder(Order order);
    /// None shows all of them.
    void setFound(std::optional<std::set<IncidentId>> found);

    /// "Newest first".
    static QString name(Order order);
    static const std::array<Order, 5> &allOrders();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const IncidentListModel &m_incidents;
    Order m_order = Order::NewestFirst;
    std::optional<std::set<IncidentId>> m_found;
};

} // namespace downtimeline
