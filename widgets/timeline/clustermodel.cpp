// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/clustermodel.h"

#include "widgets/timeline/eventtext.h"

#include <algorithm>
#include <limits>

namespace downtimeline {

void ClusterModel::show(const TimelineContent *content, TimelineLook look, std::size_t lane, TimeRange range)
{
    beginResetModel();
    m_content = content;
    m_look = std::move(look);
    m_range = range;
    m_events = {};
    if (content) {
        const auto &marks = content->lane(lane).marks;
        const auto at = [content](TimelineContent::Index index) { return content->event(index).at; };
        const auto first = std::ranges::lower_bound(marks, range.start, {}, at);
        m_events = {first, std::ranges::upper_bound(first, marks.end(), range.end, {}, at)};
    }
    endResetModel();
}

EventId ClusterModel::eventAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_content->event(m_events[static_cast<std::size_t>(row)]).id : EventId();
}

int ClusterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0
                            : static_cast<int>(std::min<std::size_t>(m_events.size(), std::numeric_limits<int>::max()));
}

QVariant ClusterModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const TimelineContent::Index event = m_events[static_cast<std::size_t>(index.row())];
    const EventEntry &entry = m_content->event(event);
    const EventWords words(*m_content, m_look, m_range);
    switch (role) {
    case Qt::DisplayRole:
        return words.titleOf(event);
    case TimeRole:
        return words.momentOf(event);
    case KindRole:
        return static_cast<int>(entry.kind);
    case DimRole:
        return !m_content->passes(event);
    case StarredRole:
        return entry.has(EventEntry::Starred);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3").arg(words.momentOf(event), kindName(entry.kind), words.titleOf(event));
    default: // roles are Qt's and open
        return {};
    }
}

} // namespace downtimeline
