// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/presentationfacts.h"

#include <vector>

namespace downtimeline {

/// What an event means in numbers: since the first page, into the outage, how long it lasted, the traffic then. Each
/// says from what to what it counts. Nothing is counted from a time of which only the hour or the day is known.
std::vector<StepFigure> eventMeaning(const EventEntry &event, const PresentationFacts &facts, const DisplayZone &zone);

} // namespace downtimeline
