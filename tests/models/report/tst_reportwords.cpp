// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reportwords.h"

#include "tests/models/report/reportfixture.h"

#include <gtest/gtest.h>

using namespace downtimeline;
using namespace std::chrono_literals;

namespace {

DisplayZone gmt1()
{
    return {1h, QStringLiteral("GMT+1")};
}

Event eventAt(Precision precision, std::string written = {})
{
    Event event = foundingEvent(10, 15, EventKind::Note, Progress::Unstated, "Something");
    event.time.precision = precision;
    event.time.text = std::move(written);
    return event;
}

} // namespace

TEST(ReportWords, TheKickerNamesTheSeverityWhereThereIsOne)
{
    Incident incident;
    EXPECT_EQ(kickerText(incident), QStringLiteral("INCIDENT REPORT"));
    incident.severity = Severity::Sev2;
    EXPECT_EQ(kickerText(incident), QStringLiteral("SEV2 · INCIDENT REPORT"));
}

TEST(ReportWords, AnEventTellsItsTimeAsExactlyAsItIsKnown)
{
    const DisplayZone zone = gmt1();
    const Instant end = *eventAt(Precision::Exact).at + 5min;
    EXPECT_EQ(eventWhen(eventAt(Precision::Exact), {}, zone, DateNeed::Clock), QStringLiteral("10:15"));
    EXPECT_EQ(eventWhen(eventAt(Precision::Exact), end, zone, DateNeed::Clock), QStringLiteral("10:15 – 10:20"));
    EXPECT_EQ(eventWhen(eventAt(Precision::Approximate), {}, zone, DateNeed::Clock), QStringLiteral("~10:15"));
    EXPECT_EQ(eventWhen(eventAt(Precision::Hour), {}, zone, DateNeed::Clock), QStringLiteral("10:??"));
    EXPECT_EQ(eventWhen(eventAt(Precision::Day), end, zone, DateNeed::Clock), QStringLiteral("16 Jan"));
    EXPECT_EQ(eventWhen(eventAt(Precision::Exact), {}, zone, DateNeed::Day), QStringLiteral("16 Jan, 10:15"));
    EXPECT_EQ(
        eventWhen(eventAt(Precision::Exact), end + 24h, zone, DateNeed::Day),
        QStringLiteral("16 Jan, 10:15 – 17 Jan, 10:20"));
}

TEST(ReportWords, AnEventWithoutAnInstantTellsWhatItsSourceSays)
{
    Event event = eventAt(Precision::Unknown, "after\nlunch");
    event.at.reset();
    EXPECT_EQ(eventWhen(event, {}, gmt1(), DateNeed::Day), QStringLiteral("after lunch"));
    event.time = {};
    EXPECT_EQ(eventWhen(event, {}, gmt1(), DateNeed::Day), QStringLiteral("—"));
}

TEST(ReportWords, SecondsStandOnlyWhereThereAreSome)
{
    Event event = eventAt(Precision::Exact);
    event.at = *event.at + 7s;
    EXPECT_EQ(eventWhen(event, {}, gmt1(), DateNeed::Clock), QStringLiteral("10:15:07"));
}

TEST(ReportWords, TheTimeAfterTheStartHasASign)
{
    EXPECT_EQ(afterStartText(10min), QStringLiteral("+10 min"));
    EXPECT_EQ(afterStartText(0min), QStringLiteral("+0 min"));
    EXPECT_EQ(afterStartText(-15min), QStringLiteral("\u221215 min"));
}

TEST(ReportWords, ATitleWithAFullStopEndsTheDefinitionOnce)
{
    WholeIncident whole = foundingIncident();
    for (Event &event : whole.events)
        event.title += '.';
    const LaidOutReport laid(std::move(whole));
    for (const ReportMeasure &measure : reportMeasures(laid.facts())) {
        EXPECT_TRUE(measure.definition.endsWith(u'.')) << measure.definition.toStdString();
        EXPECT_FALSE(measure.definition.contains(QStringLiteral(".."))) << measure.definition.toStdString();
    }
}

TEST(ReportWords, EveryMeasureCarriesItsDefinitionAndBothEnds)
{
    const LaidOutReport laid(foundingIncident());
    const std::vector<ReportMeasure> measures = reportMeasures(laid.facts());
    ASSERT_EQ(measures.size(), 5U);
    EXPECT_EQ(measures[0].value, QStringLiteral("22 min"));
    EXPECT_TRUE(measures[0].isDowntime);
    EXPECT_TRUE(
        measures[0].definition.contains(QStringLiteral("16 January 2024, 10:00 – 10:22 GMT+1. That is 51\u00A0%")));
    EXPECT_EQ(measures[2].value, QStringLiteral("10 min"));
    EXPECT_TRUE(
        measures[2].definition.endsWith(QStringLiteral("From 10:00 On-call is paged to 10:10 On-call answers.")));
    EXPECT_EQ(measures[3].value, QStringLiteral("20 min"));
}

TEST(ReportWords, AMissingEndIsSaidAndNeverANumber)
{
    WholeIncident whole = foundingIncident();
    std::erase_if(whole.events, [](const Event &event) { return event.kind == EventKind::Acknowledgement; });
    const LaidOutReport laid(whole);
    const ReportMeasure acknowledge = reportMeasures(laid.facts())[2];
    EXPECT_EQ(acknowledge.value, QStringLiteral("not known"));
    EXPECT_FALSE(acknowledge.isKnown);
    EXPECT_TRUE(acknowledge.definition.endsWith(QStringLiteral("No event tells the end.")));
}

TEST(ReportWords, ADetectionBeforeTheImpactIsNoNegativeTime)
{
    WholeIncident whole = foundingIncident();
    for (Event &event : whole.events) {
        if (event.kind == EventKind::Alert)
            event.at = *event.at - 43min;
    }
    const LaidOutReport laid(whole);
    const ReportMeasure detect = reportMeasures(laid.facts())[1];
    EXPECT_EQ(detect.value, QStringLiteral("not known"));
    EXPECT_TRUE(detect.definition.contains(QStringLiteral("It ended before it began: from 10:00 ")))
        << detect.definition.toStdString();
}

TEST(ReportWords, TimesOfSeveralYearsTellTheirYear)
{
    Event last = eventAt(Precision::Exact);
    last.at = *last.at + 24h * 365;
    const std::vector<Event> events{eventAt(Precision::Exact), last};
    const DateNeed need = needOfDates(events, gmt1());
    EXPECT_EQ(eventWhen(events[0], {}, gmt1(), need), QStringLiteral("16 Jan 2024, 10:15"));
    EXPECT_EQ(eventWhen(events[1], {}, gmt1(), need), QStringLiteral("15 Jan 2025, 10:15"));
    EXPECT_EQ(eventWhen(events[0], last.at, gmt1(), DateNeed::Clock), QStringLiteral("10:15 – 15 Jan 2025, 10:15"));
    EXPECT_EQ(needOfDates(std::span(events).first(1), gmt1()), DateNeed::Clock);
}

TEST(ReportWords, AnUnstatedZoneIsSaidAndNotCalledUtc)
{
    WholeIncident whole = foundingIncident();
    for (Event &event : whole.events)
        event.time.zoneOrigin = ZoneOrigin::Unstated;
    const LaidOutReport laid(whole);
    EXPECT_EQ(timeColumnTitle(laid.facts()), QStringLiteral("Time (zone not stated)"));
    EXPECT_TRUE(whenText(laid.facts()).contains(QStringLiteral("zone not stated")));
}

TEST(ReportWords, AnIncidentWithoutATimeSaysSo)
{
    const LaidOutReport laid(WholeIncident{});
    EXPECT_EQ(whenText(laid.facts()), QStringLiteral("no event has a time"));
    EXPECT_EQ(reportTitle(laid.whole.incident), QStringLiteral("Untitled incident"));
}
