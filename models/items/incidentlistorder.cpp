// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/incidentlistorder.h"

namespace downtimeline {
namespace {

using Order = IncidentListOrder::Order;

/// Unknown values come last in every order.
bool comesFirst(const QVariant &left, const QVariant &right, bool smallFirst)
{
    if (!left.isValid() || !right.isValid())
        return left.isValid() && !right.isValid();
    return smallFirst ? left.toLongLong() < right.toLongLong() : left.toLongLong() > right.toLongLong();
}

} // namespace

IncidentListOrder::IncidentListOrder(IncidentListModel &incidents, QObject *parent)
    : QSortFilterProxyModel(parent), m_incidents(incidents)
{
    setSourceModel(&incidents);
    sort(0);
}

void IncidentListOrder::setOrder(Order order)
{
    m_order = order;
    invalidate();
    sort(0);
}

void IncidentListOrder::setFound(std::optional<std::set<IncidentId>> found)
{
    m_found = std::move(found);
    invalidateFilter();
}

QString IncidentListOrder::name(Order order)
{
    switch (order) {
    case Order::NewestFirst:
        return tr("Newest first");
    case Order::OldestFirst:
        return tr("Oldest first");
    case Order::MostSevere:
        return tr("Most severe first");
    case Order::Longest:
        return tr("Longest first");
    case Order::Title:
        return tr("By title");
    }
    return {};
}

const std::array<Order, 5> &IncidentListOrder::allOrders()
{
    static constexpr std::array<Order, 5> orders{
        Order::NewestFirst, Order::OldestFirst, Order::MostSevere, Order::Longest, Order::Title};
    return orders;
}

bool IncidentListOrder::filterAcceptsRow(int row, const QModelIndex &) const
{
    return !m_found || m_found->contains(m_incidents.incidents()[static_cast<std::size_t>(row)].id);
}

bool IncidentListOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto compare = [&](int role, bool smallFirst) {
        return comesFirst(left.data(role), right.data(role), smallFirst);
    };
    switch (m_order) {
    case Order::NewestFirst:
        return compare(IncidentListModel::StartRole, false);
    case Order::OldestFirst:
        return compare(IncidentListModel::StartRole, true);
    case Order::MostSevere:
        return compare(IncidentListModel::SeverityRole, true);
    case Order::Longest:
        return compare(IncidentListModel::LengthRole, false);
    case Order::Title:
        return left.data().toString().localeAwareCompare(right.data().toString()) < 0;
    }
    return false;
}

} // namespace downtimeline
