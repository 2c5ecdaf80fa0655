// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/lanehandles.h"

#include "widgets/paint/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

const TimelineLane &laneOf(const LaneArea &area, const LaneSight &sight)
{
    return sight.content.lanes()[area.lane];
}

const LaneArea *areaAt(QPointF position, const LaneSight &sight)
{
    const auto found =
        std::ranges::find_if(sight.list.lanes, [&](const LaneArea &area) { return area.name.contains(position); });
    return found == sight.list.lanes.end() ? nullptr : &*found;
}

} // namespace

LaneHandles::LaneHandles(ViewState &state, QWidget &view) : m_state(state), m_view(view) {}

const LaneArea *LaneHandles::areaOf(const QString &lane, const LaneSight &sight) const
{
    const auto found =
        std::ranges::find_if(sight.list.lanes, [&](const LaneArea &area) { return laneOf(area, sight).key == lane; });
    return found == sight.list.lanes.end() ? nullptr : &*found;
}

void LaneHandles::choose(const QString &lane)
{
    if (m_current == lane)
        return;
    m_current = lane;
    m_view.update();
    Q_EMIT currentChanged();
}

bool LaneHandles::press(const QMouseEvent &event, const LaneSight &sight)
{
    const LaneArea *area = areaAt(event.position(), sight);
    if (event.button() != Qt::LeftButton || !area) {
        choose({});
        return false;
    }
    choose(laneOf(*area, sight).key);
    m_pressed = event.position();
    return true;
}

bool LaneHandles::move(const QMouseEvent &event, const LaneSight &sight)
{
    if (!m_pressed)
        return false;
    m_dragY = event.position().y();
    if (!m_isDragging && std::abs(m_dragY - m_pressed->y()) >= QApplication::startDragDistance())
        m_isDragging = sight.list.lanes.size() > 1;
    m_view.setCursor(m_isDragging ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
    m_view.update();
    return true;
}

bool LaneHandles::release(const QMouseEvent &event, const LaneSight &sight)
{
    if (!m_pressed)
        return false;
    m_pressed.reset();
    if (!std::exchange(m_isDragging, false))
        return true;
    m_view.update();
    const std::optional<Drop> drop = dropAt(event.position().y(), sight);
    if (!drop)
        return true;
    const std::vector<TimelineLane> &lanes = sight.content.lanes();
    LaneArrangement moved = withLaneBefore(m_state.lanes(), lanes, m_current, drop->before);
    if (orderedLanes(lanes, moved) != orderedLanes(lanes, m_state.lanes())) // else it came back to its place
        m_state.setLanes(std::move(moved));
    return true;
}

std::optional<LaneHandles::Drop> LaneHandles::dropAt(double y, const LaneSight &sight) const
{
    const auto &areas = sight.list.lanes;
    if (areas.empty())
        return {};
    for (const LaneArea &area : areas)
        if (y < area.name.center().y())
            return Drop{laneOf(area, sight).key, area.name.top()};
    return Drop{behindLast(sight), areas.back().name.bottom()};
}

bool LaneHandles::contextMenu(const QContextMenuEvent &event, const LaneSight &sight)
{
    const bool isKey = event.reason() == QContextMenuEvent::Keyboard;
    const LaneArea *area = isKey ? areaOf(m_current, sight) : areaAt(event.pos(), sight);
    if (!area)
        return false;
    const QString lane = laneOf(*area, sight).key;
    choose(lane);
    const QPoint place = isKey ? m_view.mapToGlobal(area->name.bottomLeft().toPoint()) : event.globalPos();
    makeMenu(lane, sight)->popup(place);
    return true;
}

QMenu *LaneHandles::makeMenu(const QString &lane, const LaneSight &sight) const
{
    auto *menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const LaneArrangement &now = m_state.lanes();
    const std::vector<TimelineLane> &lanes = sight.content.lanes();
    const auto add = [&](const QString &text, const QKeySequence &key, const auto &how) {
        QAction *action = menu->addAction(text);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut); // told here; the view itself takes the key
        connect(action, &QAction::triggered, this, how);
        return action;
    };
    add(tr("&Hide"), Qt::Key_H, [this, lane] { m_state.setLanes(withLaneHidden(m_state.lanes(), lane, true)); });
    const bool isThin = now.collapsed.contains(lane);
    add(isThin ? tr("&Show in full") : tr("Make &thin"), Qt::Key_T,
        [this, lane, isThin] { m_state.setLanes(withLaneCollapsed(m_state.lanes(), lane, !isThin)); });
    menu->addSeparator();
    add(tr("Move &up"), Qt::CTRL | Qt::Key_Up, [this, lane, sight] { shift(lane, -1, sight); });
    add(tr("Move &down"), Qt::CTRL | Qt::Key_Down, [this, lane, sight] { shift(lane, 1, sight); });
    menu->addSeparator();
    QAction *all = add(tr("Show &all lanes"), Qt::SHIFT | Qt::Key_H, [this, sight] {
        m_state.setLanes(withAllShown(m_state.lanes(), sight.content.lanes()));
    });
    all->setEnabled(std::ranges::any_of(lanes, [&now](const TimelineLane &each) { return now.isHidden(each); }));
    return menu;
}

/// Past the next lane that is seen.
void LaneHandles::shift(const QString &lane, int direction, const LaneSight &sight) const
{
    const auto &areas = sight.list.lanes;
    const LaneArea *area = areaOf(lane, sight);
    if (!area)
        return;
    const auto here = static_cast<std::size_t>(area - areas.data());
    if (direction < 0 ? here == 0 : here + 1 == areas.size())
        return;
    const std::size_t next = direction < 0 ? here - 1 : here + 2;
    const QString before = next < areas.size() ? laneOf(areas[next], sight).key : behindLast(sight);
    m_state.setLanes(withLaneBefore(m_state.lanes(), sight.content.lanes(), lane, before));
}

/// The lane behind the last that is seen, where hidden ones follow; empty: none.
QString LaneHandles::behindLast(const LaneSight &sight) const
{
    const std::vector<std::size_t> ordered = orderedLanes(sight.content.lanes(), m_state.lanes());
    const auto last = std::ranges::find(ordered, sight.list.lanes.back().lane);
    const bool isLast = last == ordered.end() || last + 1 == ordered.end();
    return isLast ? QString() : sight.content.lanes()[*(last + 1)].key;
}

bool LaneHandles::step(int direction, const LaneSight &sight)
{
    const auto &areas = sight.list.lanes;
    if (areas.empty())
        return false;
    const LaneArea *now = areaOf(m_current, sight);
    const auto count = static_cast<std::ptrdiff_t>(areas.size());
    const std::ptrdiff_t from = now ? now - areas.data() : direction > 0 ? -1 : count;
    const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(from + direction, 0, count - 1);
    choose(laneOf(areas[static_cast<std::size_t>(to)], sight).key);
    return true;
}

bool LaneHandles::key(const QKeyEvent &event, const LaneSight &sight)
{
    const bool isUpOrDown = event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    const int direction = event.key() == Qt::Key_Up ? -1 : 1;
    const bool isPlain = !(event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    const std::vector<TimelineLane> &lanes = sight.content.lanes();
    if (isUpOrDown && isPlain)
        return step(direction, sight);
    if (event.key() == Qt::Key_H && event.modifiers() == Qt::ShiftModifier) {
        m_state.setLanes(withAllShown(m_state.lanes(), lanes));
        return true;
    }
    const LaneArea *area = areaOf(m_current, sight);
    if (!area)
        return false;
    if (isUpOrDown && event.modifiers() == Qt::ControlModifier) {
        shift(m_current, direction, sight);
    } else if (event.key() == Qt::Key_H && isPlain) {
        const QString hidden = m_current;
        if (!step(1, sight) || m_current == hidden)
            step(-1, sight);
        m_state.setLanes(withLaneHidden(m_state.lanes(), hidden, true));
    } else if (event.key() == Qt::Key_T && isPlain) {
        m_state.setLanes(
            withLaneCollapsed(m_state.lanes(), m_current, !m_state.lanes().isCollapsed(laneOf(*area, sight))));
    } else if (event.key() == Qt::Key_Escape) {
        choose({});
    } else {
        return false;
    }
    return true;
}

void LaneHandles::paint(QPainter &painter, const LaneSight &sight) const
{
    const Theme &theme = Theme::of(&m_view);
    if (const LaneArea *area = areaOf(m_current, sight)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area->name.adjusted(4.5, 1.5, -4.5, -1.5), 4, 4);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (!m_isDragging)
        return;
    if (const std::optional<Drop> drop = dropAt(m_dragY, sight))
        painter.fillRect(QRectF(0, std::round(drop->y) - 1, m_view.width(), 2), theme.accent);
}

QString LaneHandles::spoken(const LaneSight &sight) const
{
    const LaneArea *area = areaOf(m_current, sight);
    if (!area)
        return {};
    const TimelineLane &lane = laneOf(*area, sight);
    const auto count = sight.content.lane(area->lane).marks.size();
    const QString state = m_state.lanes().isCollapsed(lane) ? tr("thin") : tr("in full");
    const QString events = count == 1 ? tr("1 event") : tr("%1 events").arg(count);
    return tr("Lane %1, %2, %3. H hides it, T makes it thin, Ctrl+Up and Ctrl+Down move it.")
        .arg(lane.name, events, state);
}

} // namespace downtimeline
