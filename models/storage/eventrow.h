// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/eventindex.h"
#include "models/storage/randomuuid.h"

#include <SQLiteCpp/Statement.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace downtimeline {

/// The columns that eventAt() reads, of "event AS e LEFT JOIN source AS s"; the last is the clock shift.
inline constexpr const char *eventColumns =
    "e.id, e.source_id, e.uuid, e.at, e.length, e.kind, e.marks, e.line, e.certainty, e.time_offset, e.title, "
    "e.detail, "
    "e.time_text, e.time_zone, e.record_id, e.actor, e.service, e.note, e.time_parts, coalesce(s.clock_shift, 0)";
inline constexpr const char *eventTables = " FROM event AS e LEFT JOIN source AS s ON s.id = e.source_id ";

/// The event of a row of eventColumns. Throws SQLite::Exception and DamagedValue.
Event eventAt(const SQLite::Statement &row);

/// The entry of a row that begins with id, at (shifted), length, kind, marks. Throws as eventAt().
EventEntry entryAt(const SQLite::Statement &row);

/// Everything of the event that is kept as bits, for event.marks.
unsigned eventMarks(const Event &event);

/// What a row holds that is worked out from its event. Apart from the writing, for a big load does it while a row
/// before is written.
struct DerivedColumns
{
    UuidBytes uuid{};
    std::optional<std::int64_t> at; ///< UTC microseconds as the source wrote it, without its clock shift
    unsigned marks = 0;
    std::string parts; ///< of the time, where they do not follow from the rest
};

/// Instants are taken back by the source's clock shift. An event without a uuid gets the next of `uuids`.
DerivedColumns derivedColumns(const Event &event, Duration shift, RandomUuids &uuids);

/// Writes event rows with one prepared statement. Texts are not copied: an event has to stay until its row is written.
class EventRowWriter
{
public:
    enum class Verb { Insert, Update };

    EventRowWriter(SQLite::Database &database, Verb verb);

    /// Answers with the row's id. Throws SQLite::Exception.
    std::int64_t write(IncidentId incident, SourceId source, const Event &event, const DerivedColumns &columns);

private:
    void bindWholeNumber(int index, std::optional<std::int64_t> number);
    void bindCertainty(double certainty);
    void bindOptionalText(int index, const std::string &text);

    SQLite::Database &m_database;
    SQLite::Statement m_statement;
    // What the parameters hold: most of the twenty are the same from row to row and need not be bound again.
    std::array<std::optional<std::int64_t>, 12> m_numbers;
    double m_certainty = 0;
    std::uint64_t m_boundTexts = 0;
};

} // namespace downtimeline
