// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewstate.h"
#include "models/timeline/timescale.h"

#include <optional>

class QKeyEvent;

namespace downtimeline {

/// Measuring on a plot. Shift and a drag mark a range, as a plain drag does while the view state is measuring; the ends
/// of the range and the markers are taken by the pointer and moved. Ends and markers catch events and round times,
/// unless Alt is held. By keys: [ and ] set the ends, A and B the markers, M turns measuring on and off, Escape ends
/// it.
class MeasureGesture
{
public:
    /// What a press takes.
    enum class Part { None, NewRange, Start, End, A, B };

    /// The state is not owned and outlives the gesture.
    explicit MeasureGesture(ViewState &view) : m_view(view) {}

    /// Takes hold; false where a press there, so pressed, measures nothing.
    bool press(double x, Qt::KeyboardModifiers modifiers, const TimeScale &scale);
    void move(double x, Qt::KeyboardModifiers modifiers, const TimeScale &scale);
    /// True where something was measured or moved: else it was a click.
    bool release();
    /// Lets go, and everything is as it was before the press.
    void cancel();
    /// place: what the keys mean where no cursor is in view.
    bool key(const QKeyEvent &event, std::optional<Instant> place);

    bool isHeld() const { return m_hold.has_value(); }
    Part partAt(double x, const TimeScale &scale, Qt::KeyboardModifiers modifiers) const;
    Part held() const { return m_hold ? m_hold->part : Part::None; }

private:
    struct Hold
    {
        Part part = Part::NewRange;
        double x = 0;
        Instant anchor;  ///< the end that stays, of a range
        Measured before; ///< what Escape brings back
        bool hasMoved = false;
    };

    Instant caught(double x, const TimeScale &scale, Qt::KeyboardModifiers modifiers) const;
    bool setMarker(int key, Instant at);
    bool setEnd(int key, Instant at);
    bool escape();

    ViewState &m_view;
    std::optional<Hold> m_hold;
};

} // namespace downtimeline
