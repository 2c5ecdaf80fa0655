// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/wholeincident.h"
#include "models/report/derivedends.h"

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// An incident for a terminal: title, when, measures with what they rest on, events, findings, questions, what was not
/// read. UTF-8; control characters of foreign text are made visible, so that it cannot steer the terminal.
void writeIncidentText(std::ostream &out, const WholeIncident &incident, std::span<const Skip> skipped);

// The same in pieces, for events that nobody holds: what stands before them, each of them, what stands behind them.
// The incident's own events are not looked at.

/// Of an event that the text names beside a measure; none where it is not known.
using TitleOfEvent = std::function<std::optional<std::string>(EventId)>;

/// The events whose titles the text before the events needs.
std::vector<EventId> eventsNamed(const EventIndex &index, const Incident &incident);
void writeTextBefore(
    std::ostream &out, const WholeIncident &incident, const EventIndex &index, std::size_t events,
    const TitleOfEvent &titleOf);
void writeTextEvent(std::ostream &out, const Event &event, std::optional<Instant> end);
void writeTextBehind(std::ostream &out, const WholeIncident &incident, std::span<const Skip> skipped);

/// Foreign text for one line of a terminal: control and direction characters as visible marks.
std::string terminalText(std::string_view utf8);

} // namespace downtimeline
