// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/action.h"
#include "models/domain/event.h"
#include "models/domain/finding.h"
#include "models/domain/incident.h"
#include "models/domain/person.h"
#include "models/domain/series.h"
#include "models/readers/json/jsonvalue.h"

#include <vector>

namespace downtimeline {

/// What stands in Downtimeline's own JSON, as values; what is missing or of another sort is left empty.
Incident ownIncident(JsonValue record);
/// Lengths that are the event's own; an end that follows from another event is none.
Event ownEvent(JsonValue record);
Series ownSeries(JsonValue record);
/// The points of a series that was stated in words.
std::vector<TrafficClaim> ownClaims(JsonValue record);
Person ownPerson(JsonValue record);
Action ownAction(JsonValue record);
Finding ownFinding(JsonValue record);
Explained ownExplained(JsonValue record);

/// The line that a record states; 0 where there is none.
int ownLine(JsonValue record);

} // namespace downtimeline
