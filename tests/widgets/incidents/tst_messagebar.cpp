// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/messagebar.h"

#include "incidentfixture.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

class MessageBarTest : public testing::Test
{
protected:
    MessageBarTest()
    {
        setLook(false);
        window.resize(700, 200);
        bar.setGeometry(0, 0, 700, 44);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
    }

    QWidget window;
    MessageBar bar{&window};
    QSignalSpy triggered{&bar, &MessageBar::actionTriggered};
    QSignalSpy dismissed{&bar, &MessageBar::dismissed};
};

TEST_F(MessageBarTest, IsHiddenUntilThereIsAMessage)
{
    EXPECT_FALSE(bar.isVisible());
    bar.showMessage(MessageBar::Tone::Notice, PlainText::own(QStringLiteral("Saved.")));
    EXPECT_TRUE(bar.isVisible());
    EXPECT_EQ(bar.text(), QStringLiteral("Saved."));
    EXPECT_FALSE(bar.actionButton()->isVisible());
}

TEST_F(MessageBarTest, ItsActionIsOfferedAndTheMessageStays)
{
    bar.showMessage(
        MessageBar::Tone::Failure, PlainText::own(QStringLiteral("The disk is full.")), QStringLiteral("Try again"));
    EXPECT_EQ(bar.actionButton()->text(), QStringLiteral("Try again"));
    QTest::mouseClick(bar.actionButton(), Qt::LeftButton);
    EXPECT_EQ(triggered.count(), 1);
    EXPECT_TRUE(bar.isVisible());
}

TEST_F(MessageBarTest, ClosesByItsButtonAndByEscape)
{
    bar.showMessage(MessageBar::Tone::Warning, PlainText::own(QStringLiteral("One")));
    QTest::mouseClick(bar.closeButton(), Qt::LeftButton);
    EXPECT_FALSE(bar.isVisible());
    bar.showMessage(MessageBar::Tone::Warning, PlainText::own(QStringLiteral("Two")));
    QTest::keyClick(bar.closeButton(), Qt::Key_Escape);
    EXPECT_FALSE(bar.isVisible());
    EXPECT_EQ(dismissed.count(), 2);
}

TEST_F(MessageBarTest, ForeignTextIsLiteral)
{
    bar.showMessage(MessageBar::Tone::Notice, PlainText::foreign(QStringView(u"<b>bold</b> & <img src='/dev/zero'>")));
    EXPECT_EQ(bar.text(), QStringLiteral("<b>bold</b> & <img src='/dev/zero'>"));
}

TEST_F(MessageBarTest, EachToneHasItsEdge)
{
    bar.showMessage(
        MessageBar::Tone::Failure, PlainText::own(QStringLiteral("The disk is full.")), QStringLiteral("Try again"));
    EXPECT_GT(pixelsOf(bar, Theme::light().danger), 100);
    saveScreenshot(bar, QStringLiteral("messagebar-light"));
    bar.showMessage(MessageBar::Tone::Notice, PlainText::own(QStringLiteral("Saved.")));
    EXPECT_EQ(pixelsOf(bar, Theme::light().danger), 0);
    EXPECT_GT(pixelsOf(bar, Theme::light().accent), 100);
    setLook(true);
    saveScreenshot(bar, QStringLiteral("messagebar-dark"));
}

} // namespace
} // namespace downtimeline
