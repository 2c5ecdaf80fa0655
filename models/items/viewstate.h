// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/eventfilter.h"
#include "models/items/lanes.h"
#include "models/items/viewmotion.h"
#include "models/timeline/displayzone.h"
#include "models/timeline/measured.h"
#include "models/timeline/snapping.h"
#include "models/timeline/viewhistory.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace downtimeline {

/// What every plot and table of one incident agrees on: the visible range, the cursor, the selection, the lanes and
/// the zone that times are shown in. Setting what is set already says nothing.
class ViewState : public QObject
{
    Q_OBJECT

public:
    explicit ViewState(QObject *parent = nullptr);

    /// All that there is to see, with some air around it. Zooming out ends at twice this.
    TimeRange whole() const { return m_whole; }
    /// Also makes it the visible range. An empty one says that nothing has a time; it is widened to 1 ms.
    void setWhole(TimeRange whole);
    /// Something has a time; else neither the whole nor the visible range means anything.
    bool hasTimes() const { return m_hasTimes; }

    TimeRange visible() const { return m_visible; }
    /// Kept between 1 ms and twice the whole by moving both ends alike, and in touch with the whole: a tenth of the
    /// shorter of both stays in view.
    void setVisible(TimeRange visible);
    /// The same with a flight there, where motion is wanted. Whatever else sets the visible range ends it.
    void flyTo(TimeRange visible);
    /// Lets the visible range go on by so much in a second, as after a drag; see ViewMotion.
    void coast(Duration perSecond) { m_motion.coast(m_visible, perSecond); }
    void fit() { flyTo(m_whole); }
    ViewMotion &motion() { return m_motion; }

    /// Back and forward through the views that were rested at for restLasts; false where there is none.
    bool goBack();
    bool goForward();
    static constexpr std::chrono::milliseconds restLasts{600};

    std::optional<Instant> cursor() const { return m_cursor; }
    void setCursor(std::optional<Instant> cursor);

    std::optional<EventId> selection() const { return m_selection; }
    void select(std::optional<EventId> event);

    /// How events fall into lanes, and which of those are shown in which order.
    const LaneArrangement &lanes() const { return m_lanes; }
    void setLanes(LaneArrangement lanes);

    /// Which events are wanted; the others are dimmed, or hidden.
    const EventFilter &filter() const { return m_filter; }
    void setFilter(EventFilter filter);
    bool hidesFiltered() const { return m_hidesFiltered; }
    void setHidesFiltered(bool hides);
    /// Which rows of the document pass the filter; null: all of them. Whoever knows the events sets it.
    const SharedMask &mask() const { return m_mask; }
    void setMask(SharedMask mask);

    const DisplayZone &zone() const { return m_zone; }
    void setZone(const DisplayZone &zone);
    /// Shown beside it on the ruler, at the cursor and in details; none: one zone is enough.
    const std::optional<DisplayZone> &secondZone() const { return m_secondZone; }
    void setSecondZone(const std::optional<DisplayZone> &zone);

    /// The range and the markers that are measured with, the same in all plots.
    const Measured &measured() const { return m_measured; }
    void setMeasured(const Measured &measured);
    /// A plain drag measures instead of panning.
    bool isMeasuring() const { return m_isMeasuring; }
    void setMeasuring(bool measuring);
    /// What measuring catches.
    const SnapPoints &snapPoints() const { return m_snapPoints; }
    void setSnapPoints(SnapPoints points) { m_snapPoints = std::move(points); }

Q_SIGNALS:
    /// Comes before the visibleChanged that follows from it; hasTimes() is the new one already.
    void wholeChanged(downtimeline::TimeRange whole);
    void visibleChanged(downtimeline::TimeRange visible);
    void cursorChanged(std::optional<downtimeline::Instant> cursor);
    void selectionChanged(std::optional<downtimeline::EventId> selection);
    void lanesChanged();
    void filterChanged();
    /// Other events pass, or what does not is shown otherwise.
    void maskChanged();
    /// Either of the two.
    void zoneChanged();
    void measuredChanged();
    void measuringChanged(bool measuring);

private:
    TimeRange kept(TimeRange visible) const;
    void show(TimeRange visible);
    void rememberView();

    TimeRange m_whole{};
    TimeRange m_visible{};
    ViewMotion m_motion;
    ViewHistory m_history;
    QTimer m_rest; ///< runs out when nothing has moved for a while
    bool m_hasTimes = false;
    std::optional<Instant> m_cursor;
    std::optional<EventId> m_selection;
    LaneArrangement m_lanes;
    EventFilter m_filter;
    SharedMask m_mask;
    bool m_hidesFiltered = false;
    DisplayZone m_zone;
    Measured m_measured;
    SnapPoints m_snapPoints;
    bool m_isMeasuring = false;
    std::optional<DisplayZone> m_secondZone;
};

} // namespace downtimeline
