// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/finding.h"
#include "models/readers/postmortemprose.h"
#include "models/readers/postmortemrows.h"

#include <vector>

namespace downtimeline {

/// The rows as events, with what became doubtful on the way.
struct PlacedEvents
{
    std::vector<Event> events; ///< in the document's order
    std::vector<Finding> findings;
    std::vector<Question> questions;
};

/// Gives every row its day and its offset from where the document states them: the row, what stands above it, the
/// document. A clock that falls back by more than half a day begins the next day, and that is asked; a smaller step
/// back is a finding. Rows are never sorted.
PlacedEvents placeEvents(const std::vector<TimelineRow> &rows, const DocumentTimes &document);

/// "16 January 2024".
std::string dayInWords(const WrittenTime &time);
/// "10:20".
std::string clockInWords(const ClockTime &clock);
/// "7, 11 and 24".
std::string linesInWords(std::vector<int> lines);
/// A finding whose key is its rule and its facts. The facts are what disagrees (days, clocks, zones, words), in no
/// language of the user and without line numbers: a document that gains a line keeps its keys.
Finding makeFinding(
    const std::string &rule, const QString &title, const QString &message, std::vector<int> lines,
    const std::vector<std::string> &facts);

} // namespace downtimeline
