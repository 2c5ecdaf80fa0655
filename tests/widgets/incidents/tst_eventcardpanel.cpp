// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incidents/eventcardpanel.h"

#include "incidentfixture.h"
#include "widgets/incidents/noteedit.h"
#include "widgets/incidents/quotedlines.h"
#include "widgets/paint/theme.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace downtimeline {
namespace {

EventCard rollback()
{
    return {
        .event = EventId(5),
        .kind = EventKind::Rollback,
        .title = QStringLiteral("Rollback initiation begins"),
        .kindText = QStringLiteral("Rollback, 97 % certain"),
        .time = QStringLiteral("16 January 2024, 10:15 – 10:20 GMT+1"),
        .length = QStringLiteral("5 min, up to the event that ends it"),
        .timeAsRead = QStringLiteral("“10:15AM” · zone from its table or section (GMT + 1)"),
        .instantText = QStringLiteral("2024-01-16 09:15:00 UTC"),
        .sourceText = QStringLiteral("0x19-postmortem.txt, line 17"),
        .lines =
            {{15, QStringLiteral("10:00AM: Pagers alerted on-call team"), false},
             {16, QStringLiteral("10:10AM: On-call team acknowledgement"), false},
             {17, QStringLiteral("10:15AM: Rollback initiation begins"), true},
             {18, QStringLiteral("10:20AM: Successful rollback"), false},
             {19, QStringLiteral("10:20AM: Server restart initiated"), false}},
        .actor = QStringLiteral("release team"),
        .service = QStringLiteral("all servers"),
        .detail = {},
        .note = QStringLiteral("Why did it take five minutes?"),
        .isStarred = false,
        .isHidden = false};
}

class EventCardPanelTest : public testing::Test
{
protected:
    EventCardPanelTest()
    {
        setLook(false);
        panel.resize(534, 330);
        panel.setCard(rollback(), true);
        panel.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&panel));
        panel.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&panel));
    }

    EventCardPanel panel;
    QSignalSpy starred{&panel, &EventCardPanel::starRequested};
    QSignalSpy noted{&panel, &EventCardPanel::noteEdited};
};

TEST_F(EventCardPanelTest, TellsEverythingToAScreenReaderAndMarksTheLine)
{
    const QString spoken = panel.accessibleDescription();
    for (const char *words : {"Rollback, 97 % certain", "10:15AM", "09:15:00 UTC", "line 17", "release team"})
        EXPECT_TRUE(spoken.contains(QString::fromUtf8(words))) << words;
    EXPECT_FALSE(spoken.contains(QStringLiteral("Detail"))) << "what is empty is left out";
    auto *lines = panel.findChild<QuotedLines *>();
    ASSERT_NE(lines, nullptr);
    EXPECT_GT(pixelsOf(*lines, Theme::light().selection), 500);
    saveScreenshot(panel, QStringLiteral("event-card-light"));
    setLook(true);
    EventCard star = rollback();
    star.isStarred = true;
    panel.setCard(star, true);
    saveScreenshot(panel, QStringLiteral("event-card-dark"));
    setLook(false);
}

TEST_F(EventCardPanelTest, TheStarAsksAndShowsWhatIs)
{
    QTest::mouseClick(panel.starButton(), Qt::LeftButton);
    ASSERT_EQ(starred.count(), 1);
    EXPECT_EQ(starred[0][0].value<EventId>(), EventId(5));
    EXPECT_TRUE(starred[0][1].toBool());
    EXPECT_FALSE(panel.starButton()->isChecked()) << "the edit may be refused";
    EventCard card = rollback();
    card.isStarred = true;
    panel.setCard(card, true);
    EXPECT_TRUE(panel.starButton()->isChecked());
    EXPECT_EQ(panel.starButton()->text(), QStringLiteral("Starred"));
    panel.setFocus();
    QTest::keyClick(&panel, Qt::Key_S);
    EXPECT_FALSE(starred[1][1].toBool());
}

TEST_F(EventCardPanelTest, ATypedNoteIsHandedOverOnceWhenTheFocusLeaves)
{
    panel.note()->setFocus();
    panel.note()->selectAll();
    QTest::keyClicks(panel.note(), QStringLiteral("Ask the release team"));
    EXPECT_EQ(noted.count(), 0);
    panel.setFocus();
    ASSERT_EQ(noted.count(), 1);
    EXPECT_EQ(noted[0][0].value<EventId>(), EventId(5));
    EXPECT_EQ(noted[0][1].toString(), QStringLiteral("Ask the release team"));
    panel.note()->setFocus();
    panel.setFocus();
    EXPECT_EQ(noted.count(), 1) << "nothing new was typed";
}

TEST_F(EventCardPanelTest, AnotherEventDoesNotTakeTheNoteThatIsBeingTyped)
{
    panel.note()->setFocus();
    QTest::keyClicks(panel.note(), QStringLiteral("x"));
    EventCard other = rollback();
    other.event = EventId(6);
    other.note.clear();
    panel.setCard(other, true);
    ASSERT_EQ(noted.count(), 1);
    EXPECT_EQ(noted[0][0].value<EventId>(), EventId(5));
    EXPECT_TRUE(panel.note()->toPlainText().isEmpty());
}

TEST_F(EventCardPanelTest, AnEditFromElsewhereKeepsWhatIsBeingTypedAndEscapeTakesItBack)
{
    panel.note()->setFocus();
    QTest::keyClicks(panel.note(), QStringLiteral("x"));
    const QString typed = panel.note()->toPlainText();
    EventCard card = rollback();
    card.isStarred = true;
    panel.setCard(card, true);
    EXPECT_EQ(panel.note()->toPlainText(), typed);
    QTest::keyClick(panel.note(), Qt::Key_Escape);
    EXPECT_EQ(panel.note()->toPlainText(), rollback().note);
    EXPECT_EQ(noted.count(), 0);
    QSignalSpy closed(&panel, &EventCardPanel::closeRequested);
    QTest::keyClick(panel.note(), Qt::Key_Escape);
    EXPECT_EQ(closed.count(), 1) << "the second one closes the card";
}

TEST_F(EventCardPanelTest, PastedMarkupStaysText)
{
    auto *html = new QMimeData;
    html->setHtml(QStringLiteral("<img src='file:///etc/passwd'><b>bold</b>"));
    html->setText(QStringLiteral("<b>bold</b>"));
    QApplication::clipboard()->setMimeData(html);
    panel.note()->selectAll();
    panel.note()->paste();
    EXPECT_EQ(panel.note()->toPlainText(), QStringLiteral("<b>bold</b>"));
}

TEST_F(EventCardPanelTest, AReadOnlyLibraryLetsNothingBeChanged)
{
    panel.setCard(rollback(), false);
    EXPECT_FALSE(panel.starButton()->isEnabled());
    EXPECT_TRUE(panel.note()->isReadOnly());
    panel.setFocus();
    QTest::keyClick(&panel, Qt::Key_S);
    EXPECT_EQ(starred.count(), 0);
}

} // namespace
} // namespace downtimeline
