// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/timeline/laidtimeline.h"
#include "widgets/paint/displaylistpainter.h"
#include "widgets/paint/theme.h"
#include "widgets/timeline/clusterlist.h"
#include "widgets/timeline/timelineview.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QListView>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

namespace downtimeline {
namespace {

/// The founding incident with a burst of thirty alerts at 10:05.
struct Burst
{
    Burst()
    {
        FoundingTimeline incident;
        for (int i = 0; i < 30; ++i) {
            EventEntry &event = incident.add(EventKind::Alert, 5, "Disk is full");
            event.at = event.end = minute(5) + std::chrono::seconds(i);
        }
        state.setWhole(FoundingTimeline::range());
        state.setZone(gmt1());
        window.setPalette(Theme::light().palette());
        window.resize(1145, 400);
        view.setGeometry(0, 0, 1145, 260);
        view.setContent(incident.content(), incident.texts());
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        view.setFocus();
    }
    HitArea folded() { return *std::ranges::max_element(view.list().hits, {}, &HitArea::count); }
    void openByClick() { QTest::mouseClick(&view, Qt::LeftButton, {}, folded().rect.center().toPoint()); }
    QListView *list() { return view.cluster()->view(); }

    ViewState state;
    QWidget window;
    TimelineView view{&state, &window};
};

} // namespace

TEST(ClusterList, AClickOpensItsEventsAndEnterChoosesOne)
{
    Burst t;
    QSignalSpy details(&t.view, &TimelineView::detailsRequested);
    const TimeRange before = t.state.visible();
    const HitArea hit = t.folded();
    t.openByClick();
    ASSERT_NE(t.view.cluster(), nullptr);
    EXPECT_TRUE(t.view.cluster()->isVisible());
    EXPECT_EQ(t.list()->model()->rowCount(), 30);
    EXPECT_TRUE(t.view.cluster()->heading().endsWith(QStringLiteral("30 events")));
    EXPECT_FALSE(t.view.cluster()->geometry().intersects(hit.rect.toAlignedRect())) << "a double click still finds it";
    EXPECT_TRUE(t.window.rect().contains(t.view.cluster()->geometry()));
    QTest::keyClick(t.list(), Qt::Key_Down);
    QTest::keyClick(t.list(), Qt::Key_Down);
    QTest::keyClick(t.list(), Qt::Key_Return);
    EXPECT_FALSE(t.view.cluster()->isVisible());
    EXPECT_EQ(t.state.selection(), EventId(11)) << "the third of those that begin with id 9";
    EXPECT_EQ(details.count(), 1);
    EXPECT_EQ(t.state.visible(), before);
    EXPECT_TRUE(t.view.hasFocus());
}

TEST(ClusterList, EscapeClosesItAndAClickChooses)
{
    Burst t;
    t.openByClick();
    QTest::keyClick(t.list(), Qt::Key_Escape);
    EXPECT_FALSE(t.view.cluster()->isVisible());
    EXPECT_TRUE(t.view.hasFocus());
    EXPECT_FALSE(t.state.selection());
    t.openByClick();
    const QModelIndex fourth = t.list()->model()->index(3, 0);
    QTest::mouseClick(t.list()->viewport(), Qt::LeftButton, {}, t.list()->visualRect(fourth).center());
    EXPECT_EQ(t.state.selection(), EventId(12));
}

TEST(ClusterList, AClickElsewhereClosesItAndSpaceOpensThatOfTheSelection)
{
    Burst t;
    t.openByClick();
    QTest::mouseClick(&t.view, Qt::LeftButton, {}, QPoint(700, 150));
    EXPECT_FALSE(t.view.cluster()->isVisible());
    t.state.select(EventId(20));
    QTest::keyClick(&t.view, Qt::Key_Space);
    EXPECT_TRUE(t.view.cluster()->isVisible());
    EXPECT_EQ(t.list()->model()->rowCount(), 30);
    t.view.setContent(FoundingTimeline().content(), FoundingTimeline().texts());
    EXPECT_FALSE(t.view.cluster()->isVisible()) << "what it lists is gone";
}

TEST(VagueTimes, HaveFadedEndsAndDashesAndExactOnesHaveNot)
{
    FoundingTimeline incident;
    incident.events.clear();
    incident.add(EventKind::Alert, 0, "exact");
    incident.add(EventKind::Acknowledgement, 10, "about", EventEntry::Approximate);
    incident.add(EventKind::Deploy, 0, "an hour", EventEntry::HourOnly);
    Laid laid{incident, {minute(-20), minute(80)}};
    const DisplayList list = laid.list();
    expectTidy(list, "vague");
    EXPECT_EQ(countOf(list, Ink::Haze), 1U);
    const auto haze = *std::ranges::find(list.rects, Ink::Haze, &FilledRect::ink);
    EXPECT_TRUE(haze.fade);
    EXPECT_NEAR(haze.rect.center().x(), laid.scale.x(minute(10)), 0.5);
    const auto hour = *std::ranges::find(list.rects, Ink::SpanBar, &FilledRect::ink);
    EXPECT_TRUE(hour.fade && hour.vague);
    EXPECT_NEAR(hour.rect.right(), laid.scale.x(minute(60)), 0.5);
    EXPECT_EQ(std::ranges::count(list.marks, true, &Mark::vague), 2);
    EXPECT_TRUE(describe(list).contains(QStringLiteral("rect haze")));
    EXPECT_TRUE(describe(list).contains(QStringLiteral("vague faded")));
    EXPECT_TRUE(labelWith(list, QStringLiteral("~10:10")));
}

TEST(VagueTimes, AreSeenAsSuchInThePicture)
{
    FoundingTimeline incident;
    incident.add(EventKind::Alert, 8, "Customers call, about then", EventEntry::Approximate);
    incident.add(EventKind::Communication, 0, "Status page updated that hour", EventEntry::HourOnly);
    incident.add(EventKind::Note, 0, "Handed over that day", EventEntry::DayOnly);
    for (const bool dark : {false, true}) {
        const Laid laid{incident};
        const DisplayList list = laid.list();
        const Theme &theme = dark ? Theme::dark() : Theme::light();
        QImage picture(QSize(2290, 700), QImage::Format_RGB32);
        picture.setDevicePixelRatio(2);
        picture.fill(theme.background);
        QPainter painter(&picture);
        paintTimeline(painter, list, theme);
        painter.end();
        const auto haze = *std::ranges::find(list.rects, Ink::Haze, &FilledRect::ink);
        const auto at = [&picture](double x, double y) { return picture.pixelColor(qRound(x * 2), qRound(y * 2)); };
        const double y = haze.rect.bottom() - 2;
        EXPECT_NE(at(haze.rect.center().x(), y), at(haze.rect.left() + 0.5, y)) << "it fades out";
        QDir().mkpath(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR));
        EXPECT_TRUE(picture.save(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/timeline-vague-%1.png")
                                     .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))));
    }
}

} // namespace downtimeline
