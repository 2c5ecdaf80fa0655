// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/measurecard.h"
#include "widgets/incidents/measurelabel.h"
#include "widgets/paint/plaintext.h"

#include <gtest/gtest.h>

#include <QLayout>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

HeaderMeasure figure(const QString &value, const QString &caption)
{
    return {.value = value, .caption = caption, .explanation = QStringLiteral("what it means")};
}

MeasureContent content(int figures)
{
    MeasureContent made;
    for (int i = 0; i < figures; ++i)
        made.figures.push_back(figure(QStringLiteral("%1 min").arg(i), QStringLiteral("series number %1").arg(i)));
    made.text = QStringLiteral("one line\nand another\n");
    return made;
}

/// The visible words of a card.
QStringList words(const MeasureCard &card)
{
    QStringList list;
    for (const Label *label : card.findChildren<Label *>())
        list << label->text();
    return list;
}

} // namespace

TEST(MeasureCard, IsThereOnlyWhileThereIsSomethingToTell)
{
    QWidget window;
    MeasureCard card(&window);
    window.show();
    EXPECT_FALSE(card.isVisible());
    card.setContent(content(2));
    EXPECT_TRUE(card.isVisible());
    EXPECT_EQ(card.findChildren<MeasureLabel *>().size(), 2);
    card.setContent({});
    EXPECT_FALSE(card.isVisible());
}

TEST(MeasureCard, FiguresComeGoAndChange)
{
    MeasureCard card;
    card.setContent(content(3));
    EXPECT_TRUE(words(card).contains(QStringLiteral("2 min")));
    card.setContent(content(1));
    EXPECT_EQ(words(card), (QStringList{QStringLiteral("0 min"), QStringLiteral("series number 0")}));
}

TEST(MeasureCard, ManySeriesGoOnInAnotherRow)
{
    MeasureCard card;
    card.setContent(content(12));
    const int wide = card.layout()->totalHeightForWidth(3000);
    EXPECT_GT(card.layout()->totalHeightForWidth(500), wide);
}

TEST(MeasureCard, ASeriesNamedLikeMarkupIsText)
{
    MeasureCard card;
    const QString name = QStringLiteral("<img src='file:///etc/passwd'>");
    card.setContent({.figures = {figure(name, name)}, .text = {}});
    for (const QString &word : words(card))
        EXPECT_EQ(word, name);
    for (const Label *label : card.findChildren<Label *>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText);
}

TEST(MeasureCard, AScreenReaderHearsAllOfItAndBothButtons)
{
    MeasureCard card;
    card.setContent(content(2));
    EXPECT_EQ(card.accessibleDescription(), QStringLiteral("one line\nand another\n"));
    EXPECT_FALSE(card.copyButton()->accessibleName().isEmpty());
    EXPECT_FALSE(card.closeButton()->accessibleName().isEmpty());
    EXPECT_EQ(card.findChildren<MeasureLabel *>().front()->accessibleDescription(), QStringLiteral("what it means"));
}

TEST(MeasureCard, ItsButtonsWorkByMouseAndByKey)
{
    MeasureCard card;
    card.setContent(content(1));
    card.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&card));
    QSignalSpy copied(&card, &MeasureCard::copyRequested);
    QSignalSpy closed(&card, &MeasureCard::closeRequested);
    QTest::mouseClick(card.copyButton(), Qt::LeftButton);
    card.copyButton()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(card.copyButton(), Qt::Key_Tab);
    EXPECT_TRUE(card.closeButton()->hasFocus());
    QTest::keyClick(card.closeButton(), Qt::Key_Space);
    EXPECT_EQ(copied.count(), 1);
    EXPECT_EQ(closed.count(), 1);
}

} // namespace downtimeline
