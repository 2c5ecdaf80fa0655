// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/layoutmetrics.h"
#include "widgets/timeline/timelinecontent.h"

#include <QAbstractListModel>

#include <span>

namespace downtimeline {

/// The events of one lane in a stretch of time, however many: only the rows that are looked at are worded.
class ClusterModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, TimeRole, DimRole, StarredRole };

    using QAbstractListModel::QAbstractListModel;

    /// The content has to stay until the next call. An empty range of events: none.
    void show(const TimelineContent *content, TimelineLook look, std::size_t lane, TimeRange range);
    void clear() { show(nullptr, {}, 0, {}); }
    EventId eventAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const TimelineContent *m_content = nullptr;
    TimelineLook m_look;
    TimeRange m_range;
    std::span<const TimelineContent::Index> m_events;
};

} // namespace downtimeline
