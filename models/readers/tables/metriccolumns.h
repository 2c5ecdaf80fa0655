// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/series.h"
#include "models/readers/cells/csvtimes.h"
#include "models/readers/reader.h"
#include "models/readers/tables/csvsketch.h"

#include <string_view>
#include <vector>

namespace downtimeline {

/// A column of values.
struct ValueColumn
{
    int column = 0;
    Series series; ///< of a long table only the unit is meant
};

/// Which column of a table of metrics holds what. Columns count from 0; -1: there is none.
struct MetricColumns
{
    int time = -1;
    int date = -1;
    int zone = -1;
    int name = -1; ///< of the series: the table is long, one value a row
    int unit = -1;
    std::vector<ValueColumn> values;
    std::vector<int> unread;
    DateOrder order = DateOrder::Unknown; ///< where the user stated it
    char decimalMark = '.';
    bool isMarkChosen = false; ///< by the user
    std::string openNumber;    ///< a cell whose comma may be a decimal mark or not, where no cell tells; else empty
    bool isTimeNamed = false;
    bool hasText = false; ///< there are columns of words that are not read

    bool isLong() const { return name >= 0; }
};

/// Finds the columns by the user's word (see columnchoice.h), then by headers and first rows. Where the one column of
/// values is called "value" or the like, the file's name tells what it holds: "request_latency.csv".
MetricColumns metricColumnsOf(const CsvSketch &sketch, const ReadOptions &options, std::string_view fileName);

/// A time, a series' name and a value in each row.
bool isLongMetricTable(const CsvSketch &sketch);

/// Whether bytes may be a table at all: text, and not JSON, XML or the like.
bool mayBeTable(std::string_view head);

/// Whether a comment says that the figures are made up.
bool isSaidIllustrative(const CsvSketch &sketch);

} // namespace downtimeline
