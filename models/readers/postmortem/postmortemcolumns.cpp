// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortem/postmortemcolumns.h"

#include "models/documents/textscan.h"
#include "models/readers/postmortem/postmortemrowparts.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace downtimeline {
namespace {

bool headerSays(const std::string &cell, std::initializer_list<std::string_view> words)
{
    if (cell.empty())
        return false;
    const std::string plain = " " + textscan::folded(cell) + " ";
    return std::ranges::any_of(
        words, [&plain](std::string_view word) { return plain.find(" " + std::string(word)) != std::string::npos; });
}

/// Reads the cell of times: a time, else a distance from one, alone in its cell.
bool readWhen(const std::string &when, DayOrder order, CellRow &row)
{
    using namespace textscan;
    const std::size_t begin = at(when, 0) == '[' || at(when, 0) == '(' ? 1 : 0;
    auto found = timeAt(when, begin, {.order = order, .dotClocks = true});
    std::size_t end = found ? found->end : 0;
    if (found) {
        row.found = *std::move(found);
        end = skipZeroName(when, skipSeparators(when, end));
    } else {
        row.counted = countedTimeAt(when, begin);
        if (!row.counted)
            return false;
        end = skipSeparators(when, row.counted->end);
        const bool isAlone = end >= when.size() || row.counted->namesZero;
        if (!isAlone)
            return false;
        row.found.time.text = row.counted->text;
    }
    row.behind = when.substr(std::min(end, when.size()));
    return true;
}

/// "Rollback", as the program itself writes it; none for other words.
std::optional<EventKind> kindOfName(std::string_view cell)
{
    const std::string name = textscan::folded(cell);
    for (const EventKind kind : allEventKinds()) {
        if (name == kindKey(kind))
            return kind;
    }
    return std::nullopt;
}

/// The words of the cells beside the time's: the title, then the rest line by line.
void readWords(
    const std::vector<std::string> &cells, const Columns &columns, std::size_t timeColumn, std::size_t dateColumn,
    CellRow &row)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i == timeColumn || i == dateColumn || cells[i].empty())
            continue;
        if (columns.isKnown && i == columns.actor)
            row.actor = cells[i];
        else if (const auto kind = i == columns.kind ? kindOfName(cells[i]) : std::nullopt)
            row.kind = kind;
        else if (row.title.empty() && (columns.text >= cells.size() || i == columns.text))
            row.title = cells[i];
        else
            row.detail += (row.detail.empty() ? "" : "\n") + cells[i];
    }
    if (row.title.empty())
        row.title = row.detail.empty() ? row.behind : std::exchange(row.detail, {});
}

} // namespace

std::optional<CellRow> rowOfCells(const std::vector<std::string> &cells, const Columns &columns, DayOrder order)
{
    const std::size_t column = columns.isKnown ? columns.time : 0;
    if (column >= cells.size())
        return std::nullopt;
    std::string when = cells[column];
    const bool hasDateColumn = columns.date < cells.size() && columns.date != column;
    if (hasDateColumn)
        when = std::string(textscan::trimmed(cells[columns.date] + " " + when));
    CellRow row;
    if (!readWhen(when, order, row))
        return std::nullopt;
    readWords(cells, columns, column, columns.date, row);
    return row;
}

std::optional<Columns> headerColumns(const std::vector<std::string> &cells)
{
    Columns columns;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (headerSays(cells[i], {"time", "when", "date time", "timestamp", "hour"}) && !columns.isKnown) {
            columns.isKnown = true;
            columns.time = i;
            if (const auto zone = zoneIn(cells[i]))
                columns.zone = zone->zone;
        } else if (headerSays(cells[i], {"date", "day"})) {
            columns.date = i;
        } else if (headerSays(cells[i], {"actor", "who", "owner", "by", "person"})) {
            columns.actor = i;
        } else if (textscan::folded(cells[i]) == "kind") {
            columns.kind = i;
        } else if (
            headerSays(cells[i], {"event", "action", "what", "description", "activity", "details", "update"}) &&
            columns.text == std::string::npos) {
            columns.text = i;
        }
    }
    if (!columns.isKnown && columns.date != std::string::npos && cells.size() > 1) {
        columns.isKnown = true;
        columns.time = columns.date;
    }
    return columns.isKnown ? std::optional(columns) : std::nullopt;
}

} // namespace downtimeline
