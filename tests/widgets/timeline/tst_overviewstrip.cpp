// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/timeline/foundingtimeline.h"
#include "widgets/paint/theme.h"
#include "widgets/timeline/cursorline.h"
#include "widgets/timeline/overviewstrip.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace downtimeline {
namespace {

/// The founding incident, 56 minutes, in a strip where a minute is 10 pixels wide.
struct ShownStrip
{
    explicit ShownStrip(bool dark = false)
    {
        state.setWhole(FoundingTimeline::range());
        state.setZone(gmt1());
        strip.setPalette((dark ? Theme::dark() : Theme::light()).palette());
        strip.setGutter(100, 20);
        strip.setContent(
            std::make_shared<const EventIndex>(FoundingTimeline().content().events()), {{minute(0), minute(22)}});
        strip.resize(680, strip.sizeHint().height());
        strip.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&strip));
    }

    QPoint at(double minutes) const { return {static_cast<int>(100 + (minutes + 20) * 10), 17}; }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(&strip, Qt::LeftButton, {}, from);
        QTest::mouseMove(&strip, (from + to) / 2);
        QTest::mouseMove(&strip, to);
        QTest::mouseRelease(&strip, Qt::LeftButton, {}, to);
    }
    void wheel(QPoint place, int notches, Qt::KeyboardModifiers keys = {})
    {
        QWheelEvent event(
            place, strip.mapToGlobal(place), {}, {0, 120 * notches}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&strip, &event);
    }

    ViewState state;
    OverviewStrip strip{&state};
};

const TimeRange part{minute(0), minute(10)};

void expectNear(TimeRange range, TimeRange wanted)
{
    constexpr double second = 1e6;
    EXPECT_NEAR(double((range.start - wanted.start).count()), 0, second);
    EXPECT_NEAR(double((range.end - wanted.end).count()), 0, second);
}

} // namespace

TEST(OverviewStrip, LinesUpWithThePlotsThatShareTheGutter)
{
    ShownStrip s;
    const TimeScale plot(s.state.visible(), 100, 560);
    EXPECT_DOUBLE_EQ(s.strip.scale().x(minute(7)), plot.x(minute(7)));
    s.strip.setGutter(200, 30);
    EXPECT_EQ(s.strip.scale().left(), 200);
    EXPECT_EQ(s.strip.scale().right(), 650);
    EXPECT_EQ(s.strip.layOut().plot.left(), 200);
}

TEST(OverviewStrip, TheWindowIsDragged)
{
    ShownStrip s;
    s.state.setVisible(part);
    s.drag(s.at(5), s.at(12));
    expectNear(s.state.visible(), {minute(7), minute(17)});
    EXPECT_EQ(s.state.visible().length(), part.length());
}

TEST(OverviewStrip, EachEdgeIsDraggedAndTheOtherStays)
{
    ShownStrip s;
    s.state.setVisible(part);
    s.drag(s.at(10), s.at(15));
    expectNear(s.state.visible(), {minute(0), minute(15)});
    EXPECT_EQ(s.state.visible().start, minute(0));
    s.drag(s.at(0), s.at(-5));
    expectNear(s.state.visible(), {minute(-5), minute(15)});
}

TEST(OverviewStrip, AnEdgeDraggedPastTheOtherStopsThere)
{
    ShownStrip s;
    s.state.setVisible(part);
    s.drag(s.at(0), s.at(20));
    EXPECT_EQ(s.state.visible().end, minute(10));
    EXPECT_EQ(s.state.visible().length(), Duration(std::chrono::milliseconds(1)));
}

TEST(OverviewStrip, AClickBesideTheWindowBringsItThere)
{
    ShownStrip s;
    s.state.setVisible(part);
    QTest::mouseClick(&s.strip, Qt::LeftButton, {}, s.at(20));
    expectNear(s.state.visible(), {minute(15), minute(25)});
    EXPECT_TRUE(s.state.goBack());
    EXPECT_EQ(s.state.visible(), part) << "a jump is a step of its own";
}

TEST(OverviewStrip, AfterAClickBesideItTheWindowCanBeDraggedOn)
{
    ShownStrip s;
    s.state.setVisible(part);
    s.drag(s.at(20), s.at(22));
    expectNear(s.state.visible(), {minute(17), minute(27)});
}

TEST(OverviewStrip, AClickThatFliesArrivesWhereItWasMade)
{
    ShownStrip s;
    s.state.setVisible(part);
    s.state.motion().setWanted(true);
    QTest::mousePress(&s.strip, Qt::LeftButton, {}, s.at(20));
    EXPECT_TRUE(s.state.motion().isMoving());
    QTest::mouseMove(&s.strip, s.at(20)); // a hand that holds still
    QTest::mouseRelease(&s.strip, Qt::LeftButton, {}, s.at(20));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !s.state.motion().isMoving(); }));
    expectNear(s.state.visible(), {minute(15), minute(25)});
}

TEST(OverviewStrip, ADoubleClickShowsAll)
{
    ShownStrip s;
    s.state.setVisible(part);
    QTest::mouseDClick(&s.strip, Qt::LeftButton, {}, s.at(5));
    EXPECT_EQ(s.state.visible(), s.state.whole());
}

TEST(OverviewStrip, TheWheelZoomsAroundThePointerInTheWindowElseAroundItsMiddle)
{
    ShownStrip s;
    s.state.setVisible(part);
    s.wheel(s.at(2), 2);
    EXPECT_LT(s.state.visible().length(), part.length());
    EXPECT_NEAR(TimeScale(s.state.visible(), 0, 100).x(minute(2)), 20, 0.5);
    s.state.setVisible(part);
    s.wheel(s.at(30), 2);
    EXPECT_NEAR(TimeScale(s.state.visible(), 0, 100).x(minute(5)), 50, 0.5);
}

TEST(OverviewStrip, ShiftAndWheelMoveTheWindow)
{
    ShownStrip s;
    s.state.setVisible(part);
    s.wheel(s.at(5), -1, Qt::ShiftModifier);
    expectNear(s.state.visible(), {minute(1), minute(11)});
}

TEST(OverviewStrip, KeysMoveAndZoomTheWindow)
{
    ShownStrip s;
    s.state.setVisible(part);
    QTest::keyClick(&s.strip, Qt::Key_Right);
    expectNear(s.state.visible(), {minute(1), minute(11)});
    QTest::keyClick(&s.strip, Qt::Key_Left);
    QTest::keyClick(&s.strip, Qt::Key_PageDown);
    expectNear(s.state.visible(), {minute(10), minute(20)});
    QTest::keyClick(&s.strip, Qt::Key_PageUp);
    expectNear(s.state.visible(), part);
    QTest::keyClick(&s.strip, Qt::Key_End);
    EXPECT_EQ(s.state.visible().end, s.state.whole().end);
    QTest::keyClick(&s.strip, Qt::Key_Home);
    EXPECT_EQ(s.state.visible().start, s.state.whole().start);
    QTest::keyClick(&s.strip, Qt::Key_Plus);
    EXPECT_LT(s.state.visible().length(), part.length());
    QTest::keyClick(&s.strip, Qt::Key_0);
    EXPECT_EQ(s.state.visible(), s.state.whole());
}

TEST(OverviewStrip, TheMousesBackButtonGoesBack)
{
    ShownStrip s;
    s.state.flyTo(part);
    QTest::mouseClick(&s.strip, Qt::BackButton, {}, s.at(5));
    EXPECT_EQ(s.state.visible(), s.state.whole());
    QTest::mouseClick(&s.strip, Qt::ForwardButton, {}, s.at(5));
    EXPECT_EQ(s.state.visible(), part);
}

TEST(OverviewStrip, ThePointersShapeTellsWhatAPressWouldTake)
{
    ShownStrip s;
    s.state.setVisible(part);
    QTest::mouseMove(&s.strip, s.at(5));
    EXPECT_EQ(s.strip.cursor().shape(), Qt::OpenHandCursor);
    QTest::mouseMove(&s.strip, s.at(10));
    EXPECT_EQ(s.strip.cursor().shape(), Qt::SizeHorCursor);
    QTest::mouseMove(&s.strip, s.at(20));
    EXPECT_EQ(s.strip.cursor().shape(), Qt::ArrowCursor);
}

TEST(OverviewStrip, TheSharedCursorStandsInItToo)
{
    ShownStrip s;
    s.state.setCursor(minute(12));
    const auto *line = s.strip.findChild<CursorLine *>();
    ASSERT_TRUE(line->isVisible());
    EXPECT_EQ(line->x(), s.at(12).x());
    s.state.setCursor({});
    EXPECT_FALSE(line->isVisible());
}

TEST(OverviewStrip, AScreenReaderFindsASliderWithItsValue)
{
    ShownStrip s;
    s.state.setVisible(part);
    QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(&s.strip);
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->role(), QAccessible::Slider);
    EXPECT_EQ(reader->text(QAccessible::Name), QStringLiteral("Overview"));
    EXPECT_EQ(
        reader->text(QAccessible::Value),
        QStringLiteral("16 January 2024, 10:00 – 10:10 GMT+1 of 16 January 2024, 09:40 – 10:36 GMT+1"));
    ASSERT_TRUE(reader->valueInterface());
    EXPECT_NEAR(reader->valueInterface()->currentValue().toDouble(), 25 / 0.56, 0.01);
    reader->valueInterface()->setCurrentValue(50.0);
    expectNear(s.state.visible(), {minute(3), minute(13)});
}

TEST(OverviewStrip, WithoutTimesItIsEmptyAndTakesNothing)
{
    ViewState state;
    OverviewStrip strip(&state);
    strip.resize(680, 34);
    strip.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&strip));
    EXPECT_TRUE(strip.layOut().bars.empty());
    QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(300, 17));
    QTest::keyClick(&strip, Qt::Key_Plus);
    EXPECT_EQ(state.visible(), TimeRange());
    EXPECT_EQ(strip.valueText(), QStringLiteral("No events with a time"));
}

TEST(OverviewStrip, HiddenLanesLeaveIt)
{
    ShownStrip s;
    const std::size_t before = s.strip.layOut().bars.size();
    s.state.setLanes(withLaneHidden({}, QStringLiteral("kind:alerts"), true));
    EXPECT_EQ(s.strip.layOut().bars.size(), before - 1);
}

namespace {

/// The median time of a frame while the window moves, in microseconds of the processor.
double frameOf(ShownStrip &s)
{
    QPixmap picture(s.strip.size());
    s.strip.render(&picture); // what is made once
    std::vector<double> frames;
    for (int i = 0; i < 61; ++i) {
        const std::clock_t before = std::clock();
        s.state.setVisible({minute(-10) + std::chrono::seconds(i * 10), minute(10) + std::chrono::seconds(i * 10)});
        s.strip.render(&picture);
        frames.push_back(static_cast<double>(std::clock() - before) * 1e6 / CLOCKS_PER_SEC);
    }
    std::ranges::nth_element(frames, frames.begin() + 30);
    return frames[30];
}

} // namespace

TEST(OverviewStrip, MovingTheWindowCostsTheSameAtAMillionEvents)
{
    ShownStrip few;
    ShownStrip many;
    EventIndex events;
    for (int i = 0; i < 1'000'000; ++i)
        events.push_back(
            {.id = EventId(i + 1),
             .at = minute(-20) + std::chrono::milliseconds(i * 3),
             .end = minute(-20) + std::chrono::milliseconds(i * 3),
             .lane = static_cast<Lane>(i % int(laneCount))});
    many.strip.setContent(std::make_shared<const EventIndex>(std::move(events)), {});
    const double ofMany = frameOf(many);
    const double ofFew = frameOf(few);
    RecordProperty("microsecondsOfMany", static_cast<int>(ofMany));
    RecordProperty("microsecondsOfFew", static_cast<int>(ofFew));
    EXPECT_LT(ofMany, ofFew * 4 + 200) << ofMany << " and " << ofFew << " microseconds";
}

TEST(OverviewStrip, IsPicturedForTheEye)
{
    QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
    for (const bool dark : {false, true}) {
        ShownStrip s(dark);
        s.state.setVisible({minute(-3), minute(24)});
        s.state.setCursor(minute(12));
        QPixmap picture(s.strip.size() * 2);
        picture.setDevicePixelRatio(2);
        s.strip.render(&picture);
        EXPECT_TRUE(picture.save(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/overview-%1.png")
                                     .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))));
    }
}

} // namespace downtimeline
