// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/metriccolumns.h"

#include "models/readers/csvnumbers.h"
#include "models/readers/eventcolumns.h"
#include "models/readers/metricnames.h"
#include "models/readers/textsource.h"

#include <algorithm>
#include <array>

namespace downtimeline {
namespace {

constexpr auto seriesNames = std::to_array<std::string_view>(
    {"metric", "series", "metric_name", "name", "measurement", "measure", "field", "series_name"});
constexpr auto valueNames = std::to_array<std::string_view>({"value", "val", "sample", "reading"});
constexpr auto unitNames = std::to_array<std::string_view>({"unit", "units"});

bool isValue(std::string_view cell, char decimalMark)
{
    return isGap(cell) || quantityOf(cell, decimalMark).has_value();
}

/// Two of three cells or more are values or gaps.
bool isOfValues(const std::vector<std::string_view> &cells, char decimalMark)
{
    const auto isBad = [decimalMark](std::string_view cell) { return !isValue(trimmed(cell), decimalMark); };
    return 3 * std::ranges::count_if(cells, isBad) <= static_cast<std::ptrdiff_t>(cells.size());
}

bool hasNumber(const std::vector<std::string_view> &cells, char decimalMark)
{
    return std::ranges::any_of(cells, [decimalMark](std::string_view cell) {
        return !isGap(trimmed(cell)) && quantityOf(trimmed(cell), decimalMark);
    });
}

/// Where a semicolon or a tab separates, a comma that leaves one or two digits, or no group of three, is a decimal
/// mark.
char decimalMarkOf(const CsvSketch &sketch)
{
    if (sketch.separator == ',')
        return '.';
    for (const auto &row : sketch.rows) {
        for (const std::string &cell : row) {
            if (cell.find(',') != std::string::npos && !quantityOf(trimmed(cell), '.') &&
                quantityOf(trimmed(cell), ','))
                return ',';
        }
    }
    // "1,250" alone may be either; with a semicolon between the fields the writer's mark is the comma.
    return sketch.separator == ';' ? ',' : '.';
}

int columnNamed(const CsvSketch &sketch, std::span<const std::string_view> names)
{
    for (const std::string_view name : names) {
        for (std::size_t column = 0; column < sketch.header.size(); ++column) {
            const std::string folded = foldedName(sketch.header[column]);
            if (folded == name)
                return static_cast<int>(column);
        }
    }
    return -1;
}

int columnChosen(const CsvSketch &sketch, const ReadOptions &options, std::string_view key)
{
    for (std::size_t column = 0; column < sketch.header.size(); ++column) {
        const auto choice = options.columns.find(sketch.header[column]);
        if (choice != options.columns.end() && fieldAndOrder(choice->second).first == key)
            return static_cast<int>(column);
    }
    return -1;
}

std::string_view choiceFor(const CsvSketch &sketch, const ReadOptions &options, int column)
{
    const auto choice = options.columns.find(sketch.header[static_cast<std::size_t>(column)]);
    return choice == options.columns.end() ? std::string_view() : std::string_view(choice->second);
}

/// The unit of the series is the header's, else that of the first cell that bears one.
void settleUnit(Series &series, const std::vector<std::string_view> &cells, char decimalMark)
{
    if (!series.unit.empty())
        return;
    for (const std::string_view cell : cells) {
        const auto quantity = quantityOf(trimmed(cell), decimalMark);
        if (quantity && !quantity->unit.empty() && isCleanText(quantity->unit)) {
            const std::string unit = unitForCells(quantity->unit);
            const Series measured = seriesOfHeader(series.name + " (" + unit + ")");
            series.unit = unit;
            series.measure = unit.empty() ? series.measure : measured.measure;
            return;
        }
    }
}

void takeLong(const CsvSketch &sketch, const ReadOptions &options, MetricColumns &found)
{
    const int chosen = columnChosen(sketch, options, "name");
    const int value = columnNamed(sketch, valueNames);
    const int name = columnNamed(sketch, seriesNames);
    if (chosen >= 0) {
        found.name = chosen;
    } else if (name >= 0 && value >= 0 && name != value) {
        const auto cells = sketch.column(static_cast<std::size_t>(name));
        if (!hasNumber(cells, found.decimalMark) && name != found.time)
            found.name = name;
    }
    if (found.isLong()) {
        const int unit = columnChosen(sketch, options, "unit");
        found.unit = unit >= 0 ? unit : columnNamed(sketch, unitNames);
    }
}

bool isValueColumn(const CsvSketch &sketch, const ReadOptions &options, const MetricColumns &found, int column)
{
    const std::string_view choice = choiceFor(sketch, options, column);
    if (!choice.empty())
        return choice == "value";
    if (found.isLong() && columnChosen(sketch, options, "value") >= 0)
        return false;
    const auto index = static_cast<std::size_t>(column);
    if (found.isLong()) {
        const int named = columnNamed(sketch, valueNames);
        if (named >= 0)
            return named == column;
    }
    return isOfValues(sketch.column(index), found.decimalMark);
}

void takeValues(const CsvSketch &sketch, const ReadOptions &options, MetricColumns &found)
{
    bool anyNumber = false;
    for (int column = 0; column < static_cast<int>(sketch.header.size()); ++column) {
        if (column == found.time || column == found.date || column == found.zone || column == found.name ||
            column == found.unit)
            continue;
        const auto index = static_cast<std::size_t>(column);
        const auto cells = sketch.column(index);
        const bool isFull = found.isLong() && !found.values.empty();
        if (isFull || !isValueColumn(sketch, options, found, column)) {
            found.unread.push_back(column);
            found.hasText = found.hasText || !isOfValues(cells, found.decimalMark);
            continue;
        }
        anyNumber = anyNumber || hasNumber(cells, found.decimalMark);
        const std::string &header = sketch.header[index];
        ValueColumn value{.column = column, .series = seriesOfHeader(header)};
        if (trimmed(header).empty())
            value.series.name = "column " + std::to_string(column + 1);
        settleUnit(value.series, cells, found.decimalMark);
        found.values.push_back(std::move(value));
    }
    if (!anyNumber && !sketch.rows.empty())
        found.values.clear();
}

} // namespace

MetricColumns metricColumnsOf(const CsvSketch &sketch, const ReadOptions &options)
{
    const EventColumns times = eventColumnsOf(sketch, options);
    MetricColumns found;
    found.time = times.of(EventField::Time);
    found.date = times.of(EventField::Date);
    found.isTimeNamed = times.isTimeNamed;
    found.order = times.order;
    found.decimalMark = decimalMarkOf(sketch);
    const int zone = times.of(EventField::Zone);
    if (zone >= 0 && !hasNumber(sketch.column(static_cast<std::size_t>(zone)), found.decimalMark))
        found.zone = zone;
    takeLong(sketch, options, found);
    takeValues(sketch, options, found);
    return found;
}

bool isLongMetricTable(const CsvSketch &sketch)
{
    const MetricColumns columns = metricColumnsOf(sketch, {});
    return columns.time >= 0 && columns.isLong() && !columns.values.empty() && !columns.hasText;
}

bool mayBeTable(std::string_view head)
{
    if (head.starts_with("\xEF\xBB\xBF"))
        head.remove_prefix(3);
    const std::string_view text = trimmed(head.substr(0, 1024));
    if (text.empty() || std::string_view("{[<|%").find(text.front()) != std::string_view::npos)
        return false;
    const auto isControl = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    };
    const auto controls = std::ranges::count_if(head, isControl);
    return controls <= 1 || 200 * controls <= static_cast<std::ptrdiff_t>(head.size());
}

bool isSaidIllustrative(const CsvSketch &sketch)
{
    return std::ranges::any_of(sketch.comments, [](const std::string &comment) {
        return ("_" + foldedName(comment) + "_").find("_illustrative_") != std::string::npos;
    });
}

} // namespace downtimeline
