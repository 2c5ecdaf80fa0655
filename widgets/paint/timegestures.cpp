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
constexpr int panPerKey = 10;       ///< the part of what is visible
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
        // Two fingers on a touchpad tell their way in pixels; a wheel turns by notches.
        const bool isTouchpad = event.phase() != Qt::NoScrollPhase && event.pixelDelta().x() != 0;
        const double turned = (isSideways ? angle.x() : angle.y()) / notch * panPerNotch;
        m_view.setVisible(panned(m_view.visible(), scale.length(isTouchpad ? -event.pixelDelta().x() : -turned)));
        startDragAnew();
    } else if (angle.y() != 0) {
        zoom(std::pow(zoomPerNotch, angle.y() / notch), scale.instant(x));
    } else {
        return false;
    }
    point(x, {m_view.visible(), scale.left(), scale.width()});
    return true;
}

bool TimeGestures::travel(Qt::MouseButton button)
{
    if (button != Qt::BackButton && button != Qt::ForwardButton)
        return false;
    button == Qt::BackButton ? m_view.goBack() : m_view.goForward();
    return true;
}

bool TimeGestures::press(const QMouseEvent &event, const TimeScale &scale)
{
    if (travel(event.button()))
        return true;
    if (event.button() == Qt::LeftButton && m_measure.press(event.position().x(), event.modifiers(), scale)) {
        m_view.motion().stop();
        return true;
    }
    if (event.button() != Qt::LeftButton)
        return false;
    const double x = event.position().x();
    m_view.motion().stop();
    m_speed.clear();
    m_speed.add(event.timestamp(), x);
    m_drag = Drag{x, x, m_view.visible(), false};
    return true;
}

bool TimeGestures::move(const QMouseEvent &event, const TimeScale &scale)
{
    if (m_measure.isHeld() && event.buttons().testFlag(Qt::LeftButton)) {
        m_measure.move(event.position().x(), event.modifiers(), scale);
        return true;
    }
    if (!m_drag || !event.buttons().testFlag(Qt::LeftButton))
        return false;
    m_drag->latest = event.position().x();
    const double moved = m_drag->latest - m_drag->x;
    if (!m_drag->hasMoved && std::abs(moved) < QApplication::startDragDistance())
        return false;
    m_drag->hasMoved = true;
    m_speed.add(event.timestamp(), m_drag->latest);
    m_view.setVisible(panned(m_drag->visible, scale.length(-moved)));
    return true;
}

void TimeGestures::coast(double perSecond, const TimeScale &scale)
{
    m_view.coast(scale.length(-perSecond));
}

TimeGestures::Outcome TimeGestures::release(const QMouseEvent &event, const TimeScale &scale)
{
    if (event.button() == Qt::LeftButton && m_measure.isHeld())
        return m_measure.release() ? Outcome::Taken : Outcome::Click;
    if (event.button() != Qt::LeftButton || !m_drag)
        return Outcome::NotMine;
    const Outcome outcome = isDragging() ? Outcome::Taken : Outcome::Click;
    m_drag.reset();
    if (outcome == Outcome::Taken)
        coast(m_speed.perSecond(event.timestamp()), scale);
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
        m_measure.cancel();
        return Outcome::Taken;
    }
    std::vector<Finger> fingers;
    for (const QEventPoint &point : event.points())
        if (point.state() != QEventPoint::Released)
            fingers.push_back({point.id(), point.position().x()});
    if (event.type() == QEvent::TouchEnd || fingers.empty()) {
        if (m_measure.release() && m_touch)
            m_touch->hasMoved = true;
        else if (m_touch && m_touch->hasMoved && m_touch->fingers.size() == 1)
            coast(m_speed.perSecond(event.QInputEvent::timestamp()), scale);
        return tap(event);
    }
    const bool isFirst = !m_touch || event.type() == QEvent::TouchBegin;
    if (isFirst || !std::ranges::equal(m_touch->fingers, fingers, {}, &Finger::id, &Finger::id)) {
        const bool isTap = isFirst && fingers.size() == 1;
        m_view.motion().stop();
        m_speed.clear();
        m_measure.cancel(); // a second finger means to zoom
        if (isTap && m_view.isMeasuring())
            m_measure.press(fingers.front().x, Qt::NoModifier, scale);
        m_touch = Touch{std::move(fingers), event.points().first().position(), m_view.visible(), !isTap};
        return Outcome::Taken;
    }
    if (m_measure.isHeld()) {
        m_measure.move(fingers.front().x, Qt::NoModifier, scale);
        return Outcome::Taken;
    }
    const double way = QLineF(m_touch->place, event.points().first().position()).length();
    m_touch->hasMoved = m_touch->hasMoved || way >= QApplication::startDragDistance();
    m_speed.add(event.QInputEvent::timestamp(), fingers.front().x);
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

bool TimeGestures::arrow(const QKeyEvent &event)
{
    const bool isLeft = event.key() == Qt::Key_Left;
    if (event.modifiers().testFlag(Qt::AltModifier)) {
        isLeft ? m_view.goBack() : m_view.goForward();
        return true;
    }
    if (!event.modifiers().testFlag(Qt::ShiftModifier))
        return false;
    const Duration step = m_view.visible().length() / panPerKey;
    m_view.setVisible(panned(m_view.visible(), isLeft ? -step : step));
    startDragAnew();
    return true;
}

bool TimeGestures::key(const QKeyEvent &event, std::optional<Instant> place)
{
    const TimeRange visible = m_view.visible();
    const Instant anchor = holds(visible, m_view.cursor()) ? *m_view.cursor()
                           : holds(visible, place)         ? *place
                                                           : middle(visible);
    m_view.motion().halt();
    if (m_measure.key(event, place))
        return true;
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
    case Qt::Key_Left:
    case Qt::Key_Right:
        return arrow(event);
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

Qt::CursorShape TimeGestures::shape(double x, const TimeScale &scale, Qt::CursorShape otherwise) const
{
    if (isDragging())
        return Qt::ClosedHandCursor;
    const bool isHeld = m_measure.isHeld();
    switch (isHeld ? m_measure.held() : m_measure.partAt(x, scale, Qt::NoModifier)) {
    case MeasureGesture::Part::None:
        return otherwise;
    case MeasureGesture::Part::NewRange:
        return Qt::CrossCursor;
    case MeasureGesture::Part::Start:
    case MeasureGesture::Part::End:
    case MeasureGesture::Part::A:
    case MeasureGesture::Part::B:
        return Qt::SizeHorCursor;
    }
    return otherwise;
}

void TimeGestures::leave()
{
    if (!isDragging() && !m_measure.isHeld())
        m_view.setCursor(std::nullopt);
}

} // namespace downtimeline
