// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/measuregesture.h"

#include "models/timeline/ticks.h"
#include "widgets/paint/plotmetrics.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

constexpr double snapReach = 8;  ///< logical pixels
constexpr double grip = 4;       ///< logical pixels beside an end or a marker, where it can be taken
constexpr double keyPlot = 1000; ///< as wide a plot as keys snap on, logical pixels

Instant caughtAt(Instant at, const TimeScale &scale, const ViewState &view)
{
    const std::vector<Tick> round = ticks(scale, view.zone(), plot::tickLabelWidth);
    return snapped(at, view.snapPoints(), round, scale.length(snapReach));
}

} // namespace

MeasureGesture::Part MeasureGesture::partAt(double x, const TimeScale &scale, Qt::KeyboardModifiers modifiers) const
{
    if (x < scale.left() || x > scale.right())
        return Part::None;
    const Measured &measured = m_view.measured();
    const auto isAt = [&](std::optional<Instant> at) { return at && std::abs(scale.x(*at) - x) <= grip; };
    if (isAt(measured.a))
        return Part::A;
    if (isAt(measured.b))
        return Part::B;
    // The later end first: a range that has shrunk to nothing is drawn apart again.
    if (measured.range && isAt(measured.range->end))
        return Part::End;
    if (measured.range && isAt(measured.range->start))
        return Part::Start;
    return m_view.isMeasuring() || modifiers.testFlag(Qt::ShiftModifier) ? Part::NewRange : Part::None;
}

Instant MeasureGesture::caught(double x, const TimeScale &scale, Qt::KeyboardModifiers modifiers) const
{
    const Instant at = scale.instant(std::clamp(x, scale.left(), scale.right()));
    return modifiers.testFlag(Qt::AltModifier) ? at : caughtAt(at, scale, m_view);
}

bool MeasureGesture::press(double x, Qt::KeyboardModifiers modifiers, const TimeScale &scale)
{
    const Part part = partAt(x, scale, modifiers);
    if (part == Part::None)
        return false;
    const Measured &now = m_view.measured();
    const Instant anchor = part == Part::Start ? now.range->end
                           : part == Part::End ? now.range->start
                                               : caught(x, scale, modifiers);
    m_hold = Hold{part, x, anchor, now, false};
    return true;
}

void MeasureGesture::move(double x, Qt::KeyboardModifiers modifiers, const TimeScale &scale)
{
    if (!m_hold->hasMoved && std::abs(x - m_hold->x) < QApplication::startDragDistance())
        return;
    m_hold->hasMoved = true;
    const Instant at = caught(x, scale, modifiers);
    Measured measured = m_view.measured();
    switch (m_hold->part) {
    case Part::A:
        measured.a = at;
        break;
    case Part::B:
        measured.b = at;
        break;
    case Part::NewRange:
    case Part::Start:
    case Part::End:
        measured.range = TimeRange{std::min(m_hold->anchor, at), std::max(m_hold->anchor, at)};
        break;
    case Part::None:
        break;
    }
    m_view.setMeasured(measured);
}

bool MeasureGesture::release()
{
    const bool hasMoved = m_hold && m_hold->hasMoved;
    m_hold.reset();
    // Back where it began: nothing is measured.
    if (hasMoved && m_view.measured().range && m_view.measured().range->isEmpty()) {
        Measured measured = m_view.measured();
        measured.range.reset();
        m_view.setMeasured(measured);
    }
    return hasMoved;
}

void MeasureGesture::cancel()
{
    if (m_hold)
        m_view.setMeasured(m_hold->before);
    m_hold.reset();
}

bool MeasureGesture::escape()
{
    if (m_hold) {
        cancel();
        return true;
    }
    Measured measured = m_view.measured();
    if (m_view.isMeasuring() || measured.range) {
        m_view.setMeasuring(false);
        measured.range.reset();
        m_view.setMeasured(measured);
        return true;
    }
    if (measured.isEmpty())
        return false;
    m_view.setMeasured({});
    return true;
}

/// Set again where it stands it is taken away.
bool MeasureGesture::setMarker(int key, Instant at)
{
    Measured measured = m_view.measured();
    std::optional<Instant> &marker = key == Qt::Key_A ? measured.a : measured.b;
    marker = marker == at ? std::nullopt : std::optional(at);
    m_view.setMeasured(measured);
    return true;
}

/// The other end is the one that there was, or else the edge of what is visible.
bool MeasureGesture::setEnd(int key, Instant at)
{
    Measured measured = m_view.measured();
    TimeRange range = measured.range.value_or(m_view.visible());
    if (key == Qt::Key_BracketLeft)
        range = {at, range.end > at ? range.end : m_view.visible().end};
    else
        range = {range.start < at ? range.start : m_view.visible().start, at};
    if (range.isEmpty())
        return false;
    measured.range = range;
    m_view.setMeasured(measured);
    return true;
}

bool MeasureGesture::key(const QKeyEvent &event, std::optional<Instant> place)
{
    constexpr Qt::KeyboardModifiers commands = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (event.key() == Qt::Key_Escape)
        return escape();
    // Some keyboards have the brackets behind Alt Gr, which counts as Control and Alt on some systems.
    const bool isBracket = event.key() == Qt::Key_BracketLeft || event.key() == Qt::Key_BracketRight;
    if (!isBracket && event.modifiers() & commands)
        return false;
    if (event.key() == Qt::Key_M) {
        m_view.setMeasuring(!m_view.isMeasuring());
        return true;
    }
    const bool isMarker = event.key() == Qt::Key_A || event.key() == Qt::Key_B;
    if ((!isMarker && !isBracket) || !m_view.hasTimes())
        return false;
    const TimeRange visible = m_view.visible();
    const auto isInView = [&](std::optional<Instant> at) { return at && visible.start <= *at && *at <= visible.end; };
    const std::optional<Instant> at = isInView(m_view.cursor()) ? m_view.cursor() : place;
    if (!at)
        return false;
    const Instant meant = caughtAt(*at, TimeScale(visible, 0, keyPlot), m_view);
    return isMarker ? setMarker(event.key(), meant) : setEnd(event.key(), meant);
}

} // namespace downtimeline
