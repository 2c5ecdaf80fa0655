// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/incidentlistmodel.h"

namespace downtimeline {
namespace {

QVariant startOf(const IncidentEntry &incident)
{
    return incident.start ? QVariant::fromValue<qint64>(microseconds(*incident.start)) : QVariant();
}

QVariant lengthOf(const IncidentEntry &incident)
{
    if (incident.timeToRecover)
        return QVariant::fromValue<qint64>(incident.timeToRecover->count());
    if (incident.start && incident.end)
        return QVariant::fromValue<qint64>((*incident.end - *incident.start).count());
    return {};
}

QString spokenText(const IncidentEntry &incident)
{
    const QString title = QString::fromStdString(incident.title) + QStringLiteral(", ") + incidentLine(incident);
    return incident.severity ? severityLabel(*incident.severity) + QStringLiteral(", ") + title : title;
}

} // namespace

IncidentListModel::IncidentListModel(QObject *parent) : QAbstractListModel(parent) {}

void IncidentListModel::setIncidents(std::vector<IncidentEntry> incidents)
{
    if (std::ranges::equal(m_incidents, incidents, {}, &IncidentEntry::id, &IncidentEntry::id)) {
        m_incidents = std::move(incidents);
        if (!m_incidents.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_incidents = std::move(incidents);
    endResetModel();
}

int IncidentListModel::rowOf(IncidentId incident) const
{
    const auto found = std::ranges::find(m_incidents, incident, &IncidentEntry::id);
    return found == m_incidents.end() ? -1 : static_cast<int>(found - m_incidents.begin());
}

int IncidentListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_incidents.size());
}

QVariant IncidentListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return {};
    const IncidentEntry &incident = m_incidents[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return incident.title.empty() ? tr("Untitled incident") : QString::fromStdString(incident.title);
    case Qt::AccessibleTextRole:
        return spokenText(incident);
    case IdRole:
        return QVariant::fromValue<qint64>(incident.id.row());
    case SeverityRole:
        return incident.severity ? QVariant(static_cast<int>(*incident.severity)) : QVariant();
    case LineRole:
        return incidentLine(incident);
    case StartRole:
        return startOf(incident);
    case LengthRole:
        return lengthOf(incident);
    default: // roles are Qt's and open
        return {};
    }
}

} // namespace downtimeline
