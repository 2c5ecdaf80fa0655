// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentpane.h"
#include "app/window/plotsarea.h"
#include "app/window/readingbar.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "tests/app/windowfixture.h"
#include "widgets/incidents/eventtable.h"
#include "widgets/incidents/filterbar.h"
#include "widgets/timeline/timelineview.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

/// Five events of two services on one day.
const QByteArray csv = "time,kind,title,service\n"
                       "2024-01-16T10:00:00Z,outage,Database is down,db\n"
                       "2024-01-16T10:01:00Z,alert,Probe failed,web\n"
                       "2024-01-16T10:02:00Z,alert,Replica lags,db\n"
                       "2024-01-16T10:05:00Z,acknowledgement,On it,\n"
                       "2024-01-16T10:20:00Z,recovery,Back again,db\n";

class ReadingTest : public ShownWindow
{
protected:
    void SetUp() override
    {
        ShownWindow::SetUp();
        importAndWait({file(u"events.csv"_s, csv)});
        ASSERT_EQ(window().document()->events()->size(), 5U);
    }

    TimelineView *timeline() { return window().pane()->plots()->timeline(); }
    ReadingBar *bar() { return window().pane()->plots()->bar(); }
    FilterBar *filter() { return window().pane()->filterBar(); }
    QAbstractItemModel *table() { return window().pane()->table()->model(); }
    std::vector<QString> lanes()
    {
        std::vector<QString> names;
        for (const LaneArea &area : timeline()->list().lanes)
            names.push_back(timeline()->content().lanes()[area.lane].name);
        return names;
    }
    /// As a user picks it in a menu that hangs on a button.
    void pick(QToolButton *button, const QString &text)
    {
        for (QAction *action : button->menu()->actions())
            if (action->text() == text)
                action->trigger();
    }
    void typeFilter(const QString &words)
    {
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        EXPECT_TRUE(filter()->isVisible());
        QTest::keyClicks(filter()->words(), words);
        QTest::keyClick(filter()->words(), Qt::Key_Return);
    }
    qsizetype dimMarks() { return std::ranges::count(timeline()->list().marks, true, &Mark::dim); }
};

TEST_F(ReadingTest, LanesByServiceAreChosenAtThePlotsAndComeFromTheIndex)
{
    EXPECT_EQ(bar()->lanes()->text(), u"Lanes by kind"_s);
    pick(bar()->lanes(), u"Lanes by service"_s);
    EXPECT_EQ(lanes(), (std::vector<QString>{u"db"_s, u"web"_s, u"No service"_s}));
    EXPECT_EQ(bar()->lanes()->text(), u"Lanes by service"_s);
    photograph(u"window-lanes-by-service"_s);
    pick(bar()->lanes(), u"Lanes by source"_s);
    EXPECT_EQ(lanes(), (std::vector<QString>{u"events.csv"_s}));
}

TEST_F(ReadingTest, HiddenLanesAreCountedAndOneClickBringsThemBack)
{
    pick(bar()->lanes(), u"Lanes by service"_s);
    EXPECT_FALSE(bar()->hiddenLanes()->isVisible());
    timeline()->setFocus();
    QTest::keyClick(timeline(), Qt::Key_Down);
    QTest::keyClick(timeline(), Qt::Key_H);
    QTest::keyClick(timeline(), Qt::Key_H);
    EXPECT_EQ(lanes(), (std::vector<QString>{u"No service"_s}));
    EXPECT_TRUE(bar()->hiddenLanes()->isVisible());
    EXPECT_EQ(bar()->hiddenLanes()->text(), u"2 lanes hidden · 4 events"_s);
    QTest::mouseClick(bar()->hiddenLanes(), Qt::LeftButton);
    EXPECT_EQ(lanes().size(), 3U);
    EXPECT_FALSE(bar()->hiddenLanes()->isVisible());
}

TEST_F(ReadingTest, TheLanesOfAnIncidentAreRememberedAndExported)
{
    pick(bar()->lanes(), u"Lanes by service"_s);
    timeline()->setFocus();
    QTest::keyClick(timeline(), Qt::Key_Down);
    QTest::keyClick(timeline(), Qt::Key_T);
    QTest::keyClick(timeline(), Qt::Key_Down);
    QTest::keyClick(timeline(), Qt::Key_H);
    const std::vector<QString> before = lanes();
    m_dialogs.save = m_folder.filePath(u"timeline.svg"_s);
    window().actionsOfWindow()->exportPicture->trigger();
    ASSERT_TRUE(QTest::qWaitFor([this] { return QFile::exists(*m_dialogs.save) && !window().isBusy(); }, 20000));
    QFile svg(*m_dialogs.save);
    ASSERT_TRUE(svg.open(QIODevice::ReadOnly));
    const QByteArray picture = svg.readAll();
    EXPECT_TRUE(picture.contains("No service"));
    EXPECT_FALSE(picture.contains("Probe failed")) << "its lane is hidden";
    restart();
    EXPECT_EQ(lanes(), before);
    EXPECT_EQ(window().findChild<ReadingBar *>()->hiddenLanes()->text(), u"1 lane hidden · 1 event"_s);
    loadSample();
    EXPECT_EQ(bar()->lanes()->text(), u"Lanes by kind"_s) << "another incident has lanes of its own";
}

TEST_F(ReadingTest, AFilterDimsTimelineAndTableAndSaysHowMany)
{
    typeFilter(u"kind:alert service:db"_s);
    EXPECT_EQ(filter()->told(), u"4 of 5 events dimmed"_s);
    EXPECT_EQ(dimMarks(), static_cast<qsizetype>(timeline()->list().marks.size()) - 1);
    EXPECT_EQ(table()->rowCount(), 5);
    EXPECT_TRUE(table()->index(0, 0).data(EventTableModel::DimRole).toBool());
    EXPECT_FALSE(table()->index(2, 0).data(EventTableModel::DimRole).toBool());
    photograph(u"window-filter-dims"_s);
    QTest::keyClick(filter()->words(), Qt::Key_Escape);
    EXPECT_EQ(dimMarks(), 0);
    EXPECT_FALSE(filter()->isVisible());
    EXPECT_TRUE(timeline()->hasFocus());
}

TEST_F(ReadingTest, HidingLeavesOutWhatDoesNotPassAndEditsStillReachTheRightRow)
{
    typeFilter(u"service:db"_s);
    QTest::mouseClick(filter()->hides(), Qt::LeftButton);
    EXPECT_EQ(filter()->told(), u"2 of 5 events hidden"_s);
    ASSERT_EQ(table()->rowCount(), 3);
    EXPECT_EQ(table()->index(1, EventTableModel::TitleColumn).data().toString(), u"Replica lags"_s);
    EXPECT_TRUE(table()->setData(table()->index(1, EventTableModel::TitleColumn), u"Replica lags badly"_s));
    EXPECT_EQ(table()->index(1, EventTableModel::TitleColumn).data().toString(), u"Replica lags badly"_s);
    EXPECT_EQ(table()->rowCount(), 3);
    photograph(u"window-filter-hides"_s);
    window().document()->undoStack().undo();
    QTest::mouseClick(filter()->clearButton(), Qt::LeftButton);
    EXPECT_EQ(table()->rowCount(), 5);
}

TEST_F(ReadingTest, EscapeOnTheTimelineLetsGoOfTheSelectionAndThenOfTheFilter)
{
    typeFilter(u"kind:alert"_s);
    timeline()->setFocus();
    QTest::keyClick(timeline(), Qt::Key_Right);
    EXPECT_EQ(
        table()->index(window().pane()->table()->currentIndex().row(), EventTableModel::TitleColumn).data().toString(),
        u"Probe failed"_s)
        << "steps pass over what is dimmed";
    QTest::keyClick(timeline(), Qt::Key_Escape);
    EXPECT_FALSE(filter()->words()->text().isEmpty());
    QTest::keyClick(timeline(), Qt::Key_Escape);
    EXPECT_TRUE(filter()->words()->text().isEmpty());
    EXPECT_EQ(dimMarks(), 0);
}

TEST_F(ReadingTest, StarsAndMenusMakeTheSameFilter)
{
    ASSERT_TRUE(window().document()->setEventStarred(window().document()->events()->at(4).id, true));
    QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::mouseClick(filter()->stars(), Qt::LeftButton);
    EXPECT_EQ(filter()->told(), u"4 of 5 events dimmed"_s);
    pick(filter()->services(), u"web"_s);
    EXPECT_EQ(filter()->words()->text(), u"service:web star:"_s);
    EXPECT_EQ(filter()->told(), u"5 of 5 events dimmed"_s);
    QTest::mouseClick(filter()->stars(), Qt::LeftButton);
    pick(filter()->kinds(), u"Recovery"_s);
    EXPECT_EQ(filter()->words()->text(), u"kind:recovery service:web"_s);
    window().document()->undoStack().undo();
    EXPECT_EQ(filter()->told(), u"5 of 5 events dimmed"_s) << "an edit asks again";
}

TEST_F(ReadingTest, TheSearchFieldTakesTheSameWordsAndLetsGoWhenItIsEmptied)
{
    QTest::keyClicks(window().search(), u"kind:recovery"_s);
    EXPECT_EQ(filter()->told(), u"4 of 5 events dimmed"_s);
    EXPECT_EQ(filter()->words()->text(), u"kind:recovery"_s);
    window().search()->clear();
    EXPECT_EQ(dimMarks(), 0);
    QTest::keyClicks(window().search(), u"probe"_s);
    EXPECT_EQ(dimMarks(), 0) << "plain words search";
}

TEST_F(ReadingTest, WordsAreLookedUpInTheTexts)
{
    typeFilter(u"replica"_s);
    EXPECT_EQ(filter()->told(), u"4 of 5 events dimmed"_s);
    EXPECT_FALSE(table()->index(2, 0).data(EventTableModel::DimRole).toBool());
    loadSample();
    EXPECT_TRUE(filter()->words()->text().isEmpty()) << "another incident begins without a filter";
}

} // namespace
} // namespace downtimeline
