// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/wholeincident.h"

namespace downtimeline {

/// An event of 16 January 2024 at +01:00.
inline Event foundingEvent(int hour, int minute, EventKind kind, Progress progress, std::string title)
{
    Event event;
    event.kind = kind;
    event.progress = progress;
    event.title = std::move(title);
    event.time.year = 2024;
    event.time.month = 1;
    event.time.day = 16;
    event.time.clock = ClockTime{.hour = hour, .minute = minute, .second = {}, .microsecond = 0};
    event.time.offset = std::chrono::hours(1);
    event.time.precision = Precision::Exact;
    event.time.zoneOrigin = ZoneOrigin::Header;
    event.time.text = isoText(event.time);
    event.at = instantOf(event.time);
    return event;
}

/// The outage of the founding document, in our words.
inline WholeIncident foundingIncident()
{
    WholeIncident whole;
    whole.isStated = true;
    whole.incident.title = "Servers down after an upgrade";
    whole.incident.offset = std::chrono::hours(1);
    whole.incident.zone = "GMT + 1";
    whole.events = {
        foundingEvent(9, 45, EventKind::Deploy, Progress::Begins, "Upgrade starts"),
        foundingEvent(10, 0, EventKind::Outage, Progress::Begins, "Servers stop answering"),
        foundingEvent(10, 0, EventKind::Alert, Progress::Unstated, "On-call is paged"),
        foundingEvent(10, 10, EventKind::Acknowledgement, Progress::Unstated, "On-call answers"),
        foundingEvent(10, 15, EventKind::Rollback, Progress::Begins, "Rollback starts"),
        foundingEvent(10, 20, EventKind::Rollback, Progress::Completes, "Rollback is through"),
        foundingEvent(10, 20, EventKind::Restart, Progress::Begins, "Servers restart"),
        foundingEvent(10, 22, EventKind::Recovery, Progress::Unstated, "All traffic is back"),
    };
    for (std::size_t i = 0; i < whole.events.size(); ++i)
        whole.events[i].line = static_cast<int>(i) + 13;
    whole.trafficClaims = {
        {.percent = 100,
         .anchor = TrafficClaim::Anchor::Event,
         .derived = false,
         .words = "100%",
         .source = {},
         .line = 20},
        {.percent = 0,
         .anchor = TrafficClaim::Anchor::ImpactStart,
         .derived = true,
         .words = "100% impact",
         .source = {},
         .line = 11}};
    whole.actions.push_back(
        {.id = {}, .uuid = {}, .text = "Test first", .owner = "", .due = "", .state = {}, .source = {}, .line = 28});
    Finding finding;
    finding.rule = "two-dates";
    finding.title = "Two dates for one outage";
    finding.message = "16 January 2024 on lines 7 and 11; 5 September 2020 on line 24.";
    finding.lines = {7, 11, 24};
    whole.findings.push_back(finding);
    whole.explained.push_back(
        {.text = "37 th minute", .from = "first event", .to = "recovery", .source = {}, .line = 11});
    return whole;
}

} // namespace downtimeline
