// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/timegestures.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QTouchEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace downtimeline {

namespace {

constexpr double notch = 120; ///< a wheel's step in the units of QWheelEvent
constexpr double zoomPerNotch = 1.2;
constexpr double panPerNotch = 60; ///< logical pixels
constexpr double zoomPerKey = 1.5;
constexpr double leastSpread = 8;   ///< logical pixels between two fingers, below which they only pan
constexpr double doubleTapWay = 24; ///< logical pixels between two taps that belong together

Instant middle(TimeRange range)
{
    return range.start + range.length() / 2;
}

bool holds(TimeRange range, std::optional<Instant> instant)
{
    return instant && range.start <= *instant && *instant <= range.end;
}

} // namespace

/// The view state keeps its limits by resizing around the middle; a factor within them keeps the anchor in its place.
double TimeGestures::limited(double factor, TimeRange visible) const
{
    const double length = static_cast<double>(visible.length().count());
    const double longest = static_cast<double>(m_view.whole().length().count()) * 2;
    const double shortest = static_cast<double>(Duration(std::chrono::milliseconds(1)).count());
    if (length <= 0 || longest < shortest)
        return factor;
    return std::clamp(factor, std::min(1.0, length / longest), std::max(1.0, length / shortest));
}

void TimeGestures::zoom(double factor, Instant anchor)
{
    m_view.setVisible(zoomed(m_view.visible(), limited(factor, m_view.visible()), anchor));
    startDragAnew();
}

/// A wheel turned during a drag moves what is under the pointer; the drag goes on from there.
void TimeGestures::startDragAnew()
{
    if (!m_drag)
        return;
    m_drag->x = m_drag->latest;
    m_drag->visible = m_view.visible();
}

bool TimeGestures::wheel(const QWheelEvent &event, const TimeScale &scale)
{
    const QPoint angle = event.angleDelta();
    const double x = event.position().x();
    const bool isSideways = std::abs(angle.x()) > std::abs(angle.y());
    if (isSideways || event.modifiers().testFlag(Qt::ShiftModifier)) {
        const double turned = isSideways ? angle.x() : angle.y();
        m_view.setVisible(panned(m_view.visible(), scale.length(-turned / notch * panPerNotch)));
        startDragAnew();
    } else if (angle.y() != 0) {
        zoom(std::pow(zoomPerNotch, angle.y() / notch), scale.instant(x));
    } else {
        return false;
    }
    point(x, {m_view.visible(), scale.left(), scale.width()});
    return true;
}

bool TimeGestures::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    const double x = event.position().x();
    m_drag = Drag{x, x, m_view.visible(), false};
    return true;
}

bool TimeGestures::move(const QMouseEvent &event, const TimeScale &scale)
{
    if (!m_drag || !event.buttons().testFlag(Qt::LeftButton))
        return false;
    m_drag->latest = event.position().x();
    const double moved = m_drag->latest - m_drag->x;
    if (!m_drag->hasMoved && std::abs(moved) < QApplication::startDragDistance())
        return false;
    m_drag->hasMoved = true;
    m_view.setVisible(panned(m_drag->visible, scale.length(-moved)));
    return true;
}

TimeGestures::Outcome TimeGestures::release(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || !m_drag)
        return Outcome::NotMine;
    const Outcome outcome = isDragging() ? Outcome::Taken : Outcome::Click;
    m_drag.reset();
    return outcome;
}

bool TimeGestures::pinch(const QNativeGestureEvent &event, const TimeScale &scale)
{
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
    zoom(std::clamp(1 + event.value(), 0.1, 10.0), scale.instant(event.position().x()));
    return true;
}

TimeGestures::Outcome TimeGestures::touch(const QTouchEvent &event, const TimeScale &scale)
{
    if (event.type() == QEvent::TouchCancel) {
        m_touch.reset();
        return Outcome::Taken;
    }
    std::vector<Finger> fingers;
    for (const QEventPoint &point : event.points())
        if (point.state() != QEventPoint::Released)
            fingers.push_back({point.id(), point.position().x()});
    if (event.type() == QEvent::TouchEnd || fingers.empty())
        return tap(event);
    const bool isFirst = !m_touch || event.type() == QEvent::TouchBegin;
    if (isFirst || !std::ranges::equal(m_touch->fingers, fingers, {}, &Finger::id, &Finger::id)) {
        const bool isTap = isFirst && fingers.size() == 1;
        m_touch = Touch{std::move(fingers), event.points().first().position(), m_view.visible(), !isTap};
        return Outcome::Taken;
    }
    const double way = QLineF(m_touch->place, event.points().first().position()).length();
    m_touch->hasMoved = m_touch->hasMoved || way >= QApplication::startDragDistance();
    if (m_touch->hasMoved)
        follow(fingers, scale);
    return Outcome::Taken;
}

/// Reckons from where the fingers came down, so that nothing adds up on the way.
void TimeGestures::follow(const std::vector<Finger> &fingers, const TimeScale &scale)
{
    if (fingers.size() > 2)
        return;
    const std::vector<Finger> &before = m_touch->fingers;
    const TimeScale start(m_touch->visible, scale.left(), scale.width());
    const Instant held = start.instant((before.front().x + before.back().x) / 2);
    const double spreadBefore = std::abs(before.front().x - before.back().x);
    const double spread = std::abs(fingers.front().x - fingers.back().x);
    // Fingers above one another give no ratio to go by.
    const double factor = spreadBefore < leastSpread ? 1 : std::max(spread, leastSpread) / spreadBefore;
    const TimeRange closer = zoomed(start.visible(), limited(factor, start.visible()), held);
    const TimeScale zoomedScale(closer, scale.left(), scale.width());
    m_view.setVisible(panned(closer, held - zoomedScale.instant((fingers.front().x + fingers.back().x) / 2)));
}

TimeGestures::Outcome TimeGestures::tap(const QTouchEvent &event)
{
    const bool isTap = m_touch && !m_touch->hasMoved;
    const Tap now{event.timestamp(), m_touch ? m_touch->place : QPointF()};
    m_touch.reset();
    if (!isTap) {
        m_lastTap.reset();
        return Outcome::Taken;
    }
    const bool isSecond = m_lastTap && now.at - m_lastTap->at <= quint64(QApplication::doubleClickInterval()) &&
                          QLineF(m_lastTap->place, now.place).length() <= doubleTapWay;
    m_lastTap = isSecond ? std::nullopt : std::optional(now);
    return isSecond ? Outcome::DoubleClick : Outcome::Click;
}

bool TimeGestures::key(const QKeyEvent &event, std::optional<Instant> place)
{
    const TimeRange visible = m_view.visible();
    const Instant anchor = holds(visible, m_view.cursor()) ? *m_view.cursor()
                           : holds(visible, place)         ? *place
                                                           : middle(visible);
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(zoomPerKey, anchor);
        return true;
    case Qt::Key_Minus:
        zoom(1 / zoomPerKey, anchor);
        return true;
    case Qt::Key_0:
        m_view.fit();
        startDragAnew();
        return true;
    case Qt::Key_Escape:
        if (!m_view.cursor() && !m_view.selection())
            return false;
        m_view.setCursor(std::nullopt);
        m_view.select(std::nullopt);
        return true;
    default:
        return false;
    }
}

void TimeGestures::point(double x, const TimeScale &scale)
{
    const bool inPlot = x >= scale.left() && x <= scale.right();
    m_view.setCursor(inPlot ? std::optional(scale.instant(x)) : std::nullopt);
}

void TimeGestures::leave()
{
    if (!isDragging())
        m_view.setCursor(std::nullopt);
}

} // namespace downtimeline
