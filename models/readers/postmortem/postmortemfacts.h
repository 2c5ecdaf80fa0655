// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/incident.h"
#include "models/readers/postmortem/postmortemprose.h"
#include "models/readers/postmortem/postmortemsections.h"

#include <string>
#include <vector>

namespace downtimeline {

/// The document's title; empty where it has none. A project's label on the first line is passed over where a title
/// follows.
std::string documentTitle(const std::vector<SectionedLine> &lines);

/// Title, severity, service, status, authors and the texts of the parts. Nothing that is not written there.
Incident incidentFacts(const std::vector<SectionedLine> &lines);

/// The incident's own times where labels state them ("Start Time: ...", "Incident from: ...", "start-time: ...").
void readStatedTimes(const std::vector<ProseTime> &times, const DocumentTimes &document, Incident &incident);

} // namespace downtimeline
