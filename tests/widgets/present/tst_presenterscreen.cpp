// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/present/presentfixture.h"
#include "widgets/paint/style.h"
#include "widgets/present/presenterscreen.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using Keep = PresenterScreen::Keep;

class PresenterScreenTest : public testing::Test
{
protected:
    PresenterScreenTest()
    {
        applyLook(*qApp, false);
        screen.resize(1280, 800);
        screen.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&screen));
        screen.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&screen));
        screen.setFocus();
    }
    Presentation &presentation() { return *running.presentation; }
    QToolButton *button(const QString &words)
    {
        for (auto *each : screen.findChildren<QToolButton *>()) {
            if (each->text() == words)
                return each;
        }
        return nullptr;
    }

    RunningPresentation running{foundingPresented()};
    PresenterScreen screen{*running.presentation};
    QSignalSpy decided{&screen, &PresenterScreen::decided};
};

TEST_F(PresenterScreenTest, ItShowsTheNotesOfTheStepWithWhatItsNumbersMeanAndTheNextStep)
{
    presentation().goTo(4);
    const QString notes = screen.notes()->toPlainText();
    EXPECT_TRUE(notes.startsWith(u"Why did it take ten minutes?\nAsk who was paged first."_s));
    EXPECT_TRUE(notes.contains(u"Counted from the first alert"_s));
    EXPECT_EQ(screen.nextWords()->text(), u"10:15 Rollback initiation begins"_s);
    presentation().goTo(presentation().steps() - 1);
    EXPECT_EQ(screen.nextWords()->text(), u"This is the last step."_s);
}

TEST_F(PresenterScreenTest, ArrowsStepAtOnceAndDoNotScrollTheNotes)
{
    PresenterScreen fresh(presentation());
    fresh.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&fresh));
    fresh.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&fresh));
    ASSERT_TRUE(fresh.focusWidget());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
    EXPECT_EQ(presentation().step(), 2U);
}

TEST_F(PresenterScreenTest, ItHasTheKeysOfTheSlides)
{
    QTest::keyClick(&screen, Qt::Key_PageDown);
    QTest::keyClick(&screen, Qt::Key_Right);
    EXPECT_EQ(presentation().step(), 2U);
    QTest::keyClick(&screen, Qt::Key_B);
    EXPECT_TRUE(presentation().isBlank());
    const QSignalSpy left(&presentation(), &Presentation::leaveRequested);
    QTest::keyClick(&screen, Qt::Key_Escape);
    EXPECT_EQ(left.count(), 1);
}

TEST_F(PresenterScreenTest, ItsKeysMoveTheDotOfTheSlides)
{
    QTest::keyClick(&screen, Qt::Key_P);
    EXPECT_EQ(running.presentation->pointer(), QPointF(0.5, 0.5));
    const QImage before = screen.grab().toImage();
    QTest::keyClick(&screen, Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_GT(running.presentation->pointer()->x(), 0.5);
    EXPECT_NE(screen.grab().toImage(), before) << "its own picture of the slide has the dot too";
}

TEST_F(PresenterScreenTest, TheTimeOfTheWholeAndOfTheStepIsTold)
{
    std::chrono::steady_clock::time_point now;
    presentation().setClock([&now] { return now; });
    now += std::chrono::seconds(3725);
    presentation().next();
    now += std::chrono::seconds(65);
    EXPECT_TRUE(QTest::qWaitFor([this] { return screen.elapsed()->text() == u"1:03:10"_s; }));
    EXPECT_EQ(screen.elapsedOfStep()->text(), u"this step 1:05"_s);
}

TEST_F(PresenterScreenTest, ADecisionIsTypedAndKeptAsANoteOrAnAction)
{
    presentation().goTo(4);
    QTest::keyClick(&screen, Qt::Key_D);
    ASSERT_TRUE(screen.decision()->hasFocus());
    QTest::keyClicks(screen.decision(), u"Page two people b1"_s);
    EXPECT_EQ(presentation().step(), 4U) << "what is typed is no key";
    EXPECT_FALSE(presentation().isBlank());
    QTest::keyClick(screen.decision(), Qt::Key_Return);
    ASSERT_EQ(decided.count(), 1);
    EXPECT_EQ(decided.at(0).at(0).toString(), u"Page two people b1"_s);
    EXPECT_EQ(decided.at(0).at(1).value<Keep>(), Keep::Note);
    QTest::keyClick(screen.decision(), Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(decided.at(1).at(1).value<Keep>(), Keep::Action);
    button(u"Keep as action"_s)->click();
    EXPECT_EQ(decided.at(2).at(1).value<Keep>(), Keep::Action);
}

TEST_F(PresenterScreenTest, WhatWasKeptIsListedAndTheLineIsEmptyAgain)
{
    screen.decision()->setText(u"Page two people"_s);
    screen.tellKept(Keep::Action, PlainText::foreign(QStringView(u"Page two people")));
    EXPECT_TRUE(screen.decision()->text().isEmpty());
    ASSERT_EQ(screen.kept()->count(), 1);
    EXPECT_EQ(screen.kept()->item(0)->text(), u"Action: Page two people"_s);
    screen.takeBackKept();
    EXPECT_EQ(screen.kept()->count(), 0);
    screen.decision()->setText(u"Again"_s);
    screen.tellRefused(PlainText::own(u"The disk is full."_s));
    EXPECT_EQ(screen.decision()->text(), u"Again"_s) << "what was typed is not lost";
    EXPECT_EQ(screen.message()->text(), u"The disk is full."_s);
}

TEST_F(PresenterScreenTest, AStepWithoutAnEventTakesActionsOnly)
{
    presentation().goTo(0);
    EXPECT_FALSE(button(u"Keep as note"_s)->isEnabled());
    screen.decision()->setText(u"Meet again"_s);
    QTest::keyClick(screen.decision(), Qt::Key_Return);
    EXPECT_EQ(decided.at(0).at(1).value<Keep>(), Keep::Action);
    presentation().goTo(3);
    EXPECT_TRUE(button(u"Keep as note"_s)->isEnabled());
}

TEST_F(PresenterScreenTest, AnEmptyDecisionIsAskedForAndEscapeGivesTheKeysBack)
{
    QTest::keyClick(&screen, Qt::Key_D);
    QTest::keyClick(screen.decision(), Qt::Key_Return);
    EXPECT_EQ(decided.count(), 0);
    EXPECT_FALSE(screen.message()->text().isEmpty());
    QTest::keyClick(screen.decision(), Qt::Key_PageDown);
    EXPECT_EQ(presentation().step(), 1U) << "a remote works while the line has the keys";
    QTest::keyClick(screen.decision(), Qt::Key_Escape);
    EXPECT_FALSE(screen.decision()->hasFocus());
    QTest::keyClick(&screen, Qt::Key_Space);
    EXPECT_EQ(presentation().step(), 2U);
}

TEST_F(PresenterScreenTest, ALibraryThatMayOnlyBeReadTakesNoDecisions)
{
    screen.setWritable(false, PlainText::own(u"The library may only be read."_s));
    EXPECT_FALSE(screen.decision()->isEnabled());
    EXPECT_FALSE(button(u"Keep as action"_s)->isEnabled());
    EXPECT_EQ(screen.message()->text(), u"The library may only be read."_s);
}

TEST_F(PresenterScreenTest, UndoIsAskedForByItsKeyAndButtonsDoWhatTheySay)
{
    const QSignalSpy undo(&screen, &PresenterScreen::undoRequested);
    QTest::keyClick(&screen, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(undo.count(), 1);
    button(u"Next →"_s)->click();
    EXPECT_EQ(presentation().step(), 1U);
    button(u"← Back"_s)->click();
    EXPECT_EQ(presentation().step(), 0U);
    button(u"Blank"_s)->click();
    EXPECT_TRUE(presentation().isBlank());
    const QSignalSpy left(&presentation(), &Presentation::leaveRequested);
    button(u"Leave"_s)->click();
    EXPECT_EQ(left.count(), 1);
}

} // namespace
} // namespace downtimeline
