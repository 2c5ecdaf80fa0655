// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/timegestures.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QTest>
#include <QTouchEvent>
#include <QWheelEvent>
#include <QWidget>

#include <algorithm>
#include <cmath>

using namespace downtimeline;
using Outcome = TimeGestures::Outcome;

namespace {

Instant at(double seconds)
{
    return Instant{std::chrono::seconds(1705395600)} + Duration{std::llround(seconds * 1e6)};
}

/// A view of 600 seconds over 600 pixels, so that a pixel is a second.
struct Shown
{
    ViewState view;
    TimeGestures gestures{view};

    Shown() { view.setWhole({at(0), at(600)}); }

    TimeScale scale() const { return {view.visible(), 0, 600}; }

    bool wheel(double x, QPoint angle, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const QWheelEvent event({x, 10}, {x, 10}, {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        return gestures.wheel(event, scale());
    }

    QMouseEvent mouse(QEvent::Type type, double x) const
    {
        const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
        const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        return {type, QPointF(x, 10), QPointF(x, 10), button, held, Qt::NoModifier};
    }

    bool key(Qt::Key key) { return gestures.key(QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier)); }

    double length() const { return std::chrono::duration<double>(view.visible().length()).count(); }
};

/// The same view under real fingers: only a window gives touch points their positions.
class Touched : public QWidget
{
public:
    Touched()
    {
        setAttribute(Qt::WA_AcceptTouchEvents);
        resize(600, 100);
        show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(this));
    }

    QTest::QTouchEventWidgetSequence fingers()
    {
        static QPointingDevice *screen = QTest::createTouchDevice();
        return QTest::touchEvent(this, screen);
    }
    QPoint place(int x) const { return {x, 10}; }

    Outcome tap(int x, quint64 milliseconds)
    {
        now = milliseconds;
        fingers().press(1, place(x), this);
        fingers().release(1, place(x), this);
        return outcome;
    }

    Shown shown;
    Outcome outcome = Outcome::NotMine; ///< of the last event
    quint64 now = 0;                    ///< the clock of the events

protected:
    bool event(QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::TouchBegin:
        case QEvent::TouchUpdate:
        case QEvent::TouchEnd:
        case QEvent::TouchCancel: {
            auto *touch = static_cast<QTouchEvent *>(event);
            touch->QInputEvent::setTimestamp(now); // QTouchEvent's own would also change what the device remembers
            outcome = shown.gestures.touch(*touch, shown.scale());
            return true;
        }
        default:
            return QWidget::event(event);
        }
    }
};

} // namespace

TEST(TimeGestures, TheWheelZoomsAroundThePointer)
{
    Shown shown;
    EXPECT_TRUE(shown.wheel(150, {0, 120}));
    EXPECT_NEAR(shown.length(), 500, 0.01);
    EXPECT_NEAR(shown.scale().x(at(150)), 150, 0.5);
    EXPECT_TRUE(shown.wheel(450, {0, -120}));
    EXPECT_NEAR(shown.length(), 600, 0.01);
}

TEST(TimeGestures, ATurnSidewaysOrWithShiftPans)
{
    Shown shown;
    EXPECT_TRUE(shown.wheel(150, {-120, 0}));
    EXPECT_NEAR(shown.length(), 600, 0.001);
    EXPECT_NEAR(shown.scale().x(at(60)), 0, 0.01);
    EXPECT_TRUE(shown.wheel(150, {0, 120}, Qt::ShiftModifier));
    EXPECT_NEAR(shown.scale().x(at(0)), 0, 0.01);
    EXPECT_FALSE(shown.wheel(150, {0, 0}));
}

TEST(TimeGestures, ADragTakesTheInstantAlong)
{
    Shown shown;
    EXPECT_TRUE(shown.gestures.press(shown.mouse(QEvent::MouseButtonPress, 100), shown.scale()));
    EXPECT_FALSE(shown.gestures.move(shown.mouse(QEvent::MouseMove, 101), shown.scale()));
    EXPECT_TRUE(shown.gestures.move(shown.mouse(QEvent::MouseMove, 160), shown.scale()));
    EXPECT_TRUE(shown.gestures.move(shown.mouse(QEvent::MouseMove, 180), shown.scale()));
    EXPECT_NEAR(shown.scale().x(at(100)), 180, 0.01);
    EXPECT_EQ(shown.gestures.release(shown.mouse(QEvent::MouseButtonRelease, 180), shown.scale()), Outcome::Taken);
    EXPECT_FALSE(shown.gestures.isDragging());
}

TEST(TimeGestures, AClickIsNoDrag)
{
    Shown shown;
    shown.gestures.press(shown.mouse(QEvent::MouseButtonPress, 100), shown.scale());
    EXPECT_EQ(shown.gestures.release(shown.mouse(QEvent::MouseButtonRelease, 100), shown.scale()), Outcome::Click);
    EXPECT_EQ(shown.gestures.release(shown.mouse(QEvent::MouseButtonRelease, 100), shown.scale()), Outcome::NotMine);
    EXPECT_EQ(shown.view.visible(), shown.view.whole());
}

TEST(TimeGestures, AWheelDuringADragIsKept)
{
    Shown shown;
    shown.gestures.press(shown.mouse(QEvent::MouseButtonPress, 100), shown.scale());
    shown.gestures.move(shown.mouse(QEvent::MouseMove, 200), shown.scale());
    shown.wheel(200, {0, 240});
    const double length = shown.length();
    shown.gestures.move(shown.mouse(QEvent::MouseMove, 260), shown.scale());
    EXPECT_LT(length, 450);
    EXPECT_NEAR(shown.length(), length, 0.001);
    EXPECT_NEAR(shown.scale().x(at(100)), 260, 0.5);
}

TEST(TimeGestures, AtTheLimitsThePointersInstantStays)
{
    Shown shown;
    for (int turn = 0; turn < 12; ++turn) {
        shown.wheel(150, {0, -120});
        ASSERT_NEAR(shown.scale().x(at(150)), 150, 0.5) << "out " << turn;
    }
    EXPECT_NEAR(shown.length(), 1200, 0.001);
    shown.view.fit();
    for (int turn = 0; turn < 90; ++turn) {
        const Instant held = shown.scale().instant(150);
        shown.wheel(150, {0, 120});
        const double rounding = 600 / shown.length() * 2.5e-6; // instants are whole microseconds
        ASSERT_NEAR(shown.scale().x(held), 150, std::max(0.5, rounding)) << "in " << turn;
    }
    EXPECT_NEAR(shown.length(), 0.001, 0.000002);
}

TEST(TimeGestures, TheCursorFollowsThePointer)
{
    Shown shown;
    shown.wheel(150, {0, 120}, Qt::ShiftModifier);
    ASSERT_TRUE(shown.view.cursor());
    EXPECT_NEAR(shown.scale().x(*shown.view.cursor()), 150, 0.5);
    shown.gestures.point(-1, shown.scale());
    EXPECT_FALSE(shown.view.cursor());
    shown.gestures.point(600, shown.scale());
    EXPECT_EQ(shown.view.cursor(), shown.scale().instant(600));
    shown.gestures.leave();
    EXPECT_FALSE(shown.view.cursor());
}

TEST(TimeGestures, LeavingDuringADragKeepsTheCursor)
{
    Shown shown;
    shown.gestures.point(100, shown.scale());
    shown.gestures.press(shown.mouse(QEvent::MouseButtonPress, 100), shown.scale());
    shown.gestures.move(shown.mouse(QEvent::MouseMove, 200), shown.scale());
    shown.gestures.leave();
    EXPECT_TRUE(shown.view.cursor());
}

TEST(TimeGestures, OneFingerPans)
{
    Touched t;
    t.fingers().press(1, t.place(100), &t);
    EXPECT_EQ(t.outcome, Outcome::Taken);
    t.fingers().move(1, t.place(101), &t);
    EXPECT_EQ(t.shown.view.visible(), t.shown.view.whole()) << "a finger is never quite still";
    t.fingers().move(1, t.place(160), &t);
    EXPECT_NEAR(t.shown.scale().x(at(100)), 160, 0.5);
    t.fingers().release(1, t.place(160), &t);
    EXPECT_EQ(t.outcome, Outcome::Taken) << "no tap";
    EXPECT_NEAR(t.shown.scale().x(at(100)), 160, 0.5);
}

TEST(TimeGestures, TwoFingersKeepTheirInstantsWhenTheyComeDownOneAfterTheOther)
{
    Touched t;
    t.fingers().press(1, t.place(200), &t);
    t.fingers().move(1, t.place(200), &t).press(2, t.place(300), &t);
    t.fingers().move(1, t.place(180), &t).move(2, t.place(280), &t);
    EXPECT_NEAR(t.shown.scale().x(at(200)), 180, 0.5);
    t.fingers().move(1, t.place(150), &t).move(2, t.place(450), &t);
    EXPECT_NEAR(t.shown.scale().x(at(200)), 150, 0.5);
    EXPECT_NEAR(t.shown.scale().x(at(300)), 450, 0.5);
    EXPECT_NEAR(t.shown.length(), 200, 0.01);
    t.fingers().release(1, t.place(150), &t).move(2, t.place(450), &t);
    t.fingers().move(2, t.place(430), &t);
    EXPECT_NEAR(t.shown.scale().x(at(300)), 430, 0.5) << "the finger that stays pans on";
    t.fingers().release(2, t.place(430), &t);
    EXPECT_EQ(t.outcome, Outcome::Taken);
}

TEST(TimeGestures, FingersAboveOneAnotherOnlyPan)
{
    Touched t;
    t.fingers().press(1, t.place(200), &t).press(2, t.place(204), &t);
    t.fingers().move(1, t.place(240), &t).move(2, t.place(260), &t);
    EXPECT_NEAR(t.shown.length(), 600, 0.001);
    EXPECT_NEAR(t.shown.scale().x(at(202)), 250, 0.5);
    t.fingers().release(1, t.place(240), &t).release(2, t.place(260), &t);
}

TEST(TimeGestures, ThreeFingersDoNothing)
{
    Touched t;
    t.fingers().press(1, t.place(200), &t).press(2, t.place(300), &t).press(3, t.place(400), &t);
    t.fingers().move(1, t.place(100), &t).move(2, t.place(300), &t).move(3, t.place(500), &t);
    EXPECT_EQ(t.shown.view.visible(), t.shown.view.whole());
    t.fingers().release(1, t.place(100), &t).release(2, t.place(300), &t).release(3, t.place(500), &t);
    EXPECT_EQ(t.outcome, Outcome::Taken);
}

TEST(TimeGestures, ATapIsAClickAndTwoAreADoubleClick)
{
    Touched t;
    const auto soon = static_cast<quint64>(QApplication::doubleClickInterval() / 2);
    EXPECT_EQ(t.tap(100, 1000), Outcome::Click);
    EXPECT_EQ(t.tap(105, 1000 + soon), Outcome::DoubleClick);
    EXPECT_EQ(t.tap(105, 1000 + 2 * soon), Outcome::Click) << "a third tap begins anew";
    EXPECT_EQ(t.tap(300, 1000 + 3 * soon), Outcome::Click) << "elsewhere";
    EXPECT_EQ(t.tap(300, 1000 + 9 * soon), Outcome::Click) << "too late";
    EXPECT_EQ(t.shown.view.visible(), t.shown.view.whole());
}

TEST(TimeGestures, WhileMeasuringAFingerMarksARangeAndASecondOneZoomsInstead)
{
    Touched t;
    t.shown.view.setMeasuring(true);
    t.fingers().press(1, t.place(95), &t);
    t.fingers().move(1, t.place(160), &t);
    t.fingers().move(1, t.place(215), &t);
    t.fingers().release(1, t.place(215), &t);
    EXPECT_EQ(t.shown.view.measured().range, (TimeRange{at(95), at(215)}));
    EXPECT_EQ(t.outcome, Outcome::Taken);
    EXPECT_EQ(t.shown.view.visible(), t.shown.view.whole());
    t.fingers().press(1, t.place(300), &t);
    t.fingers().move(1, t.place(340), &t);
    t.fingers().stationary(1).press(2, t.place(400), &t);
    EXPECT_EQ(t.shown.view.measured().range, (TimeRange{at(95), at(215)})) << "as it was";
    t.fingers().stationary(1).move(2, t.place(480), &t);
    EXPECT_LT(t.shown.length(), 600);
    t.fingers().release(1, t.place(340), &t).release(2, t.place(480), &t);
    EXPECT_EQ(t.tap(450, 1000), Outcome::Click);
}

TEST(TimeGestures, ACancelledTouchIsNoTap)
{
    Touched t;
    t.fingers().press(1, t.place(100), &t);
    const QTouchEvent cancel(QEvent::TouchCancel);
    EXPECT_EQ(t.shown.gestures.touch(cancel, t.shown.scale()), Outcome::Taken);
    t.fingers().release(1, t.place(100), &t);
    EXPECT_EQ(t.outcome, Outcome::Taken);
}

TEST(TimeGestures, KeysZoomAroundThePlotsPlaceWhereNoCursorIsInView)
{
    Shown shown;
    const QKeyEvent plus(QEvent::KeyPress, Qt::Key_Plus, Qt::NoModifier);
    shown.view.setCursor(at(900));
    EXPECT_TRUE(shown.gestures.key(plus, at(120)));
    EXPECT_NEAR(shown.scale().x(at(120)), 120, 0.5);
    shown.view.fit();
    EXPECT_TRUE(shown.gestures.key(plus, at(700)));
    EXPECT_NEAR(shown.scale().x(at(300)), 300, 0.5) << "neither is in view";
    shown.view.fit();
    shown.view.setCursor(at(450));
    EXPECT_TRUE(shown.gestures.key(plus, at(120)));
    EXPECT_NEAR(shown.scale().x(at(450)), 450, 0.5) << "the cursor comes first";
}

TEST(TimeGestures, EscapeLetsGoOfTheSelectionToo)
{
    Shown shown;
    shown.view.select(EventId(4));
    EXPECT_TRUE(shown.key(Qt::Key_Escape));
    EXPECT_FALSE(shown.view.selection());
    EXPECT_FALSE(shown.key(Qt::Key_Escape));
}

TEST(TimeGestures, APinchZoomsAroundTheFingers)
{
    Shown shown;
    const QNativeGestureEvent event(
        Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, {300, 10}, {300, 10}, {300, 10}, 0.5, {});
    EXPECT_TRUE(shown.gestures.pinch(event, shown.scale()));
    EXPECT_NEAR(shown.length(), 400, 0.01);
    EXPECT_NEAR(shown.scale().x(at(300)), 300, 0.5);
}

TEST(TimeGestures, KeysZoomAroundTheCursorAndShowAll)
{
    Shown shown;
    shown.view.setCursor(at(200));
    EXPECT_TRUE(shown.key(Qt::Key_Plus));
    EXPECT_NEAR(shown.length(), 400, 0.01);
    EXPECT_NEAR(shown.scale().x(at(200)), 200, 0.5);
    EXPECT_TRUE(shown.key(Qt::Key_Minus));
    EXPECT_NEAR(shown.length(), 600, 0.01);
    EXPECT_TRUE(shown.key(Qt::Key_Plus));
    EXPECT_TRUE(shown.key(Qt::Key_0));
    EXPECT_EQ(shown.view.visible(), shown.view.whole());
    EXPECT_TRUE(shown.key(Qt::Key_Escape));
    EXPECT_FALSE(shown.view.cursor().has_value());
    EXPECT_FALSE(shown.key(Qt::Key_Escape));
    EXPECT_FALSE(shown.key(Qt::Key_A));
}

TEST(TimeGestures, ShiftAndArrowsPanByATenth)
{
    Shown shown;
    shown.view.setVisible({at(100), at(200)});
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers keys) {
        return shown.gestures.key(QKeyEvent(QEvent::KeyPress, key, keys));
    };
    EXPECT_TRUE(press(Qt::Key_Right, Qt::ShiftModifier));
    EXPECT_EQ(shown.view.visible(), (TimeRange{at(110), at(210)}));
    EXPECT_TRUE(press(Qt::Key_Left, Qt::ShiftModifier));
    EXPECT_EQ(shown.view.visible(), (TimeRange{at(100), at(200)}));
    EXPECT_FALSE(press(Qt::Key_Left, Qt::NoModifier)) << "that is the plot's own";
}

TEST(TimeGestures, AltAndArrowsAndTheMousesButtonsGoThroughPastViews)
{
    Shown shown;
    shown.view.flyTo({at(100), at(200)});
    shown.gestures.key(QKeyEvent(QEvent::KeyPress, Qt::Key_Left, Qt::AltModifier));
    EXPECT_EQ(shown.view.visible(), shown.view.whole());
    shown.gestures.key(QKeyEvent(QEvent::KeyPress, Qt::Key_Right, Qt::AltModifier));
    EXPECT_EQ(shown.view.visible(), (TimeRange{at(100), at(200)}));
    const auto button = [&](Qt::MouseButton pressed) {
        return shown.gestures.press(
            {QEvent::MouseButtonPress, {10, 10}, {10, 10}, pressed, pressed, Qt::NoModifier}, shown.scale());
    };
    EXPECT_TRUE(button(Qt::BackButton));
    EXPECT_EQ(shown.view.visible(), shown.view.whole());
    EXPECT_TRUE(button(Qt::ForwardButton));
    EXPECT_EQ(shown.view.visible(), (TimeRange{at(100), at(200)}));
    EXPECT_FALSE(button(Qt::MiddleButton));
}

namespace {

/// A drag of 100 pixels to the left in 50 ms from second 300 on, and a release so many milliseconds later.
void flick(Shown &shown, quint64 laterBy)
{
    const auto send = [&](QEvent::Type type, double x, quint64 at) {
        QMouseEvent event = shown.mouse(type, x);
        event.setTimestamp(at);
        if (type == QEvent::MouseButtonPress)
            shown.gestures.press(event, shown.scale());
        else if (type == QEvent::MouseMove)
            shown.gestures.move(event, shown.scale());
        else
            shown.gestures.release(event, shown.scale());
    };
    send(QEvent::MouseButtonPress, 300, 1000);
    for (int step = 1; step <= 5; ++step)
        send(QEvent::MouseMove, 300 - step * 20, 1000 + quint64(step) * 10);
    send(QEvent::MouseButtonRelease, 200, 1050 + laterBy);
}

} // namespace

TEST(TimeGestures, AFlickGoesOnAndAnyPressHoldsIt)
{
    Shown shown;
    shown.view.motion().setWanted(true);
    shown.view.setVisible({at(100), at(300)});
    flick(shown, 5);
    EXPECT_TRUE(shown.view.motion().isMoving());
    const Instant letGo = shown.view.visible().start;
    EXPECT_TRUE(QTest::qWaitFor([&] { return shown.view.visible().start > letGo; }));
    shown.gestures.press(shown.mouse(QEvent::MouseButtonPress, 100), shown.scale());
    EXPECT_FALSE(shown.view.motion().isMoving());
    flick(shown, 5);
    EXPECT_TRUE(shown.view.motion().isMoving());
    shown.key(Qt::Key_Left);
    EXPECT_FALSE(shown.view.motion().isMoving()) << "any key holds it too";
}

TEST(TimeGestures, ADragThatRestedBeforeItWasLetGoStays)
{
    Shown shown;
    shown.view.motion().setWanted(true);
    shown.view.setVisible({at(100), at(300)});
    flick(shown, 200);
    EXPECT_FALSE(shown.view.motion().isMoving());
}

TEST(TimeGestures, WhereNoMotionIsWantedAFlickEndsWhereItEnds)
{
    Shown shown;
    shown.view.setVisible({at(100), at(300)});
    flick(shown, 5);
    EXPECT_FALSE(shown.view.motion().isMoving());
    EXPECT_NEAR(shown.length(), 200, 0.01);
}

TEST(TimeGestures, TwoFingersOnATouchpadPanByTheirOwnWay)
{
    Shown shown;
    shown.view.setVisible({at(200), at(500)}); // two pixels a second
    const QWheelEvent event(
        {300, 10}, {300, 10}, {-40, 0}, {-80, 0}, Qt::NoButton, Qt::NoModifier, Qt::ScrollUpdate, false);
    EXPECT_TRUE(shown.gestures.wheel(event, shown.scale()));
    EXPECT_NEAR(std::chrono::duration<double>(shown.view.visible().start - at(200)).count(), 20, 0.01);
}
