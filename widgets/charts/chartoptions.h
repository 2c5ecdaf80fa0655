// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartcontent.h"

#include <set>
#include <string>

namespace downtimeline {

/// What the user chose for one chart.
struct ChartOptions
{
    std::set<std::string> hidden; ///< curves by their names
    bool isLogarithmic = false;

    bool operator==(const ChartOptions &) const = default;
};

/// Whether anything of it lies above zero, so that a logarithm shows it.
bool canBeLogarithmic(const ChartContent &content);

/// The content as it is shown: hidden curves marked, the axis around those that are not, logarithmic where wanted and
/// possible. A chart that cannot be says so; one that is says where values of zero and below are.
ChartContent shownContent(ChartContent content, const ChartOptions &options);

} // namespace downtimeline
