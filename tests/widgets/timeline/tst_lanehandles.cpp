// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/timeline/laidtimeline.h"
#include "widgets/paint/theme.h"
#include "widgets/timeline/timelineview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QElapsedTimer>
#include <QMenu>
#include <QTest>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

struct ShownLanes
{
    explicit ShownLanes(TimelineContent content = FoundingTimeline().content())
    {
        state.setWhole(FoundingTimeline::range());
        state.setZone(gmt1());
        view.setPalette(Theme::light().palette());
        view.setContent(std::move(content), FoundingTimeline().texts());
        view.resize(1145, 280);
        view.show();
        QApplication::processEvents();
    }

    std::vector<QString> names()
    {
        std::vector<QString> list;
        for (const LaneArea &area : view.list().lanes)
            list.push_back(view.content().lanes()[area.lane].name);
        return list;
    }
    QPoint nameOf(const QString &name)
    {
        for (const LaneArea &area : view.list().lanes)
            if (view.content().lanes()[area.lane].name == name)
                return area.name.center().toPoint();
        ADD_FAILURE() << name.toStdString();
        return {};
    }
    void drag(const QString &name, int y)
    {
        const QPoint from = nameOf(name);
        QTest::mousePress(&view, Qt::LeftButton, {}, from);
        QTest::mouseMove(&view, QPoint(from.x(), (from.y() + y) / 2));
        QTest::mouseMove(&view, QPoint(from.x(), y));
        QTest::mouseRelease(&view, Qt::LeftButton, {}, QPoint(from.x(), y));
    }

    ViewState state;
    TimelineView view{&state};
};

EventIndex crowd(int count)
{
    EventIndex events;
    for (int i = 0; i < count; ++i) {
        const Instant at = minute(0) + std::chrono::milliseconds(i * 3'600'000LL / count);
        events.push_back({EventId(i + 1), at, at, EventKind::Note, Lane::Notes, 0});
    }
    return events;
}

} // namespace

TEST(LaneHandles, DraggingANameMovesItsLaneAndNotTheTime)
{
    ShownLanes t;
    const TimeRange before = t.state.visible();
    t.drag(u"Recovery"_s, t.nameOf(u"Alerts"_s).y() - 10);
    EXPECT_THAT(t.names(), testing::ElementsAre(u"Impact"_s, u"Recovery"_s, u"Alerts"_s, u"Response"_s, u"Changes"_s));
    t.drag(u"Impact"_s, 279);
    EXPECT_EQ(t.names().back(), u"Impact"_s);
    EXPECT_EQ(t.state.visible(), before);
    EXPECT_FALSE(t.state.selection());
    expectTidy(t.view.list(), "moved lanes");
}

TEST(LaneHandles, WhileDraggedALineShowsWhereTheLaneWillStand)
{
    ShownLanes t;
    const QPoint from = t.nameOf(u"Recovery"_s);
    const int to = t.nameOf(u"Response"_s).y() - 8;
    QTest::mousePress(&t.view, Qt::LeftButton, {}, from);
    QTest::mouseMove(&t.view, QPoint(from.x(), to));
    const QImage picture = t.view.grab().toImage();
    const double border = t.view.list().lanes[2].name.top();
    EXPECT_EQ(picture.pixelColor(600, static_cast<int>(border)), Theme::light().accent);
    QTest::mouseRelease(&t.view, Qt::LeftButton, {}, from);
    EXPECT_EQ(t.state.lanes(), LaneArrangement()) << "back where it was";
}

TEST(LaneHandles, EveryStepHasAKey)
{
    ShownLanes t;
    t.view.setFocus();
    QTest::keyClick(&t.view, Qt::Key_Down);
    QTest::keyClick(&t.view, Qt::Key_Down);
    EXPECT_TRUE(t.view.accessibleDescription().startsWith(u"Lane Alerts, 1 event,"_s))
        << t.view.accessibleDescription().toStdString();
    QTest::keyClick(&t.view, Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(t.names().front(), u"Alerts"_s);
    QTest::keyClick(&t.view, Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(&t.view, Qt::Key_Down, Qt::ControlModifier);
    EXPECT_THAT(t.names(), testing::ElementsAre(u"Impact"_s, u"Response"_s, u"Alerts"_s, u"Changes"_s, u"Recovery"_s));
    QTest::keyClick(&t.view, Qt::Key_T);
    EXPECT_EQ(t.state.lanes().collapsed, std::set{u"kind:alerts"_s});
    QTest::keyClick(&t.view, Qt::Key_T);
    EXPECT_TRUE(t.state.lanes().collapsed.empty());
    QTest::keyClick(&t.view, Qt::Key_H);
    EXPECT_THAT(t.names(), testing::Not(testing::Contains(u"Alerts"_s)));
    EXPECT_TRUE(t.view.accessibleDescription().startsWith(u"Lane Changes"_s)) << "the next one is chosen";
    QTest::keyClick(&t.view, Qt::Key_H, Qt::ShiftModifier);
    EXPECT_EQ(t.names().size(), 5U);
    QTest::keyClick(&t.view, Qt::Key_Escape);
    EXPECT_FALSE(t.view.accessibleDescription().startsWith(u"Lane"_s));
}

TEST(LaneHandles, TheNameHasAMenuByMouseAndByKey)
{
    ShownLanes t;
    const QPoint place = t.nameOf(u"Changes"_s);
    const auto open = [&t](QContextMenuEvent::Reason reason, QPoint at) {
        QContextMenuEvent event(reason, at, t.view.mapToGlobal(at));
        QApplication::sendEvent(&t.view, &event);
        QMenu *menu = t.view.findChild<QMenu *>();
        EXPECT_NE(menu, nullptr);
        return menu;
    };
    const auto trigger = [](QMenu *menu, const QString &text) {
        for (QAction *action : menu->actions())
            if (action->text() == text && action->isEnabled())
                action->trigger();
        menu->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    trigger(open(QContextMenuEvent::Mouse, place), u"Make &thin"_s);
    EXPECT_EQ(t.state.lanes().collapsed, std::set{u"kind:changes"_s});
    trigger(open(QContextMenuEvent::Keyboard, QPoint(600, 5)), u"&Hide"_s);
    EXPECT_EQ(t.state.lanes().hidden, std::set{u"kind:changes"_s});
    trigger(open(QContextMenuEvent::Mouse, t.nameOf(u"Impact"_s)), u"Show &all lanes"_s);
    EXPECT_TRUE(t.state.lanes().hidden.empty());
    QContextMenuEvent elsewhere(QContextMenuEvent::Mouse, QPoint(600, 150), QPoint(600, 150));
    QApplication::sendEvent(&t.view, &elsewhere);
    EXPECT_EQ(t.view.findChild<QMenu *>(), nullptr) << "the plot has none";
}

TEST(Lanes, AThinLaneIsOneRowOfDensityThatCountsEveryEvent)
{
    Laid laid{FoundingTimeline()};
    const std::vector<DerivedEnd> none;
    laid.content = TimelineContent(crowd(1000), none, {});
    laid.scale = TimeScale({minute(-10), minute(70)}, 112, 1000);
    laid.look.lanes.collapsed.insert(u"kind:notes"_s);
    const DisplayList list = laid.list();
    ASSERT_EQ(list.lanes.size(), 1U);
    EXPECT_EQ(list.lanes[0].name.height(), laid.metrics.thinLaneHeight);
    int counted = 0;
    for (const HitArea &hit : list.hits)
        counted += hit.count;
    EXPECT_EQ(counted, 1000);
    EXPECT_GT(countOf(list, Ink::Density), 100U);
    EXPECT_TRUE(list.marks.empty());
    expectTidy(list, "thin");
    for (const FilledRect &rect : list.rects) {
        if (rect.ink == Ink::Density) {
            EXPECT_GE(rect.rect.left(), list.plot.left());
            EXPECT_LE(rect.rect.right(), list.plot.right());
            EXPECT_GT(rect.weight, 0.3);
            EXPECT_LE(rect.weight, 1);
        }
    }
}

TEST(Lanes, HiddenLanesAreCountedWithTheirEvents)
{
    const TimelineContent content = FoundingTimeline().content();
    LaneArrangement arrangement;
    EXPECT_EQ(hiddenLanes(content, arrangement), HiddenLanes());
    arrangement.hidden = {u"kind:changes"_s, u"kind:recovery"_s, u"kind:notes"_s, u"service:x"_s};
    EXPECT_EQ(hiddenLanes(content, arrangement), (HiddenLanes{2, 5})) << "a lane without events hides nothing";
}

TEST(Lanes, ByServiceSpansAreJoinedWithinTheirLaneOnly)
{
    FoundingTimeline incident;
    EventNames names;
    for (EventEntry &event : incident.events)
        event.service = names.numberOfService(event.kind == EventKind::Outage ? "web" : "db");
    EventIndex index = incident.events;
    std::ranges::sort(index, {}, [](const EventEntry &entry) { return std::pair(entry.at, entry.id); });
    const std::vector<DerivedEnd> ends = deriveEnds(index);
    LaneTable lanes(LaneGrouping::Service, index, names, {});
    Laid laid{incident};
    laid.content = TimelineContent(index, ends, {}, std::move(lanes));
    const DisplayList list = laid.list();
    expectTidy(list, "by service");
    EXPECT_EQ(list.lanes.size(), 2U);
    EXPECT_TRUE(labelWith(list, u"db"_s));
    EXPECT_TRUE(labelWith(list, u"web"_s));
    EXPECT_GE(countOf(list, Ink::SpanBar), 2U);
}

TEST(Lanes, WorkDoesNotGrowWithHiddenThinOrInvisibleEvents)
{
    const auto timeOf = [](int count, bool hides, bool thin) {
        Laid laid{FoundingTimeline()};
        laid.content = TimelineContent(crowd(count), {}, {});
        laid.scale = TimeScale({minute(10), minute(11)}, 112, 1000);
        if (hides)
            laid.look.lanes.hidden.insert(u"kind:notes"_s);
        if (thin)
            laid.look.lanes.collapsed.insert(u"kind:notes"_s);
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 7; ++i) {
            QElapsedTimer timer;
            timer.start();
            EXPECT_FALSE(laid.list().grid.empty());
            best = std::min(best, timer.nsecsElapsed());
        }
        return static_cast<double>(best);
    };
    EXPECT_LT(timeOf(1'000'000, true, false), 3 * timeOf(1'000, true, false) + 200'000);
    EXPECT_LT(timeOf(1'000'000, false, true), 4 * timeOf(100'000, false, true) + 200'000);
}

} // namespace downtimeline
