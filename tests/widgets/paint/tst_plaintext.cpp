// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paint/plaintext.h"
#include "widgets/paint/style.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QHelpEvent>
#include <QMessageBox>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

namespace downtimeline {

namespace {

const QString hostile = QStringLiteral("<img src='file:///etc/hostname'> a<b & c>d &lt;");

} // namespace

TEST(PlainText, ForeignMarkupStaysText)
{
    EXPECT_EQ(PlainText::foreign(hostile).text(), hostile);
    EXPECT_EQ(PlainText::foreign(u"<b>").escaped(), QStringLiteral("&lt;b&gt;"));
}

TEST(PlainText, IsClippedToItsLength)
{
    const QString exact(PlainText::maximumLength, u'x');
    EXPECT_EQ(PlainText::foreign(exact).text(), exact);
    const QString clipped = PlainText::foreign(exact + u'x').text();
    EXPECT_EQ(clipped.size(), PlainText::maximumLength);
    EXPECT_EQ(clipped.back(), QChar(0x2026));
}

TEST(PlainText, ClippingNeverHalvesASurrogatePair)
{
    const QString text = u'x' + QString::fromUcs4(U"\U0001F525").repeated(PlainText::maximumLength);
    const QString clipped = PlainText::foreign(text).text();
    EXPECT_LE(clipped.size(), PlainText::maximumLength);
    EXPECT_TRUE(clipped.isValidUtf16());
}

TEST(PlainText, KeepsSixteenMarksABase)
{
    const QString marks = u'e' + QString(1'000'000, QChar(0x301)) + u'f';
    const QString shown = PlainText::foreign(marks).text();
    EXPECT_EQ(shown, u'e' + QString(16, QChar(0x301)) + u'f');
}

TEST(PlainText, MakesControlsAndDirectionVisible)
{
    EXPECT_EQ(PlainText::foreign(QStringView(u"a\u202eb")).text(), QStringLiteral("a\ufffdb"));
    EXPECT_EQ(PlainText::foreign(std::string_view("a\x1b[0m")).text(), QStringLiteral("a\u241b[0m"));
    EXPECT_EQ(PlainText::foreign(std::string_view("a\tb\r\nc")).text(), QStringLiteral("a b\nc"));
    EXPECT_EQ(PlainText::foreign(std::string_view("a\0b", 3)).text(), QStringLiteral("a\u2400b"));
}

TEST(PlainText, ReadsBrokenUtf8AndLoneSurrogates)
{
    EXPECT_EQ(PlainText::foreign(std::string_view("a\xff")).text(), QStringLiteral("a\ufffd"));
    const char16_t lone[] = {u'a', char16_t(0xd800), u'b'};
    EXPECT_EQ(PlainText::foreign(QStringView(lone, 3)).text(), QStringLiteral("a\ufffdb"));
}

TEST(PlainText, ATooltipIsNeverTakenForMarkup)
{
    for (const QString &text :
         {hostile, QStringLiteral("<?xml version='1.0'?>"), QStringLiteral("<b>x</b>"), QStringLiteral("&lt;"),
          QStringLiteral(" <p>"), QStringLiteral("<qt>")})
        EXPECT_FALSE(Qt::mightBeRichText(PlainText::foreign(text).forToolTip())) << text.toStdString();
    EXPECT_EQ(PlainText::foreign(u"Server outage").forToolTip(), QStringLiteral("Server outage"));
}

TEST(PlainText, ATooltipsLinesAreReadable)
{
    const QString words = QStringLiteral("word ").repeated(100);
    for (const QString &line : PlainText::foreign(words).forToolTip().split(u'\n'))
        EXPECT_LE(line.size(), 80);
    const QString one(300, u'x');
    EXPECT_EQ(PlainText::foreign(one).forToolTip().remove(u'\n'), one);
}

TEST(Label, ShowsMarkupAsText)
{
    const Label label(PlainText::foreign(hostile));
    EXPECT_EQ(label.textFormat(), Qt::PlainText);
    EXPECT_EQ(label.text(), hostile);
}

TEST(Tooltip, IsSetThroughTheDoor)
{
    QWidget widget;
    setToolTipText(&widget, PlainText::foreign(hostile));
    EXPECT_FALSE(Qt::mightBeRichText(widget.toolTip()));
    EXPECT_EQ(QString(widget.toolTip()).remove(QChar(0x2060)), hostile);
    setToolTipText(&widget, PlainText());
    EXPECT_TRUE(widget.toolTip().isEmpty());
}

class Guarded : public testing::Test
{
protected:
    Guarded() { qApp->installEventFilter(&m_guard); }

private:
    PlainTextGuard m_guard;
};

TEST_F(Guarded, EveryLabelBecomesPlain)
{
    QLabel label(QStringLiteral("<b>bold</b>"));
    label.show();
    EXPECT_EQ(label.textFormat(), Qt::PlainText);
}

TEST_F(Guarded, AMessageBoxShowsMarkupAsText)
{
    QMessageBox box;
    box.setText(hostile);
    box.setInformativeText(hostile);
    box.show();
    for (const QLabel *label : box.findChildren<QLabel *>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->objectName().toStdString();
}

TEST_F(Guarded, TheProgramsOwnMarkupMayOptOut)
{
    QLabel label(QStringLiteral("<b>bold</b>"));
    label.setProperty("markup", true);
    label.show();
    EXPECT_EQ(label.textFormat(), Qt::AutoText);
}

TEST_F(Guarded, ATooltipShowsMarkupAsText)
{
    QWidget widget;
    widget.resize(100, 100);
    setToolTipText(&widget, PlainText::foreign(hostile));
    widget.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&widget));
    QHelpEvent ask(QEvent::ToolTip, {10, 10}, widget.mapToGlobal(QPoint(10, 10)));
    QApplication::sendEvent(&widget, &ask);
    QLabel *tip = nullptr;
    for (QWidget *top : QApplication::topLevelWidgets())
        if (top->inherits("QTipLabel"))
            tip = qobject_cast<QLabel *>(top);
    ASSERT_TRUE(tip);
    EXPECT_EQ(tip->textFormat(), Qt::PlainText);
    EXPECT_EQ(tip->text().remove(QChar(0x2060)), hostile);
}

} // namespace downtimeline
