// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/knownevents.h"

#include "models/storage/eventrow.h"
#include "models/storage/recordsources.h"
#include "models/storage/sqlcalls.h"

#include <QString>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace downtimeline {
namespace {

void mix(std::uint64_t &digest, std::uint64_t value)
{
    digest = (digest ^ value) * 0x9E3779B97F4A7C15U;
    digest ^= digest >> 32U;
}

/// Differs where a difference would be told; only ever compared, never a key.
std::uint64_t digestOf(const Event &event, Duration shift)
{
    auto digest = static_cast<std::uint64_t>(event.kind);
    mix(digest, std::hash<std::string>{}(event.title));
    mix(digest, std::hash<std::string>{}(event.detail));
    mix(digest, event.at ? static_cast<std::uint64_t>(microseconds(*event.at - shift)) : 1U);
    mix(digest, event.length ? static_cast<std::uint64_t>(event.length->count()) : 1U);
    return digest;
}

bool isPlain(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string foldedAscii(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    for (const char c : text) {
        const bool isSpace = c == ' ' || (c >= '\t' && c <= '\r');
        if (!isSpace)
            folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!folded.empty() && folded.back() != ' ')
            folded += ' ';
    }
    if (folded.ends_with(' '))
        folded.pop_back();
    return folded;
}

std::string uuidKey(const QUuid &uuid)
{
    return "uuid " + uuid.toString(QUuid::WithoutBraces).toStdString();
}

} // namespace

std::string foldedText(std::string_view text)
{
    if (isPlain(text))
        return foldedAscii(text);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
        .toCaseFolded()
        .simplified()
        .toStdString();
}

std::string originKey(const Event &event)
{
    if (!event.recordId.empty())
        return "id " + event.recordId;
    std::string key = "text " + foldedText(event.title);
    if (const std::optional<ClockTime> &clock = event.time.clock) {
        char text[48];
        std::snprintf(
            text, sizeof text, " at %02d:%02d:%02d.%06d", clock->hour, clock->minute, clock->second.value_or(0),
            clock->microsecond);
        key += text;
    }
    return key;
}

std::string KnownEvents::keyOf(const Event &event) const
{
    return m_by == By::Uuid && !event.uuid.isNull() ? uuidKey(event.uuid) : originKey(event);
}

void KnownEvents::readEvents(SQLite::Statement &rows)
{
    while (rows.executeStep()) {
        const Event event = eventAt(rows);
        // An export tells instants with the shift of their source applied, any other reading as the source wrote them.
        const Duration shift = m_by == By::Uuid ? Duration::zero() : durationAt(rows, 19).value_or(Duration::zero());
        const Entry entry{
            .key = rows.isColumnNull(20) ? originKey(event) : textAt(rows, 20),
            .row = event.id.row(),
            .digest = digestOf(event, shift)};
        m_entries.push_back(entry);
        if (m_by == By::Uuid)
            m_entries.push_back({.key = uuidKey(event.uuid), .row = entry.row, .digest = entry.digest});
    }
}

void KnownEvents::readRemoved(SQLite::Statement &rows)
{
    while (rows.executeStep()) {
        m_entries.push_back({.key = textAt(rows, 0)});
        if (m_by == By::Uuid)
            m_entries.push_back({.key = uuidKey(uuidAt(rows, 1))});
    }
}

KnownEvents::KnownEvents(
    SQLite::Database &database, IncidentId incident, std::string_view sourceName, By by, std::string_view format)
    : m_by(by)
{
    const std::string name(sourceName);
    const std::string ownFormat(hasRecordsOfOwn(format) ? format : std::string_view());
    const std::string events =
        std::string("SELECT ") + eventColumns + ", e.origin" + eventTables + "WHERE e.incident_id = ?1 ";
    SQLite::Statement rows(
        database, events + (by == By::Uuid ? "AND ?2 IS NOT NULL AND ?3 IS NOT NULL"
                                           : "AND e.source_id IN (SELECT id FROM source WHERE incident_id = ?1 AND "
                                             "(name = ?2 OR format = ?3))"));
    rows.bind(1, incident.row());
    bindWhole(rows, 2, name);
    bindWhole(rows, 3, ownFormat);
    readEvents(rows);
    SQLite::Statement removed(
        database, "SELECT origin, uuid FROM removed_event WHERE incident_id = ?1 AND (?3 OR source_name = ?2 OR "
                  "source_name IN (SELECT name FROM source WHERE incident_id = ?1 AND format = ?4))");
    removed.bind(1, incident.row());
    bindWhole(removed, 2, name);
    removed.bind(3, by == By::Uuid ? 1 : 0);
    bindWhole(removed, 4, ownFormat);
    readRemoved(removed);
    std::ranges::sort(m_entries, [](const Entry &left, const Entry &right) {
        // What was removed is met last: of two alike, the one that is there is met.
        return std::tuple(std::string_view(left.key), left.row == 0, left.row) <
               std::tuple(std::string_view(right.key), right.row == 0, right.row);
    });
}

std::optional<KnownEvents::Match> KnownEvents::take(const Event &event)
{
    const std::string key = keyOf(event);
    const auto known = std::ranges::equal_range(m_entries, key, std::less<>(), &Entry::key);
    for (Entry &entry : known) {
        if (entry.taken)
            continue;
        entry.taken = true;
        const bool same = entry.row == 0 || entry.digest == digestOf(event, Duration::zero());
        return Match{.id = EventId(entry.row), .isSame = same};
    }
    return std::nullopt;
}

} // namespace downtimeline
