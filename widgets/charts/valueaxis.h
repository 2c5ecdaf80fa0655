// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>
#include <vector>

namespace downtimeline {

/// The upright axis of a chart: what it spans, where its labels are, and in which unit.
struct ValueAxis
{
    double lowest = 0;
    double highest = 1;         ///< always above lowest, with air above the last tick
    std::vector<double> ticks;  ///< round values in order; empty where a chart has no values
    int decimals = 0;           ///< of the tick labels
    QString unit;               ///< as it follows a number: "%", " ms"; plain text, may be empty
    bool isLogarithmic = false; ///< lowest is above zero then; what is not lies at the lower edge

    bool operator==(const ValueAxis &) const = default;
};

/// An axis over all values from lowest to highest, with at most mostTicks + 1 labels of step 1, 2, 2.5 or 5 times a
/// power of ten. It holds zero where the values are not far from it. Any finite values, in any order.
ValueAxis valueAxis(double lowest, double highest, std::string_view unit, int mostTicks = 4);
/// The same with the unit as it follows a number.
ValueAxis axisAround(double lowest, double highest, const QString &suffix, int mostTicks = 4);

/// A logarithmic axis over values from lowest to highest, both above zero: labels at powers of ten, or at 1, 2 and 5
/// times them where it spans less than two; twelve powers of ten at most, from the highest down.
ValueAxis logarithmicAxis(double lowest, double highest, const QString &unit);

/// Where a value lies along the axis, between position(lowest) and position(highest): itself, or its logarithm.
double axisPosition(double value, const ValueAxis &axis);

/// The label of a tick, as fine as it needs.
QString tickText(double tick, const ValueAxis &axis);

/// How a unit follows a number: "percent" and "%" give "%", "ms" gives " ms". Foreign text, clipped; UTF-8.
QString unitSuffix(std::string_view unit);

/// "3000 ms", "99.5%", "12 000"; a step of one more decimal where more tells more.
QString valueText(double value, int decimals, const QString &unit);

/// What the reader needs of a single value on this axis: one decimal more than its labels.
QString preciseValueText(double value, const ValueAxis &axis);

} // namespace downtimeline
