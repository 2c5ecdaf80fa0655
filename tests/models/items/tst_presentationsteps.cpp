// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/presentationsteps.h"

#include "models/analysis/spans.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QStringList>

#include <map>

namespace downtimeline {
namespace {

using namespace Qt::StringLiterals;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using Kind = PresentationStep::Kind;

const DisplayZone plusOne(hours(1), QStringLiteral("GMT+1"));

Instant clock(int hour, int minute)
{
    return Instant(std::chrono::sys_days(std::chrono::year(2024) / 1 / 16)) + hours(hour - 1) + minutes(minute);
}

/// An incident that is told; what a test needs of it can be changed before.
struct Told
{
    EventEntry &add(Instant at, EventKind kind, int flags = 0, std::string title = {})
    {
        const EventId id(static_cast<std::int64_t>(texts.size()) + 1);
        texts[id] = {.id = id, .title = title.empty() ? "Event " + std::to_string(id.row()) : title};
        events.push_back({id, at, at, kind, laneOf(kind), static_cast<std::uint16_t>(flags)});
        return events.back();
    }

    PresentationSteps steps()
    {
        std::ranges::stable_sort(events, {}, &EventEntry::at);
        deriveEnds(events);
        analysis = analyseResponse(events);
        const PresentationFacts facts{
            .header =
                {.incident = incident,
                 .analysis = analysis,
                 .events = events,
                 .sources = {},
                 .openFindings = 0,
                 .titleOf = [this](EventId id) { return QString::fromStdString(texts.at(id).title); },
                 .hasUndated = !undated.empty()},
            .undated = undated,
            .findings = findings,
            .actions = actions,
            .stated = stated,
            .trafficAt = trafficAt,
            .textOf = [this](EventId id) { return texts.at(id); },
            .choice = choice};
        return presentationSteps(facts, plusOne);
    }

    EventIndex events;
    EventIndex undated;
    std::map<EventId, EventText> texts;
    Incident incident;
    ResponseAnalysis analysis;
    std::vector<Finding> findings;
    std::vector<Action> actions;
    std::vector<StatedTraffic> stated;
    std::function<std::optional<double>(Instant)> trafficAt;
    StepChoice choice;
};

Told founding()
{
    Told told;
    told.incident.title = "Server outage after upgrade";
    told.add(clock(9, 45), EventKind::Deploy, EventEntry::Begins, "Upgrades begin");
    told.add(clock(10, 0), EventKind::Outage, EventEntry::Begins, "Server outage begins");
    told.add(clock(10, 0), EventKind::Alert, 0, "Pagers alerted on-call team");
    told.add(clock(10, 10), EventKind::Acknowledgement, 0, "On-call team acknowledgement");
    told.add(clock(10, 15), EventKind::Rollback, EventEntry::Begins, "Rollback begins");
    told.add(clock(10, 20), EventKind::Rollback, EventEntry::Completes, "Successful rollback");
    told.add(clock(10, 20), EventKind::Restart, EventEntry::Begins, "Server restart");
    told.add(clock(10, 22), EventKind::Recovery, 0, "All traffic is back");
    return told;
}

QStringList figures(const PresentationStep &step)
{
    QStringList words;
    for (const StepFigure &figure : step.figures)
        words << figure.text;
    return words;
}

/// What the events mean, one line each.
QStringList meanings(const PresentationSteps &steps)
{
    QStringList lines;
    for (int i = 1; i <= steps.events; ++i)
        lines << figures(steps.steps.at(static_cast<std::size_t>(i))).join(u" · "_s);
    return lines;
}

TEST(PresentationSteps, TheFoundingOutageIsOpenedToldAndClosed)
{
    const PresentationSteps steps = founding().steps();
    EXPECT_EQ(steps.title, u"Server outage after upgrade · 16 January 2024"_s);
    EXPECT_EQ(steps.events, 8);
    ASSERT_EQ(steps.steps.size(), 12U);
    EXPECT_EQ(steps.steps.front().kind, Kind::Opening);
    EXPECT_EQ(steps.steps.front().remark, u"An outage of 22 min on 16 January 2024, 10:00 – 10:22 GMT+1."_s);
    EXPECT_EQ(steps.steps.front().measures.front().value, u"22 min"_s);
    const PresentationStep &fourth = steps.steps.at(4);
    EXPECT_EQ(fourth.time, u"10:10"_s);
    EXPECT_EQ(fourth.title, u"On-call team acknowledgement"_s);
    EXPECT_EQ(fourth.at, clock(10, 10));
    EXPECT_EQ(steps.steps.at(9).kind, Kind::Phases);
    EXPECT_EQ(steps.steps.at(10).kind, Kind::Findings);
    EXPECT_EQ(steps.steps.at(11).kind, Kind::Actions);
}

TEST(PresentationSteps, EveryEventSaysWhatItMeansInNumbers)
{
    const QStringList expected{
        u"15 min before the outage"_s,
        u"at the first page · the outage begins · lasts 22 min"_s,
        u"the first page · the outage begins"_s,
        u"10 min after the first page · 10 min into the outage"_s,
        u"15 min after the first page · 15 min into the outage · lasts 5 min"_s,
        u"20 min after the first page · 20 min into the outage"_s,
        u"20 min after the first page · 20 min into the outage · lasts 2 min"_s,
        u"22 min after the first page · the outage ends after 22 min"_s};
    EXPECT_EQ(meanings(founding().steps()), expected);
}

TEST(PresentationSteps, EveryNumberSaysFromWhereItCounts)
{
    const PresentationSteps steps = founding().steps();
    for (int i = 1; i <= steps.events; ++i) {
        for (const StepFigure &figure : steps.steps.at(static_cast<std::size_t>(i)).figures)
            EXPECT_FALSE(figure.definition.isEmpty()) << figure.text.toStdString();
    }
    EXPECT_EQ(
        steps.steps.at(4).figures.front().definition,
        u"Counted from the first alert or, without one, the first detection: 10:00 Pagers alerted on-call team."_s);
}

TEST(PresentationSteps, MeasuredTrafficIsRoundedNeitherToAllNorToNothing)
{
    for (const auto &[share, words] : std::vector<std::pair<double, QString>>{
             {0, u"traffic at 0% of baseline"_s},
             {0.004, u"traffic under 1% of baseline"_s},
             {0.01, u"traffic at 1% of baseline"_s},
             {0.997, u"traffic at 99.7% of baseline"_s},
             {1.2, u"traffic at 120% of baseline"_s}}) {
        Told told = founding();
        told.trafficAt = [share](Instant) { return std::optional(share); };
        EXPECT_EQ(figures(told.steps().steps.at(4)).back(), words);
    }
}

TEST(PresentationSteps, AGapInTheTrafficIsToldAndStatedTrafficSaysItsLine)
{
    Told told = founding();
    told.trafficAt = [](Instant) { return std::optional<double>(); };
    told.stated = {
        {.at = clock(10, 0), .percent = 0, .derived = true, .words = "100% impact", .line = 11},
        {.at = clock(10, 22), .percent = 100, .derived = false, .words = "100%", .line = 20}};
    const PresentationSteps steps = told.steps();
    EXPECT_EQ(steps.steps.at(4).figures.back().text, u"traffic then not known"_s);
    EXPECT_FALSE(steps.steps.at(4).figures.back().isKnown);
    EXPECT_EQ(figures(steps.steps.at(3)).back(), u"traffic at 0%, derived from line 11"_s);
    EXPECT_EQ(figures(steps.steps.at(8)).back(), u"traffic at 100%, stated in line 20"_s);
    told.trafficAt = {};
    EXPECT_FALSE(meanings(told.steps()).at(3).contains(u"traffic"_s)) << "nothing was measured: nothing to say";
}

TEST(PresentationSteps, WhatIsNotKnownIsSaidNotGuessed)
{
    Told told;
    told.add(clock(10, 0), EventKind::Note);
    PresentationSteps steps = told.steps();
    EXPECT_EQ(steps.steps.front().remark, u"What was out, and from when, no event tells."_s);
    EXPECT_EQ(meanings(steps), QStringList{u"when the outage began is not known"_s});
    EXPECT_EQ(steps.steps.at(2).remark, u"No phase can be told: the start of the impact is not known."_s);

    Told open;
    open.add(clock(10, 0), EventKind::Outage, EventEntry::Begins);
    open.add(clock(10, 7), EventKind::Acknowledgement);
    steps = open.steps();
    EXPECT_EQ(
        steps.steps.front().remark, u"An outage that began on 16 January 2024, 10:00 GMT+1; its end is not known."_s);
    EXPECT_EQ(figures(steps.steps.at(2)).back(), u"7 min into the outage"_s);
    EXPECT_TRUE(steps.steps.at(2).figures.back().definition.contains(u"end is not known"_s));
}

TEST(PresentationSteps, NothingIsCountedFromATimeThatIsOnlyAboutKnown)
{
    Told told = founding();
    told.add(clock(10, 12), EventKind::Rollback, EventEntry::Approximate | EventEntry::Begins);
    told.add(clock(10, 13), EventKind::Mitigation, EventEntry::HourOnly);
    const PresentationSteps steps = told.steps();
    EXPECT_EQ(steps.steps.at(5).time, u"~10:12"_s);
    EXPECT_EQ(figures(steps.steps.at(5)).at(1), u"about 12 min into the outage"_s);
    EXPECT_EQ(figures(steps.steps.at(6)), QStringList{u"only its hour is known"_s});
}

TEST(PresentationSteps, StarsChooseAndHiddenEventsAreNeverTold)
{
    Told told = founding();
    told.events[3].flags |= EventEntry::Starred;
    told.events[7].flags |= EventEntry::Starred | EventEntry::Hidden;
    told.undated.push_back(told.add(clock(0, 0), EventKind::Note, EventEntry::Undated | EventEntry::Starred));
    told.events.pop_back();
    told.texts.rbegin()->second.timeText = "some time later";
    PresentationSteps steps = told.steps();
    ASSERT_EQ(steps.events, 2);
    EXPECT_EQ(steps.steps.at(1).time, u"10:10"_s);
    EXPECT_EQ(steps.steps.at(2).time, u"some time later"_s) << "a star without a time keeps its words";
    EXPECT_FALSE(steps.steps.at(2).at);
    EXPECT_EQ(figures(steps.steps.at(2)), QStringList{u"its time is not known"_s});
    told.choice.which = StepChoice::Which::All;
    EXPECT_EQ(told.steps().events, 8) << "all but the hidden one";
}

TEST(PresentationSteps, AFilterLooksForEveryWordInTitleDetailAndKind)
{
    Told told = founding();
    told.texts[EventId(8)].detail = "Confirmed by the SERVER team";
    told.choice = {StepChoice::Which::Filter, u" server  recovery "_s};
    PresentationSteps steps = told.steps();
    ASSERT_EQ(steps.events, 1);
    EXPECT_EQ(steps.steps.at(1).event, EventId(8));
    told.choice.words = u"zebra"_s;
    steps = told.steps();
    EXPECT_EQ(steps.events, 0);
    EXPECT_TRUE(steps.steps.front().remark.contains(u"No event fits “zebra”."_s));
}

TEST(PresentationSteps, WithoutStarsTheTurningPointsAreImportant)
{
    Told told;
    told.add(clock(8, 0), EventKind::Deploy, 0, "an old deploy");
    told.add(clock(9, 45), EventKind::Deploy, 0, "the deploy before");
    told.add(clock(9, 50), EventKind::Note);
    told.add(clock(10, 0), EventKind::Outage, EventEntry::Begins);
    told.add(clock(10, 1), EventKind::Alert, 0, "the first alert");
    told.add(clock(10, 2), EventKind::Alert);
    told.add(clock(10, 3), EventKind::Acknowledgement, 0, "the first answer");
    told.add(clock(10, 4), EventKind::Acknowledgement);
    told.add(clock(10, 5), EventKind::Investigation);
    told.add(clock(10, 6), EventKind::Deploy, 0, "a deploy in the outage");
    told.add(clock(10, 7), EventKind::Rollback, EventEntry::Begins);
    told.add(clock(10, 9), EventKind::Mitigation);
    told.add(clock(10, 10), EventKind::Communication);
    told.add(clock(10, 12), EventKind::Recovery);
    QStringList titles;
    const PresentationSteps steps = told.steps();
    for (int i = 1; i <= steps.events; ++i)
        titles << steps.steps.at(static_cast<std::size_t>(i)).title;
    const QStringList expected{u"the deploy before"_s, u"Event 4"_s,  u"the first alert"_s, u"the first answer"_s,
                               u"Event 11"_s,          u"Event 12"_s, u"Event 14"_s};
    EXPECT_EQ(titles, expected);
}

TEST(PresentationSteps, FourHundredEventsAreToldInAFewSteps)
{
    Told told;
    told.incident.title = "A long night";
    for (int i = 0; i < 400; ++i)
        told.add(clock(10, 0) + seconds(20 * i), allEventKinds()[static_cast<std::size_t>(i) % eventKindCount]);
    PresentationSteps steps = told.steps();
    EXPECT_LE(steps.events, static_cast<int>(mostImportantEvents));
    EXPECT_GE(steps.events, 10);
    EXPECT_TRUE(std::ranges::is_sorted(
        steps.steps.begin() + 1, steps.steps.begin() + 1 + steps.events, {},
        [](const auto &step) { return *step.at; }));
    for (const auto &milestone : told.analysis.milestones) {
        if (milestone && milestone->event) {
            EXPECT_EQ(std::ranges::count(steps.steps, milestone->event, &PresentationStep::event), 1);
        }
    }
    told.choice.which = StepChoice::Which::All;
    EXPECT_EQ(told.steps().events, 400);
}

TEST(PresentationSteps, MoreEventsThanAnyoneStepsThroughAreCutAndCounted)
{
    Told told;
    for (int i = 0; i < 2500; ++i)
        told.add(clock(10, 0) + seconds(i), EventKind::Note);
    told.choice.which = StepChoice::Which::All;
    const PresentationSteps steps = told.steps();
    EXPECT_EQ(steps.events, static_cast<int>(mostSteps));
    EXPECT_TRUE(steps.steps.front().remark.endsWith(u"Shown are the first 2000 of 2500 events."_s));
}

TEST(PresentationSteps, AnOutageOverMidnightTellsItsDays)
{
    Told told;
    told.add(clock(23, 50), EventKind::Outage, EventEntry::Begins, "Down");
    told.add(clock(24, 20), EventKind::Recovery, 0, "Up");
    const PresentationSteps steps = told.steps();
    EXPECT_EQ(steps.steps.at(1).day, u"16 Jan"_s);
    EXPECT_EQ(steps.steps.at(2).day, u"17 Jan"_s);
    EXPECT_EQ(steps.steps.at(2).time, u"00:20"_s);
    EXPECT_TRUE(steps.steps.at(3).rows.front().detail.startsWith(u"16 Jan 23:50 – "_s));
}

TEST(PresentationSteps, TwoOutagesAreCountedApart)
{
    Told told;
    told.add(clock(10, 0), EventKind::Outage).end = clock(10, 10);
    told.events.back().flags = EventEntry::OwnEnd;
    told.add(clock(10, 15), EventKind::Alert);
    told.add(clock(11, 0), EventKind::Outage).end = clock(11, 30);
    told.events.back().flags = EventEntry::OwnEnd;
    told.add(clock(11, 12), EventKind::Mitigation);
    const PresentationSteps steps = told.steps();
    EXPECT_TRUE(steps.steps.front().remark.startsWith(u"2 outages, 40 min in all"_s));
    EXPECT_EQ(figures(steps.steps.at(2)).at(1), u"5 min after outage 1 of 2"_s);
    EXPECT_EQ(figures(steps.steps.at(4)).at(1), u"12 min into outage 2 of 2"_s);
}

TEST(PresentationSteps, PhasesHaveTheirLengthsEndsAndPlaces)
{
    const PresentationSteps steps = founding().steps();
    const PresentationStep &phases = steps.steps.at(9);
    ASSERT_EQ(phases.rows.size(), 5U);
    EXPECT_EQ(phases.rows.at(1).name, u"Acknowledge"_s);
    EXPECT_EQ(phases.rows.at(1).value, u"10 min"_s);
    EXPECT_TRUE(phases.rows.at(1).detail.startsWith(u"10:00 – 10:10, from "_s));
    EXPECT_DOUBLE_EQ(phases.rows.at(1).from, 0);
    EXPECT_NEAR(phases.rows.at(1).to, 10.0 / 22, 1e-9);
    EXPECT_DOUBLE_EQ(phases.rows.back().to, 1);
}

TEST(PresentationSteps, OpenFindingsAndActionsAreListedAFewAStep)
{
    Told told = founding();
    for (int i = 0; i < 5; ++i) {
        Finding finding;
        finding.title = "Finding " + std::to_string(i);
        finding.decision = i == 1 ? Finding::Decision::Settled : Finding::Decision::Open;
        told.findings.push_back(finding);
    }
    told.actions.resize(5);
    told.actions[0].text = "Test first";
    told.actions[0].owner = "Ada";
    told.actions[0].due = "2024-02-01";
    told.actions[1].state = Action::State::Done;
    const PresentationSteps steps = told.steps();
    ASSERT_EQ(steps.steps.size(), 1U + 8 + 1 + 2 + 2);
    const PresentationStep &findings = steps.steps.at(10);
    EXPECT_EQ(findings.title, u"Findings to settle (1 of 2)"_s);
    EXPECT_EQ(findings.rows.size(), findingsAStep);
    EXPECT_EQ(findings.rows.at(1).name, u"Finding 2"_s) << "a settled one is not to settle";
    EXPECT_EQ(findings.remark, u"1 decided already."_s);
    EXPECT_EQ(steps.steps.at(11).rows.size(), 1U);
    const PresentationStep &actions = steps.steps.at(12);
    EXPECT_EQ(actions.rows.at(0).detail, u"Ada · due 2024-02-01"_s);
    EXPECT_EQ(actions.rows.at(1).value, u"done"_s);
    EXPECT_EQ(actions.rows.at(2).detail, u"no owner · no day"_s);
}

} // namespace
} // namespace downtimeline
