// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/viewstate.h"

#include <algorithm>

namespace downtimeline {
namespace {

constexpr Duration shortest = std::chrono::milliseconds(1);

TimeRange resized(TimeRange range, Duration length)
{
    const Instant start = range.start - (length - range.length()) / 2;
    return {start, start + length};
}

TimeRange moved(TimeRange range, Duration by)
{
    return {range.start + by, range.end + by};
}

TimeRange inTouch(TimeRange range, TimeRange whole)
{
    const Duration shared = std::min(range.length(), whole.length()) / 10;
    if (range.end < whole.start + shared)
        return moved(range, whole.start + shared - range.end);
    if (range.start > whole.end - shared)
        return moved(range, whole.end - shared - range.start);
    return range;
}

} // namespace

ViewState::ViewState(QObject *parent) : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restLasts);
    connect(&m_rest, &QTimer::timeout, this, &ViewState::rememberView);
    connect(&m_motion, &ViewMotion::moved, this, &ViewState::show);
}

void ViewState::setWhole(TimeRange whole)
{
    m_hasTimes = !whole.isEmpty();
    if (whole.length() < shortest)
        whole = resized({whole.start, std::max(whole.start, whole.end)}, shortest);
    if (m_whole != whole) {
        m_whole = whole;
        Q_EMIT wholeChanged(m_whole);
    }
    m_history.clear();
    setVisible(whole);
    rememberView();
}

TimeRange ViewState::kept(TimeRange visible) const
{
    const Duration longest = std::max(m_whole.length() * 2, shortest);
    visible.end = std::max(visible.start, visible.end);
    const Duration length =
        m_whole.isEmpty() ? std::max(visible.length(), shortest) : std::clamp(visible.length(), shortest, longest);
    if (length != visible.length())
        visible = resized(visible, length);
    return m_whole.isEmpty() ? visible : inTouch(visible, m_whole);
}

void ViewState::setVisible(TimeRange visible)
{
    m_motion.stop();
    show(visible);
}

void ViewState::show(TimeRange visible)
{
    visible = kept(visible);
    if (m_visible == visible)
        return;
    m_visible = visible;
    m_rest.start();
    Q_EMIT visibleChanged(m_visible);
}

void ViewState::flyTo(TimeRange visible)
{
    rememberView();
    m_motion.fly(m_visible, kept(visible));
}

/// A view in motion counts as the one that it moves to.
void ViewState::rememberView()
{
    m_rest.stop();
    if (m_hasTimes)
        m_history.remember(m_motion.isMoving() ? kept(m_motion.target()) : m_visible);
}

bool ViewState::goBack()
{
    rememberView();
    const std::optional<TimeRange> view = m_history.back();
    if (view)
        m_motion.fly(m_visible, *view);
    return view.has_value();
}

bool ViewState::goForward()
{
    rememberView();
    const std::optional<TimeRange> view = m_history.forward();
    if (view)
        m_motion.fly(m_visible, *view);
    return view.has_value();
}

void ViewState::setCursor(std::optional<Instant> cursor)
{
    if (m_cursor == cursor)
        return;
    m_cursor = cursor;
    Q_EMIT cursorChanged(m_cursor);
}

void ViewState::select(std::optional<EventId> event)
{
    if (m_selection == event)
        return;
    m_selection = event;
    Q_EMIT selectionChanged(m_selection);
}

void ViewState::setLanes(LaneArrangement lanes)
{
    if (m_lanes == lanes)
        return;
    m_lanes = std::move(lanes);
    Q_EMIT lanesChanged();
}

void ViewState::setFilter(EventFilter filter)
{
    if (m_filter == filter)
        return;
    m_filter = std::move(filter);
    Q_EMIT filterChanged();
}

void ViewState::setHidesFiltered(bool hides)
{
    if (m_hidesFiltered == hides)
        return;
    m_hidesFiltered = hides;
    Q_EMIT maskChanged();
}

void ViewState::setMask(SharedMask mask)
{
    const bool isSame = mask == m_mask || (mask && m_mask && *mask == *m_mask);
    m_mask = std::move(mask);
    if (!isSame)
        Q_EMIT maskChanged();
}

void ViewState::setZone(const DisplayZone &zone)
{
    if (m_zone == zone)
        return;
    m_zone = zone;
    Q_EMIT zoneChanged();
}

void ViewState::setMeasured(const Measured &measured)
{
    if (m_measured == measured)
        return;
    m_measured = measured;
    Q_EMIT measuredChanged();
}

void ViewState::setMeasuring(bool measuring)
{
    if (m_isMeasuring == measuring)
        return;
    m_isMeasuring = measuring;
    Q_EMIT measuringChanged(measuring);
}

void ViewState::setSecondZone(const std::optional<DisplayZone> &zone)
{
    if (m_secondZone == zone)
        return;
    m_secondZone = zone;
    Q_EMIT zoneChanged();
}

} // namespace downtimeline
