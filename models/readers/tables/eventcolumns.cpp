// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/eventcolumns.h"

#include "models/readers/tables/csvclock.h"
#include "models/readers/tables/csvnumbers.h"
#include "models/readers/tables/tablecolumns.h"
#include "models/readers/textsource.h"

#include <algorithm>
#include <span>

namespace downtimeline {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, eventFieldCount> keys{
    "time", "date", "end", "duration", "kind", "title", "detail", "service", "actor", "id", "zone", "ignore"};

// The surest names come first.
constexpr auto timeNames = std::to_array<std::string_view>(
    {"time",       "timestamp",  "datetime",   "date_time",  "at",         "when",        "ts",
     "start",      "start_time", "started_at", "started",    "starts_at",  "startsat",    "begin",
     "begins",     "began",      "from",       "event_time", "event_date", "occurred_at", "created_at",
     "created_on", "created",    "opened_at",  "time_start", "clock",      "date"});
constexpr auto dateNames = std::to_array<std::string_view>({"date", "day", "event_date", "start_date"});
constexpr auto endNames = std::to_array<std::string_view>(
    {"end", "end_time", "ended_at", "ended", "ends_at", "endsat", "until", "to", "finish", "finished_at", "finished",
     "stop", "stopped_at", "resolved_on", "resolved_at", "closed_at", "time_end"});
constexpr auto durationNames = std::to_array<std::string_view>({"duration", "length", "elapsed"});
constexpr auto kindNames = std::to_array<std::string_view>(
    {"kind", "type", "category", "event_category", "event_type", "event_kind", "class"});
constexpr auto titleNames = std::to_array<std::string_view>(
    {"title", "event_title", "event", "summary", "message", "name", "subject", "what", "what_happened", "action",
     "text", "log", "description", "incident", "alert", "alertname"});
constexpr auto detailNames = std::to_array<std::string_view>(
    {"detail", "details", "description", "notes", "note", "content", "event_content", "comment", "comments", "body"});
constexpr auto serviceNames = std::to_array<std::string_view>(
    {"service", "component", "team", "system", "application", "app", "host", "source", "event_source"});
constexpr auto actorNames = std::to_array<std::string_view>(
    {"actor", "who", "user", "username", "owner", "author", "assignee", "responder", "person", "by"});
constexpr auto idNames =
    std::to_array<std::string_view>({"id", "uuid", "event_id", "record_id", "incident_number", "guid", "key"});
constexpr auto zoneNames =
    std::to_array<std::string_view>({"tz", "timezone", "time_zone", "zone", "event_tz", "utc_offset", "offset"});

constexpr std::array<Names, eventFieldCount> namesOfFields{Names(timeNames),     Names(dateNames),    Names(endNames),
                                                           Names(durationNames), Names(kindNames),    Names(titleNames),
                                                           Names(detailNames),   Names(serviceNames), Names(actorNames),
                                                           Names(idNames),       Names(zoneNames),    Names()};

constexpr double mostAreTimes = 0.6;

/// A column of words: its cells are neither numbers nor times.
bool isText(const std::vector<std::string_view> &cells)
{
    const auto isWords = [](std::string_view cell) {
        cell = trimmed(cell);
        return !cell.empty() && !numberOf(cell, '.') && !isCellTime(cell);
    };
    const auto count = std::ranges::count_if(cells, isWords);
    return count > 0 && 2 * count >= static_cast<std::ptrdiff_t>(cells.size());
}

class ColumnSearch
{
public:
    ColumnSearch(const CsvSketch &sketch, const ReadOptions &options) : m_sketch(sketch)
    {
        m_found.columns.fill(-1);
        m_taken.resize(sketch.header.size());
        for (const std::string &header : sketch.header) {
            m_plainNames.push_back(foldedName(header));
            m_timeNames.push_back(nameOfTimeHeader(header));
        }
        takeChoices(options);
    }

    EventColumns found()
    {
        takeTime();
        for (const auto field :
             {EventField::End, EventField::Length, EventField::Kind, EventField::Title, EventField::Detail,
              EventField::Service, EventField::Actor, EventField::RecordId, EventField::Zone}) {
            takeNamed(field);
        }
        m_found.isTitleNamed = m_found.has(EventField::Title);
        if (!m_found.isTitleNamed)
            takeLongestText();
        if (m_found.has(EventField::Length))
            m_found.secondsOfDuration = secondsOfHeader(header(m_found.of(EventField::Length)));
        for (std::size_t column = 0; column < m_taken.size(); ++column) {
            if (!m_taken[column])
                m_found.unread.push_back(static_cast<int>(column));
        }
        return std::move(m_found);
    }

private:
    const std::string &header(int column) const { return m_sketch.header[static_cast<std::size_t>(column)]; }

    void take(EventField field, std::size_t column)
    {
        m_taken[column] = true;
        if (field != EventField::Ignored)
            m_found.columns[static_cast<std::size_t>(field)] = static_cast<int>(column);
    }

    void takeChoices(const ReadOptions &options)
    {
        if (options.columns.empty())
            return;
        const std::vector<std::string> names = columnNames(m_sketch);
        for (std::size_t column = 0; column < names.size(); ++column) {
            const auto chosen = options.columns.find(names[column]);
            if (chosen != options.columns.end())
                takeChoice(column, chosen->second);
        }
    }

    void takeChoice(std::size_t column, std::string_view text)
    {
        if (const Result<ColumnChoice> choice = columnChoiceOf(text, TableSort::Events)) {
            take(static_cast<EventField>(std::ranges::find(keys, choice->field) - keys.begin()), column);
            if (choice->order != DateOrder::Unknown)
                m_found.order = choice->order;
        } else if (columnChoiceOf(text, TableSort::Metrics)) {
            m_taken[column] = true; // what only metrics have is nothing of an event
        }
    }

    /// The first free column that has one of the names; with content asked for, some cell must be a time.
    int named(Names names, const std::vector<std::string> &headers, bool mustBeTimes) const
    {
        for (const std::string_view name : names) {
            for (std::size_t column = 0; column < headers.size(); ++column) {
                if (m_taken[column] || headers[column] != name)
                    continue;
                if (!mustBeTimes || m_sketch.rows.empty() || shareOfTimes(m_sketch.column(column)) > 0)
                    return static_cast<int>(column);
            }
        }
        return -1;
    }

    void takeNamed(EventField field)
    {
        if (m_found.has(field))
            return;
        const bool isTime = field == EventField::End;
        const bool hasUnit = field == EventField::Length;
        const Names names = namesOfFields[static_cast<std::size_t>(field)];
        int column = named(names, isTime || hasUnit ? m_timeNames : m_plainNames, false);
        for (std::size_t i = 0; hasUnit && column < 0 && i < m_plainNames.size(); ++i) {
            if (!m_taken[i] && m_plainNames[i].starts_with("duration_"))
                column = static_cast<int>(i);
        }
        if (column >= 0)
            take(field, static_cast<std::size_t>(column));
    }

    void takeTime()
    {
        if (!m_found.has(EventField::Time)) {
            int column = named(timeNames, m_timeNames, true);
            m_found.isTimeNamed = column >= 0;
            for (std::size_t i = 0; column < 0 && i < m_taken.size(); ++i) {
                if (!m_taken[i] && shareOfTimes(m_sketch.column(i)) >= mostAreTimes)
                    column = static_cast<int>(i);
            }
            if (column < 0)
                return;
            take(EventField::Time, static_cast<std::size_t>(column));
        }
        if (!m_found.has(EventField::Date) && isClockOnly(m_found.of(EventField::Time)))
            takeDate();
    }

    void takeDate()
    {
        const int column = named(dateNames, m_timeNames, true);
        if (column >= 0)
            take(EventField::Date, static_cast<std::size_t>(column));
    }

    bool isClockOnly(int column) const
    {
        const auto cells = m_sketch.column(static_cast<std::size_t>(column));
        const auto isClock = [](std::string_view cell) {
            const auto time = cellTime(trimmed(cell), DateOrder::Unknown);
            return time && time->hasClock() && !time->hasDate() && !time->isUndecided;
        };
        return std::ranges::any_of(cells, isClock);
    }

    void takeLongestText()
    {
        std::size_t most = 0;
        std::optional<std::size_t> best;
        for (std::size_t column = 0; column < m_taken.size(); ++column) {
            const auto cells = m_sketch.column(column);
            if (m_taken[column] || !isText(cells))
                continue;
            std::size_t length = 0;
            for (const std::string_view cell : cells)
                length += cell.size();
            if (length > most) {
                most = length;
                best = column;
            }
        }
        if (best)
            take(EventField::Title, *best);
    }

    const CsvSketch &m_sketch;
    EventColumns m_found;
    std::vector<bool> m_taken;
    std::vector<std::string> m_plainNames;
    std::vector<std::string> m_timeNames;
};

} // namespace

EventColumns eventColumnsOf(const CsvSketch &sketch, const ReadOptions &options)
{
    return ColumnSearch(sketch, options).found();
}

std::string_view eventFieldKey(EventField field)
{
    return keys[static_cast<std::size_t>(field)];
}

double shareOfTimes(const std::vector<std::string_view> &cells)
{
    int filled = 0;
    int times = 0;
    for (const std::string_view cell : cells) {
        const std::string_view text = trimmed(cell);
        filled += text.empty() ? 0 : 1;
        times += !text.empty() && isCellTime(text) ? 1 : 0;
    }
    return filled == 0 ? 0.0 : static_cast<double>(times) / filled;
}

} // namespace downtimeline
