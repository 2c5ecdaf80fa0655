// SPDX-License-Identifier: GPL-3.0-or-later
// Two displays of different size and pixel ratio, as RECIPES of the platform has them: a program of its own, because
// the displays are there before the application is.
#include "app/window/presentflow.h"
#include "app/window/presentscreens.h"
#include "app/window/windowactions.h"
#include "models/edit/incidentdocument.h"
#include "tests/app/windowfixture.h"
#include "widgets/present/presentation.h"
#include "widgets/present/presenterscreen.h"
#include "widgets/present/slideview.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScreen>
#include <QStandardPaths>
#include <QTest>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

class PresentScreens : public ShownWindow
{
protected:
    void SetUp() override
    {
        ASSERT_EQ(QGuiApplication::screens().size(), 2);
        ShownWindow::SetUp();
        importAndWait({QStringLiteral(DOWNTIMELINE_SOURCE_DIR "/resources/samples/outage.txt")});
        window().setScreen(first());
        window().setGeometry(100, 100, 1200, 800);
    }
    void present(const PresentOptions &options = {})
    {
        keepPresentOptions(*m_settings, options);
        window().actionsOfWindow()->present->trigger();
        ASSERT_TRUE(flow().isRunning());
    }
    /// What the platform tells of a display that was pulled out; this one cannot take it away.
    void unplug(QScreen *screen)
    {
        Q_EMIT qGuiApp->screenRemoved(screen);
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    PresentFlow &flow() { return *window().presenting(); }
    static QScreen *first() { return QGuiApplication::screens().at(0); }
    static QScreen *second() { return QGuiApplication::screens().at(1); }
    static testing::AssertionResult fills(QWidget *widget, const QScreen *screen)
    {
        if (!widget->isVisible() || !widget->isFullScreen())
            return testing::AssertionFailure() << "not shown full screen";
        if (widget->screen() != screen || widget->geometry() != screen->geometry())
            return testing::AssertionFailure() << widget->geometry().x() << "," << widget->geometry().width();
        return testing::AssertionSuccess();
    }
};

TEST_F(PresentScreens, SlidesGoToTheOtherDisplayAndNotesStayWithTheWindow)
{
    present();
    EXPECT_TRUE(fills(flow().slides(), second()));
    EXPECT_TRUE(fills(flow().presenter(), first()));
}

TEST_F(PresentScreens, TheChosenDisplayIsTaken)
{
    present({.screen = u"one"_s});
    EXPECT_TRUE(fills(flow().slides(), first()));
    EXPECT_TRUE(fills(flow().presenter(), second()));
}

TEST_F(PresentScreens, ADisplayThatIsNotThereIsAnyOtherAndThePresentersScreenCanBeLeftOut)
{
    present({.screen = u"projector of room 4"_s, .wantsPresenter = false});
    EXPECT_TRUE(fills(flow().slides(), second()));
    EXPECT_FALSE(flow().presenter());
}

TEST_F(PresentScreens, PullingOutTheProjectorMovesTheSlidesAndClosesThePresentersScreen)
{
    present();
    flow().presentation()->goTo(4);
    unplug(second());
    EXPECT_TRUE(fills(flow().slides(), first()));
    EXPECT_FALSE(flow().presenter());
    EXPECT_EQ(flow().presentation()->step(), 4U) << "it goes on where it was";
    QTest::keyClick(flow().slides(), Qt::Key_Right);
    EXPECT_EQ(flow().presentation()->step(), 5U);
    Q_EMIT qGuiApp->screenAdded(second());
    QCoreApplication::processEvents();
    EXPECT_TRUE(fills(flow().slides(), second())) << "plugged in again";
    EXPECT_TRUE(fills(flow().presenter(), first()));
}

TEST_F(PresentScreens, PullingOutTheWindowsDisplayLeavesTheSlidesWhereTheyAre)
{
    present();
    unplug(first());
    EXPECT_TRUE(fills(flow().slides(), second()));
    EXPECT_FALSE(flow().presenter());
    QTest::keyClick(flow().slides(), Qt::Key_Escape);
    EXPECT_FALSE(flow().isRunning());
}

TEST_F(PresentScreens, ADisplayMayGoWhileNothingIsPresentedAndRightAfterItEnded)
{
    unplug(second());
    present();
    Q_EMIT qGuiApp->screenRemoved(second());
    flow().end();
    QCoreApplication::processEvents();
    EXPECT_FALSE(flow().isRunning());
}

TEST_F(PresentScreens, WhatIsDecidedIsKeptInTheIncidentAndCanBeUndone)
{
    present();
    IncidentDocument &document = *window().document();
    flow().presentation()->goTo(3);
    const EventId event = *flow().presentation()->current().event;
    PresenterScreen &presenter = *flow().presenter();
    const auto decide = [&presenter](const QString &words, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClicks(presenter.decision(), words);
        QTest::keyClick(presenter.decision(), Qt::Key_Return, modifiers);
    };
    const std::size_t actions = document.actions().size();
    decide(u"Who was paged?"_s);
    decide(u"Page two people"_s, Qt::ControlModifier);
    EXPECT_EQ(document.event(event)->note, "Who was paged?");
    ASSERT_EQ(document.actions().size(), actions + 1);
    EXPECT_EQ(document.actions().back().text, "Page two people");
    EXPECT_EQ(presenter.kept()->count(), 2);
    EXPECT_TRUE(presenter.notes()->toPlainText().startsWith(u"Who was paged?"_s)) << "shown at once";
    decide(u"And why?"_s);
    EXPECT_EQ(document.event(event)->note, "Who was paged?\nAnd why?");
    presenter.setFocus();
    QTest::keyClick(&presenter, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&presenter, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(document.actions().size(), actions);
    EXPECT_EQ(document.event(event)->note, "Who was paged?");
    EXPECT_EQ(presenter.kept()->count(), 1) << "what was undone is not listed";
    EXPECT_EQ(flow().presentation()->step(), 3U) << "no edit moves the step";
    ASSERT_TRUE(QTest::qWaitFor([&document] { return !document.isSaving(); }));
    ASSERT_TRUE(document.reload());
    EXPECT_EQ(document.event(event)->note, "Who was paged?") << "the file has it";
}

TEST(ScreenPlan, OneDisplayHasTheSlidesAlone)
{
    QScreen *only = QGuiApplication::screens().front();
    EXPECT_EQ(planScreens({only}, only, {}, true), (ScreenPlan{only, nullptr}));
    EXPECT_EQ(planScreens({}, only, {}, true), ScreenPlan{});
}

} // namespace
} // namespace downtimeline

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("two.json"));
    QFile two(path);
    if (!two.open(QIODevice::WriteOnly))
        return 1;
    two.write(R"({"synchronousWindowSystemEvents":false,"windowFrameMargins":false,"screens":[
        {"name":"one","x":0,"y":0,"width":1920,"height":1080,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1},
        {"name":"two","x":1920,"y":0,"width":1280,"height":720,"logicalDpi":96,"logicalBaseDpi":96,"dpr":2}]})");
    two.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + path.toUtf8());
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("downtimeline-test"));
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
