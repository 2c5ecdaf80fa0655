// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/postmortemcolumns.h"

#include "models/documents/textscan.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

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

} // namespace

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
