// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/documents/countedtimes.h"
#include "models/documents/writtentimes.h"
#include "models/domain/kind.h"
#include "models/readers/postmortem/postmortemsections.h"

#include <optional>
#include <string>

namespace downtimeline {

/// An event as the document lists it, before its day and zone are filled in.
struct TimelineRow
{
    int line = 0;
    Section section = Section::None;
    FoundTime found;
    std::optional<CountedTime> counted; ///< it tells its distance from another row instead of its time
    std::string title;
    std::string detail;
    std::string actor;
    std::optional<EventKind> kind;        ///< as its table tells it; else its words do
    int list = 0;                         ///< rows of one list count the same
    std::optional<WrittenTime> dateAbove; ///< a date that stands above the row, in a heading or a note
    int dateAboveLine = 0;
    std::optional<WrittenZone> headerZone; ///< of the row's table header, heading or note
};

} // namespace downtimeline
