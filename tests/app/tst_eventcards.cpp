// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/eventcards.h"
#include "app/window/incidentpane.h"
#include "app/window/plotsarea.h"
#include "app/window/windowactions.h"
#include "tests/app/windowfixture.h"
#include "widgets/incidents/eventcardpanel.h"
#include "widgets/incidents/findingspanel.h"
#include "widgets/incidents/noteedit.h"
#include "widgets/incidents/sourceview.h"
#include "widgets/timeline/timelineview.h"

#include <QAction>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

class EventCardsTest : public ShownWindow
{
protected:
    void SetUp() override
    {
        ShownWindow::SetUp();
        loadSample();
    }

    TimelineView *timeline() { return window().pane()->plots()->timeline(); }
    EventCardPanel *card() { return window().pane()->cards()->panel(); }
    FindingsPanel *findings() { return window().pane()->findings(); }
    void clickOn(EventId event)
    {
        const auto &hits = timeline()->list().hits;
        const auto hit = std::ranges::find(hits, event, &HitArea::event);
        ASSERT_NE(hit, hits.end());
        QTest::mouseClick(timeline(), Qt::LeftButton, {}, hit->rect.center().toPoint());
    }
    EventId eventOf(EventKind kind)
    {
        return std::ranges::find(*window().document()->events(), kind, &EventEntry::kind)->id;
    }
    void waitUntilSaved()
    {
        ASSERT_TRUE(QTest::qWaitFor([this] { return !window().document()->isSaving(); }, 10000));
    }
};

TEST_F(EventCardsTest, AClickOnAnEventShowsItsDetailsWithItsOwnLineMarked)
{
    clickOn(eventOf(EventKind::Acknowledgement));
    EXPECT_TRUE(card()->isVisible());
    EXPECT_FALSE(findings()->isVisible());
    const EventCard &shown = card()->card();
    EXPECT_EQ(shown.title, u"Crew acknowledges the page"_s);
    const auto line = std::ranges::find(shown.lines, true, &QuotedLine::isEvents);
    ASSERT_NE(line, shown.lines.end());
    EXPECT_TRUE(line->text.contains(u"acknowledges"_s)) << line->text.toStdString();
    EXPECT_GT(shown.lines.size(), 3U);
    photograph(u"window-event-card"_s);
    QTest::mouseClick(card()->closeButton(), Qt::LeftButton);
    EXPECT_TRUE(findings()->isVisible());
}

TEST_F(EventCardsTest, EnterGoesIntoTheCardAndEscapeBackToTheTimeline)
{
    timeline()->setFocus();
    QTest::keyClick(timeline(), Qt::Key_Right);
    EXPECT_FALSE(card()->isVisible()) << "stepping through alone opens nothing";
    QTest::keyClick(timeline(), Qt::Key_Return);
    EXPECT_TRUE(card()->isVisible());
    EXPECT_TRUE(card()->hasFocus());
    QTest::keyClick(card(), Qt::Key_Escape);
    EXPECT_FALSE(card()->isVisible());
    EXPECT_TRUE(timeline()->hasFocus());
}

TEST_F(EventCardsTest, TheCardFollowsSelectionAndUndo)
{
    clickOn(eventOf(EventKind::Alert));
    timeline()->setFocus();
    QTest::keyClick(timeline(), Qt::Key_Right);
    EXPECT_EQ(card()->card().title, u"Crew acknowledges the page"_s);
    QTest::mouseClick(card()->starButton(), Qt::LeftButton);
    EXPECT_TRUE(card()->card().isStarred);
    window().actionsOfWindow()->undo->trigger();
    EXPECT_FALSE(card()->card().isStarred);
    QTest::keyClick(timeline(), Qt::Key_Escape);
    EXPECT_FALSE(card()->isVisible()) << "nothing is selected";
}

TEST_F(EventCardsTest, ANoteTypedInTheCardIsInTheFileAndComesBack)
{
    const EventId event = eventOf(EventKind::Rollback);
    clickOn(event);
    card()->note()->setFocus();
    QTest::keyClicks(card()->note(), u"Why five minutes?"_s);
    timeline()->setFocus();
    waitUntilSaved();
    EXPECT_EQ(window().document()->event(event)->note, "Why five minutes?");
    restart();
    clickOn(event);
    EXPECT_EQ(card()->note()->toPlainText(), u"Why five minutes?"_s);
}

TEST_F(EventCardsTest, TheWholeSourceIsOneStepAway)
{
    clickOn(eventOf(EventKind::Acknowledgement));
    QTest::mouseClick(card()->sourceButton(), Qt::LeftButton);
    EXPECT_TRUE(window().pane()->isSourceShown());
    EXPECT_TRUE(window().pane()->sourceText()->isVisible());
    EXPECT_TRUE(window().actionsOfWindow()->showSource->isChecked());
    clickOn(eventOf(EventKind::Alert));
    EXPECT_TRUE(window().pane()->isSourceShown()) << "who reads the source goes on reading";
}

TEST_F(EventCardsTest, DeletingTheEventClosesItsCard)
{
    clickOn(eventOf(EventKind::Alert));
    window().actionsOfWindow()->deleteEvent->trigger();
    EXPECT_FALSE(card()->isVisible());
    EXPECT_TRUE(findings()->isVisible());
}

} // namespace
} // namespace downtimeline
