// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/incidentpane.h"
#include "app/window/plotsarea.h"
#include "app/window/presentdialog.h"
#include "app/window/presentflow.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "tests/app/windowfixture.h"
#include "widgets/incidents/eventtable.h"
#include "widgets/present/presentation.h"
#include "widgets/present/presenterscreen.h"
#include "widgets/present/slideview.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

class PresentFlowTest : public ShownWindow
{
protected:
    void open() { importAndWait({QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage.txt")}); }
    void present()
    {
        window().activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
        QTest::keyClick(&window(), Qt::Key_F5);
        ASSERT_TRUE(flow().isRunning());
    }
    PresentFlow &flow() { return *window().presenting(); }
    Presentation &presentation() { return *flow().presentation(); }
    void key(int key) { QTest::keyClick(flow().slides(), static_cast<Qt::Key>(key)); }
    IncidentDocument &document() { return *window().document(); }
    std::optional<EventId> selected()
    {
        const QModelIndex current = window().pane()->table()->currentIndex();
        return current.isValid() ? std::optional((*document().rows())[static_cast<std::size_t>(current.row())].id)
                                 : std::nullopt;
    }
    Event eventOf(std::size_t step) { return *document().event(*presentation().content().steps.steps.at(step).event); }
};

TEST_F(PresentFlowTest, F5PresentsEscapeLeavesAndTheWindowSelectsWhatWasShown)
{
    open();
    present();
    EXPECT_TRUE(flow().slides()->isFullScreen());
    EXPECT_EQ(presentation().step(), 0U);
    QTest::keyClicks(flow().slides(), u"4"_s);
    key(Qt::Key_Return);
    const EventId fourth = *presentation().current().event;
    key(Qt::Key_Escape);
    EXPECT_FALSE(flow().isRunning());
    EXPECT_FALSE(flow().slides());
    EXPECT_EQ(selected(), fourth);
}

TEST_F(PresentFlowTest, ItBeginsAtTheEventThatIsSelected)
{
    open();
    window().actionsOfWindow()->nextEvent->trigger();
    window().actionsOfWindow()->nextEvent->trigger();
    const std::optional<EventId> second = selected();
    ASSERT_TRUE(second);
    present();
    EXPECT_EQ(presentation().current().event, second);
}

TEST_F(PresentFlowTest, TheToolbarHasAButtonAndNothingCanBePresentedWithoutAnIncident)
{
    QAction *action = window().actionsOfWindow()->present;
    EXPECT_FALSE(action->isEnabled());
    QTest::keyClick(&window(), Qt::Key_F5);
    EXPECT_FALSE(flow().isRunning());
    open();
    QToolButton *button = nullptr;
    for (auto *each : window().findChildren<QToolButton *>()) {
        if (each->defaultAction() == action)
            button = each;
    }
    ASSERT_TRUE(button);
    EXPECT_EQ(button->text(), u"Present"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_TRUE(flow().isRunning());
    photograph(u"window-present-button"_s);
}

TEST_F(PresentFlowTest, TheSampleIsPresentedWithItsMeasuredTraffic)
{
    loadSample();
    present();
    ASSERT_FALSE(presentation().content().traffic.isEmpty());
    bool isMeasured = false;
    for (const PresentationStep &step : presentation().content().steps.steps) {
        for (const StepFigure &figure : step.figures)
            isMeasured = isMeasured || figure.text.contains(u"% of baseline"_s);
    }
    EXPECT_TRUE(isMeasured);
    for (std::size_t step = 0; step < presentation().steps(); ++step) {
        EXPECT_FALSE(flow().slides()->slide().texts.empty());
        key(Qt::Key_PageDown);
    }
}

TEST_F(PresentFlowTest, StarsChooseTheSteps)
{
    open();
    const EventId third = (*document().events())[2].id;
    ASSERT_TRUE(document().editEvent(third, EditedField::Starred, [](Event &event) { event.starred = true; }));
    present();
    EXPECT_EQ(presentation().content().steps.events, 1);
    key(Qt::Key_Right);
    EXPECT_EQ(presentation().current().event, third);
    document().undoStack().undo();
    EXPECT_GT(presentation().content().steps.events, 1) << "an edit is shown at once";
    EXPECT_EQ(presentation().current().event, third);
}

TEST_F(PresentFlowTest, OptionsAreAskedForTakenAndRemembered)
{
    open();
    window().actionsOfWindow()->presentAs->trigger();
    PresentDialog *dialog = flow().dialog();
    ASSERT_TRUE(dialog);
    EXPECT_FALSE(dialog->words()->isEnabled());
    dialog->steps()->setCurrentIndex(2);
    EXPECT_TRUE(dialog->words()->isEnabled());
    QTest::keyClicks(dialog->words(), u"rollback"_s);
    dialog->colours()->setCurrentIndex(1);
    EXPECT_FALSE(dialog->presenter()->isEnabled()) << "there is one display";
    EXPECT_TRUE(dialog->grab().save(QStringLiteral(DOWNTIMELINE_SCREENSHOT_DIR "/window-present-as.png")));
    QTest::keyClick(dialog, Qt::Key_Return);
    ASSERT_TRUE(flow().isRunning());
    EXPECT_TRUE(presentation().isLight());
    ASSERT_GT(presentation().content().steps.events, 0);
    for (int step = 1; step <= presentation().content().steps.events; ++step)
        EXPECT_EQ(eventOf(static_cast<std::size_t>(step)).kind, EventKind::Rollback);
    key(Qt::Key_Escape);
    restart();
    present();
    EXPECT_TRUE(presentation().isLight()) << "remembered";
}

TEST_F(PresentFlowTest, CancelledOptionsPresentNothing)
{
    open();
    window().actionsOfWindow()->presentAs->trigger();
    QTest::keyClick(flow().dialog(), Qt::Key_Escape);
    EXPECT_FALSE(flow().isRunning());
}

TEST_F(PresentFlowTest, AnotherIncidentOrAClosedWindowEndsIt)
{
    open();
    present();
    document().close();
    EXPECT_FALSE(flow().isRunning());
    window().openIncident(IncidentId(1));
    waitUntilOpened();
    window().activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    present();
    window().close();
    EXPECT_FALSE(flow().isRunning());
}

TEST_F(PresentFlowTest, TheWindowMayGoWhileItIsPresented)
{
    open();
    present();
    m_window.reset();
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    for (const QWidget *left : QApplication::topLevelWidgets())
        EXPECT_FALSE(qobject_cast<const SlideView *>(left)) << "the slides go with it";
}

} // namespace
} // namespace downtimeline
