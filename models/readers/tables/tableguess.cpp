// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/tableguess.h"

#include "models/readers/tables/csvclock.h"
#include "models/readers/tables/eventcolumns.h"
#include "models/readers/tables/metriccolumns.h"
#include "models/readers/textsource.h"

#include <algorithm>

namespace downtimeline {
namespace {

constexpr std::size_t longestSample = 80;

/// Cut between two characters.
std::string shortened(std::string_view cell)
{
    std::string text = cleanText(trimmed(cell));
    if (text.size() <= longestSample)
        return text;
    std::size_t end = longestSample;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    text.resize(end);
    return text + "…";
}

std::string sampleOf(const std::vector<std::string_view> &cells)
{
    const auto filled = std::ranges::find_if(cells, [](std::string_view cell) { return !trimmed(cell).empty(); });
    return filled == cells.end() ? std::string() : shortened(*filled);
}

TableColumns columnsOf(const CsvSketch &sketch, TableSort sort)
{
    TableColumns table{.sort = sort, .hasHeader = sketch.hasHeader};
    for (std::string &name : columnNames(sketch)) {
        const std::size_t column = table.columns.size();
        table.columns.push_back(
            {.name = std::move(name), .sample = sampleOf(sketch.column(column)), .choice = {.field = "ignore"}});
    }
    return table;
}

void put(TableColumns &table, int column, std::string_view field)
{
    if (column >= 0)
        table.columns[static_cast<std::size_t>(column)].choice.field = field;
}

/// The order that the user states, else the date that asks for it.
void settleOrder(TableColumns &table, const CsvSketch &sketch, int column, DateOrder order)
{
    if (column < 0)
        return;
    const auto index = static_cast<std::size_t>(column);
    table.columns[index].choice.order = order;
    const auto cells = sketch.column(index);
    if (!hasUndecidedOrder(cells))
        return;
    const auto open = std::ranges::find_if(cells, [](std::string_view cell) {
        const auto time = cellTime(trimmed(cell), DateOrder::Unknown);
        return time && time->isUndecided;
    });
    table.openDate = shortened(*open);
}

TableColumns columnsOfEvents(const CsvSketch &sketch, const ReadOptions &options)
{
    TableColumns table = columnsOf(sketch, TableSort::Events);
    const EventColumns found = eventColumnsOf(sketch, options);
    for (std::size_t field = 0; field < eventFieldCount; ++field)
        put(table, found.columns[field], eventFieldKey(static_cast<EventField>(field)));
    settleOrder(
        table, sketch, found.of(found.has(EventField::Date) ? EventField::Date : EventField::Time), found.order);
    return table;
}

TableColumns columnsOfMetrics(const CsvSketch &sketch, const ReadOptions &options, std::string_view fileName)
{
    TableColumns table = columnsOf(sketch, TableSort::Metrics);
    const MetricColumns found = metricColumnsOf(sketch, options, fileName);
    put(table, found.time, "time");
    put(table, found.date, "date");
    put(table, found.zone, "zone");
    put(table, found.name, "name");
    put(table, found.unit, "unit");
    settleOrder(table, sketch, found.date < 0 ? found.time : found.date, found.order);
    for (const ValueColumn &value : found.values) {
        put(table, value.column, "value");
        ColumnChoice &choice = table.columns[static_cast<std::size_t>(value.column)].choice;
        choice.decimalMark = found.isMarkChosen ? found.decimalMark : '\0';
        if (found.isLong())
            continue; // each series has its own
        choice.measure = value.series.measure;
        choice.unit = value.series.unit;
    }
    table.openNumber = shortened(found.openNumber);
    table.decimalMark = found.decimalMark;
    return table;
}

} // namespace

TableColumns
tableColumnsOf(TableSort sort, const CsvSketch &sketch, const ReadOptions &options, std::string_view fileName)
{
    return sort == TableSort::Events ? columnsOfEvents(sketch, options) : columnsOfMetrics(sketch, options, fileName);
}

} // namespace downtimeline
