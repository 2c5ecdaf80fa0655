// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentpane.h"
#include "app/window/measuring.h"
#include "app/window/plotsarea.h"
#include "app/window/plotsfoot.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "tests/app/windowfixture.h"
#include "widgets/charts/chartpane.h"
#include "widgets/incidents/eventtable.h"
#include "widgets/incidents/measurecard.h"
#include "widgets/paint/measureoverlay.h"
#include "widgets/timeline/overviewstrip.h"
#include "widgets/timeline/timelineview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

class MeasuringInTheWindow : public ShownWindow
{
protected:
    void SetUp() override
    {
        ShownWindow::SetUp();
        loadSample();
        window().activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
        timeline()->setFocus();
    }

    PlotsArea *plots() { return window().pane()->plots(); }
    TimelineView *timeline() { return plots()->timeline(); }
    ChartPane *chart(std::size_t i) { return plots()->charts()[i]; }
    MeasureCard *card() { return plots()->foot()->measured(); }
    OverviewStrip *overview() { return plots()->foot()->overview(); }
    Instant atOf(std::size_t event) { return (*window().document()->events())[event].at; }

    /// With Shift held, on any plot.
    void drag(QWidget *plot, double from, double to)
    {
        const auto send = [plot](QEvent::Type type, double x, Qt::MouseButton button, Qt::MouseButtons held) {
            QMouseEvent event(type, QPointF(x, 60), plot->mapToGlobal(QPointF(x, 60)), button, held, Qt::ShiftModifier);
            QApplication::sendEvent(plot, &event);
        };
        send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
        send(QEvent::MouseMove, (from + to) / 2, Qt::NoButton, Qt::LeftButton);
        send(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
    }
    /// From the outage to the recovery.
    void measureOutage()
    {
        const TimeScale scale = timeline()->scale();
        drag(timeline(), scale.x(atOf(1)) + 2, scale.x(atOf(7)) - 3);
        waitUntilRead();
    }
    void waitUntilRead()
    {
        ASSERT_TRUE(QTest::qWaitFor([this] { return window().pane()->measuring()->isUpToDate(); }, 20000));
        QCoreApplication::processEvents();
    }
    QString figure(const QString &captionPart)
    {
        for (const HeaderMeasure &each : card()->content().figures)
            if (each.caption.contains(captionPart))
                return each.value;
        return {};
    }
};

} // namespace

TEST_F(MeasuringInTheWindow, ADragFromTheOutageToTheRecoveryTellsTheOutage)
{
    EXPECT_FALSE(card()->isVisible());
    measureOutage();
    ASSERT_TRUE(card()->isVisible());
    EXPECT_EQ(figure(u"10:00:00 – 10:22:00"_s), u"22 min"_s) << "both ends caught their events";
    EXPECT_EQ(figure(u"events"_s), u"7"_s);
    EXPECT_EQ(figure(u"error budget"_s), u"51 %"_s);
    EXPECT_FALSE(figure(u"of traffic lost"_s).isEmpty());
    for (const Series &series : window().document()->series())
        EXPECT_TRUE(std::ranges::any_of(card()->content().figures, [&](const HeaderMeasure &each) {
            return each.caption == QString::fromStdString(series.name) && each.value.contains(u'–');
        })) << series.name;
    photograph(u"window-measured-light"_s);
    photograph(u"window-measured-light-2x"_s, 2);
}

TEST_F(MeasuringInTheWindow, TheRangeStandsAtTheSameColumnsInEveryPlot)
{
    measureOutage();
    for (const int width : {1440, 1233, 1001}) {
        window().resize(width, 900);
        QCoreApplication::processEvents();
        const auto columnIn = [&](QWidget *plot, const TimeScale &scale, Instant at) {
            return plot->mapTo(&window(), QPoint(MeasureOverlay::column(at, scale), 0)).x();
        };
        for (const Instant end : {atOf(1), atOf(7)}) {
            const int column = columnIn(timeline(), timeline()->scale(), end);
            for (ChartPane *pane : plots()->charts())
                EXPECT_EQ(columnIn(pane->viewport(), pane->scale(), end), column);
        }
        int overlays = 0;
        for (const MeasureOverlay *overlay : plots()->findChildren<MeasureOverlay *>()) {
            overlays += overlay->isVisible() ? 1 : 0;
            EXPECT_EQ(overlay->size(), overlay->parentWidget()->size());
        }
        EXPECT_EQ(overlays, 1 + static_cast<int>(plots()->charts().size()));
    }
}

TEST_F(MeasuringInTheWindow, AChartMeasuresAsTheTimelineDoes)
{
    const TimeScale scale = chart(0)->scale();
    drag(chart(0)->viewport(), scale.x(atOf(1)) - 3, scale.x(atOf(7)) + 3);
    waitUntilRead();
    EXPECT_EQ(figure(u"10:00:00 – 10:22:00"_s), u"22 min"_s);
}

TEST_F(MeasuringInTheWindow, CtrlCCopiesItAsText)
{
    measureOutage();
    QApplication::clipboard()->setText(u"before"_s);
    QTest::keyClick(timeline(), Qt::Key_C, Qt::ControlModifier);
    const QString text = QApplication::clipboard()->text();
    EXPECT_TRUE(text.startsWith(u"16 January 2024, 10:00:00 – 10:22:00 GMT+1: 22 min\n7 events: Outage 1"_s))
        << text.toStdString();
    EXPECT_TRUE(text.contains(u"of the traffic lost"_s));
    EXPECT_EQ(text, card()->content().text);
    QApplication::clipboard()->clear();
    QTest::mouseClick(card()->copyButton(), Qt::LeftButton);
    EXPECT_EQ(QApplication::clipboard()->text(), text);
}

TEST_F(MeasuringInTheWindow, ACopyWhileSamplesAreReadWaitsForThem)
{
    const TimeScale scale = timeline()->scale();
    drag(timeline(), scale.x(atOf(1)), scale.x(atOf(7)));
    QApplication::clipboard()->clear();
    QTest::keyClick(timeline(), Qt::Key_C, Qt::ControlModifier);
    waitUntilRead();
    EXPECT_TRUE(QApplication::clipboard()->text().contains(u"of the traffic lost"_s));
}

TEST_F(MeasuringInTheWindow, WithoutAMeasurementCtrlCIsNotTaken)
{
    QApplication::clipboard()->setText(u"before"_s);
    QTest::keyClick(timeline(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), u"before"_s);
}

TEST_F(MeasuringInTheWindow, EscapeAndTheCardsButtonEndIt)
{
    measureOutage();
    QTest::keyClick(timeline(), Qt::Key_Escape);
    EXPECT_FALSE(card()->isVisible());
    measureOutage();
    QTest::mouseClick(card()->closeButton(), Qt::LeftButton);
    EXPECT_FALSE(card()->isVisible());
}

TEST_F(MeasuringInTheWindow, TheMenuAndTheKeyTurnTheSameThing)
{
    QTest::keyClick(timeline(), Qt::Key_M);
    EXPECT_TRUE(window().actionsOfWindow()->measure->isChecked());
    window().actionsOfWindow()->measure->trigger();
    const TimeRange before = timeline()->scale().visible();
    QTest::mousePress(timeline(), Qt::LeftButton, {}, QPoint(600, 60));
    QTest::mouseMove(timeline(), QPoint(640, 60));
    QTest::mouseRelease(timeline(), Qt::LeftButton, {}, QPoint(640, 60));
    EXPECT_NE(timeline()->scale().visible(), before) << "it pans again";
}

TEST_F(MeasuringInTheWindow, MarkersAreSetInAChartByItsCursor)
{
    chart(0)->setFocus();
    QTest::keyClick(chart(0), Qt::Key_Right);
    QTest::keyClick(chart(0), Qt::Key_A);
    for (int i = 0; i < 12; ++i)
        QTest::keyClick(chart(0), Qt::Key_Right);
    QTest::keyClick(chart(0), Qt::Key_B);
    EXPECT_FALSE(figure(u"from A to B"_s).isEmpty());
}

TEST_F(MeasuringInTheWindow, ALetterTypedInTheTableIsNoMarker)
{
    window().pane()->table()->setFocus();
    const QModelIndex title = window().pane()->table()->model()->index(0, EventTableModel::TitleColumn);
    window().pane()->table()->setCurrentIndex(title);
    window().pane()->table()->edit(title);
    auto *editor = window().pane()->table()->findChild<QLineEdit *>();
    ASSERT_TRUE(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"map ["_s);
    EXPECT_EQ(editor->text(), u"map ["_s);
    EXPECT_FALSE(card()->isVisible());
    EXPECT_FALSE(window().actionsOfWindow()->measure->isChecked());
    QTest::keyClick(editor, Qt::Key_Escape);
}

TEST_F(MeasuringInTheWindow, AnEditedEventIsCountedAnew)
{
    measureOutage();
    ASSERT_TRUE(window().document()->deleteEvent((*window().document()->events())[3].id));
    waitUntilRead();
    EXPECT_EQ(figure(u"events"_s), u"6"_s);
    EXPECT_FALSE(figure(u"of traffic lost"_s).isEmpty());
}

TEST_F(MeasuringInTheWindow, TheOverviewLinesUpWithThePlotsAndStaysBelowThem)
{
    for (const int width : {1440, 1233, 1001}) {
        window().resize(width, 700);
        QCoreApplication::processEvents();
        const double x = timeline()->mapTo(&window(), QPointF(timeline()->scale().x(atOf(1)), 0)).x();
        EXPECT_NEAR(overview()->mapTo(&window(), QPointF(overview()->scale().x(atOf(1)), 0)).x(), x, 0.01) << width;
        const int bottom = plots()->viewport()->mapTo(&window(), QPoint(0, plots()->viewport()->height())).y();
        EXPECT_EQ(plots()->foot()->mapTo(&window(), QPoint(0, 0)).y(), bottom);
    }
}

TEST_F(MeasuringInTheWindow, KeysThatAChartDoesNotKnowAreTheTimelines)
{
    chart(1)->setFocus();
    QTest::keyClick(chart(1), Qt::Key_End);
    EXPECT_EQ(window().pane()->table()->currentIndex().row(), 7);
    QTest::keyClick(chart(1), Qt::Key_F);
    EXPECT_LT(timeline()->scale().visible().length(), std::chrono::minutes(10));
    overview()->setFocus();
    QTest::keyClick(overview(), Qt::Key_P);
    EXPECT_EQ(window().pane()->table()->currentIndex().row(), 7) << "there is one recovery";
}

TEST_F(MeasuringInTheWindow, BackAndForwardAreActionsOfTheWindow)
{
    const TimeRange whole = timeline()->scale().visible();
    QTest::mouseDClick(timeline(), Qt::LeftButton, {}, QPoint(int(timeline()->scale().x(atOf(1)) + 40), 70));
    ASSERT_NE(timeline()->scale().visible(), whole);
    QTest::keyClick(window().pane()->table(), Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(timeline()->scale().visible(), whole);
    QTest::keyClick(window().pane()->table(), Qt::Key_Right, Qt::AltModifier);
    EXPECT_NE(timeline()->scale().visible(), whole);
}

TEST_F(MeasuringInTheWindow, IsPicturedInTheDarkWithMarkersToo)
{
    m_settings->setLook(Settings::Look::Dark);
    restart();
    waitUntilOpened();
    measureOutage();
    timeline()->setFocus();
    const TimeScale scale = timeline()->scale();
    QTest::mouseMove(timeline(), QPoint(int(scale.x(atOf(3))), 60));
    QTest::keyClick(timeline(), Qt::Key_A);
    QTest::mouseMove(timeline(), QPoint(int(scale.x(atOf(4))), 60));
    QTest::keyClick(timeline(), Qt::Key_B);
    waitUntilRead();
    photograph(u"window-measured-dark"_s);
    EXPECT_EQ(figure(u"from A to B"_s), u"5 min"_s);
}

} // namespace downtimeline
