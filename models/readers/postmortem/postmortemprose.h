// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/documents/writtentimes.h"
#include "models/readers/postmortem/postmortemsections.h"

#include <optional>
#include <string_view>
#include <vector>

namespace downtimeline {

/// A time in a sentence or behind a label.
struct ProseTime
{
    int line = 0;
    Section section = Section::None;
    std::string_view text;  ///< the whole line; points into the document
    std::string_view label; ///< "Start Time"; empty without one
    FoundTime found;        ///< positions count in text
    bool isTitle = false;   ///< stands in a heading
};

/// The times of a document's sentences, titles, labels and front matter, without code, actions and lessons.
std::vector<ProseTime> proseTimes(const std::vector<SectionedLine> &lines, DayOrder order);

/// Which of day and month comes first where the document has a date that can only be read one way.
DayOrder dayOrderOf(const std::vector<SectionedLine> &lines);

/// What the document as a whole says of its times.
struct DocumentTimes
{
    std::optional<WrittenTime> date; ///< the day of the incident; its year may be missing
    int dateLine = 0;
    std::optional<WrittenZone> zone;
    int zoneLine = 0;
    std::optional<FoundTime> zero; ///< the clock of the moment T that rows count from ("T0 = 14:02 UTC")
    int zeroLine = 0;
    std::optional<WrittenTime> start; ///< of the incident, where a label states it with a clock
    int startLine = 0;
};

/// The day of the incident (not of publication) and the zone that its sentences use. Rows are the lines of events: they
/// count last for the day, first for the zone.
DocumentTimes documentTimes(const std::vector<ProseTime> &times);

/// The clock that the document gives to the moment T, and its line.
void readZero(const std::vector<SectionedLine> &lines, DayOrder order, DocumentTimes &document);

/// The zone of a note such as "All times in EET", wherever it stands; none without one.
std::optional<WrittenZone> notedZone(const std::vector<SectionedLine> &lines);

/// The day of a time that has year, month and day and exists.
std::optional<std::chrono::year_month_day> dayOf(const WrittenTime &time);

} // namespace downtimeline
