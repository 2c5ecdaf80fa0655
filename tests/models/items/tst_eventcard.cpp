// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventcard.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

const std::string text = "Timeline\n"
                         "- 9:45AM: Upgrade begins\r\n"
                         "- 10:15AM: Rollback initiated\n"
                         "- 10:20AM: Successful rollback\n";

Event rollback()
{
    Event event;
    event.id = EventId(5);
    event.kind = EventKind::Rollback;
    event.certainty = 0.968;
    event.title = "Rollback initiated";
    event.at = Instant(std::chrono::sys_days(std::chrono::year(2024) / 1 / 16)) + hours(9) + minutes(15);
    event.time.text = "10:15AM";
    event.time.zone = "GMT + 1";
    event.time.offset = hours(1);
    event.time.precision = Precision::Exact;
    event.time.zoneOrigin = ZoneOrigin::Header;
    event.source = SourceId(1);
    event.line = 3;
    return event;
}

Source document()
{
    Source source;
    source.id = SourceId(1);
    source.name = "postmortem.txt";
    source.text = text;
    return source;
}

DisplayZone gmt1()
{
    return {hours(1), QStringLiteral("GMT+1")};
}

EventCard cardOf(const Event &event)
{
    const Source source = document();
    return eventCard(event, entryOf(event), &source, gmt1());
}

} // namespace

TEST(EventCard, TellsTheTimeAsReadBesideTheInstant)
{
    const EventCard card = cardOf(rollback());
    EXPECT_EQ(card.time, QStringLiteral("16 January 2024, 10:15 GMT+1"));
    EXPECT_EQ(card.timeAsRead, QStringLiteral("“10:15AM” · zone from its table or section (GMT + 1)"));
    EXPECT_EQ(card.instantText, QStringLiteral("2024-01-16 09:15:00 UTC"));
    EXPECT_EQ(card.kindText, QStringLiteral("Rollback, 97 % certain"));
    EXPECT_EQ(card.sourceText, QStringLiteral("postmortem.txt, line 3"));
}

TEST(EventCard, QuotesTheLinesAroundAndMarksItsOwn)
{
    const EventCard card = cardOf(rollback());
    ASSERT_EQ(card.lines.size(), 4U) << "nothing stands behind the last line break";
    EXPECT_EQ(card.lines[1], (QuotedLine{2, QStringLiteral("- 9:45AM: Upgrade begins"), false}));
    EXPECT_EQ(card.lines[2], (QuotedLine{3, QStringLiteral("- 10:15AM: Rollback initiated"), true}));
}

TEST(EventCard, ALineThatTheTextDoesNotHaveQuotesNothing)
{
    EXPECT_TRUE(linesAround(text, 0, 2).empty());
    EXPECT_TRUE(linesAround(text, 5, 2).empty());
    EXPECT_TRUE(linesAround("", 2, 2).empty());
    ASSERT_EQ(linesAround("one", 1, 2).size(), 1U);
    EXPECT_EQ(linesAround(text, 1, 1).size(), 2U);
}

TEST(EventCard, WhatIsNotExactSaysSo)
{
    Event event = rollback();
    event.time.precision = Precision::Approximate;
    EXPECT_TRUE(cardOf(event).time.startsWith(QStringLiteral("About 16 January 2024, 10:15")));
    event.time.precision = Precision::Day;
    EXPECT_EQ(cardOf(event).time, QStringLiteral("16 January 2024, only the day is known"));
    event.time.precision = Precision::Exact;
    event.time.zoneOrigin = ZoneOrigin::Unstated;
    EXPECT_TRUE(cardOf(event).time.endsWith(QStringLiteral("(zone not stated)")));
    event.at.reset();
    EXPECT_EQ(cardOf(event).time, QStringLiteral("No time is known"));
    EXPECT_TRUE(cardOf(event).instantText.isEmpty());
}

TEST(EventCard, ACertainKindAndAnEventOfTheUserSayLess)
{
    Event event = rollback();
    event.certainty = 1;
    event.time.text.clear();
    const EventCard card = eventCard(event, entryOf(event), nullptr, gmt1());
    EXPECT_EQ(card.kindText, QStringLiteral("Rollback"));
    EXPECT_TRUE(card.sourceText.isEmpty());
    EXPECT_TRUE(card.lines.empty());
    EXPECT_TRUE(card.timeAsRead.isEmpty());
}

} // namespace downtimeline
