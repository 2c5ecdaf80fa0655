// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewstate.h"
#include "widgets/paint/displaylist.h"
#include "widgets/timeline/timelinecontent.h"

#include <QObject>
#include <QPoint>

#include <optional>

class QContextMenuEvent;
class QKeyEvent;
class QMenu;
class QMouseEvent;
class QPainter;
class QWidget;

namespace downtimeline {

/// What lanes look like now, for the handles: where their names are, and what they are.
struct LaneSight
{
    const DisplayList &list;
    const TimelineContent &content;
};

/// The names of the lanes in a timeline's gutter: dragging one moves its lane, a click or Up and Down choose one, its
/// menu and keys hide it, make it thin or move it. Every change goes into the view state.
class LaneHandles : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. The view is repainted where the handles change.
    LaneHandles(ViewState &state, QWidget &view);

    /// Each answers whether the event was for a lane.
    bool press(const QMouseEvent &event, const LaneSight &sight);
    bool move(const QMouseEvent &event, const LaneSight &sight);
    bool release(const QMouseEvent &event, const LaneSight &sight);
    bool contextMenu(const QContextMenuEvent &event, const LaneSight &sight);
    bool key(const QKeyEvent &event, const LaneSight &sight);
    /// The chosen lane's frame and, while one is dragged, where it will stand.
    void paint(QPainter &painter, const LaneSight &sight) const;

    /// The chosen lane's key; empty: none.
    const QString &current() const { return m_current; }
    bool isDragging() const { return m_isDragging; }
    /// "Lane Alerts, 12 events, hidden with H": what a screen reader hears when one is chosen.
    QString spoken(const LaneSight &sight) const;
    /// The menu of a lane; deletes itself when it is closed.
    QMenu *makeMenu(const QString &lane, const LaneSight &sight) const;

Q_SIGNALS:
    void currentChanged();

private:
    struct Drop
    {
        QString before; ///< the key of the lane that it will stand before; empty: last
        double y = 0;
    };

    void choose(const QString &lane);
    bool step(int direction, const LaneSight &sight);
    void shift(const QString &lane, int direction, const LaneSight &sight) const;
    QString behindLast(const LaneSight &sight) const;
    std::optional<Drop> dropAt(double y, const LaneSight &sight) const;
    const LaneArea *areaOf(const QString &lane, const LaneSight &sight) const;

    ViewState &m_state;
    QWidget &m_view;
    QString m_current;
    std::optional<QPointF> m_pressed;
    bool m_isDragging = false;
    double m_dragY = 0;
};

} // namespace downtimeline
