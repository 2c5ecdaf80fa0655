// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/cells/csvkinds.h"
#include "models/readers/skiptally.h"
#include "models/readers/tables/csvclock.h"
#include "models/readers/tables/csvpass.h"
#include "models/readers/tables/eventcolumns.h"

#include <vector>

namespace downtimeline {

/// Turns rows into events and hands them on a few thousand at a time. The events of a batch are used again for the next
/// one, so that their texts keep their memory: nothing is allocated for a row.
class EventRows
{
public:
    EventRows(
        const CsvSketch &sketch, const EventColumns &columns, CsvClock &clock, ImportSink &sink, SkipTally &tally);

    /// Takes a row, or tells why not.
    Status take(std::span<const std::string_view> fields, int line);
    /// Hands on what is left.
    Status finish();

private:
    std::string_view cell(std::span<const std::string_view> fields, EventField field) const;
    bool placeTime(std::span<const std::string_view> fields, Event &event, int line);
    Status takeLength(std::span<const std::string_view> fields, Event &event);
    Status takeEnd(Event &event, std::string_view end);
    void takeTexts(std::span<const std::string_view> fields, Event &event);
    void takeKind(std::string_view cell, Event &event);
    Status skip(int line, const char *reason, std::string_view value);
    Status flush();

    const EventColumns &m_columns;
    CsvClock &m_clock;
    ImportSink &m_sink;
    SkipTally &m_tally;
    std::size_t m_width;
    std::string m_headerZone; ///< of the time
    std::string m_endZone;
    std::string m_lastKindCell;
    CellKind m_lastKind;
    std::string m_joinedTime;
    std::vector<Event> m_batch;
    std::size_t m_count = 0;
};

} // namespace downtimeline
