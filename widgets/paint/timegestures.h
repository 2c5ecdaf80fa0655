// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewstate.h"
#include "models/timeline/timescale.h"
#include "widgets/paint/dragspeed.h"
#include "widgets/paint/measuregesture.h"

#include <QPointF>

#include <optional>
#include <vector>

class QKeyEvent;
class QMouseEvent;
class QNativeGestureEvent;
class QTouchEvent;
class QWheelEvent;

namespace downtimeline {

/// What wheel, drag, pinch, fingers and keys do to the visible range and the cursor, the same on every plot. It knows
/// nothing of what a plot draws: each function takes the scale that the plot shows now, in logical pixels, and says
/// whether the event was its own.
class TimeGestures
{
public:
    /// What a press, a lifted button or a finger came to. A click is left to the plot, which knows what lies there.
    enum class Outcome { NotMine, Taken, Click, DoubleClick };

    /// The state is not owned and outlives the gestures.
    explicit TimeGestures(ViewState &view) : m_view(view), m_measure(view) {}

    /// Shows less (a factor above 1) or more around an instant that keeps its place, within the view's limits.
    void zoom(double factor, Instant anchor);
    /// Zooms around the pointer; with Shift, or turned sideways, pans. The cursor follows the pointer.
    bool wheel(const QWheelEvent &event, const TimeScale &scale);
    /// Takes hold for panning, or for measuring (see MeasureGesture).
    bool press(const QMouseEvent &event, const TimeScale &scale);
    /// The mouse's back and forward buttons go through past views.
    bool travel(Qt::MouseButton button);
    /// Pans or measures while the left button is held and the pointer has left the place of the press.
    bool move(const QMouseEvent &event, const TimeScale &scale);
    /// Taken where a drag ended. One that was still moving goes on for a little, where motion is wanted.
    Outcome release(const QMouseEvent &event, const TimeScale &scale);
    /// A touchpad's pinch zooms around the pointer.
    bool pinch(const QNativeGestureEvent &event, const TimeScale &scale);
    /// On a touch screen one finger pans, or measures while the view state is measuring, and two keep the instants
    /// under them. Takes every touch, because who lets the first finger go never hears of the second; a tap is a click
    /// at the event's first point.
    Outcome touch(const QTouchEvent &event, const TimeScale &scale);
    /// Plus and minus zoom, Shift and the arrows pan, 0 shows all, Alt and the arrows go through past views, Escape
    /// takes what is measured away, then cursor and selection; and the keys of MeasureGesture. They mean the cursor
    /// where it is in view, else the plot's own place; zooming, else the middle.
    bool key(const QKeyEvent &event, std::optional<Instant> place = std::nullopt);

    /// Puts the cursor under the pointer, or takes it away beside the plot.
    void point(double x, const TimeScale &scale);
    /// The pointer has left the plot: takes the cursor away, unless a drag goes on.
    void leave();

    bool isDragging() const { return m_drag && m_drag->hasMoved; }
    /// What the pointer looks like there; otherwise: where no gesture has a say.
    Qt::CursorShape shape(double x, const TimeScale &scale, Qt::CursorShape otherwise) const;

private:
    struct Drag
    {
        double x = 0;      ///< where it began, or where the visible range last changed by something else
        double latest = 0; ///< where the pointer was last
        TimeRange visible; ///< when it was at x
        bool hasMoved = false;
    };

    struct Finger
    {
        int id = 0;
        double x = 0;
    };

    /// The fingers since one of them last came or went, and what was visible then.
    struct Touch
    {
        std::vector<Finger> fingers;
        QPointF place; ///< of the first
        TimeRange visible;
        bool hasMoved = false; ///< no longer a tap
    };

    struct Tap
    {
        quint64 at = 0; ///< milliseconds of the event's clock
        QPointF place;
    };

    bool arrow(const QKeyEvent &event);
    double limited(double factor, TimeRange visible) const;
    void startDragAnew();
    void follow(const std::vector<Finger> &fingers, const TimeScale &scale);
    Outcome tap(const QTouchEvent &event);
    void coast(double perSecond, const TimeScale &scale);

    ViewState &m_view;
    MeasureGesture m_measure;
    std::optional<Drag> m_drag;
    DragSpeed m_speed; ///< of the drag or of the one finger
    std::optional<Touch> m_touch;
    std::optional<Tap> m_lastTap;
};

} // namespace downtimeline
