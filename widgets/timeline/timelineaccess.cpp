// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelineaccess.h"

#include "widgets/timeline/eventdetails.h"
#include "widgets/timeline/eventtext.h"
#include "widgets/timeline/timelineview.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace downtimeline {
namespace {

/// What a reader finds as one thing: all that is drawn of an event, or of a folded mark.
struct Drawn
{
    EventId event;
    int count = 1;
    TimeRange range{};
    QRectF rect;

    bool isSame(const Drawn &other) const { return event == other.event && (count > 1) == (other.count > 1); }
};

std::vector<Drawn> drawnIn(TimelineView &view, std::size_t lane)
{
    std::vector<Drawn> all;
    for (const HitArea &hit : view.list().hits) {
        if (hit.lane != static_cast<int>(lane))
            continue;
        const Drawn drawn{hit.event, hit.count, hit.range, hit.rect};
        const auto known = std::ranges::find_if(all, [&drawn](const Drawn &each) { return each.isSame(drawn); });
        if (known == all.end())
            all.push_back(drawn);
        else
            known->rect |= drawn.rect;
    }
    std::ranges::stable_sort(all, {}, [](const Drawn &each) { return each.rect.left(); });
    return all;
}

QRect onScreen(const TimelineView &view, const QRectF &rect)
{
    const QRect within = rect.toAlignedRect();
    return {view.mapToGlobal(within.topLeft()), within.size()};
}

/// Children that a reader has asked for, by what they are; they live as long as their parent.
template<typename Key>
class Children
{
public:
    Children() = default;
    Children(const Children &) = delete;
    Children &operator=(const Children &) = delete;
    ~Children()
    {
        for (const auto &[key, id] : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }

    template<typename Make>
    QAccessibleInterface *of(const Key &key, Make make)
    {
        const auto known = m_ids.find(key);
        if (known != m_ids.end())
            return QAccessible::accessibleInterface(known->second);
        QAccessibleInterface *made = make();
        m_ids.emplace(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }

private:
    std::map<Key, QAccessible::Id> m_ids;
};

/// What lanes and events have in common: they are drawn by a view and are no objects of their own.
class PartOfTimeline : public QAccessibleInterface
{
public:
    explicit PartOfTimeline(TimelineView *view) : m_view(view) {}

    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    void setText(QAccessible::Text, const QString &) override {}

protected:
    TimelineView *view() const { return m_view; }

private:
    QPointer<TimelineView> m_view;
};

class AccessibleEvent : public PartOfTimeline, public QAccessibleActionInterface
{
public:
    AccessibleEvent(TimelineView *view, QAccessibleInterface *lane, std::size_t number, EventId event, bool isFolded)
        : PartOfTimeline(view), m_lane(lane), m_number(number), m_event(event), m_isFolded(isFolded)
    {}

    bool isValid() const override { return drawn().has_value(); }
    QAccessibleInterface *parent() const override { return m_lane; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QRect rect() const override
    {
        const std::optional<Drawn> here = drawn();
        return here ? onScreen(*view(), here->rect) : QRect();
    }

    QString text(QAccessible::Text part) const override
    {
        const std::optional<Drawn> here = drawn();
        if (part != QAccessible::Name || !here)
            return {};
        const TimelineLook look = view()->look();
        const TimelineContent &content = view()->content();
        if (m_isFolded) {
            const EventWords words(content, look, here->range);
            return QStringLiteral("%1 %2").arg(words.rangeOf(here->range), words.countOf(here->count, here->count));
        }
        const std::optional<TimelineContent::Index> index = content.indexOf(m_event);
        return index ? spokenEvent(*index, content, look) : QString();
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = state.focusable = true;
        state.selected = !m_isFolded && view()->look().selection == m_event;
        state.focused = state.selected && view()->hasFocus();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid())
            view()->choose(m_event);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    std::optional<Drawn> drawn() const
    {
        if (!view() || !m_lane->isValid())
            return {};
        const std::vector<Drawn> all = drawnIn(*view(), m_number);
        const auto here = std::ranges::find_if(
            all, [this](const Drawn &each) { return each.event == m_event && (each.count > 1) == m_isFolded; });
        return here == all.end() ? std::nullopt : std::optional(*here);
    }

    QAccessibleInterface *m_lane;
    std::size_t m_number;
    EventId m_event;
    bool m_isFolded;
};

class AccessibleLane : public PartOfTimeline
{
public:
    AccessibleLane(TimelineView *view, std::size_t number) : PartOfTimeline(view), m_self(this), m_number(number) {}

    bool isValid() const override { return area() != nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(view()); }
    int childCount() const override { return isValid() ? static_cast<int>(drawnIn(*view(), m_number).size()) : 0; }
    QAccessible::Role role() const override { return QAccessible::List; }

    QAccessibleInterface *child(int place) const override
    {
        if (!isValid())
            return nullptr;
        const std::vector<Drawn> all = drawnIn(*view(), m_number);
        return place >= 0 && static_cast<std::size_t>(place) < all.size() ? of(all[static_cast<std::size_t>(place)])
                                                                          : nullptr;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const int count = childCount();
        for (int place = count - 1; place >= 0; --place)
            if (QAccessibleInterface *here = child(place); here && here->rect().contains(x, y))
                return here;
        return nullptr;
    }

    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        const int count = childCount();
        for (int place = 0; place < count; ++place)
            if (child(place) == wanted)
                return place;
        return -1;
    }

    QAccessibleInterface *of(const Drawn &drawn) const
    {
        const bool isFolded = drawn.count > 1;
        return m_children.of(std::pair(drawn.event, isFolded), [&]() -> QAccessibleInterface * {
            return new AccessibleEvent(view(), m_self, m_number, drawn.event, isFolded);
        });
    }

    QRect rect() const override
    {
        const LaneArea *here = area();
        if (!here)
            return {};
        QRectF whole = here->name;
        whole.setRight(view()->list().plot.right());
        return onScreen(*view(), whole);
    }

    QString text(QAccessible::Text part) const override
    {
        if (!isValid())
            return {};
        const TimelineContent &content = view()->content();
        if (part == QAccessible::Name)
            return content.lanes()[m_number].name;
        if (part != QAccessible::Description)
            return {};
        const auto count = static_cast<int>(content.lane(m_number).marks.size());
        return EventWords(content, view()->look(), view()->scale().visible()).countOf(count, count);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        return state;
    }

private:
    const LaneArea *area() const
    {
        if (!view())
            return nullptr;
        const std::vector<LaneArea> &lanes = view()->list().lanes;
        const auto here = std::ranges::find(lanes, m_number, &LaneArea::lane);
        return here == lanes.end() || m_number >= view()->content().lanes().size() ? nullptr : &*here;
    }

    QAccessibleInterface *m_self; ///< the children's parent, also where they are made by a const one
    std::size_t m_number;         ///< of the content
    mutable Children<std::pair<EventId, bool>> m_children;
};

class AccessibleTimeline : public QAccessibleWidget
{
public:
    explicit AccessibleTimeline(TimelineView *view) : QAccessibleWidget(view, QAccessible::Grouping) {}

    int childCount() const override
    {
        return hasLanes() ? static_cast<int>(timeline().list().lanes.size()) : QAccessibleWidget::childCount();
    }

    QAccessibleInterface *child(int place) const override
    {
        if (!hasLanes())
            return QAccessibleWidget::child(place);
        const std::vector<LaneArea> &lanes = timeline().list().lanes;
        return place >= 0 && static_cast<std::size_t>(place) < lanes.size()
                   ? lane(lanes[static_cast<std::size_t>(place)].lane)
                   : nullptr;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        if (!hasLanes())
            return QAccessibleWidget::childAt(x, y);
        for (const LaneArea &area : timeline().list().lanes)
            if (QAccessibleInterface *here = lane(area.lane); here->rect().contains(x, y))
                return here;
        return nullptr;
    }

    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        if (!hasLanes())
            return QAccessibleWidget::indexOfChild(wanted);
        const int count = childCount();
        for (int place = 0; place < count; ++place)
            if (child(place) == wanted)
                return place;
        return -1;
    }

    /// The selected event, where the keys are on the timeline.
    QAccessibleInterface *focusChild() const override
    {
        const std::optional<EventId> selection = timeline().look().selection;
        if (!timeline().hasFocus() || !selection || !hasLanes())
            return QAccessibleWidget::focusChild();
        for (const HitArea &hit : timeline().list().hits) {
            if (hit.event == *selection && hit.count == 1 && hit.lane >= 0)
                return static_cast<AccessibleLane *>(lane(static_cast<std::size_t>(hit.lane)))
                    ->of({hit.event, hit.count, hit.range, hit.rect});
        }
        return QAccessibleWidget::focusChild();
    }

private:
    TimelineView &timeline() const { return *static_cast<TimelineView *>(widget()); }
    bool hasLanes() const { return !timeline().list().lanes.empty(); }
    QAccessibleInterface *lane(std::size_t number) const
    {
        return m_children.of(
            number, [&]() -> QAccessibleInterface * { return new AccessibleLane(&timeline(), number); });
    }

    mutable Children<std::size_t> m_children;
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<TimelineView *>(object);
    return view ? new AccessibleTimeline(view) : nullptr;
}

} // namespace

void tellTimelinesToReaders()
{
    QAccessible::installFactory(makeAccessible); // the same one again is left alone
}

} // namespace downtimeline
