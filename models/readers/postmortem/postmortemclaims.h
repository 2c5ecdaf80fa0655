// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/finding.h"
#include "models/domain/incident.h"
#include "models/domain/series.h"
#include "models/readers/postmortem/postmortemprose.h"
#include "models/readers/postmortem/postmortemsections.h"

#include <vector>

namespace downtimeline {

/// What the sentences of a document claim, to be held against its list of events.
struct ClaimedAgainst
{
    const std::vector<SectionedLine> &lines;
    const std::vector<ProseTime> &times;
    const std::vector<Event> &events;
    const DocumentTimes &document;
    const Incident &incident;
};

/// What a document says of its own length of time: explained by two moments, or a finding.
struct StatedDurations
{
    std::vector<Explained> explained;
    std::vector<Finding> findings;
};

/// Every stated duration of the outage that fits the distance of two milestones, of the first event and the recovery or
/// of two stated times is explained; one that is called the outage's own and fits nothing is a finding.
StatedDurations statedDurations(const ClaimedAgainst &document);

/// The outage's stated start and end against the list: an alert before the start, a first row of the outage at another
/// time, an end behind the last row, a recovery long behind the end, an end before its start.
std::vector<Finding> boundFindings(const ClaimedAgainst &document);

/// What the sentences say otherwise than the list: the day, the time of an action, the start and end, the zone.
std::vector<Finding> contradictions(const ClaimedAgainst &document);

/// Percentages of the traffic: stated at the event of their line, or derived from the impact at its start.
std::vector<TrafficClaim> trafficClaims(const ClaimedAgainst &document);

} // namespace downtimeline
