// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/metriccolumns.h"

#include "models/readers/tables/csvnumbers.h"
#include "models/readers/tables/eventcolumns.h"
#include "models/readers/tables/metricnames.h"
#include "models/readers/tables/tablecolumns.h"
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

std::ptrdiff_t numbersIn(const std::vector<std::string_view> &cells, char decimalMark)
{
    return std::ranges::count_if(cells, [decimalMark](std::string_view cell) {
        return !isGap(trimmed(cell)) && quantityOf(trimmed(cell), decimalMark);
    });
}

bool hasNumber(const std::vector<std::string_view> &cells, char decimalMark)
{
    return numbersIn(cells, decimalMark) > 0;
}

/// A number among many names is a row out of place.
bool isOfNames(const std::vector<std::string_view> &cells, char decimalMark)
{
    return 5 * numbersIn(cells, decimalMark) <= static_cast<std::ptrdiff_t>(cells.size());
}

/// What the user says of the columns, by their places.
class Choices
{
public:
    Choices(const CsvSketch &sketch, const ReadOptions &options) : m_choices(sketch.header.size())
    {
        if (options.columns.empty())
            return;
        const std::vector<std::string> names = columnNames(sketch);
        for (std::size_t column = 0; column < names.size(); ++column) {
            const auto chosen = options.columns.find(names[column]);
            if (chosen == options.columns.end())
                continue;
            if (Result<ColumnChoice> choice = columnChoiceOf(chosen->second, TableSort::Metrics))
                m_choices[column] = std::move(*choice);
            else if (columnChoiceOf(chosen->second, TableSort::Events))
                m_choices[column].emplace().field = "ignore"; // what only events have is no metric
        }
    }

    const std::optional<ColumnChoice> &of(int column) const { return m_choices[static_cast<std::size_t>(column)]; }

    /// The first column of that field; -1: none.
    int columnOf(std::string_view field) const
    {
        const auto found = std::ranges::find_if(
            m_choices, [field](const std::optional<ColumnChoice> &choice) { return choice && choice->field == field; });
        return found == m_choices.end() ? -1 : static_cast<int>(found - m_choices.begin());
    }

    char decimalMark() const
    {
        for (const std::optional<ColumnChoice> &choice : m_choices) {
            if (choice && choice->decimalMark != 0)
                return choice->decimalMark;
        }
        return 0;
    }

    /// The first column with one of the names of which the user says nothing.
    int free(const CsvSketch &sketch, std::span<const std::string_view> names) const
    {
        for (const std::string_view name : names) {
            for (std::size_t column = 0; column < sketch.header.size(); ++column) {
                if (!m_choices[column] && foldedName(sketch.header[column]) == name)
                    return static_cast<int>(column);
            }
        }
        return -1;
    }

private:
    std::vector<std::optional<ColumnChoice>> m_choices;
};

/// A comma that leaves one or two digits, or no group of three, is a decimal mark; one before a point is none.
void settleDecimalMark(const CsvSketch &sketch, const Choices &choices, MetricColumns &found)
{
    bool isTold = false;
    for (std::size_t column = 0; column < sketch.header.size(); ++column) {
        const int place = static_cast<int>(column);
        if (place == found.time || place == found.date || place == found.zone)
            continue;
        for (const std::string_view cell : sketch.column(column)) {
            if (cell.find(',') == std::string_view::npos)
                continue;
            const bool isWithPoint = quantityOf(trimmed(cell), '.').has_value();
            const bool isWithComma = quantityOf(trimmed(cell), ',').has_value();
            if (isWithComma != isWithPoint && !isTold) {
                isTold = true;
                found.decimalMark = isWithComma ? ',' : '.';
            }
            if (isWithComma && isWithPoint && found.openNumber.empty())
                found.openNumber = trimmed(cell);
        }
    }
    if (isTold)
        found.openNumber.clear();
    else if (sketch.separator == ';')
        found.decimalMark = ','; // "1,250" alone may be either; where a semicolon separates, the writer's mark is it
    if (const char chosen = choices.decimalMark(); chosen != 0) {
        found.decimalMark = chosen;
        found.isMarkChosen = true;
    }
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

void takeLong(const CsvSketch &sketch, const Choices &choices, MetricColumns &found)
{
    const int value = choices.columnOf("value") >= 0 ? choices.columnOf("value") : choices.free(sketch, valueNames);
    const int name = choices.free(sketch, seriesNames);
    found.name = choices.columnOf("name");
    if (found.name < 0 && name >= 0 && value >= 0 && name != value && name != found.time) {
        const auto cells = sketch.column(static_cast<std::size_t>(name));
        if (isOfNames(cells, found.decimalMark))
            found.name = name;
    }
    if (found.isLong())
        found.unit = choices.columnOf("unit") >= 0 ? choices.columnOf("unit") : choices.free(sketch, unitNames);
}

bool isValueColumn(const CsvSketch &sketch, const Choices &choices, const MetricColumns &found, int column)
{
    if (choices.of(column))
        return choices.of(column)->field == "value";
    if (found.isLong() && choices.columnOf("value") >= 0)
        return false;
    if (found.isLong()) {
        const int named = choices.free(sketch, valueNames);
        if (named >= 0)
            return named == column;
    }
    return isOfValues(sketch.column(static_cast<std::size_t>(column)), found.decimalMark);
}

ValueColumn valueColumn(const CsvSketch &sketch, const Choices &choices, const MetricColumns &found, int column)
{
    const auto index = static_cast<std::size_t>(column);
    const std::string &header = sketch.header[index];
    ValueColumn value{.column = column, .series = seriesOfHeader(header)};
    if (trimmed(header).empty())
        value.series.name = "column " + std::to_string(column + 1);
    const std::optional<ColumnChoice> &choice = choices.of(column);
    if (choice && !choice->unit.empty()) {
        const std::string_view known = unitOfWord(choice->unit);
        value.series.unit = known.empty() ? std::string_view(choice->unit) : known;
        value.series.measure = seriesOfHeader(value.series.name + " (" + value.series.unit + ")").measure;
    } else {
        settleUnit(value.series, sketch.column(index), found.decimalMark);
    }
    if (choice && choice->measure)
        value.series.measure = *choice->measure;
    return value;
}

void takeValues(const CsvSketch &sketch, const Choices &choices, MetricColumns &found)
{
    bool anyNumber = false;
    for (int column = 0; column < static_cast<int>(sketch.header.size()); ++column) {
        if (column == found.time || column == found.date || column == found.zone || column == found.name ||
            column == found.unit)
            continue;
        const auto cells = sketch.column(static_cast<std::size_t>(column));
        const bool isFull = found.isLong() && !found.values.empty();
        if (isFull || !isValueColumn(sketch, choices, found, column)) {
            if (choices.of(column)) // the user knows that it is not read
                continue;
            found.unread.push_back(column);
            found.hasText = found.hasText || !isOfValues(cells, found.decimalMark);
            continue;
        }
        anyNumber = anyNumber || hasNumber(cells, found.decimalMark);
        found.values.push_back(valueColumn(sketch, choices, found, column));
    }
    if (!anyNumber && !sketch.rows.empty())
        found.values.clear();
}

/// "request_latency" of "request_latency.csv"; nothing of a name that is no file's.
std::string_view stemOf(std::string_view fileName)
{
    const std::size_t dot = fileName.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : trimmed(fileName.substr(0, dot));
}

/// A header such as "value" tells nothing; where it stands once, the file is named for what it holds.
void nameAfterFile(const CsvSketch &sketch, const Choices &choices, MetricColumns &found, std::string_view fileName)
{
    const std::string_view stem = stemOf(fileName);
    if (found.isLong() || stem.empty())
        return;
    const auto isNameless = [&sketch](const ValueColumn &value) {
        const std::string header = foldedName(sketch.header[static_cast<std::size_t>(value.column)]);
        return std::ranges::find(valueNames, header) != valueNames.end();
    };
    if (std::ranges::count_if(found.values, isNameless) != 1)
        return;
    ValueColumn &value = *std::ranges::find_if(found.values, isNameless);
    const std::optional<ColumnChoice> &choice = choices.of(value.column);
    const Series told = seriesOfFile(stem);
    value.series.name = told.name;
    if (value.series.unit.empty())
        value.series.unit = told.unit;
    if (value.series.measure == Measure::Other && !(choice && choice->measure))
        value.series.measure = told.measure;
}

} // namespace

MetricColumns metricColumnsOf(const CsvSketch &sketch, const ReadOptions &options, std::string_view fileName)
{
    const EventColumns times = eventColumnsOf(sketch, options);
    const Choices choices(sketch, options);
    MetricColumns found;
    found.time = times.of(EventField::Time);
    found.date = times.of(EventField::Date);
    found.isTimeNamed = times.isTimeNamed;
    found.order = times.order;
    const int zone = times.of(EventField::Zone);
    const bool isZoneChosen = choices.columnOf("zone") >= 0;
    if (zone >= 0 && (isZoneChosen || !hasNumber(sketch.column(static_cast<std::size_t>(zone)), '.')))
        found.zone = zone;
    settleDecimalMark(sketch, choices, found);
    takeLong(sketch, choices, found);
    takeValues(sketch, choices, found);
    nameAfterFile(sketch, choices, found, fileName);
    return found;
}

bool isLongMetricTable(const CsvSketch &sketch)
{
    const MetricColumns columns = metricColumnsOf(sketch, {}, {});
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
