// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/postmortem.h"

#include "models/report/postmortemparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace downtimeline {
namespace {

using Kinds = std::initializer_list<EventKind>;

constexpr Kinds changes{EventKind::Deploy};
constexpr Kinds faults{EventKind::Outage};
constexpr Kinds detections{EventKind::Alert, EventKind::Detection};
constexpr Kinds responses{EventKind::Acknowledgement, EventKind::Escalation, EventKind::Investigation};
constexpr Kinds repairs{EventKind::Rollback, EventKind::Restart, EventKind::Mitigation, EventKind::Recovery};
constexpr Kinds messages{EventKind::Communication};

void put(PostmortemParts &parts, std::string_view heading, std::string_view text)
{
    parts.heading(heading);
    parts.prose(text);
}

void putEvents(PostmortemParts &parts, Kinds kinds, bool beforeImpact = false)
{
    if (!parts.eventsOf(kinds, beforeImpact))
        parts.prose({});
}

void putHead(PostmortemParts &parts, const ReportFacts &facts)
{
    parts.field("When", whenText(facts).toStdString());
    parts.field("Severity", parts.severity());
    parts.field("Service", facts.whole.incident.service);
    parts.field("Authors", parts.owners());
    parts.field("Status", facts.whole.incident.status);
}

void putLessons(PostmortemParts &parts, std::string_view heading, bool withLuck)
{
    parts.heading(heading, 2, false);
    parts.heading("What went well", 3);
    parts.toBeWritten("what helped, and should be kept");
    parts.heading("What went wrong", 3);
    parts.toBeWritten("what made it longer or worse");
    if (!withLuck)
        return;
    parts.heading("Where we got lucky", 3);
    parts.toBeWritten("what only chance made better");
}

void putPlain(PostmortemParts &parts, const ReportFacts &facts)
{
    const Incident &head = facts.whole.incident;
    parts.title();
    parts.line({});
    putHead(parts, facts);
    put(parts, "Summary", head.summary);
    put(parts, "Impact", head.impact);
    parts.heading("Response");
    parts.measures();
    parts.heading("Timeline");
    parts.timeline();
    put(parts, "Root cause", head.rootCause);
    put(parts, "Resolution", head.resolution);
    parts.heading("Actions");
    parts.actions();
}

/// The order of the book on site reliability: causes before the events, lessons before the timeline.
void putSre(PostmortemParts &parts, const ReportFacts &facts)
{
    const Incident &head = facts.whole.incident;
    parts.title("Postmortem: ");
    parts.line({});
    parts.field("Date", whenText(facts).toStdString());
    parts.field("Authors", parts.owners());
    parts.field("Status", head.status);
    parts.field("Severity", parts.severity());
    parts.field("Service", head.service);
    put(parts, "Summary", head.summary);
    put(parts, "Impact", head.impact);
    put(parts, "Root causes", head.rootCause);
    parts.heading("Trigger");
    parts.line("Changes before the impact, in their order; which of them set it off is for people to say.\n");
    putEvents(parts, changes, true);
    put(parts, "Resolution", head.resolution);
    parts.heading("Detection");
    putEvents(parts, detections);
    parts.measure(ResponseMeasure::Detect);
    parts.heading("Action items");
    parts.actions({"Type", "Bug"});
    putLessons(parts, "Lessons learned", true);
    parts.heading("Timeline");
    parts.timeline();
    parts.heading("Supporting information");
    parts.measures();
}

void putPagerDuty(PostmortemParts &parts, const ReportFacts &facts)
{
    const Incident &head = facts.whole.incident;
    parts.title();
    parts.line({});
    parts.field("Owner", parts.owners());
    parts.field("Review meeting", {});
    put(parts, "Overview", head.summary);
    parts.heading("What happened");
    putEvents(parts, faults);
    put(parts, "Contributing factors", head.rootCause);
    put(parts, "Resolution", head.resolution);
    parts.heading("Impact");
    parts.field("When", whenText(facts).toStdString());
    parts.field("Severity", parts.severity());
    parts.field("Service", head.service);
    parts.line({});
    parts.prose(head.impact);
    parts.line({});
    parts.measures();
    parts.heading("Responders");
    parts.people();
    parts.heading("Timeline");
    parts.timeline("Data link");
    putLessons(parts, "How did we do?", false);
    parts.heading("Action items");
    parts.actions({"Ticket"});
    parts.heading("Messaging");
    putEvents(parts, messages);
    parts.heading("Internal message", 3);
    parts.toBeWritten("what colleagues should know");
    parts.heading("External message", 3);
    parts.toBeWritten("what customers should know");
}

void putAtlassian(PostmortemParts &parts, const ReportFacts &facts)
{
    const Incident &head = facts.whole.incident;
    parts.title();
    parts.line({});
    putHead(parts, facts);
    put(parts, "Incident summary", head.summary);
    parts.heading("Leadup");
    putEvents(parts, changes, true);
    parts.heading("Fault");
    putEvents(parts, faults);
    put(parts, "Impact", head.impact);
    parts.heading("Detection");
    putEvents(parts, detections);
    parts.measure(ResponseMeasure::Detect);
    parts.heading("Response");
    putEvents(parts, responses);
    parts.measure(ResponseMeasure::Acknowledge);
    parts.heading("Recovery");
    if (head.resolution.empty())
        putEvents(parts, repairs);
    else
        parts.prose(head.resolution);
    parts.measure(ResponseMeasure::Mitigate);
    parts.measure(ResponseMeasure::Recover);
    parts.heading("Timeline");
    parts.timeline();
    parts.heading("Five whys");
    parts.toBeWritten("why it happened, and why that, until a cause is found that can be removed");
    put(parts, "Root cause", head.rootCause);
    parts.heading("Backlog check");
    parts.toBeWritten("whether work that was planned would have prevented it");
    parts.heading("Recurrence");
    parts.toBeWritten("whether the same cause led to incidents before");
    putLessons(parts, "Lessons learned", false);
    parts.heading("Corrective actions");
    parts.actions();
    parts.heading("Supporting information");
    parts.measures();
}

} // namespace

std::optional<PostmortemTemplate> postmortemTemplateOf(std::string_view key)
{
    const auto found = std::ranges::find(postmortemTemplateKeys, key);
    if (found == std::end(postmortemTemplateKeys))
        return {};
    return static_cast<PostmortemTemplate>(found - std::begin(postmortemTemplateKeys));
}

void writePostmortem(std::ostream &out, const ReportFacts &facts, PostmortemTemplate style, const GoOn &goOn)
{
    PostmortemParts parts(out, facts, goOn);
    switch (style) {
    case PostmortemTemplate::Plain:
        putPlain(parts, facts);
        break;
    case PostmortemTemplate::Sre:
        putSre(parts, facts);
        break;
    case PostmortemTemplate::PagerDuty:
        putPagerDuty(parts, facts);
        break;
    case PostmortemTemplate::Atlassian:
        putAtlassian(parts, facts);
        break;
    }
    parts.findings();
    parts.sources();
    parts.hiddenNames();
}

} // namespace downtimeline
