// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"
#include "models/timeline/displayzone.h"

#include <QObject>

#include <array>
#include <optional>

namespace downtimeline {

/// What every plot and table of one incident agrees on: the visible range, the cursor, the selection, hidden lanes and
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
    void fit() { setVisible(m_whole); }

    std::optional<Instant> cursor() const { return m_cursor; }
    void setCursor(std::optional<Instant> cursor);

    std::optional<EventId> selection() const { return m_selection; }
    void select(std::optional<EventId> event);

    bool isLaneShown(Lane lane) const { return m_lanes[static_cast<std::size_t>(lane)]; }
    void showLane(Lane lane, bool shown);

    const DisplayZone &zone() const { return m_zone; }
    void setZone(const DisplayZone &zone);
    /// Shown beside it on the ruler, at the cursor and in details; none: one zone is enough.
    const std::optional<DisplayZone> &secondZone() const { return m_secondZone; }
    void setSecondZone(const std::optional<DisplayZone> &zone);

Q_SIGNALS:
    /// Comes before the visibleChanged that follows from it; hasTimes() is the new one already.
    void wholeChanged(downtimeline::TimeRange whole);
    void visibleChanged(downtimeline::TimeRange visible);
    void cursorChanged(std::optional<downtimeline::Instant> cursor);
    void selectionChanged(std::optional<downtimeline::EventId> selection);
    void lanesChanged();
    /// Either of the two.
    void zoneChanged();

private:
    TimeRange m_whole{};
    TimeRange m_visible{};
    bool m_hasTimes = false;
    std::optional<Instant> m_cursor;
    std::optional<EventId> m_selection;
    std::array<bool, laneCount> m_lanes;
    DisplayZone m_zone;
    std::optional<DisplayZone> m_secondZone;
};

} // namespace downtimeline
