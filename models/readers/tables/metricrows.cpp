// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/metricrows.h"

#include "models/readers/skiptally.h"
#include "models/readers/tables/csvnumbers.h"
#include "models/readers/tables/metricnames.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace downtimeline {
namespace {

constexpr std::size_t mostShown = 60;

std::string headerZoneOf(const CsvSketch &sketch, const MetricColumns &columns)
{
    return columns.time < 0 ? std::string() : zoneOfHeader(sketch.header[static_cast<std::size_t>(columns.time)]);
}

/// The series of a long table's row; its unit is the row's, else the name's, else the value column's.
Series seriesNamed(std::string_view name, std::string_view unit, const Series &column)
{
    Series series = seriesOfHeader(name);
    if (series.unit.empty() && !(unit.empty() && column.unit.empty())) {
        const std::string_view known = unitOfWord(unit);
        const std::string word = unit.empty() ? column.unit : cleanText(known.empty() ? unit : known);
        series = seriesOfHeader(series.name + " (" + word + ")");
        series.unit = word;
    }
    return series;
}

} // namespace

std::optional<PlacedTime> placeMetricTime(
    CsvClock &clock, const MetricColumns &columns, const std::string &headerZone,
    std::span<const std::string_view> fields)
{
    const std::string_view time = cellAt(fields, columns.time);
    const std::string_view zone = cellAt(fields, columns.zone);
    return columns.date < 0 ? clock.place(time, zone, headerZone)
                            : clock.place(cellAt(fields, columns.date), time, zone, headerZone);
}

RiseCheck::RiseCheck(const CsvSketch &sketch, const MetricColumns &columns, CsvClock clock)
    : m_columns(columns), m_clock(std::move(clock)), m_headerZone(headerZoneOf(sketch, columns))
{}

void RiseCheck::look(std::span<const std::string_view> fields)
{
    if (m_clock.order() == DateOrder::Unknown)
        m_clock.setOrder(orderToldBy(cellAt(fields, m_columns.date < 0 ? m_columns.time : m_columns.date)));
    if (!m_rises)
        return;
    const auto placed = placeMetricTime(m_clock, m_columns, m_headerZone, fields);
    if (!placed)
        return;
    if (placed->time.isUndecided) {
        // Once the order is known the row may lie anywhere.
        m_rises = false;
        return;
    }
    if (!placed->time.hasDate())
        return;
    const Instant at = instantOf(placed->time);
    const std::string_view name = cellAt(fields, m_columns.name);
    const auto latest = m_latest.find(name);
    if (latest == m_latest.end()) {
        if (m_latest.size() < MetricRows::mostSeries)
            m_latest.emplace(name, at);
        return;
    }
    m_rises = at >= latest->second;
    latest->second = at;
}

MetricRows::MetricRows(
    const CsvSketch &sketch, const MetricColumns &columns, CsvClock &clock, ImportSink &sink, SkipTally &tally)
    : m_columns(columns), m_clock(clock), m_sink(sink), m_tally(tally), m_headerZone(headerZoneOf(sketch, columns)),
      m_width(sketch.header.size())
{
    for (const ValueColumn &value : columns.values)
        m_lastValue = std::max(m_lastValue, static_cast<std::size_t>(value.column));
}

Status MetricRows::take(std::span<const std::string_view> fields, int line)
{
    if (m_isFull)
        return {};
    if (fields.size() > m_width && !cellAt(fields, static_cast<int>(m_width)).empty()) {
        return skip(
            line,
            QT_TRANSLATE_NOOP("MetricRows", "The row has more fields than the header, from \"%1\" on; it is not read."),
            fields[m_width]);
    }
    const auto placed = placeMetricTime(m_clock, m_columns, m_headerZone, fields);
    if (!placed) {
        const std::string_view time = cellAt(fields, m_columns.time);
        return skip(
            line,
            time.empty() ? QT_TRANSLATE_NOOP("MetricRows", "The row has no time.")
                         : QT_TRANSLATE_NOOP("MetricRows", "\"%1\" is no time that can be read."),
            time);
    }
    m_clock.noteOpen(*placed, line);
    if (!placed->time.hasDate()) {
        return skip(
            line, QT_TRANSLATE_NOOP("MetricRows", "The day of \"%1\" is not known, so that its values have no place."),
            cellAt(fields, m_columns.time));
    }
    if (fields.size() <= m_lastValue) {
        const Status told =
            skip(line, QT_TRANSLATE_NOOP("MetricRows", "The row ends before its last value; what it has is read."), {});
        if (!told)
            return told;
    }
    const Instant at = instantOf(placed->time);
    return m_columns.isLong() ? takeLong(fields, at, line) : takeWide(fields, at, line);
}

Status MetricRows::takeWide(std::span<const std::string_view> fields, Instant at, int line)
{
    if (m_flows.empty()) {
        for (const ValueColumn &value : m_columns.values)
            m_flows.emplace_back(value.series, m_rises);
    }
    for (std::size_t i = 0; i < m_flows.size(); ++i) {
        if (Status added = add(m_flows[i], cellAt(fields, m_columns.values[i].column), at, line); !added)
            return added;
    }
    return {};
}

Status MetricRows::takeLong(std::span<const std::string_view> fields, Instant at, int line)
{
    const std::string_view name = cellAt(fields, m_columns.name);
    if (name.empty())
        return skip(line, QT_TRANSLATE_NOOP("MetricRows", "The row does not name its series."), {});
    SampleFlow *flow = flowOf(name, cellAt(fields, m_columns.unit));
    if (!flow) {
        return skip(
            line, QT_TRANSLATE_NOOP("MetricRows", "\"%1\" is one series more than the 10,000 that are read."), name);
    }
    return add(*flow, cellAt(fields, m_columns.values.front().column), at, line);
}

SampleFlow *MetricRows::flowOf(std::string_view name, std::string_view unit)
{
    const auto place = m_places.find(name);
    if (place != m_places.end())
        return &m_flows[place->second];
    if (m_flows.size() >= mostSeries)
        return nullptr;
    m_places.emplace(name, m_flows.size());
    return &m_flows.emplace_back(seriesNamed(name, unit, m_columns.values.front().series), m_rises);
}

Status MetricRows::add(SampleFlow &flow, std::string_view cell, Instant at, int line)
{
    if (isGap(cell))
        return {};
    const auto quantity = quantityOf(cell, m_columns.decimalMark);
    if (!quantity)
        return skip(line, QT_TRANSLATE_NOOP("MetricRows", "\"%1\" is no number."), cell);
    if (!std::isfinite(quantity->value))
        return {};
    const auto factor = factorBetween(quantity->unit, flow.series().unit);
    if (!factor) {
        return skip(
            line, QT_TRANSLATE_NOOP("MetricRows", "The unit of \"%1\" does not go with the unit of its series."), cell);
    }
    if (!m_rises && ++m_waiting > mostWaiting) {
        m_isFull = true;
        return skip(
            line,
            QT_TRANSLATE_NOOP(
                "MetricRows", "More than 16 million samples are not in order of time; nothing from here on is read. "
                              "Sort the file by time and import it again."),
            {});
    }
    return flow.add({.at = at, .value = quantity->value * *factor}, m_sink);
}

Status MetricRows::skip(int line, const char *reason, std::string_view value)
{
    QString sentence = QCoreApplication::translate("MetricRows", reason);
    if (!value.empty())
        sentence = sentence.arg(QString::fromStdString(cleanText(value.substr(0, mostShown))));
    return m_tally.add(line, sentence.toStdString());
}

Status MetricRows::finish()
{
    for (SampleFlow &flow : m_flows) {
        if (Status finished = flow.finish(m_sink, m_tally); !finished)
            return finished;
    }
    return {};
}

} // namespace downtimeline
