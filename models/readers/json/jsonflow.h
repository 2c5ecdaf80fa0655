// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsonvalue.h"
#include "models/readers/skiptally.h"

#include <optional>
#include <string>
#include <vector>

namespace downtimeline {

/// One record, cut out of its file.
struct JsonRecord
{
    JsonValue value;
    std::string_view place; ///< "incidents[]"
    int line = 0;           ///< where it begins, from 1
};

/// Takes what a reader makes of its records and hands it on, events a few thousand at a time.
class JsonFlow
{
public:
    JsonFlow(ImportSink &sink, SkipTally &tally) : m_sink(sink), m_tally(tally) {}

    Status incident(const Incident &incident);
    /// An event without any part of a time becomes a skip; one without a title takes the name of its kind.
    Status event(Event event);
    Status skip(int line, const QString &reason);
    Status flush();
    /// Last: hands on what is left, asks for the zone or the day where a time told none, and tells of skips beyond the
    /// bound.
    Status finish();

    ImportSink &sink() { return m_sink; }
    SkipTally &tally() { return m_tally; }

private:
    Status ask(Question::About about, std::optional<int> line, const char *sentence);

    ImportSink &m_sink;
    SkipTally &m_tally;
    std::vector<Event> m_waiting;
    std::optional<int> m_zoneLine; ///< of the first time without a zone
    std::optional<int> m_dateLine; ///< of the first time without a date
};

/// A time as an export writes it: ISO 8601, or a count since 1970 told apart by its size; the text stays as written.
/// None for what has no date, and for the years before 1970 by which some tools mean "never".
std::optional<WrittenTime> jsonTime(std::string_view text);
/// A time that the format defines as a count since 1970, which is UTC.
std::optional<WrittenTime> countedTime(std::int64_t microseconds, std::string text);

/// The offset of a zone that stands elsewhere in the file, for a time that tells none; nothing where the zone is
/// unknown.
void placeInZone(std::optional<WrittenTime> &time, std::string_view zone, ZoneOrigin origin);

/// An event of a record, without its time.
Event recordEvent(const JsonRecord &record, EventKind kind, std::string title, std::string detail = {});
/// The same of a record that begins on that line.
Event recordEvent(int line, EventKind kind, std::string title, std::string detail = {});
/// Places an event; where there is no time it stays without.
void placeAt(Event &event, std::optional<WrittenTime> time);
/// Its end by the record's own field; an end before the start, or none, leaves it an instant.
void endAt(Event &event, const std::optional<WrittenTime> &end);
/// Puts a paragraph behind the detail.
void addDetail(Event &event, std::string_view name, std::string_view text);

/// Lower case ASCII, for looking words up.
std::string folded(std::string_view text);

} // namespace downtimeline
