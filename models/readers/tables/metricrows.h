// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/skiptally.h"
#include "models/readers/tables/csvclock.h"
#include "models/readers/tables/metriccolumns.h"
#include "models/readers/tables/sampleflow.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace downtimeline {

/// Whether the times of a table of metrics rise from row to row, of a long table for each series by itself.
class RiseCheck
{
public:
    RiseCheck(const CsvSketch &sketch, const MetricColumns &columns, CsvClock clock);

    void look(std::span<const std::string_view> fields);
    bool rises() const { return m_rises; }
    /// What the dates tell of the order of day and month.
    DateOrder order() const { return m_clock.order(); }

private:
    const MetricColumns &m_columns;
    CsvClock m_clock;
    std::string m_headerZone;
    bool m_rises = true;
    std::map<std::string, Instant, std::less<>> m_latest;
};

/// Turns rows into the samples of one or many series.
class MetricRows
{
public:
    static constexpr std::size_t mostSeries = 10'000;
    static constexpr std::size_t mostWaiting = 16'000'000; ///< samples that have to be sorted, in memory

    MetricRows(
        const CsvSketch &sketch, const MetricColumns &columns, CsvClock &clock, ImportSink &sink, SkipTally &tally);

    /// Samples are sorted before they are handed on unless the rows are known to rise.
    void setRises(bool rises) { m_rises = rises; }
    /// Takes a row, or tells why not.
    Status take(std::span<const std::string_view> fields, int line);
    Status finish();

private:
    Status takeLong(std::span<const std::string_view> fields, Instant at, int line);
    Status takeWide(std::span<const std::string_view> fields, Instant at, int line);
    Status add(SampleFlow &flow, std::string_view cell, Instant at, int line);
    Status skip(int line, const char *reason, std::string_view value);
    SampleFlow *flowOf(std::string_view name, std::string_view unit);

    const MetricColumns &m_columns;
    CsvClock &m_clock;
    ImportSink &m_sink;
    SkipTally &m_tally;
    std::string m_headerZone;
    std::size_t m_width;         ///< fields of a whole row
    std::size_t m_lastValue = 0; ///< the column
    bool m_rises = true;
    bool m_isFull = false;
    std::size_t m_waiting = 0;
    std::vector<SampleFlow> m_flows;
    std::map<std::string, std::size_t, std::less<>> m_places;
};

/// The instant of a row; none where its time cannot be read or has no date.
std::optional<PlacedTime> placeMetricTime(
    CsvClock &clock, const MetricColumns &columns, const std::string &headerZone,
    std::span<const std::string_view> fields);

} // namespace downtimeline
