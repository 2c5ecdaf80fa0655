// SPDX-License-Identifier: GPL-3.0-or-later
// The view's lanes, its lists of folded events and what a screen reader hears; the rest is in timelineview.cpp.
#include "widgets/timeline/clusterlist.h"
#include "widgets/timeline/timelineview.h"

#include <QContextMenuEvent>

namespace downtimeline {

/// A screen reader hears what is shown, and the selected event once one is selected.
void TimelineView::describeForReaders()
{
    const EventIndex &events = m_content.events();
    if (events.empty()) {
        setAccessibleDescription(tr("No events"));
        return;
    }
    if (!m_handles.current().isEmpty()) {
        setAccessibleDescription(m_handles.spoken(sight()));
        return;
    }
    if (m_state->selection())
        if (const auto index = m_content.indexOf(*m_state->selection())) {
            setAccessibleDescription(spokenEvent(*index, m_content, look()));
            return;
        }
    setAccessibleDescription(
        tr("%1 events, %2").arg(events.size()).arg(rangeText({events.front().at, events.back().at}, m_state->zone())));
}

void TimelineView::openCluster(const HitArea &hit)
{
    if (!m_cluster) {
        m_cluster = new ClusterList(window());
        connect(m_cluster, &ClusterList::eventChosen, this, [this](EventId event) {
            setFocus(Qt::OtherFocusReason);
            choose(event);
        });
        connect(m_cluster, &ClusterList::closed, this, [this] { setFocus(Qt::OtherFocusReason); });
    }
    const QPointF corner = mapTo(window(), QPoint(0, 0));
    m_cluster->open(hit, m_content, look(), hit.rect.translated(corner));
}

/// The folded mark that the selected event lies in.
bool TimelineView::openClusterOfSelection()
{
    const auto index = m_state->selection() ? m_content.indexOf(*m_state->selection()) : std::nullopt;
    if (!index)
        return false;
    const Instant at = m_content.event(*index).at;
    const auto lane = static_cast<int>(m_content.laneOf(*index));
    for (const HitArea &hit : list().hits)
        if (hit.count > 1 && hit.lane == lane && hit.range.start <= at && at <= hit.range.end) {
            openCluster(HitArea(hit));
            return true;
        }
    return false;
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    event->setAccepted(m_handles.contextMenu(*event, sight()));
}

LaneSight TimelineView::sight()
{
    return {list(), m_content};
}

} // namespace downtimeline
