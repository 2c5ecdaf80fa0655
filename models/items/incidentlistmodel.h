// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/incidententry.h"

#include <QAbstractListModel>

namespace downtimeline {

/// The incidents of a library, in the order they are given. Sorting and narrowing is a proxy's work.
class IncidentListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< the row of the IncidentId, a qint64
        SeverityRole,          ///< 1 to 5; invalid where there is none
        LineRole,              ///< incidentLine()
        StartRole,             ///< microseconds of UTC; invalid where not known
        LengthRole,            ///< microseconds: the time to recover, else start to end; invalid where not known
    };

    explicit IncidentListModel(QObject *parent = nullptr);

    /// Keeps selections where the same incidents stand in the same order.
    void setIncidents(std::vector<IncidentEntry> incidents);
    const std::vector<IncidentEntry> &incidents() const { return m_incidents; }
    /// -1 where it is not in the list.
    int rowOf(IncidentId incident) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<IncidentEntry> m_incidents;
};

} // namespace downtimeline
