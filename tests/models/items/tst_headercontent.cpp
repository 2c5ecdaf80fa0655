// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/headercontent.h"

#include "models/analysis/spans.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

const DisplayZone plusOne(hours(1), QStringLiteral("GMT+1"));

Instant clock(int hour, int minute)
{
    return Instant(std::chrono::sys_days(std::chrono::year(2024) / 1 / 16)) + hours(hour - 1) + minutes(minute);
}

EventEntry entry(int id, Instant at, EventKind kind, int flags = 0)
{
    return {
        .id = EventId(id),
        .at = at,
        .end = at,
        .kind = kind,
        .lane = laneOf(kind),
        .flags = static_cast<std::uint16_t>(flags)};
}

/// The events of the founding document.
EventIndex foundingEvents()
{
    return {
        entry(1, clock(9, 45), EventKind::Deploy, EventEntry::Begins),
        entry(2, clock(10, 0), EventKind::Outage, EventEntry::Begins),
        entry(3, clock(10, 0), EventKind::Alert),
        entry(4, clock(10, 10), EventKind::Acknowledgement),
        entry(5, clock(10, 15), EventKind::Rollback, EventEntry::Begins),
        entry(6, clock(10, 20), EventKind::Rollback, EventEntry::Completes),
        entry(7, clock(10, 20), EventKind::Restart, EventEntry::Begins),
        entry(8, clock(10, 22), EventKind::Recovery)};
}

struct Case
{
    explicit Case(EventIndex entries) : events(std::move(entries))
    {
        deriveEnds(events);
        analysis = analyseResponse(events);
        incident.title = "Server outage after upgrade";
        incident.service = "All server infrastructure";
        Source source;
        source.name = "0x19-postmortem.txt";
        sources.push_back(source);
    }
    HeaderContent content() const
    {
        const HeaderFacts facts{incident, analysis,
                                events,   sources,
                                2,        [](EventId id) { return QStringLiteral("event %1").arg(id.row()); }};
        return headerContent(facts, plusOne);
    }
    const HeaderMeasure measure(std::size_t number) const { return content().measures.at(number); }

    EventIndex events;
    ResponseAnalysis analysis;
    Incident incident;
    std::vector<Source> sources;
};

TEST(HeaderContent, TellsTheFoundingIncident)
{
    const HeaderContent content = Case(foundingEvents()).content();
    EXPECT_EQ(content.title, QStringLiteral("Server outage after upgrade"));
    EXPECT_EQ(
        content.line,
        QStringLiteral("16 January 2024, 10:00 – 10:22 GMT+1 · All server infrastructure · from 0x19-postmortem.txt"));
    ASSERT_EQ(content.measures.size(), 6U);
    const std::vector<QString> values{QStringLiteral("22 min"), QStringLiteral("0 min"),  QStringLiteral("10 min"),
                                      QStringLiteral("20 min"), QStringLiteral("22 min"), QStringLiteral("2")};
    for (std::size_t i = 0; i < values.size(); ++i)
        EXPECT_EQ(content.measures[i].value, values[i]) << i;
    EXPECT_EQ(content.measures[0].tone, HeaderMeasure::Tone::Danger);
    EXPECT_EQ(content.measures[5].tone, HeaderMeasure::Tone::Warning);
}

TEST(HeaderContent, AMeasureTellsItsDefinitionAndBothEventsWithTheirTimes)
{
    const HeaderMeasure recover = Case(foundingEvents()).measure(4);
    EXPECT_EQ(recover.caption, responseMeasureName(ResponseMeasure::Recover));
    EXPECT_TRUE(recover.explanation.startsWith(responseMeasureDefinition(ResponseMeasure::Recover)));
    EXPECT_TRUE(recover.explanation.contains(QStringLiteral("10:00 event 2")));
    EXPECT_TRUE(recover.explanation.contains(QStringLiteral("10:22 event 8")));
}

TEST(HeaderContent, AMissingMeasureSaysWhatIsMissing)
{
    EventIndex events = foundingEvents();
    std::erase_if(events, [](const EventEntry &event) { return event.kind == EventKind::Acknowledgement; });
    const HeaderMeasure acknowledge = Case(std::move(events)).measure(2);
    EXPECT_FALSE(acknowledge.isKnown);
    EXPECT_EQ(acknowledge.value, QStringLiteral("not known"));
    EXPECT_TRUE(acknowledge.explanation.contains(QStringLiteral("Missing: an acknowledgement.")));
}

TEST(HeaderContent, AnAlertBeforeTheImpactIsNoNegativeTimeToDetect)
{
    EventIndex events = foundingEvents();
    events[2].at = events[2].end = clock(9, 17);
    std::ranges::stable_sort(events, {}, &EventEntry::at);
    const HeaderMeasure detect = Case(std::move(events)).measure(1);
    EXPECT_FALSE(detect.isKnown);
    EXPECT_EQ(detect.value, QStringLiteral("not known"));
    EXPECT_TRUE(
        detect.explanation.contains(QStringLiteral("It ended before it began:\nfrom 10:00 event 2\nto 09:17 event 3")));
}

TEST(HeaderContent, AnEndlessImpactLeavesRoomForTheSource)
{
    Case founding(foundingEvents());
    founding.incident.impact = "Customers could not " + std::string(400, 'x') + " pay.";
    const QString line = founding.content().line;
    EXPECT_LT(line.size(), 200);
    EXPECT_TRUE(line.contains(QStringLiteral("… · from 0x19-postmortem.txt"))) << line.toStdString();
}

TEST(HeaderContent, AMeasureOverSeveralYearsTellsTheYears)
{
    EventIndex events = foundingEvents();
    events.back().at = events.back().end = clock(10, 22) + std::chrono::days(400);
    const QString explanation = Case(std::move(events)).measure(4).explanation;
    EXPECT_TRUE(explanation.contains(QStringLiteral("From 16 Jan 2024, 10:00 event 2"))) << explanation.toStdString();
}

TEST(HeaderContent, AnIncidentWithoutEventsKnowsNothing)
{
    const HeaderContent content = Case({}).content();
    EXPECT_TRUE(content.line.startsWith(QStringLiteral("no events yet · All server")));
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_FALSE(content.measures[i].isKnown) << i;
        EXPECT_TRUE(content.measures[i].explanation.contains(QStringLiteral("Missing: "))) << i;
    }
}

TEST(HeaderContent, SaysWhereNoSourceStatesTheZone)
{
    EventIndex events = foundingEvents();
    events.front().flags |= EventEntry::ZoneUnstated;
    EXPECT_TRUE(Case(std::move(events)).content().line.contains(QStringLiteral("zone not stated")));
    EXPECT_FALSE(Case(foundingEvents()).content().line.contains(QStringLiteral("zone not stated")));
}

TEST(HeaderContent, TellsSeveralSourcesAndThatOneIsIllustrative)
{
    Case founding(foundingEvents());
    Source metrics;
    metrics.name = "metrics.csv";
    metrics.illustrative = true;
    founding.sources.push_back(metrics);
    EXPECT_TRUE(founding.content().line.endsWith(QStringLiteral("from 0x19-postmortem.txt and 1 more · illustrative")));
}

TEST(HeaderContent, PlaceholdersInForeignTextStayAsTheyAre)
{
    Case founding(foundingEvents());
    founding.incident.title = "%1 <b>bold</b>\nnext";
    founding.sources.front().name = "%1%2.txt";
    const HeaderContent content = founding.content();
    EXPECT_EQ(content.title, QStringLiteral("%1 <b>bold</b> next"));
    EXPECT_TRUE(content.line.endsWith(QStringLiteral("from %1%2.txt")));
}

} // namespace
} // namespace downtimeline
