// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/wholerange.h"
#include "tests/widgets/timeline/foundingtimeline.h"
#include "widgets/timeline/timelineview.h"
#include "widgets/timeline/zoomtarget.h"

#include <gtest/gtest.h>

#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>

namespace downtimeline {
namespace {

struct ShownTimeline
{
    explicit ShownTimeline(const FoundingTimeline &incident = FoundingTimeline())
    {
        state.setWhole(FoundingTimeline::range());
        state.setZone(gmt1());
        view.setContent(incident.content(), incident.texts());
        view.resize(1145, 260);
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
    }

    /// As a hand does it: QTest's double click is the second press alone.
    void doubleClick(QPointF at)
    {
        QTest::mouseClick(&view, Qt::LeftButton, {}, at.toPoint());
        QTest::mouseDClick(&view, Qt::LeftButton, {}, at.toPoint());
        QTest::mouseRelease(&view, Qt::LeftButton, {}, at.toPoint());
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view, key, modifiers); }
    QPointF barOf(EventId event)
    {
        QRectF widest;
        for (const HitArea &hit : view.list().hits)
            if (hit.event == event && hit.rect.width() > widest.width())
                widest = hit.rect;
        return widest.center();
    }
    QPointF folded() { return std::ranges::max_element(view.list().hits, {}, &HitArea::count)->rect.center(); }

    ViewState state;
    TimelineView view{&state};
};

/// Sixty alerts in the second minute, which no width of ours tells apart.
FoundingTimeline crowded()
{
    FoundingTimeline incident;
    for (int i = 0; i < 60; ++i) {
        EventEntry &event = incident.add(EventKind::Alert, 1, "again");
        event.at = event.end = minute(1) + std::chrono::seconds(i);
    }
    return incident;
}

} // namespace

TEST(Zooming, ADoubleClickOnASpanShowsItWithAir)
{
    ShownTimeline t;
    QSignalSpy activated(&t.view, &TimelineView::eventActivated);
    t.doubleClick(t.barOf(EventId(5)));
    EXPECT_EQ(t.state.visible(), withAir({minute(15), minute(20)}));
    EXPECT_EQ(activated.count(), 0);
}

TEST(Zooming, ADoubleClickOnAPhaseShowsThatPhase)
{
    ShownTimeline t;
    const double inPhases = LayoutMetrics().rulerHeight + LayoutMetrics().phasesHeight / 2;
    t.doubleClick({t.view.scale().x(minute(5)), inPhases});
    EXPECT_EQ(t.state.visible(), withAir({minute(0), minute(10)}));
    t.state.setVisible(t.state.whole());
    t.doubleClick({t.view.scale().x(minute(-10)), inPhases});
    EXPECT_EQ(t.state.visible(), t.state.whole()) << "no phase runs there";
}

TEST(Zooming, ADoubleClickOnACountZoomsInOnceAndDoesNotFallBack)
{
    ShownTimeline t(crowded());
    t.doubleClick(t.folded());
    EXPECT_LT(t.state.visible().length(), std::chrono::minutes(5));
    EXPECT_TRUE(t.state.visible().contains(minute(1)));
}

TEST(Zooming, AFlightToACountIsNotDisturbedByTheSecondClick)
{
    ShownTimeline t(crowded());
    t.state.motion().setWanted(true);
    t.doubleClick(t.folded());
    EXPECT_TRUE(t.state.motion().isMoving());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !t.state.motion().isMoving(); }));
    EXPECT_LT(t.state.visible().length(), std::chrono::minutes(5));
}

TEST(Zooming, ADoubleTapOnASpanShowsItToo)
{
    ShownTimeline t;
    static QPointingDevice *screen = QTest::createTouchDevice();
    const QPoint place = t.barOf(EventId(5)).toPoint();
    for (int tap = 0; tap < 2; ++tap) {
        QTest::touchEvent(&t.view, screen).press(0, place, &t.view);
        QTest::touchEvent(&t.view, screen).release(0, place, &t.view);
    }
    EXPECT_EQ(t.state.visible(), withAir({minute(15), minute(20)}));
}

TEST(Zooming, BackLeadsOutOfWhatWasZoomedInto)
{
    ShownTimeline t;
    t.doubleClick(t.barOf(EventId(5)));
    t.key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(t.state.visible(), FoundingTimeline::range());
    t.key(Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(t.state.visible(), withAir({minute(15), minute(20)}));
}

TEST(Zooming, FFitsTheSelectedSpan)
{
    ShownTimeline t;
    t.key(Qt::Key_F);
    EXPECT_EQ(t.state.visible(), FoundingTimeline::range()) << "nothing is selected";
    t.state.select(EventId(2));
    t.key(Qt::Key_F);
    EXPECT_EQ(t.state.visible(), withAir({minute(0), minute(22)}));
}

TEST(Zooming, FShowsAnEventWithoutLengthAmongItsNeighbours)
{
    ShownTimeline t;
    t.state.select(EventId(4)); // 10:10, between 10:00 and 10:15
    t.key(Qt::Key_F);
    EXPECT_EQ(t.state.visible(), withAir({minute(0), minute(15)}));
}

TEST(Zooming, NAndPStepThroughTheSelectionsKind)
{
    ShownTimeline t(crowded());
    t.state.select(EventId(3)); // the first alert
    t.key(Qt::Key_N);
    EXPECT_EQ(t.state.selection(), EventId(9)) << "the next alert; the outage lies between";
    t.key(Qt::Key_N);
    EXPECT_EQ(t.state.selection(), EventId(10));
    t.key(Qt::Key_P);
    t.key(Qt::Key_P);
    EXPECT_EQ(t.state.selection(), EventId(3));
    t.key(Qt::Key_P);
    EXPECT_EQ(t.state.selection(), EventId(3)) << "there is none before";
}

TEST(Zooming, LettersOfCommandsAreNotTaken)
{
    ShownTimeline t;
    t.key(Qt::Key_N, Qt::ControlModifier);
    EXPECT_FALSE(t.state.selection());
}

TEST(Zooming, WithoutASelectionNBeginsAtTheFirstEvent)
{
    ShownTimeline t;
    t.key(Qt::Key_N);
    EXPECT_EQ(t.state.selection(), EventId(1));
}

TEST(Zooming, HomeAndEndGoToTheFirstAndTheLastEvent)
{
    ShownTimeline t;
    t.state.setVisible({minute(5), minute(12)});
    t.key(Qt::Key_End);
    EXPECT_EQ(t.state.selection(), EventId(8));
    EXPECT_TRUE(t.state.visible().contains(minute(22)));
    t.key(Qt::Key_Home);
    EXPECT_EQ(t.state.selection(), EventId(1));
    EXPECT_TRUE(t.state.visible().contains(minute(-15)));
}

TEST(Zooming, ShiftAndArrowsPanAndDoNotStep)
{
    ShownTimeline t;
    t.state.setVisible({minute(0), minute(10)});
    t.key(Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(t.state.visible(), (TimeRange{minute(1), minute(11)}));
    t.key(Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(t.state.visible(), (TimeRange{minute(0), minute(10)}));
    EXPECT_FALSE(t.state.selection());
}

TEST(ZoomTarget, AnEventAtTheEndHasAsMuchRoomBehindItAsBeforeIt)
{
    const TimelineContent content = FoundingTimeline().content();
    const auto last = content.indexOf(EventId(8)); // 10:22, after 10:20
    ASSERT_TRUE(last);
    EXPECT_EQ(fittedTo(*last, content), withAir({minute(20), minute(24)}));
}

TEST(ZoomTarget, EventsOfOneMomentAreNotEachOthersNeighbours)
{
    const TimelineContent content = FoundingTimeline().content();
    const auto alert = content.indexOf(EventId(3)); // 10:00, as the outage
    ASSERT_TRUE(alert);
    EXPECT_EQ(fittedTo(*alert, content), withAir({minute(-15), minute(10)}));
}

TEST(ZoomTarget, ALoneEventHasTenMinutesEitherWay)
{
    FoundingTimeline incident;
    incident.events.clear();
    incident.add(EventKind::Note, 3, "alone");
    const TimelineContent content = incident.content();
    EXPECT_EQ(fittedTo(0, content), withAir({minute(-7), minute(13)}));
}

} // namespace downtimeline
