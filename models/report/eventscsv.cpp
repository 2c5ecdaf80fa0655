// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/eventscsv.h"

#include "models/domain/spreadsheetcell.h"
#include "models/report/derivedends.h"

#include <ostream>

namespace downtimeline {
namespace {

void putRow(std::ostream &out, std::initializer_list<std::string_view> fields)
{
    const char *separator = "";
    for (const std::string_view field : fields) {
        out << separator << csvField(field);
        separator = ",";
    }
    out << "\r\n";
}

/// What is known of it, else the words of the source.
std::string knownTime(const WrittenTime &time)
{
    std::string text = isoText(time);
    return text.empty() ? time.text : text;
}

} // namespace

std::string csvField(std::string_view utf8)
{
    const bool guarded = looksLikeFormula(utf8);
    if (!guarded && utf8.find_first_of("\",\r\n;\t") == std::string_view::npos)
        return std::string(utf8);
    std::string field = guarded ? "\"'" : "\"";
    for (const char c : utf8) {
        if (c == '"')
            field += '"';
        field += c;
    }
    return field + '"';
}

void writeEventsCsv(std::ostream &out, const ScopedIncident &scope, const GoOn &goOn)
{
    const std::vector<Event> &events = scope.whole.events;
    RowWatch rows(goOn, events.size());
    putRow(out, {"time", "until", "kind", "title", "detail", "service", "actor", "line"});
    const std::vector<std::optional<Instant>> ends = endsOf(events);
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!scope.goesOut(i))
            continue;
        const Event &event = events[i];
        const std::string until =
            ends[i] ? isoText(writtenTimeOf(*ends[i], event.time.offset, event.time.zoneOrigin)) : std::string();
        putRow(
            out, {knownTime(event.time), until, kindKey(event.kind), event.title, event.detail, event.service,
                  event.actor, event.line > 0 ? std::to_string(event.line) : std::string()});
        if (!rows.next())
            return;
    }
}

} // namespace downtimeline
