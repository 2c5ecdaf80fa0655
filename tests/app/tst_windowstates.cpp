// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentpane.h"
#include "app/window/plotsarea.h"
#include "models/edit/incidentdocument.h"
#include "tests/app/windowfixture.h"
#include "widgets/charts/chartpane.h"
#include "widgets/incidents/eventtable.h"
#include "widgets/incidents/incidentheader.h"
#include "widgets/incidents/librarylist.h"
#include "widgets/incidents/measurelabel.h"
#include "widgets/paint/plaintext.h"
#include "widgets/timeline/timelineview.h"

#include <QLineEdit>
#include <QListView>
#include <QStatusBar>
#include <QTest>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

class WindowStates : public ShownWindow
{
protected:
    QString status()
    {
        QStringList words;
        for (const Label *label : window().statusBar()->findChildren<Label *>())
            words << label->text();
        return words.join(u' ');
    }
    TimelineView *timeline() { return window().pane()->plots()->timeline(); }
};

TEST_F(WindowStates, AnIncidentThatLosesItsEventsIsCalmAndTheFirstNewOneIsShown)
{
    importAndWait({QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage.txt")});
    EXPECT_TRUE(status().contains(u"Zoom"_s));
    while (!window().document()->events()->empty())
        ASSERT_TRUE(window().document()->deleteEvent(window().document()->events()->front().id));
    EXPECT_FALSE(status().contains(u"Zoom"_s)) << status().toStdString();
    EXPECT_TRUE(timeline()->list().labels.empty());
    photograph(u"window-no-events-light"_s);
    window().pane()->addEvent();
    ASSERT_EQ(window().document()->events()->size(), 1U);
    const Instant at = window().document()->events()->front().at;
    const Instant y2000{std::chrono::sys_days(std::chrono::year(2000) / 1 / 1)};
    EXPECT_GT(at, y2000) << "nobody was out in 1970";
    EXPECT_FALSE(timeline()->list().labels.empty());
    EXPECT_TRUE(status().contains(u"Zoom 30 s"_s)) << status().toStdString();
}

TEST_F(WindowStates, AnIncidentOfMetricsAloneGivesItsChartTheRoomThatLanesWouldTake)
{
    QByteArray rows = "time,p95_ms\n";
    for (int minute = 10; minute < 60; ++minute)
        rows += "2024-01-16T10:" + QByteArray::number(minute) + ":00Z," + QByteArray::number(40 + minute % 7) + '\n';
    importAndWait({file(u"latency.csv"_s, rows)});
    const PlotsArea *plots = window().pane()->plots();
    ASSERT_EQ(plots->charts().size(), 1U);
    EXPECT_GT(plots->charts().front()->height(), 4 * timeline()->height());
    photograph(u"window-metrics-alone-light"_s);
    window().pane()->addEvent();
    EXPECT_TRUE(QTest::qWaitFor([&] { return timeline()->height() > plots->charts().front()->height(); }, 2000));
}

TEST_F(WindowStates, NothingThatIsOpenedWidensTheWindow)
{
    window().resize(900, 600);
    const int least = window().minimumSizeHint().width();
    importAndWait({file(
        u"a rather long name of a postmortem that somebody has written with care.txt"_s,
        "Postmortem\n\nTimes in West Central Africa Standard Time (+01:00)\n\nTimeline (GMT+1):\n"
        "11 January 2022 14:40 Alert: checkout fails\n14 January 2022 16:22 Acknowledged by on-call\n"
        "15 February 2022 14:22 Rollback completed\n12 March 2023 14:22 Service fully recovered\n")});
    ASSERT_TRUE(window().document()->isOpen());
    QCoreApplication::processEvents();
    EXPECT_EQ(window().size(), QSize(900, 600));
    const auto *header = window().pane()->findChild<IncidentHeader *>();
    for (const MeasureLabel *figure : header->findChildren<MeasureLabel *>())
        EXPECT_TRUE(header->rect().contains(figure->geometry())) << "a figure is cut";
    EXPECT_LE(window().minimumSizeHint().width(), least) << "no content sets it";
    photograph(u"window-900-light"_s);
    loadSample();
    QCoreApplication::processEvents();
    EXPECT_EQ(window().size(), QSize(900, 600));
    EXPECT_LE(window().minimumSizeHint().width(), least);
}

TEST_F(WindowStates, AClearedSearchHasTheOpenIncidentSelectedAgainAndEnterOpensTheOnlyHit)
{
    importAndWait({QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage.txt")});
    const IncidentId first = window().document()->incident().id;
    importAndWait({file(
        u"second.md"_s, "# Zebra crossing\n\n## Timeline (UTC)\n\n- 2024-02-03 10:00 Outage begins\n"
                        "- 2024-02-03 10:30 Service recovered\n")});
    ASSERT_NE(window().document()->incident().id, first);
    window().list()->setCurrent(first);
    window().openIncident(first);
    waitUntilOpened();
    QLineEdit *search = window().search();
    QTest::keyClicks(search, u"zebra"_s);
    EXPECT_EQ(window().list()->view()->model()->rowCount(), 1);
    EXPECT_FALSE(window().list()->current());
    search->clear();
    EXPECT_EQ(window().list()->current(), first);
    QTest::keyClicks(search, u"zebra"_s);
    QTest::keyClick(search, Qt::Key_Return);
    waitUntilOpened();
    EXPECT_NE(window().document()->incident().id, first);
    EXPECT_EQ(window().list()->current(), window().document()->incident().id);
}

} // namespace
} // namespace downtimeline
