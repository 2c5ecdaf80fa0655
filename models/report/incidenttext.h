// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/wholeincident.h"

#include <iosfwd>
#include <span>

namespace downtimeline {

/// An incident for a terminal: title, when, measures with what they rest on, events, findings, questions, what was not
/// read. UTF-8; control characters of foreign text are made visible, so that it cannot steer the terminal.
void writeIncidentText(std::ostream &out, const WholeIncident &incident, std::span<const Skip> skipped);

/// Foreign text for one line of a terminal: control and direction characters as visible marks.
std::string terminalText(std::string_view utf8);

} // namespace downtimeline
