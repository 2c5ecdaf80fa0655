// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/draft/importdraft.h"

#include <QDateTime>

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

Event eventOn(int day, int hour, int minute, ZoneOrigin origin = ZoneOrigin::Header)
{
    Event event;
    event.kind = EventKind::Alert;
    event.certainty = 0.5;
    event.title = "at " + std::to_string(hour) + ":" + std::to_string(minute);
    event.line = 10 + hour;
    event.time.text = "as written";
    event.time.year = 2024;
    event.time.month = 1;
    event.time.day = day;
    event.time.clock = ClockTime{.hour = hour, .minute = minute, .second = {}, .microsecond = 0};
    event.time.offset = 1h;
    event.time.zoneOrigin = origin;
    event.time.precision = Precision::Exact;
    event.at = instantOf(event.time);
    return event;
}

Event bare(int hour, int minute)
{
    Event event = eventOn(1, hour, minute, ZoneOrigin::Unstated);
    event.time.year.reset();
    event.time.month.reset();
    event.time.day.reset();
    event.time.offset.reset();
    event.at.reset();
    return event;
}

ImportDraft draftWith(std::vector<Event> events)
{
    ImportBatch batch;
    batch.incidents.push_back({.isStated = true, .incident = {.title = "An outage"}, .events = std::move(events)});
    return draftOf(std::move(batch));
}

std::vector<std::string> times(const ImportDraft &draft)
{
    std::vector<std::string> result;
    const ImportBatch batch = chosenBatch(draft);
    for (const Event &event : batch.incidents.front().events)
        result.push_back(isoText(event.time));
    return result;
}

using Times = std::vector<std::string>;

TEST(ImportDraft, WithoutAChoiceIsWhatWasRead)
{
    const std::vector<Event> read{eventOn(16, 23, 50), eventOn(17, 0, 10)};
    const ImportDraft draft = draftWith(read);
    EXPECT_EQ(chosenBatch(draft).incidents.front().events, read);
    EXPECT_EQ(placedBatch(draft).incidents.front().events, read);
    EXPECT_EQ(takenCount(draft), 2);
}

TEST(ImportDraft, AnotherDayMovesEveryEventAndKeepsMidnightBetweenThem)
{
    ImportDraft draft = draftWith({eventOn(17, 0, 10), eventOn(16, 23, 50)});
    EXPECT_EQ(firstDay(draft.incidents[0]), QDate(2024, 1, 16));
    draft.incidents[0].day = QDate(2020, 2, 28);
    place(draft.incidents[0]);
    EXPECT_EQ(times(draft), (Times{"2020-02-29T00:10:00+01:00", "2020-02-28T23:50:00+01:00"}));
    EXPECT_EQ(firstDay(draft.incidents[0]), QDate(2020, 2, 28));
}

TEST(ImportDraft, TheDayFillsWhatStatesNone)
{
    ImportDraft draft = draftWith({bare(10, 0), bare(10, 20)});
    EXPECT_FALSE(firstDay(draft.incidents[0]));
    EXPECT_EQ(firstWithoutInstant(draft.incidents[0]), 0U);
    draft.incidents[0].day = QDate(2024, 5, 6);
    place(draft.incidents[0]);
    EXPECT_EQ(times(draft), (Times{"2024-05-06T10:00", "2024-05-06T10:20"}));
    EXPECT_FALSE(firstWithoutInstant(draft.incidents[0]));
}

TEST(ImportDraft, AnotherZoneKeepsTheClocksAndMovesTheInstants)
{
    ImportDraft draft = draftWith({eventOn(16, 10, 0)});
    draft.incidents[0].zone = QTimeZone("America/New_York");
    place(draft.incidents[0]);
    EXPECT_EQ(times(draft), Times{"2024-01-16T10:00:00-05:00"});
    EXPECT_EQ(*draft.incidents[0].placed[0].at - *eventOn(16, 10, 0).at, 6h);
    EXPECT_EQ(chosenBatch(draft).incidents[0].incident.offset, -5h);
    EXPECT_EQ(chosenBatch(draft).incidents[0].incident.zone, "America/New_York");
}

TEST(ImportDraft, ATimeThatStatesItsOwnZoneKeepsIt)
{
    ImportDraft draft = draftWith({eventOn(16, 10, 0, ZoneOrigin::Line), eventOn(16, 11, 0, ZoneOrigin::Assumed)});
    EXPECT_FALSE(followsZone(draft.incidents[0]));
    draft.incidents[0].zone = QTimeZone("America/New_York");
    place(draft.incidents[0]);
    EXPECT_EQ(times(draft), (Times{"2024-01-16T10:00:00+01:00", "2024-01-16T11:00:00+01:00"}));
    EXPECT_TRUE(followsZone(draftWith({eventOn(16, 10, 0)}).incidents[0]));
}

TEST(ImportDraft, SwappingDayAndMonthTurnsEveryDateAround)
{
    Event march = eventOn(10, 10, 0);
    march.time.month = 3;
    Event next = eventOn(11, 10, 0);
    next.time.month = 3;
    ImportDraft draft = draftWith({march, next});
    draft.incidents[0].swapsDayAndMonth = true;
    place(draft.incidents[0]);
    EXPECT_EQ(times(draft), (Times{"2024-10-03T10:00:00+01:00", "2024-11-03T10:00:00+01:00"}));
}

TEST(ImportDraft, TheClockShiftIsAddedToWhatIsReadOutAndNotToWhatIsStored)
{
    ImportDraft draft = draftWith({eventOn(16, 10, 0)});
    draft.incidents[0].read.series.push_back({.series = {}, .samples = {{.at = Instant{5s}, .value = 1}}});
    draft.clockShift = 30s;
    EXPECT_EQ(*chosenBatch(draft).incidents[0].events[0].at - *eventOn(16, 10, 0).at, 30s);
    EXPECT_EQ(chosenBatch(draft).incidents[0].series[0].samples[0].at, Instant{35s});
    EXPECT_EQ(placedBatch(draft).incidents[0].events[0].at, eventOn(16, 10, 0).at);
    EXPECT_EQ(placedBatch(draft).incidents[0].series[0].samples[0].at, Instant{5s});
}

TEST(ImportDraft, AnEditedTimeStaysWhereTheUserPutItWhateverTheClockShift)
{
    ImportDraft draft = draftWith({eventOn(16, 10, 0)});
    const Instant typed = *eventOn(16, 10, 17).at;
    draft.incidents[0].choices[0].at = typed;
    draft.clockShift = 5min;
    const Event chosen = chosenEvent(draft, draft.incidents[0], 0);
    EXPECT_EQ(chosen.at, typed);
    EXPECT_EQ(isoText(chosen.time), "2024-01-16T10:12:00+01:00"); // what the source's clock showed then
}

TEST(ImportDraft, EditsAreTheUsersAndSure)
{
    ImportDraft draft = draftWith({eventOn(16, 10, 0), eventOn(16, 10, 5)});
    draft.incidents[0].choices[0].kind = EventKind::Recovery;
    draft.incidents[0].choices[0].title = "Back again";
    draft.incidents[0].choices[1].taken = false;
    const ImportBatch batch = chosenBatch(draft);
    ASSERT_EQ(batch.incidents[0].events.size(), 1U);
    EXPECT_EQ(batch.incidents[0].events[0].kind, EventKind::Recovery);
    EXPECT_EQ(batch.incidents[0].events[0].certainty, 1.0);
    EXPECT_EQ(batch.incidents[0].events[0].title, "Back again");
    EXPECT_EQ(placedBatch(draft).incidents[0].events.size(), 2U);
    EXPECT_EQ(draft.incidents[0].read.events[0].title, "at 10:0");
}

TEST(ImportDraft, TitleAndSeverityMakeItAnIncident)
{
    ImportDraft draft = draftWith({eventOn(16, 10, 0)});
    draft.incidents[0].read.isStated = false;
    EXPECT_FALSE(placedBatch(draft).incidents[0].isStated);
    draft.incidents[0].title = "Named";
    draft.incidents[0].severity = Severity::Sev2;
    EXPECT_TRUE(placedBatch(draft).incidents[0].isStated);
    EXPECT_EQ(placedBatch(draft).incidents[0].incident.title, "Named");
    EXPECT_EQ(placedBatch(draft).incidents[0].incident.severity, Severity::Sev2);
    draft.incidents[0].severity = std::optional<Severity>();
    EXPECT_FALSE(placedBatch(draft).incidents[0].incident.severity);
}

TEST(ImportDraft, AnIncidentOfWhichNothingIsTakenIsLeftOut)
{
    ImportDraft draft = draftWith({eventOn(16, 10, 0)});
    draft.incidents[0].choices[0].taken = false;
    EXPECT_TRUE(placedBatch(draft).isEmpty());
    draft.incidents[0].choices[0].standing = EventStanding::Known; // then it is an update
    EXPECT_FALSE(placedBatch(draft).isEmpty());
    EXPECT_EQ(takenCount(draft), 0);
}

TEST(ImportDraft, WhatIsKnownOrAlikeIsNotTakenUnlessTheUserSaysSo)
{
    DraftEvent event;
    EXPECT_TRUE(event.isTaken());
    event.like = StandingEvent{};
    EXPECT_FALSE(event.isTaken());
    event.taken = true;
    EXPECT_TRUE(event.isTaken());
    event.standing = EventStanding::Known;
    EXPECT_FALSE(event.isTaken());
    event.standing = EventStanding::Removed;
    EXPECT_TRUE(event.isTaken());
    event.taken.reset();
    EXPECT_FALSE(event.isTaken());
}

TEST(ImportDraft, AChoiceAnswersItsQuestions)
{
    ImportDraft draft = draftWith({bare(10, 0)});
    DraftIncident &incident = draft.incidents[0];
    using About = Question::About;
    for (const About about : {About::Zone, About::Date, About::Year, About::Columns})
        incident.read.questions.push_back({.about = about, .message = "?"});
    EXPECT_EQ(openQuestions(incident).size(), 4U);
    incident.zone = QTimeZone::utc();
    EXPECT_EQ(openQuestions(incident).size(), 3U);
    incident.day = QDate(2024, 1, 1);
    ASSERT_EQ(openQuestions(incident).size(), 1U);
    EXPECT_EQ(openQuestions(incident)[0].about, About::Columns);
}

TEST(ImportDraft, SamplesWithoutAZoneMoveWithTheChosenOne)
{
    ImportDraft draft = draftWith({});
    DraftIncident &incident = draft.incidents[0];
    const Instant tenUtc = std::chrono::sys_days(std::chrono::year(2024) / 7 / 1) + 10h;
    incident.read.series.push_back({.series = {}, .samples = {{.at = tenUtc, .value = 1}}});
    incident.zone = QTimeZone("Europe/Berlin");
    place(incident);
    EXPECT_EQ(placedBatch(draft).incidents[0].series[0].samples[0].at, tenUtc); // it stated one
    incident.read.questions.push_back({.about = Question::About::Zone, .message = "?"});
    EXPECT_EQ(placedBatch(draft).incidents[0].series[0].samples[0].at, tenUtc - 2h);
    incident.day = QDate(2024, 7, 3);
    EXPECT_EQ(placedBatch(draft).incidents[0].series[0].samples[0].at, tenUtc - 2h + std::chrono::days(2));
}

TEST(ImportDraftDays, OffersTheDaysThatContradictEachOther)
{
    ImportDraft draft = draftWith({eventOn(16, 10, 0)});
    const std::string text = "16 th January 2024, an outage\nnothing\nOn the 5 th of September 2020 around 9:45\n";
    draft.incidents[0].read.findings.push_back({.rule = "two-dates", .lines = {1, 3, 99}});
    const std::vector<DayOption> options = dayOptions(draft.incidents[0], linesOf(text));
    ASSERT_EQ(options.size(), 2U);
    EXPECT_EQ(options[0], (DayOption{.day = QDate(2024, 1, 16), .lines = {1}}));
    EXPECT_EQ(options[1], (DayOption{.day = QDate(2020, 9, 5), .lines = {3}}));
}

TEST(ImportDraftDays, OffersTheOtherOrderWhereItIsOpen)
{
    Event march = eventOn(10, 10, 0);
    march.time.month = 3;
    ImportDraft draft = draftWith({march});
    draft.incidents[0].read.questions.push_back({.about = Question::About::DayFirst, .message = "?"});
    const std::vector<DayOption> options = dayOptions(draft.incidents[0], {});
    ASSERT_EQ(options.size(), 2U);
    EXPECT_EQ(options[1], (DayOption{.day = QDate(2024, 10, 3), .lines = {}, .isSwapped = true}));
}

TEST(ImportDraftDays, TheZoneIsInTheHeaderAboveTheFirstEvent)
{
    ImportDraft draft = draftWith({eventOn(16, 10, 0)}); // on line 20
    draft.incidents[0].read.incident.zone = "GMT + 1";
    std::string text = "at 10 GMT + 1 it broke\nTime (GMT + 1)\n";
    for (int line = 3; line < 30; ++line)
        text += line == 25 ? "later, GMT + 1\n" : "x\n";
    EXPECT_EQ(zoneLine(draft.incidents[0], linesOf(text)), 2);
    draft.incidents[0].read.events[0].time.zoneOrigin = ZoneOrigin::Document;
    EXPECT_EQ(zoneLine(draft.incidents[0], linesOf(text)), 1);
    draft.incidents[0].read.incident.zone = "CET";
    EXPECT_EQ(zoneLine(draft.incidents[0], linesOf(text)), 0);
}

TEST(ImportDraftDays, LinesAreCountedAsReadersCountThem)
{
    EXPECT_EQ(linesOf("a\r\nb\n\nc").size(), 4U);
    EXPECT_EQ(linesOf("a\r\nb\n")[0], "a");
    EXPECT_EQ(linesOf("a\nb\n").size(), 2U);
    EXPECT_EQ(linesOf("").size(), 1U);
}

TEST(ImportDraftDays, ReadsWholeDatesOnly)
{
    EXPECT_EQ(dayFromText(u" 2024-01-16 "_s), QDate(2024, 1, 16));
    EXPECT_EQ(dayFromText(u"5 September 2020"_s), QDate(2020, 9, 5));
    EXPECT_FALSE(dayFromText(u"16 January"_s));
    EXPECT_FALSE(dayFromText(u"2024-01-16 or so"_s));
    EXPECT_FALSE(dayFromText(u"03/04/2021"_s)); // whose month?
    EXPECT_FALSE(dayFromText(u"yesterday"_s));
    EXPECT_FALSE(dayFromText({}));
}

TEST(ImportDraftDays, ReadsZonesThatNameOnePlace)
{
    EXPECT_EQ(zoneFromText(u"Europe/Berlin"_s), QTimeZone("Europe/Berlin"));
    EXPECT_EQ(zoneFromText(u"+01:00"_s)->offsetFromUtc(QDateTime::fromSecsSinceEpoch(0)), 3600);
    EXPECT_EQ(zoneFromText(u"GMT+1"_s)->offsetFromUtc(QDateTime::fromSecsSinceEpoch(0)), 3600);
    EXPECT_EQ(zoneFromText(u"UTC"_s)->offsetFromUtc(QDateTime::fromSecsSinceEpoch(0)), 0);
    EXPECT_FALSE(zoneFromText(u"IST"_s));
    EXPECT_FALSE(zoneFromText(u"Europe/Nowhere"_s));
}

TEST(ImportDraft, WhatWasChosenIsCarriedToAnotherReading)
{
    ImportDraft before = draftWith({eventOn(16, 10, 0), eventOn(16, 11, 0), eventOn(16, 12, 0)});
    before.clockShift = 2min;
    DraftIncident &old = before.incidents[0];
    old.title = "Chosen";
    old.severity = Severity::Sev2;
    old.zone = QTimeZone("Europe/Berlin");
    old.day = QDate(2024, 2, 1);
    old.choices[1].title = "Renamed";
    old.choices[2].taken = false;
    ImportDraft after = draftWith({eventOn(16, 10, 0), eventOn(16, 12, 0)}); // the row in the middle is read no more
    carryChoices(before, after);
    const DraftIncident &now = after.incidents[0];
    EXPECT_EQ(after.clockShift, Duration(2min));
    EXPECT_EQ(now.title, "Chosen");
    EXPECT_EQ(now.severity, std::optional(std::optional(Severity::Sev2)));
    EXPECT_EQ(now.zone, QTimeZone("Europe/Berlin"));
    EXPECT_EQ(now.day, QDate(2024, 2, 1));
    EXPECT_FALSE(now.choices[1].isTaken()) << "by its line, not its place";
    EXPECT_FALSE(now.choices[0].title || now.choices[1].title);
    EXPECT_EQ(now.placed[0].time.day, 1) << "it is placed anew";
}

TEST(ImportDraft, ADayThatWasChosenForLackOfOneIsNotCarriedOverToDatesThatAreTold)
{
    ImportDraft before = draftWith({bare(10, 0)});
    before.incidents[0].day = QDate(2024, 2, 1);
    ImportDraft undated = draftWith({bare(10, 0)});
    carryChoices(before, undated);
    EXPECT_EQ(undated.incidents[0].day, QDate(2024, 2, 1));
    ImportDraft dated = draftWith({eventOn(16, 10, 0)});
    carryChoices(before, dated);
    EXPECT_FALSE(dated.incidents[0].day);
    EXPECT_EQ(firstDay(dated.incidents[0]), QDate(2024, 1, 16));
}

} // namespace
} // namespace downtimeline
