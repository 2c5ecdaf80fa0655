// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/librarylist.h"

#include "incidentfixture.h"
#include "widgets/incidents/recoverybars.h"
#include "widgets/paint/plaintext.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

class LibraryListTest : public testing::Test
{
protected:
    LibraryListTest()
    {
        setLook(false);
        list.resize(296, 832);
        list.setIncidents(pictureIncidents(), onTheDay(12, 0));
        list.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&list));
    }
    void click(int row)
    {
        const QRect rect = list.view()->visualRect(list.view()->model()->index(row, 0));
        QTest::mouseClick(list.view()->viewport(), Qt::LeftButton, Qt::NoModifier, rect.center());
    }
    QString count() const { return list.findChild<Label *>()->text(); }

    LibraryList list;
    QSignalSpy chosen{&list, &LibraryList::incidentChosen};
};

TEST_F(LibraryListTest, AClickChoosesTheIncidentAndAnArrowTheNext)
{
    click(1);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].value<IncidentId>(), IncidentId(2));
    QTest::keyClick(list.view(), Qt::Key_Down);
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_EQ(list.current(), IncidentId(3));
}

TEST_F(LibraryListTest, SettingTheCurrentIncidentTellsNothing)
{
    list.setCurrent(IncidentId(4));
    EXPECT_EQ(list.current(), IncidentId(4));
    EXPECT_EQ(chosen.count(), 0);
    list.setCurrent(std::nullopt);
    EXPECT_EQ(list.current(), std::nullopt);
}

TEST_F(LibraryListTest, NewIncidentsKeepTheCurrentOne)
{
    list.setCurrent(IncidentId(4));
    std::vector<IncidentEntry> incidents = pictureIncidents();
    incidents.erase(incidents.begin());
    list.setIncidents(incidents, onTheDay(12, 0));
    EXPECT_EQ(list.current(), IncidentId(4));
    EXPECT_EQ(chosen.count(), 0);
    EXPECT_EQ(count(), QStringLiteral("Incidents · 6 of 6"));
}

TEST_F(LibraryListTest, ASearchNarrowsTheListAndTheCountSaysSo)
{
    EXPECT_EQ(count(), QStringLiteral("Incidents · 7 of 7"));
    list.setFound(std::set{IncidentId(2), IncidentId(5)});
    EXPECT_EQ(count(), QStringLiteral("Incidents · 2 of 7"));
    EXPECT_EQ(list.view()->model()->rowCount(), 2);
    list.setFound(std::nullopt);
    EXPECT_EQ(list.view()->model()->rowCount(), 7);
}

TEST_F(LibraryListTest, TheCurrentIncidentIsCurrentAgainAfterTheSearch)
{
    list.setCurrent(IncidentId(4));
    list.setFound(std::set{IncidentId(2), IncidentId(5)});
    EXPECT_FALSE(list.current());
    list.setFound(std::nullopt);
    EXPECT_EQ(list.current(), IncidentId(4));
    EXPECT_EQ(chosen.count(), 0);
}

TEST_F(LibraryListTest, ASearchThatFindsNothingSaysSo)
{
    const auto words = [this] {
        const QList<Label *> labels = list.view()->viewport()->findChildren<Label *>();
        return labels.size() == 1 && labels.front()->isVisible() ? labels.front()->text() : QString();
    };
    EXPECT_EQ(words(), QString());
    list.setFound(std::set<IncidentId>{});
    EXPECT_EQ(words(), QStringLiteral("No incident matches"));
    saveScreenshot(list, QStringLiteral("librarylist-nothing-found"));
    list.setFound(std::nullopt);
    EXPECT_EQ(words(), QString());
}

TEST_F(LibraryListTest, TheOnlyHitCanBeChosenWithoutPointingAtIt)
{
    list.chooseOnly();
    EXPECT_EQ(chosen.count(), 0) << "there are seven";
    list.setFound(std::set{IncidentId(5)});
    list.chooseOnly();
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].value<IncidentId>(), IncidentId(5));
    EXPECT_EQ(list.current(), IncidentId(5));
}

TEST_F(LibraryListTest, TheMenuChangesTheOrderAndKeepsTheCurrentIncident)
{
    list.setCurrent(IncidentId(2));
    QSignalSpy changed(&list, &LibraryList::orderChanged);
    auto *button = list.findChild<QToolButton *>();
    EXPECT_EQ(button->text(), QStringLiteral("Newest first"));
    button->menu()->actions().at(1)->trigger();
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(button->text(), QStringLiteral("Oldest first"));
    EXPECT_EQ(list.view()->model()->index(0, 0).data().toString(), QStringLiteral("Slow search results"));
    EXPECT_EQ(list.current(), IncidentId(2));
}

TEST_F(LibraryListTest, TheTrendIsAbsentUnderFiveIncidents)
{
    auto *bars = list.findChild<RecoveryBars *>();
    EXPECT_TRUE(bars->isVisible());
    std::vector<IncidentEntry> incidents = pictureIncidents();
    incidents.resize(4);
    list.setIncidents(incidents, onTheDay(12, 0));
    EXPECT_FALSE(bars->isVisible());
}

TEST_F(LibraryListTest, ABarTellsItsMonthItsMedianAndItsCount)
{
    auto *bars = list.findChild<RecoveryBars *>();
    const QString last = bars->textAt(QPoint(bars->width() - 25, 60));
    EXPECT_EQ(last, QStringLiteral("January 2024: median 48 min of 2 incident(s)"));
    EXPECT_TRUE(bars->textAt(QPoint(25, 60)).contains(QStringLiteral("February 2023: no incident")));
    EXPECT_TRUE(bars->textAt(QPoint(2, 2)).isEmpty());
    QTest::mouseMove(bars, QPoint(bars->width() - 25, 60));
    EXPECT_TRUE(bars->toolTip().contains(QStringLiteral("48 min")));
}

TEST_F(LibraryListTest, HostileTitlesAreShownAsTheyAre)
{
    std::vector<IncidentEntry> incidents = pictureIncidents();
    incidents[0].title = "<img src='file:///dev/zero'><h1>BIG</h1>" + std::string(5000, 'x');
    incidents[1].title = "\u202eesrever";
    list.setIncidents(incidents, onTheDay(12, 0));
    saveScreenshot(list, QStringLiteral("librarylist-hostile"));
    EXPECT_EQ(list.view()->sizeHintForRow(0), list.view()->sizeHintForRow(6));
    EXPECT_GT(pixelsOf(list, Theme::light().danger), 10); // the chips are still there
}

TEST_F(LibraryListTest, LooksLikeTheDesign)
{
    list.setCurrent(IncidentId(1));
    saveScreenshot(list, QStringLiteral("librarylist-light"));
    EXPECT_GT(pixelsOf(list, Theme::light().selection), 8000);
    EXPECT_GT(pixelsOf(list, Theme::light().panel), 100'000);
    setLook(true);
    saveScreenshot(list, QStringLiteral("librarylist-dark"));
    EXPECT_GT(pixelsOf(list, Theme::dark().panel), 100'000);
}

} // namespace
} // namespace downtimeline
