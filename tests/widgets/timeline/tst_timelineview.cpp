// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/timeline/foundingtimeline.h"
#include "widgets/paint/theme.h"
#include "widgets/timeline/cursorline.h"
#include "widgets/timeline/timelineview.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace downtimeline {

namespace {

/// The founding incident in a shown view of the design's size.
struct ShownTimeline
{
    explicit ShownTimeline(const FoundingTimeline &incident = FoundingTimeline(), bool dark = false)
    {
        state.setWhole(FoundingTimeline::range());
        state.setZone(gmt1());
        view.setPalette((dark ? Theme::dark() : Theme::light()).palette());
        view.setContent(incident.content(), incident.texts());
        view.resize(1145, 260);
        view.show();
        QApplication::processEvents();
    }

    void wheel(QPointF at, int notches, Qt::KeyboardModifiers keys = {})
    {
        QWheelEvent event(
            at, view.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &event);
    }
    void move(QPointF at) { QTest::mouseMove(&view, at.toPoint()); }
    void click(QPointF at) { QTest::mouseClick(&view, Qt::LeftButton, {}, at.toPoint()); }
    double x(int minutes) const { return view.scale().x(minute(minutes)); }
    QPointF markOf(EventId event)
    {
        for (auto hit = view.list().hits.rbegin(); hit != view.list().hits.rend(); ++hit)
            if (hit->event == event)
                return hit->rect.center();
        return {};
    }

    ViewState state;
    TimelineView view{&state};
};

void saveScreenshot(const QPixmap &picture, const QString &name)
{
    QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
    EXPECT_TRUE(picture.save(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/%1.png").arg(name)));
}

} // namespace

TEST(TimelineView, TheWheelZoomsAroundThePointer)
{
    ShownTimeline t;
    for (const int place : {-15, 3, 17}) {
        t.state.fit();
        const QPointF pointer(t.x(place), 150);
        t.wheel(pointer, 3);
        EXPECT_LT(t.state.visible().length(), FoundingTimeline::range().length());
        EXPECT_NEAR(t.x(place), pointer.x(), 0.5);
        t.wheel(pointer, -2);
        EXPECT_NEAR(t.x(place), pointer.x(), 0.5);
    }
}

TEST(TimelineView, AStarredEventHasAStarAtItsMarkAndSAsksForIt)
{
    FoundingTimeline incident;
    incident.events[3].flags |= EventEntry::Starred;
    ShownTimeline t(incident);
    const auto starred = [&t] { return std::ranges::count(t.view.list().marks, true, &Mark::starred); };
    EXPECT_EQ(starred(), 1);
    const QPointF mark = t.markOf(EventId(4));
    const QImage picture = t.view.grab().toImage();
    const QPoint corner = (mark + QPointF(5, -5)).toPoint();
    const QColor star = picture.pixelColor(corner);
    EXPECT_NEAR(star.red(), Theme::light().warning.red(), 12);
    EXPECT_NEAR(star.green(), Theme::light().warning.green(), 12);
    EXPECT_NEAR(star.blue(), Theme::light().warning.blue(), 12);
    QSignalSpy asked(&t.view, &TimelineView::starRequested);
    QTest::keyClick(&t.view, Qt::Key_S);
    EXPECT_EQ(asked.count(), 0) << "nothing is selected";
    t.click(mark);
    QTest::keyClick(&t.view, Qt::Key_S);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0][0].value<EventId>(), EventId(4));
}

TEST(TimelineView, ShiftAndWheelPan)
{
    ShownTimeline t;
    const TimeRange before = t.state.visible();
    t.wheel({500, 100}, -1, Qt::ShiftModifier);
    EXPECT_EQ(t.state.visible().length(), before.length());
    EXPECT_GT(t.state.visible().start, before.start);
}

TEST(TimelineView, DraggingKeepsTheInstantUnderThePointer)
{
    ShownTimeline t;
    t.wheel({600, 100}, 3);
    const Instant held = t.view.scale().instant(600);
    const TimeRange before = t.state.visible();
    QTest::mousePress(&t.view, Qt::LeftButton, {}, QPoint(600, 30));
    QTest::mouseMove(&t.view, QPoint(560, 34));
    QTest::mouseMove(&t.view, QPoint(480, 34));
    QTest::mouseRelease(&t.view, Qt::LeftButton, {}, QPoint(480, 34));
    EXPECT_NEAR(t.view.scale().x(held), 480, 0.5);
    EXPECT_EQ(t.state.visible().length(), before.length());
    EXPECT_FALSE(t.state.selection()) << "a drag is no click";
}

TEST(TimelineView, ADragThatComesBackEndsWhereItBegan)
{
    ShownTimeline t;
    t.wheel({600, 100}, 3);
    const TimeRange before = t.state.visible();
    QTest::mousePress(&t.view, Qt::LeftButton, {}, QPoint(600, 30));
    QTest::mouseMove(&t.view, QPoint(700, 30));
    QTest::mouseMove(&t.view, QPoint(600, 30));
    QTest::mouseRelease(&t.view, Qt::LeftButton, {}, QPoint(600, 30));
    EXPECT_EQ(t.state.visible(), before);
}

TEST(TimelineView, AClickSelectsWhatIsUnderIt)
{
    ShownTimeline t;
    for (const EventId event : {EventId(1), EventId(4), EventId(6), EventId(8)}) {
        t.click(t.markOf(event));
        EXPECT_EQ(t.state.selection(), event);
    }
    t.click({t.x(-5), 60});
    EXPECT_FALSE(t.state.selection()) << "an empty place lets go";
}

TEST(TimelineView, AClickOnALabelSelectsItsEvent)
{
    ShownTimeline t;
    for (const PlotLabel &label : t.view.list().labels)
        if (label.plain.startsWith(QStringLiteral("On-call"))) {
            t.click(label.rect.center());
            break;
        }
    EXPECT_EQ(t.state.selection(), EventId(4));
}

TEST(TimelineView, ArrowsStepThroughTheEventsInOrder)
{
    ShownTimeline t;
    std::vector<std::int64_t> steps;
    for (int i = 0; i < 9; ++i) {
        QTest::keyClick(&t.view, Qt::Key_Right);
        steps.push_back(t.state.selection() ? t.state.selection()->row() : 0);
    }
    EXPECT_EQ(steps, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8, 8}));
    QTest::keyClick(&t.view, Qt::Key_Left);
    EXPECT_EQ(t.state.selection(), EventId(7));
    QTest::keyClick(&t.view, Qt::Key_Home);
    EXPECT_EQ(t.state.selection(), EventId(1));
    QTest::keyClick(&t.view, Qt::Key_End);
    EXPECT_EQ(t.state.selection(), EventId(8));
    QTest::keyClick(&t.view, Qt::Key_Escape);
    EXPECT_FALSE(t.state.selection());
}

TEST(TimelineView, ArrowsSkipHiddenLanes)
{
    ShownTimeline t;
    t.state.setLanes(withLaneHidden({}, QStringLiteral("kind:impact"), true));
    t.state.select(EventId(1));
    QTest::keyClick(&t.view, Qt::Key_Right);
    EXPECT_EQ(t.state.selection(), EventId(3));
}

TEST(TimelineView, KeysZoomAndFit)
{
    ShownTimeline t;
    const TimeRange whole = t.state.visible();
    t.state.select(EventId(4));
    const double before = t.x(10);
    QTest::keyClick(&t.view, Qt::Key_Plus);
    EXPECT_LT(t.state.visible().length(), whole.length());
    EXPECT_NEAR(t.x(10), before, 0.5) << "around the selected event";
    QTest::keyClick(&t.view, Qt::Key_Minus);
    QTest::keyClick(&t.view, Qt::Key_Minus);
    EXPECT_GT(t.state.visible().length(), whole.length());
    QTest::keyClick(&t.view, Qt::Key_0);
    EXPECT_EQ(t.state.visible(), whole);
}

TEST(TimelineView, EnterAndDoubleClickActivate)
{
    ShownTimeline t;
    QSignalSpy activated(&t.view, &TimelineView::eventActivated);
    QTest::keyClick(&t.view, Qt::Key_Return);
    EXPECT_EQ(activated.count(), 0) << "nothing is selected";
    t.state.select(EventId(4));
    QTest::keyClick(&t.view, Qt::Key_Return);
    QTest::mouseDClick(&t.view, Qt::LeftButton, {}, t.markOf(EventId(3)).toPoint());
    ASSERT_EQ(activated.count(), 2);
    EXPECT_EQ(activated[1][0].value<EventId>(), EventId(3));
}

TEST(TimelineView, SelectingElsewhereBringsTheEventIntoView)
{
    ShownTimeline t;
    t.state.setVisible({minute(15), minute(25)});
    t.state.select(EventId(1));
    EXPECT_TRUE(t.state.visible().contains(minute(-15)));
    const TimeRange stays = t.state.visible();
    t.state.select(EventId(1));
    EXPECT_EQ(t.state.visible(), stays);
}

TEST(TimelineView, HoveringMovesTheCursorAndLeavingEndsIt)
{
    ShownTimeline t;
    t.move({t.x(12), 100});
    ASSERT_TRUE(t.state.cursor());
    EXPECT_NEAR(t.view.scale().x(*t.state.cursor()), t.x(12), 1);
    const auto *line = t.view.findChild<CursorLine *>();
    EXPECT_TRUE(line->isVisible());
    EXPECT_EQ(line->x(), std::round(t.view.scale().x(*t.state.cursor())));
    t.move({20, 100});
    EXPECT_FALSE(t.state.cursor()) << "the gutter has no time";
    t.move({t.x(12), 100});
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&t.view, &leave);
    EXPECT_FALSE(t.state.cursor());
    EXPECT_FALSE(line->isVisible());
}

TEST(TimelineView, ACursorSetElsewhereShowsItsTime)
{
    ShownTimeline t;
    t.state.setCursor(minute(12));
    const auto *chip = t.view.findChild<TimeChip *>();
    EXPECT_TRUE(chip->isVisible());
    EXPECT_EQ(chip->text(), QStringLiteral("10:12:00"));
    EXPECT_NEAR(chip->chip().center().x(), t.x(12), 2);
    t.state.setCursor(minute(500));
    EXPECT_FALSE(chip->isVisible());
}

TEST(TimelineView, TheChipHidesALabelOfTheRulerRatherThanHalfOfIt)
{
    ShownTimeline t;
    t.state.setCursor(minute(12));
    const auto *chip = t.view.findChild<TimeChip *>();
    EXPECT_LT(chip->x(), t.x(10) - 10) << "10:10 lies below it";
    t.state.setCursor(minute(15));
    EXPECT_EQ(chip->geometry(), chip->chip());
}

TEST(TimelineView, ThePointerOverAMarkTellsItsDetails)
{
    ShownTimeline t;
    t.move(t.markOf(EventId(5)));
    EXPECT_EQ(
        t.view.toolTip(), QStringLiteral("10:15–10:20 GMT+1\nRollback initiation begins\nRollback · 5 min\n"
                                         "0x19-postmortem.txt, line 17"));
    EXPECT_EQ(t.view.cursor().shape(), Qt::PointingHandCursor);
    t.move({t.x(-5), 60});
    EXPECT_TRUE(t.view.toolTip().isEmpty());
}

TEST(TimelineView, APinchZoomsAroundTheFingers)
{
    ShownTimeline t;
    const QPointF at(t.x(5), 100);
    QNativeGestureEvent pinch(
        Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at, t.view.mapToGlobal(at), 0.5, {});
    QApplication::sendEvent(&t.view, &pinch);
    EXPECT_NEAR(
        double(FoundingTimeline::range().length().count()) / double(t.state.visible().length().count()), 1.5, 0.001);
    EXPECT_NEAR(t.x(5), at.x(), 0.5);
}

TEST(TimelineView, TwoFingersKeepTheirInstants)
{
    static QPointingDevice *screen = QTest::createTouchDevice();
    ShownTimeline t;
    const QPoint left(400, 100);
    const QPoint right(600, 100);
    const Instant held = t.view.scale().instant(500);
    QTest::touchEvent(&t.view, screen).press(0, left, &t.view).press(1, right, &t.view);
    QTest::touchEvent(&t.view, screen).move(0, {300, 100}, &t.view).move(1, {700, 100}, &t.view);
    EXPECT_NEAR(
        double(FoundingTimeline::range().length().count()) / double(t.state.visible().length().count()), 2, 0.001);
    EXPECT_NEAR(t.view.scale().x(held), 500, 0.5);
    QTest::touchEvent(&t.view, screen).release(0, {300, 100}, &t.view).release(1, {700, 100}, &t.view);
}

TEST(TimelineView, ASecondFingerThatComesLaterZoomsToo)
{
    static QPointingDevice *screen = QTest::createTouchDevice();
    ShownTimeline t;
    const Instant held = t.view.scale().instant(500);
    QTest::touchEvent(&t.view, screen).press(0, QPoint(400, 100), &t.view);
    QTest::touchEvent(&t.view, screen).move(0, {400, 100}, &t.view).press(1, {600, 100}, &t.view);
    QTest::touchEvent(&t.view, screen).move(0, {300, 100}, &t.view).move(1, {700, 100}, &t.view);
    EXPECT_NEAR(
        double(FoundingTimeline::range().length().count()) / double(t.state.visible().length().count()), 2, 0.001);
    EXPECT_NEAR(t.view.scale().x(held), 500, 0.5);
    QTest::touchEvent(&t.view, screen).release(0, {300, 100}, &t.view).release(1, {700, 100}, &t.view);
}

TEST(TimelineView, AFingerPansAndATapSelects)
{
    static QPointingDevice *screen = QTest::createTouchDevice();
    ShownTimeline t;
    t.wheel({600, 100}, 3);
    const Instant held = t.view.scale().instant(600);
    QTest::touchEvent(&t.view, screen).press(0, QPoint(600, 30), &t.view);
    QTest::touchEvent(&t.view, screen).move(0, QPoint(500, 34), &t.view);
    QTest::touchEvent(&t.view, screen).release(0, QPoint(500, 34), &t.view);
    EXPECT_NEAR(t.view.scale().x(held), 500, 0.5);
    EXPECT_FALSE(t.state.selection()) << "a drag is no tap";
    t.state.fit();
    const QPoint mark = t.markOf(EventId(4)).toPoint();
    QTest::touchEvent(&t.view, screen).press(0, mark, &t.view);
    QTest::touchEvent(&t.view, screen).release(0, mark, &t.view);
    EXPECT_EQ(t.state.selection(), EventId(4));
}

TEST(TimelineView, ADoubleClickBesideTheMarksShowsAll)
{
    ShownTimeline t;
    t.wheel({600, 100}, 3);
    ASSERT_NE(t.state.visible(), FoundingTimeline::range());
    QPoint empty(600, 8);
    while (t.view.list().hitAt(empty))
        empty += {1, 0};
    QTest::mouseDClick(&t.view, Qt::LeftButton, {}, empty);
    EXPECT_EQ(t.state.visible(), FoundingTimeline::range());
}

TEST(TimelineView, TheGutterIsShared)
{
    ShownTimeline t;
    t.view.setGutter(200, 40);
    EXPECT_EQ(t.view.scale().left(), 200);
    EXPECT_EQ(t.view.scale().right(), 1145 - 40);
    EXPECT_EQ(t.view.list().plot.left(), 200);
    EXPECT_GE(t.view.neededGutter(), plot::leftGutter);
}

TEST(TimelineView, TitlesThatArriveLateAreShown)
{
    ShownTimeline t;
    QString title;
    t.view.setContent(FoundingTimeline().content(), {.title = [&title](EventId) { return title; }, .source = {}});
    EXPECT_FALSE(describe(t.view.list()).contains(QStringLiteral("Late")));
    title = QStringLiteral("Late");
    t.view.refreshTexts();
    EXPECT_TRUE(describe(t.view.list()).contains(QStringLiteral("Late")));
}

TEST(TimelineView, AScreenReaderHearsWhatIsShownAndWhatIsSelected)
{
    ShownTimeline t;
    QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(&t.view);
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->text(QAccessible::Name), QStringLiteral("Timeline"));
    EXPECT_EQ(reader->text(QAccessible::Description), QStringLiteral("8 events, 16 January 2024, 09:45 – 10:22 GMT+1"));
    t.state.select(EventId(4));
    EXPECT_EQ(
        reader->text(QAccessible::Description),
        QStringLiteral("10:10 GMT+1, Acknowledgement: On-call team acknowledgement"));
}

TEST(TimelineView, APaletteChangeRepaintsInTheOtherTheme)
{
    ShownTimeline t;
    const QImage light = t.view.grab().toImage();
    t.view.setPalette(Theme::dark().palette());
    const QImage dark = t.view.grab().toImage();
    EXPECT_EQ(light.pixelColor(125, 118), Theme::light().background);
    EXPECT_EQ(dark.pixelColor(125, 118), Theme::dark().background);
    EXPECT_EQ(dark.pixelColor(3, 70), Theme::dark().panel) << "the first lane is a band";
}

TEST(TimelineView, HoveringDoesNotLayOutAgain)
{
    ShownTimeline t;
    const DisplayList before = t.view.list();
    const void *labels = t.view.list().labels.data();
    for (int x = 200; x < 900; x += 7)
        t.move({double(x), 20});
    QApplication::processEvents();
    EXPECT_EQ(t.view.list().labels.data(), labels);
    EXPECT_EQ(t.view.list(), before);
}

/// A title that names a FIFO: opening it would hang the window for ever, reading it would show.
TEST(TimelineView, MarkupInATitleIsDrawnAndOpensNoFile)
{
    QTemporaryDir folder;
    const QString fifo = folder.filePath(QStringLiteral("canary"));
    ASSERT_EQ(mkfifo(fifo.toLocal8Bit().constData(), 0600), 0);
    FoundingTimeline incident;
    const QString hostile = QStringLiteral("<img src='file://%1'><b>x</b>").arg(fifo);
    incident.titles[EventId(4)] = hostile;
    incident.titles[EventId(5)] = QStringLiteral("<b>x</b>");
    ShownTimeline t(incident);
    const QImage drawn = t.view.grab().toImage();
    t.move(t.markOf(EventId(4)));
    EXPECT_FALSE(Qt::mightBeRichText(t.view.toolTip()));
    QHelpEvent ask(QEvent::ToolTip, t.markOf(EventId(4)).toPoint(), t.view.mapToGlobal(QPoint(10, 10)));
    QApplication::sendEvent(&t.view, &ask);
    QApplication::processEvents();
    QToolTip::hideText();
    const int writer = open(fifo.toLocal8Bit().constData(), O_WRONLY | O_NONBLOCK);
    EXPECT_EQ(writer, -1) << "someone has opened the file for reading";
    incident.titles[EventId(5)] = QStringLiteral("x");
    EXPECT_NE(ShownTimeline(incident).view.grab().toImage(), drawn) << "the tags are drawn as letters";
}

TEST(TimelineView, IsPicturedForTheEye)
{
    for (const bool dark : {false, true}) {
        ShownTimeline t(FoundingTimeline(), dark);
        t.state.setCursor(minute(12));
        t.state.select(EventId(4));
        for (const int ratio : {1, 2}) {
            QPixmap picture(t.view.size() * ratio);
            picture.setDevicePixelRatio(ratio);
            t.view.render(&picture);
            saveScreenshot(
                picture, QStringLiteral("timeline-view-%1-%2x")
                             .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))
                             .arg(ratio));
        }
    }
}
TEST(TimelineView, AnIncidentWithoutTimesSaysSoAndHasNoRuler)
{
    ShownTimeline t;
    auto *words = t.view.findChild<Label *>();
    ASSERT_NE(words, nullptr);
    EXPECT_FALSE(words->isVisible());
    t.state.setWhole({});
    t.view.setContent(TimelineContent(), {});
    EXPECT_TRUE(words->isVisible());
    EXPECT_TRUE(words->text().startsWith(QStringLiteral("No events with a time")));
    EXPECT_TRUE(t.view.list().labels.empty());
    const TimeRange before = t.state.visible();
    t.move({500, 150});
    t.wheel({500, 150}, -3);
    EXPECT_EQ(t.state.visible(), before);
    EXPECT_FALSE(t.state.cursor()) << "there is no time below the pointer";
    saveScreenshot(t.view.grab(), QStringLiteral("timeline-empty-light"));
    t.state.setWhole(FoundingTimeline::range());
    EXPECT_FALSE(words->isVisible());
}

TEST(TimelineView, HoveringTheZoneTellsWhatTheSourcesCallIt)
{
    ShownTimeline t;
    t.state.setZone(DisplayZone(std::chrono::hours(4), {}, QStringLiteral("gulf standard time")));
    t.move({30, 12});
    EXPECT_TRUE(t.view.toolTip().contains(QStringLiteral("UTC+04:00")));
    EXPECT_TRUE(t.view.toolTip().contains(QStringLiteral("gulf standard time")));
    t.move({600, 12});
    EXPECT_TRUE(t.view.toolTip().isEmpty());
}

} // namespace downtimeline
