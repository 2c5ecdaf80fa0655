// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/eventrow.h"

#include "models/storage/sqlcalls.h"
#include "models/storage/timecolumns.h"

namespace downtimeline {
namespace {

// Bits 0 to 3, 10 and 11 of event.marks; the others are those of its time.
constexpr unsigned progressMask = 3U;
constexpr unsigned starredMark = 1U << 2U;
constexpr unsigned hiddenMark = 1U << 3U;
constexpr unsigned lengthShift = 10;

constexpr const char *insertSql =
    "INSERT INTO event (id, incident_id, source_id, uuid, at, length, kind, marks, line, certainty, time_offset, "
    "title, detail, time_text, time_zone, record_id, actor, service, note, time_parts) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)";
constexpr const char *updateSql =
    "UPDATE event SET incident_id = ?2, source_id = ?3, uuid = ?4, at = ?5, length = ?6, kind = ?7, marks = ?8, "
    "line = ?9, certainty = ?10, time_offset = ?11, title = ?12, detail = ?13, time_text = ?14, time_zone = ?15, "
    "record_id = ?16, actor = ?17, service = ?18, note = ?19, time_parts = ?20 WHERE id = ?1";

unsigned marksAt(const SQLite::Statement &row, int column)
{
    return static_cast<unsigned>(codeAt(row, column, 0x1FFFF));
}

} // namespace

unsigned eventMarks(const Event &event)
{
    return static_cast<unsigned>(event.progress) | (event.starred ? starredMark : 0U) |
           (event.hidden ? hiddenMark : 0U) | (static_cast<unsigned>(event.lengthOrigin) << lengthShift) |
           marksOf(event.time);
}

Event eventAt(const SQLite::Statement &row)
{
    Event event;
    event.id = EventId(numberAt(row, 0));
    event.source = SourceId(numberAt(row, 1));
    event.uuid = uuidAt(row, 2);
    event.at = instantAt(row, 3);
    event.length = durationAt(row, 4);
    event.kind = static_cast<EventKind>(codeAt(row, 5, static_cast<int>(eventKindCount) - 1));
    const unsigned marks = marksAt(row, 6);
    event.progress = static_cast<Progress>(marks & progressMask);
    event.starred = (marks & starredMark) != 0;
    event.hidden = (marks & hiddenMark) != 0;
    event.lengthOrigin = static_cast<LengthOrigin>((marks >> lengthShift) & 3U);
    event.line = lineAt(row, 7);
    event.certainty = row.getColumn(8).getDouble();
    std::optional<WrittenTime> time = timeOf(marks, event.at, offsetAt(row, 9), textAt(row, 18));
    if (!time)
        throw DamagedValue("the written time of an event cannot be");
    event.time = std::move(*time);
    event.title = textAt(row, 10);
    event.detail = textAt(row, 11);
    event.time.text = textAt(row, 12);
    event.time.zone = textAt(row, 13);
    event.recordId = textAt(row, 14);
    event.actor = textAt(row, 15);
    event.service = textAt(row, 16);
    event.note = textAt(row, 17);
    if (event.at)
        *event.at += durationAt(row, 19).value_or(Duration::zero());
    return event;
}

EventEntry entryAt(const SQLite::Statement &row)
{
    const Instant at = instantAt(row, 1).value_or(Instant{});
    const std::optional<Duration> length = durationAt(row, 2);
    const auto kind = static_cast<EventKind>(codeAt(row, 3, static_cast<int>(eventKindCount) - 1));
    const unsigned marks = marksAt(row, 4);
    const auto precision = static_cast<Precision>((marks >> timemarks::precisionShift) & 7U);
    unsigned flags = 0;
    const auto set = [&flags](bool on, EventEntry::Flag flag) { flags |= on ? static_cast<unsigned>(flag) : 0U; };
    const auto progress = static_cast<Progress>(marks & progressMask);
    set(progress == Progress::Begins, EventEntry::Begins);
    set(progress == Progress::Completes, EventEntry::Completes);
    set(progress == Progress::Fails, EventEntry::Fails);
    set((marks & starredMark) != 0, EventEntry::Starred);
    set((marks & hiddenMark) != 0, EventEntry::Hidden);
    set(precision == Precision::Approximate, EventEntry::Approximate);
    set(precision == Precision::Hour, EventEntry::HourOnly);
    set(precision == Precision::Day, EventEntry::DayOnly);
    set(((marks >> timemarks::originShift) & 7U) == 0, EventEntry::ZoneUnstated);
    set(length.has_value(), EventEntry::OwnEnd);
    return {
        .id = EventId(numberAt(row, 0)),
        .at = at,
        .end = at + length.value_or(Duration::zero()),
        .kind = kind,
        .lane = laneOf(kind),
        .flags = static_cast<std::uint16_t>(flags)};
}

EventRowWriter::EventRowWriter(SQLite::Database &database, Verb verb)
    : m_database(database), m_statement(database, verb == Verb::Insert ? insertSql : updateSql)
{
    m_statement.bind(10, m_certainty);
}

DerivedColumns derivedColumns(const Event &event, Duration shift, RandomUuids &uuids)
{
    const std::optional<Instant> written = event.at ? std::optional(*event.at - shift) : std::nullopt;
    return {
        .uuid = event.uuid.isNull() ? uuids.next() : uuidBytes(event.uuid),
        .at = written ? std::optional(microseconds(*written)) : std::nullopt,
        .marks = eventMarks(event),
        .parts = partsOf(event.time, written)};
}

std::int64_t
EventRowWriter::write(IncidentId incident, SourceId source, const Event &event, const DerivedColumns &columns)
{
    bindWholeNumber(1, event.id.isValid() ? std::optional(event.id.row()) : std::nullopt);
    bindWholeNumber(2, incident.row());
    bindWholeNumber(3, source.isValid() ? std::optional(source.row()) : std::nullopt);
    m_statement.bindNoCopy(4, columns.uuid.data(), static_cast<int>(columns.uuid.size()));
    bindWholeNumber(5, columns.at);
    bindWholeNumber(6, event.length ? std::optional<std::int64_t>(event.length->count()) : std::nullopt);
    bindWholeNumber(7, static_cast<std::int64_t>(event.kind));
    bindWholeNumber(8, static_cast<std::int64_t>(columns.marks));
    bindWholeNumber(9, event.line > 0 ? std::optional<std::int64_t>(event.line) : std::nullopt);
    bindCertainty(event.certainty);
    bindWholeNumber(11, event.time.offset ? std::optional<std::int64_t>(event.time.offset->count()) : std::nullopt);
    bindOptionalText(12, event.title);
    bindOptionalText(13, event.detail);
    bindOptionalText(14, event.time.text);
    bindOptionalText(15, event.time.zone);
    bindOptionalText(16, event.recordId);
    bindOptionalText(17, event.actor);
    bindOptionalText(18, event.service);
    bindOptionalText(19, event.note);
    bindOptionalText(20, columns.parts);
    m_statement.exec();
    m_statement.reset();
    return event.id.isValid() ? event.id.row() : m_database.getLastInsertRowid();
}

void EventRowWriter::bindWholeNumber(int index, std::optional<std::int64_t> number)
{
    std::optional<std::int64_t> &bound = m_numbers[static_cast<std::size_t>(index)];
    if (number == bound)
        return; // a parameter that was never bound is NULL
    bindNumber(m_statement, index, number);
    bound = number;
}

void EventRowWriter::bindCertainty(double certainty)
{
    if (certainty != m_certainty)
        m_statement.bind(10, certainty);
    m_certainty = certainty;
}

void EventRowWriter::bindOptionalText(int index, const std::string &text)
{
    const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(index);
    if (!text.empty()) {
        m_statement.bindNoCopy(index, text);
        m_boundTexts |= bit;
    } else if (m_boundTexts & bit) {
        m_statement.bind(index);
        m_boundTexts &= ~bit;
    }
}

} // namespace downtimeline
