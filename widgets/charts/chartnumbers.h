// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartcontent.h"

#include <QStringList>

#include <vector>

namespace downtimeline {

/// What a chart shows of a stretch of time, as a table.
struct ChartNumbers
{
    QStringList headers;
    std::vector<QStringList> rows; ///< each as long as the headers
    QString remark;                ///< what the rows are: each sample, or slices

    /// With the headers; tabs and line ends within a cell become spaces.
    QString tsv() const;
    bool operator==(const ChartNumbers &) const = default;
};

/// Every sample of the curves that are shown, a row an instant, where they are up to ten thousand each; else five
/// hundred slices with the lowest and the highest value. Then the marks. Of a chart without values its rows, with what
/// they are counted from and to.
ChartNumbers numbersOf(const ChartContent &content, TimeRange visible, const DisplayZone &zone);

} // namespace downtimeline
