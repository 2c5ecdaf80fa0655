// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/sourceview.h"

#include "incidentfixture.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QTest>
#include <QTextBlock>

namespace downtimeline {
namespace {

class SourceViewTest : public testing::Test
{
protected:
    SourceViewTest()
    {
        setLook(false);
        view.resize(500, 300);
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
    }
    void show(std::optional<std::string> text)
    {
        Source source;
        source.id = SourceId(5);
        source.name = "notes.txt";
        source.text = std::move(text);
        view.setSource(source);
    }

    SourceView view;
};

TEST_F(SourceViewTest, ShowsTheTextAndMarksALine)
{
    show("one\ntwo\nthree");
    view.showLine(2);
    EXPECT_EQ(view.source(), SourceId(5));
    EXPECT_EQ(view.markedLine(), 2);
    ASSERT_EQ(view.extraSelections().size(), 1);
    EXPECT_EQ(view.extraSelections()[0].cursor.block().text(), QStringLiteral("two"));
}

TEST_F(SourceViewTest, ALineThatIsNotThereTakesTheMarkAway)
{
    show("one\ntwo");
    view.showLine(1);
    view.showLine(9);
    EXPECT_EQ(view.markedLine(), 0);
    EXPECT_TRUE(view.extraSelections().isEmpty());
}

TEST_F(SourceViewTest, LinesAreCountedAsReadersCountThem)
{
    show("one\r\ntwo\u2028still two\rstill two\nthree");
    EXPECT_EQ(view.blockCount(), 3);
    view.showLine(3);
    EXPECT_EQ(view.textCursor().block().text(), QStringLiteral("three"));
}

TEST_F(SourceViewTest, MarkupIsLiteralAndNothingReorders)
{
    show("<img src='file:///dev/zero'><b>x</b>\nabc\u202edef\x01");
    EXPECT_TRUE(view.toPlainText().startsWith(QStringLiteral("<img src='file:///dev/zero'><b>x</b>")));
    EXPECT_FALSE(view.toPlainText().contains(QChar(0x202e)));
    EXPECT_FALSE(view.toPlainText().contains(QChar(1)));
}

TEST_F(SourceViewTest, NothingCanBeTyped)
{
    show("one");
    QTest::keyClicks(&view, QStringLiteral("abc"));
    EXPECT_EQ(view.toPlainText(), QStringLiteral("one"));
}

TEST_F(SourceViewTest, ATextThatWasNotKeptIsSaid)
{
    show(std::nullopt);
    EXPECT_TRUE(view.toPlainText().contains(QStringLiteral("was not kept")));
    EXPECT_EQ(view.numbersWidth(), 0);
    view.showLine(1);
    EXPECT_EQ(view.markedLine(), 0);
}

TEST_F(SourceViewTest, AFarLineIsScrolledIntoView)
{
    std::string text;
    for (int i = 1; i <= 2000; ++i)
        text += "line " + std::to_string(i) + "\n";
    show(text);
    view.showLine(1500);
    const QRect cursor = view.cursorRect();
    EXPECT_TRUE(view.viewport()->rect().contains(cursor.center()));
    saveScreenshot(view, QStringLiteral("sourceview-light"));
    EXPECT_GT(pixelsOf(view, Theme::light().selection), 1000);
    setLook(true);
    saveScreenshot(view, QStringLiteral("sourceview-dark"));
    EXPECT_GT(pixelsOf(view, Theme::dark().selection), 1000);
}

} // namespace
} // namespace downtimeline
