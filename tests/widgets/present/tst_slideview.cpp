// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/present/presentfixture.h"
#include "widgets/present/slideview.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;

class SlideViewTest : public testing::Test
{
protected:
    SlideViewTest()
    {
        slides.resize(1280, 720);
        slides.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&slides));
    }

    std::size_t after(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&slides, static_cast<Qt::Key>(key), modifiers);
        return presentation().step();
    }
    Presentation &presentation() { return *running.presentation; }
    void tap(QPoint at)
    {
        QTest::touchEvent(&slides, finger()).press(0, at, &slides);
        QTest::touchEvent(&slides, finger()).release(0, at, &slides);
    }
    void swipe(QPoint from, QPoint to, int wait = 0)
    {
        QTest::touchEvent(&slides, finger()).press(0, from, &slides);
        QTest::touchEvent(&slides, finger()).move(0, to, &slides);
        QTest::qWait(wait);
        QTest::touchEvent(&slides, finger()).release(0, to, &slides);
    }
    static QPointingDevice *finger()
    {
        static QPointingDevice *device = QTest::createTouchDevice();
        return device;
    }

    RunningPresentation running{foundingPresented()};
    SlideView slides{*running.presentation};
    QSignalSpy left{running.presentation.get(), &Presentation::leaveRequested};
};

TEST_F(SlideViewTest, EveryKeyThatStepsOnStepsOn)
{
    std::size_t expected = 0;
    for (const int key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Space, Qt::Key_PageDown, Qt::Key_Return, Qt::Key_Enter})
        EXPECT_EQ(after(key), ++expected) << key;
    for (const int key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_PageUp, Qt::Key_Backspace})
        EXPECT_EQ(after(key), --expected) << key;
    EXPECT_EQ(after(Qt::Key_Space, Qt::ShiftModifier), --expected);
    EXPECT_EQ(after(Qt::Key_End), presentation().steps() - 1);
    EXPECT_EQ(after(Qt::Key_Home), 0U);
}

TEST_F(SlideViewTest, ANumberAndEnterGoThereAndTheNumberIsSeenMeanwhile)
{
    QTest::keyClicks(&slides, u"11"_s);
    const auto isSeen = [this] {
        return std::ranges::count(slides.slide().texts, u"go to 11"_s, &SlideText::text) == 1;
    };
    EXPECT_TRUE(isSeen());
    EXPECT_EQ(after(Qt::Key_Return), 11U);
    EXPECT_FALSE(isSeen());
    QTest::keyClicks(&slides, u"4"_s);
    after(Qt::Key_Escape);
    EXPECT_EQ(left.count(), 0) << "Escape took the number away";
    EXPECT_EQ(presentation().step(), 11U);
}

TEST_F(SlideViewTest, LettersZoomShowAllBlankAndLight)
{
    after(Qt::Key_4);
    after(Qt::Key_Return);
    after(Qt::Key_Z);
    EXPECT_EQ(presentation().view(), PresentView::Near);
    after(Qt::Key_O);
    EXPECT_EQ(presentation().view(), PresentView::Whole);
    after(Qt::Key_O);
    EXPECT_EQ(presentation().view(), PresentView::SoFar);
    const QColor dark = slides.grab().toImage().pixelColor(4, 4);
    after(Qt::Key_L);
    const QColor light = slides.grab().toImage().pixelColor(4, 4);
    EXPECT_LT(dark.lightness(), 40);
    EXPECT_GT(light.lightness(), 240);
    after(Qt::Key_B);
    EXPECT_EQ(slides.grab().toImage().pixelColor(4, 4), QColor(Qt::black));
    after(Qt::Key_Period);
    EXPECT_EQ(slides.grab().toImage().pixelColor(4, 4), light);
}

TEST_F(SlideViewTest, NotesComeWithN)
{
    QTest::keyClicks(&slides, u"4"_s);
    after(Qt::Key_Return);
    const auto isSeen = [this] {
        return std::ranges::count(slides.slide().texts, u"Ask who was paged first."_s, &SlideText::text) == 1;
    };
    EXPECT_FALSE(isSeen());
    after(Qt::Key_N);
    EXPECT_TRUE(isSeen());
    after(Qt::Key_N);
    EXPECT_FALSE(isSeen());
}

TEST_F(SlideViewTest, EscapeLeavesAndARemotesStartKeyDoesNotStartAgain)
{
    EXPECT_EQ(after(Qt::Key_F5), 0U);
    EXPECT_EQ(left.count(), 0);
    after(Qt::Key_Escape);
    EXPECT_EQ(left.count(), 1);
}

TEST_F(SlideViewTest, KeysWithCtrlAreNotItsOwn)
{
    EXPECT_EQ(after(Qt::Key_Right, Qt::ControlModifier), 0U);
    after(Qt::Key_B, Qt::ControlModifier);
    EXPECT_FALSE(presentation().isBlank());
}

TEST_F(SlideViewTest, AClickStepsOnAndARightClickGoesBack)
{
    QTest::mouseClick(&slides, Qt::LeftButton, {}, {600, 300});
    QTest::mouseClick(&slides, Qt::LeftButton, {}, {100, 300});
    EXPECT_EQ(presentation().step(), 2U);
    QTest::mouseClick(&slides, Qt::RightButton, {}, {600, 300});
    EXPECT_EQ(presentation().step(), 1U);
    QTest::mouseClick(&slides, Qt::ForwardButton, {}, {600, 300});
    QTest::mouseClick(&slides, Qt::BackButton, {}, {600, 300});
    EXPECT_EQ(presentation().step(), 1U);
}

TEST_F(SlideViewTest, ADragShowsADotAndDoesNotStep)
{
    QTest::mousePress(&slides, Qt::LeftButton, {}, {300, 300});
    QTest::mouseMove(&slides, {302, 301});
    EXPECT_FALSE(slides.dot()) << "a hand trembles";
    QTest::mouseMove(&slides, {420, 330});
    ASSERT_TRUE(slides.dot());
    const QColor dot = slides.grab().toImage().pixelColor(420, 330);
    EXPECT_GT(dot.red(), 200);
    EXPECT_LT(dot.green(), 80);
    QTest::mouseRelease(&slides, Qt::LeftButton, {}, {420, 330});
    EXPECT_FALSE(slides.dot());
    EXPECT_EQ(presentation().step(), 0U);
}

TEST_F(SlideViewTest, PPointsAndShiftWithArrowsMovesTheDot)
{
    EXPECT_EQ(after(Qt::Key_P), 0U);
    EXPECT_EQ(slides.dot(), QPointF(640, 360)) << "in the middle";
    EXPECT_GT(slides.grab().toImage().pixelColor(640, 360).red(), 200);
    after(Qt::Key_Right, Qt::ShiftModifier);
    after(Qt::Key_Up, Qt::ShiftModifier);
    ASSERT_TRUE(slides.dot());
    EXPECT_GT(slides.dot()->x(), 640);
    EXPECT_LT(slides.dot()->y(), 360);
    EXPECT_EQ(presentation().step(), 0U) << "the arrows of the dot do not step";
    for (int i = 0; i < 200; ++i)
        after(Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(slides.dot()->x(), 0) << "it stays on the slide";
    EXPECT_EQ(after(Qt::Key_Right), 1U);
    EXPECT_TRUE(slides.dot()) << "and while one steps on";
    after(Qt::Key_P);
    EXPECT_FALSE(slides.dot());
    after(Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_TRUE(slides.dot()) << "moving it brings it";
}

TEST_F(SlideViewTest, ADragTakesTheDotFromTheKeys)
{
    after(Qt::Key_P);
    QTest::mousePress(&slides, Qt::LeftButton, {}, {300, 300});
    QTest::mouseMove(&slides, {420, 330});
    EXPECT_EQ(slides.dot(), QPointF(420, 330));
    QTest::mouseRelease(&slides, Qt::LeftButton, {}, {420, 330});
    EXPECT_FALSE(slides.dot());
}

TEST_F(SlideViewTest, TapsAndSwipesStepBothWays)
{
    tap({900, 300});
    tap({900, 300});
    EXPECT_EQ(presentation().step(), 2U);
    tap({100, 300});
    EXPECT_EQ(presentation().step(), 1U);
    swipe({900, 300}, {500, 310});
    EXPECT_EQ(presentation().step(), 2U);
    swipe({500, 300}, {900, 310});
    EXPECT_EQ(presentation().step(), 1U);
    swipe({500, 300}, {520, 600});
    EXPECT_EQ(presentation().step(), 1U) << "not sideways";
}

TEST_F(SlideViewTest, AFingerThatRestsPointsAndDoesNotStep)
{
    QTest::touchEvent(&slides, finger()).press(0, {900, 300}, &slides);
    QTest::touchEvent(&slides, finger()).move(0, {500, 310}, &slides);
    EXPECT_TRUE(slides.dot());
    QTest::qWait(450);
    QTest::touchEvent(&slides, finger()).release(0, {500, 310}, &slides);
    EXPECT_FALSE(slides.dot());
    EXPECT_EQ(presentation().step(), 0U);
}

TEST_F(SlideViewTest, ThePointerIsSeenOnlyAfterItMoved)
{
    EXPECT_EQ(slides.cursor().shape(), Qt::BlankCursor);
    QTest::mouseMove(&slides, {300, 300});
    QTest::mouseMove(&slides, {310, 300});
    EXPECT_EQ(slides.cursor().shape(), Qt::ArrowCursor);
    EXPECT_TRUE(QTest::qWaitFor([this] { return slides.cursor().shape() == Qt::BlankCursor; }, 4000));
}

TEST_F(SlideViewTest, WhoDoesNotSeeTheSlideIsTold)
{
    QTest::keyClicks(&slides, u"4"_s);
    after(Qt::Key_Return);
    EXPECT_TRUE(slides.accessibleDescription().contains(u"10:10 On-call team acknowledgement"_s));
    EXPECT_TRUE(slides.accessibleDescription().contains(u"10 min after the first page"_s));
    after(Qt::Key_B);
    EXPECT_EQ(slides.accessibleDescription(), u"The screen is blank."_s);
}

TEST_F(SlideViewTest, ClosingTheWindowLeaves)
{
    slides.close();
    EXPECT_EQ(left.count(), 1);
}

} // namespace
} // namespace downtimeline
