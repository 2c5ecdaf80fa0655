// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/namehiding.h"

#include <gtest/gtest.h>

namespace downtimeline {
namespace {

const std::string name = "Anna Smith";

NameMask annaHidden()
{
    return NameMask(Persons{{.id = {}, .names = {name}, .role = "SRE"}});
}

WrittenTime timeByAnna()
{
    WrittenTime time;
    time.text = "10:00 " + name;
    time.zone = name;
    return time;
}

Incident incidentOfAnna()
{
    Incident incident;
    incident.title = incident.status = incident.service = incident.summary = name;
    incident.impact = incident.rootCause = incident.resolution = incident.zone = name;
    incident.startedAt = incident.endedAt = timeByAnna();
    incident.authors = {name, "x " + name};
    return incident;
}

Event eventOfAnna()
{
    Event event;
    event.title = event.detail = event.recordId = event.actor = event.service = event.note = name;
    event.time = timeByAnna();
    return event;
}

WholeIncident wholeOfAnna()
{
    WholeIncident whole;
    whole.incident = incidentOfAnna();
    whole.events = {eventOfAnna(), eventOfAnna()};
    whole.series.push_back({.series = {.name = name, .unit = name}, .samples = {}});
    whole.trafficClaims.push_back({.words = name});
    whole.actions.push_back({.text = name, .owner = name, .due = name});
    whole.findings.push_back({.rule = name, .key = name, .title = name, .message = name});
    whole.explained.push_back({.text = name, .from = name, .to = name});
    whole.questions.push_back({.message = name});
    whole.persons.push_back({.id = {}, .names = {name}, .role = "SRE"});
    return whole;
}

TEST(NameHiding, NoTextOfAnIncidentKeepsAName)
{
    WholeIncident whole = wholeOfAnna();
    hideNames(annaHidden(), whole);
    const Incident &head = whole.incident;
    for (const std::string &text :
         {head.title, head.status, head.service, head.summary, head.impact, head.rootCause, head.resolution, head.zone,
          head.startedAt->zone, head.endedAt->zone, head.authors[0]})
        EXPECT_EQ(text, "SRE");
    EXPECT_EQ(head.authors[1], "x SRE");
    EXPECT_EQ(head.startedAt->text, "10:00 SRE");
    for (const Event &event : whole.events) {
        for (const std::string &text :
             {event.title, event.detail, event.recordId, event.actor, event.service, event.note, event.time.zone})
            EXPECT_EQ(text, "SRE");
    }
    const Action &action = whole.actions[0];
    const Finding &finding = whole.findings[0];
    const Explained &explained = whole.explained[0];
    const Series &series = whole.series[0].series;
    for (const std::string &text :
         {action.text, action.owner, action.due, finding.rule, finding.key, finding.title, finding.message,
          explained.text, explained.from, explained.to, series.name, series.unit, whole.trafficClaims[0].words,
          whole.questions[0].message})
        EXPECT_EQ(text, "SRE");
}

TEST(NameHiding, AnIncidentSaysThatItsNamesAreHiddenAndForgetsWhoTheyAre)
{
    WholeIncident whole = wholeOfAnna();
    hideNames(NameMask(), whole);
    EXPECT_TRUE(whole.namesHidden);
    EXPECT_TRUE(whole.persons.empty());
    EXPECT_EQ(whole.incident, incidentOfAnna());
}

TEST(NameHiding, ASourceLosesItsTextAndTheNameInItsName)
{
    Source source;
    source.name = "anna_smith-notes.txt";
    source.text = "J&ouml;rg";
    source.sha256 = "00ff";
    Skip skip{.line = 3, .reason = "by " + name};
    hideNames(annaHidden(), source);
    hideNames(annaHidden(), skip);
    EXPECT_EQ(source.name, "SRE-notes.txt");
    EXPECT_EQ(source.text, std::nullopt);
    EXPECT_EQ(source.sha256, "00ff");
    EXPECT_EQ(skip.reason, "by SRE");
}

} // namespace
} // namespace downtimeline
