// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/wholeincident.h"
#include "models/report/rowwatch.h"

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <span>
#include <string_view>

namespace downtimeline {

/// The JSON of one incident, as `inspect --json`, `show --json` and *.downtimeline.json have it: UTF-8, an event a
/// line, times as known and no more. "until" is an event's end, "untilFrom" where it comes from: "written", "record"
/// and "user" are the event's own, "event" follows from another event and is not read back. "startedAtFrom" and
/// "endedAtFrom" are "user" where the user states that end of the impact; without them a source does, in the words of
/// "startedAtText" and "endedAtText". The shape is described in CONTRIBUTING.md. A null uuid (a reading) leaves the ids
/// out. "persons", where there are any, are those whom the sources name as users; "namesHidden" is true where names
/// were replaced by roles. Samples are counted; in the format "downtimeline", which models/readers reads back, they are
/// listed as well.
void writeIncidentJson(
    std::ostream &out, std::string_view format, const WholeIncident &incident, std::span<const Skip> skipped,
    const GoOn &goOn = {});

/// Several incidents of one file: {"incidents": [...]}; exactly one is written plainly.
void writeIncidentsJson(
    std::ostream &out, std::string_view format, std::span<const WholeIncident> incidents, std::span<const Skip> skipped,
    const GoOn &goOn = {});

/// Writes the same piece by piece, for events that nobody holds: begin(), each event(), end() for each of `count`
/// incidents, then finish(). What it is given is not owned and outlives it.
class IncidentsJson
{
public:
    IncidentsJson(std::ostream &out, std::string_view format, std::size_t count, std::span<const Skip> skipped);

    /// What stands before the events. The incident's own are not looked at, here and in end().
    void begin(const WholeIncident &incident);
    void event(const Event &event, std::optional<Instant> until);
    /// What stands behind them.
    void end(const WholeIncident &incident);
    void finish();

private:
    std::ostream &m_out;
    std::string_view m_format;
    std::size_t m_count;
    std::span<const Skip> m_skipped;
    bool m_isFirst = true;
    const char *m_separator = "";
};

} // namespace downtimeline
