// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/documents/zones.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace downtimeline {

/// What the columns of a table of events hold; npos where it has no such column.
struct Columns
{
    bool isKnown = false;
    std::size_t time = 0;
    std::size_t date = std::string::npos;
    std::size_t text = std::string::npos;
    std::size_t actor = std::string::npos;
    std::optional<WrittenZone> zone;
};

/// The columns that a header row names; none where it names no column of times or days.
std::optional<Columns> headerColumns(const std::vector<std::string> &cells);

} // namespace downtimeline
