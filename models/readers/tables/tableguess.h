// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/reader.h"
#include "models/readers/tables/csvsketch.h"

#include <string_view>

namespace downtimeline {

/// How the columns of a table are read, guessed where the options do not say. The file's name may tell what its metrics
/// are; see metriccolumns.h.
TableColumns
tableColumnsOf(TableSort sort, const CsvSketch &sketch, const ReadOptions &options, std::string_view fileName);

} // namespace downtimeline
