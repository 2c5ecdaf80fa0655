// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/measureoverlay.h"
#include "widgets/paint/theme.h"
#include "widgets/paint/timegestures.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTest>

#include <cmath>

using namespace downtimeline;
using Outcome = TimeGestures::Outcome;

namespace {

Instant at(double seconds)
{
    return Instant{std::chrono::seconds(1705395600)} + Duration{std::llround(seconds * 1e6)};
}

TimeRange range(double start, double end)
{
    return {at(start), at(end)};
}

/// A plot of 600 seconds over 600 pixels, so that a pixel is a second; round times lie a minute apart.
class Plot : public QWidget
{
public:
    Plot()
    {
        view.setWhole({at(0), at(600)});
        setMouseTracking(true);
        resize(600, 100);
        show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(this));
    }

    TimeScale scale() const { return {view.visible(), 0, 600}; }
    void drag(int from, int to, Qt::KeyboardModifiers keys = Qt::ShiftModifier)
    {
        QTest::mousePress(this, Qt::LeftButton, keys, QPoint(from, 50));
        moveTo((from + to) / 2, keys);
        moveTo(to, keys);
        QTest::mouseRelease(this, Qt::LeftButton, keys, QPoint(to, 50));
    }
    /// QTest::mouseMove knows no keys.
    void moveTo(int x, Qt::KeyboardModifiers keys)
    {
        QMouseEvent event(
            QEvent::MouseMove, QPointF(x, 50), mapToGlobal(QPointF(x, 50)), Qt::NoButton, Qt::LeftButton, keys);
        QApplication::sendEvent(this, &event);
    }
    bool key(Qt::Key pressed, std::optional<Instant> place = {}, Qt::KeyboardModifiers keys = {})
    {
        return gestures.key(QKeyEvent(QEvent::KeyPress, pressed, keys), place);
    }
    std::optional<TimeRange> measured() const { return view.measured().range; }

    ViewState view;
    TimeGestures gestures{view};
    Outcome outcome = Outcome::NotMine;

protected:
    void mousePressEvent(QMouseEvent *event) override { gestures.press(*event, scale()); }
    void mouseMoveEvent(QMouseEvent *event) override { gestures.move(*event, scale()); }
    void mouseReleaseEvent(QMouseEvent *event) override { outcome = gestures.release(*event, scale()); }
};

} // namespace

TEST(Measuring, ShiftAndADragMarkARangeAndDoNotPan)
{
    Plot plot;
    plot.drag(95, 215);
    EXPECT_EQ(plot.measured(), range(95, 215));
    EXPECT_EQ(plot.view.visible(), plot.view.whole());
    EXPECT_EQ(plot.outcome, Outcome::Taken);
}

TEST(Measuring, ADragToTheLeftMarksTheSame)
{
    Plot plot;
    plot.drag(215, 95);
    EXPECT_EQ(plot.measured(), range(95, 215));
}

TEST(Measuring, AShiftedClickIsAClick)
{
    Plot plot;
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::ShiftModifier, QPoint(95, 50));
    EXPECT_EQ(plot.outcome, Outcome::Click);
    EXPECT_FALSE(plot.measured());
}

TEST(Measuring, BothEndsCatchEventsAndRoundTimes)
{
    Plot plot;
    plot.view.setSnapPoints({at(97), at(400)});
    plot.drag(94, 237);
    EXPECT_EQ(plot.measured(), range(97, 240)) << "an event at 97 s, four minutes";
}

TEST(Measuring, WithAltItCatchesNothing)
{
    Plot plot;
    plot.view.setSnapPoints({at(97)});
    plot.drag(94, 237, Qt::ShiftModifier | Qt::AltModifier);
    EXPECT_EQ(plot.measured(), range(94, 237));
}

TEST(Measuring, WhileItIsOnAPlainDragMeasuresElseItPans)
{
    Plot plot;
    EXPECT_TRUE(plot.key(Qt::Key_M));
    EXPECT_TRUE(plot.view.isMeasuring());
    plot.drag(95, 215, Qt::NoModifier);
    EXPECT_EQ(plot.measured(), range(95, 215));
    EXPECT_TRUE(plot.key(Qt::Key_M));
    plot.drag(300, 400, Qt::NoModifier);
    EXPECT_EQ(plot.measured(), range(95, 215));
    EXPECT_NE(plot.view.visible(), plot.view.whole());
}

TEST(Measuring, AnEndIsTakenAndMovedTheOtherStays)
{
    Plot plot;
    plot.drag(95, 215);
    plot.drag(216, 345, Qt::NoModifier);
    EXPECT_EQ(plot.measured(), range(95, 345));
    plot.drag(94, 25, Qt::NoModifier);
    EXPECT_EQ(plot.measured(), range(25, 345));
    EXPECT_EQ(plot.view.visible(), plot.view.whole());
}

TEST(Measuring, AnEndMayPassTheOther)
{
    Plot plot;
    plot.drag(95, 215);
    plot.drag(95, 345, Qt::NoModifier);
    EXPECT_EQ(plot.measured(), range(215, 345));
}

TEST(Measuring, DraggedBackToWhereItBeganNothingIsMeasured)
{
    Plot plot;
    QTest::mousePress(&plot, Qt::LeftButton, Qt::ShiftModifier, QPoint(95, 50));
    plot.moveTo(150, Qt::ShiftModifier);
    plot.moveTo(95, Qt::ShiftModifier);
    QTest::mouseRelease(&plot, Qt::LeftButton, Qt::ShiftModifier, QPoint(95, 50));
    EXPECT_FALSE(plot.measured());
}

TEST(Measuring, OutsideThePlotItStopsAtTheEdge)
{
    Plot plot;
    plot.drag(95, 900);
    EXPECT_EQ(plot.measured(), range(95, 600));
}

TEST(Measuring, MarkersAreSetAtTheCursorMovedAndTakenAway)
{
    Plot plot;
    plot.view.setCursor(at(95));
    EXPECT_TRUE(plot.key(Qt::Key_A));
    plot.view.setCursor(at(215));
    EXPECT_TRUE(plot.key(Qt::Key_B));
    EXPECT_EQ(plot.view.measured().between(), Duration(std::chrono::seconds(120)));
    plot.drag(95, 155, Qt::NoModifier);
    EXPECT_EQ(plot.view.measured().a, at(155)) << "by the pointer";
    plot.view.setCursor(at(335));
    plot.key(Qt::Key_A);
    EXPECT_EQ(plot.view.measured().a, at(335)) << "by the key";
    plot.key(Qt::Key_A);
    EXPECT_FALSE(plot.view.measured().a);
    EXPECT_EQ(plot.view.measured().b, at(215));
}

TEST(Measuring, WithoutACursorKeysMeanThePlotsPlace)
{
    Plot plot;
    EXPECT_FALSE(plot.key(Qt::Key_A)) << "there is nothing to mean";
    EXPECT_TRUE(plot.key(Qt::Key_A, at(95)));
    EXPECT_EQ(plot.view.measured().a, at(95));
}

TEST(Measuring, KeysSetTheEndsOfTheRange)
{
    Plot plot;
    plot.view.setCursor(at(95));
    EXPECT_TRUE(plot.key(Qt::Key_BracketLeft));
    EXPECT_EQ(plot.measured(), range(95, 600)) << "up to the edge of what is visible";
    plot.view.setCursor(at(215));
    EXPECT_TRUE(plot.key(Qt::Key_BracketRight));
    EXPECT_EQ(plot.measured(), range(95, 215));
    plot.view.setCursor(at(335));
    EXPECT_TRUE(plot.key(Qt::Key_BracketLeft));
    EXPECT_EQ(plot.measured(), range(335, 600));
}

TEST(Measuring, KeysCatchEventsToo)
{
    Plot plot;
    plot.view.setSnapPoints({at(97)});
    plot.view.setCursor(at(95));
    plot.key(Qt::Key_B);
    EXPECT_EQ(plot.view.measured().b, at(97));
}

TEST(Measuring, CommandsAreNotTaken)
{
    Plot plot;
    plot.view.setCursor(at(95));
    EXPECT_FALSE(plot.key(Qt::Key_A, {}, Qt::ControlModifier)) << "select all";
    EXPECT_FALSE(plot.key(Qt::Key_M, {}, Qt::AltModifier)) << "a menu";
    EXPECT_TRUE(plot.key(Qt::Key_BracketLeft, {}, Qt::ControlModifier | Qt::AltModifier)) << "Alt Gr";
}

TEST(Measuring, EscapeEndsTheDragThenTheRangeThenTheMarkersThenTheRest)
{
    Plot plot;
    plot.drag(95, 215);
    plot.view.setCursor(at(335));
    plot.key(Qt::Key_A);
    plot.view.select(EventId(1));
    QTest::mousePress(&plot, Qt::LeftButton, Qt::NoModifier, QPoint(215, 50));
    plot.moveTo(455, Qt::NoModifier);
    EXPECT_EQ(plot.measured(), range(95, 455));
    EXPECT_TRUE(plot.key(Qt::Key_Escape));
    EXPECT_EQ(plot.measured(), range(95, 215)) << "as before the drag";
    QTest::mouseRelease(&plot, Qt::LeftButton, Qt::NoModifier, QPoint(455, 50));
    EXPECT_TRUE(plot.key(Qt::Key_Escape));
    EXPECT_FALSE(plot.measured());
    EXPECT_TRUE(plot.view.measured().a);
    EXPECT_TRUE(plot.key(Qt::Key_Escape));
    EXPECT_TRUE(plot.view.measured().isEmpty());
    EXPECT_TRUE(plot.view.selection());
    EXPECT_TRUE(plot.key(Qt::Key_Escape));
    EXPECT_FALSE(plot.view.selection());
    EXPECT_FALSE(plot.key(Qt::Key_Escape));
}

TEST(Measuring, ThePointersShapeTellsWhatADragWouldDo)
{
    Plot plot;
    const auto shape = [&](double x) { return plot.gestures.shape(x, plot.scale(), Qt::ArrowCursor); };
    plot.drag(95, 215);
    EXPECT_EQ(shape(95), Qt::SizeHorCursor);
    EXPECT_EQ(shape(150), Qt::ArrowCursor);
    plot.key(Qt::Key_M);
    EXPECT_EQ(shape(150), Qt::CrossCursor);
    EXPECT_EQ(shape(-20), Qt::ArrowCursor) << "beside the plot";
}

namespace {

/// A plot whose overlay is all there is to see.
struct Overlaid
{
    Overlaid()
    {
        plot.setPalette(Theme::light().palette());
        plot.setAutoFillBackground(true);
    }

    QImage picture()
    {
        QImage image(plot.size(), QImage::Format_RGB32);
        plot.render(&image);
        return image;
    }
    bool isTinted(int x, int y = 60)
    {
        return picture().pixelColor(x, y) != Theme::light().palette().color(QPalette::Window);
    }

    Plot plot;
    MeasureOverlay overlay{plot.view, &plot, [this] { return plot.scale(); }, 20};
};

} // namespace

TEST(MeasureOverlay, IsThereOnlyWhileSomethingIsMeasured)
{
    Overlaid o;
    EXPECT_FALSE(o.overlay.isVisible());
    o.plot.view.setMeasured({.a = at(95)});
    EXPECT_TRUE(o.overlay.isVisible());
    o.plot.view.setMeasured({});
    EXPECT_FALSE(o.overlay.isVisible());
}

TEST(MeasureOverlay, TintsTheRangeAndNothingElse)
{
    Overlaid o;
    o.plot.view.setMeasured({.range = range(100, 200)});
    EXPECT_TRUE(o.isTinted(150));
    EXPECT_FALSE(o.isTinted(99));
    EXPECT_FALSE(o.isTinted(201));
    EXPECT_FALSE(o.isTinted(150, 10)) << "the header stays clear where nothing is named";
    EXPECT_EQ(o.picture().pixelColor(100, 60), Theme::light().accent);
    EXPECT_EQ(o.picture().pixelColor(200, 60), Theme::light().accent);
}

TEST(MeasureOverlay, FollowsTheViewAndTheSizeOfThePlot)
{
    Overlaid o;
    o.plot.view.setMeasured({.range = range(100, 200)});
    o.plot.view.setVisible(range(0, 300));
    EXPECT_TRUE(o.isTinted(390));
    EXPECT_FALSE(o.isTinted(150));
    o.plot.view.setVisible(range(300, 600));
    EXPECT_FALSE(o.isTinted(0));
    o.plot.resize(600, 300);
    o.plot.view.fit();
    EXPECT_TRUE(o.isTinted(150, 290));
}

TEST(MeasureOverlay, ARangeThatReachesOutIsCutAndHasNoEndThere)
{
    Overlaid o;
    o.plot.view.setVisible(range(150, 450));
    o.plot.view.setMeasured({.range = range(100, 300)});
    EXPECT_TRUE(o.isTinted(0));
    EXPECT_NE(o.picture().pixelColor(0, 60), Theme::light().accent);
    EXPECT_EQ(o.picture().pixelColor(300, 60), Theme::light().accent);
}

TEST(MeasureOverlay, NamesInTheHeaderBlotOutTheLabelsTheyWouldCoverInPart)
{
    Overlaid o;
    o.overlay.nameInHeader([] { return std::vector<QRectF>{{170, 2, 200, 16}, {500, 2, 50, 16}}; });
    o.plot.setPalette(Theme::dark().palette());
    o.plot.view.setMeasured({.range = range(100, 200), .a = at(400)});
    const QImage picture = o.picture();
    EXPECT_EQ(picture.pixelColor(160, 3), Theme::dark().accent) << "the pill";
    EXPECT_EQ(picture.pixelColor(350, 10), Theme::dark().background) << "the rest of a label below it";
    EXPECT_EQ(picture.pixelColor(397, 3), Theme::dark().ink) << "the flag";
}

TEST(MeasureOverlay, TheLengthMakesRoomForAMarker)
{
    Overlaid o;
    o.overlay.nameInHeader([] { return std::vector<QRectF>(); });
    const auto accentAt = [&](int x) { return o.picture().pixelColor(x, 3) == Theme::light().accent; };
    o.plot.view.setMeasured({.range = range(100, 500)});
    EXPECT_TRUE(accentAt(300));
    o.plot.view.setMeasured({.range = range(100, 500), .a = at(300)});
    EXPECT_FALSE(accentAt(295)) << "the flag stands free";
    EXPECT_TRUE(accentAt(320)) << "the length stands beside it";
}
