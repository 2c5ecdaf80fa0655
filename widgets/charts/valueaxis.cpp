// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/valueaxis.h"

#include "widgets/paint/plaintext.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace downtimeline {

namespace {

constexpr double mostValue = 1e300;  ///< keeps differences finite
constexpr double airAboveTop = 0.08; ///< of the spanned values, so that the top label and its line stay in the plot
constexpr int longestUnit = 16;
constexpr int mostDecimals = 6;
constexpr double mostPowers = 12; ///< of ten, on a logarithmic axis
constexpr double mostLogarithmicTicks = 5;

double roundStep(double length, int mostTicks)
{
    const double rough = length / std::max(1, mostTicks);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double multiple : {1.0, 2.0, 2.5, 5.0}) {
        if (multiple * power >= rough * (1 - 1e-9))
            return multiple * power;
    }
    return 10 * power;
}

int decimalsFor(double step)
{
    for (int decimals = 0; decimals < mostDecimals; ++decimals) {
        const double scaled = step * std::pow(10.0, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6 * scaled)
            return decimals;
    }
    return mostDecimals;
}

} // namespace

ValueAxis valueAxis(double lowest, double highest, std::string_view unit, int mostTicks)
{
    return axisAround(lowest, highest, unitSuffix(unit), mostTicks);
}

ValueAxis axisAround(double lowest, double highest, const QString &suffix, int mostTicks)
{
    double low = std::clamp(std::min(lowest, highest), -mostValue, mostValue);
    double high = std::clamp(std::max(lowest, highest), -mostValue, mostValue);
    if (low > 0 && low < high * 0.75)
        low = 0;
    if (high < 0 && high > low * 0.75)
        high = 0;
    const double leastLength = std::max(std::abs(high) * 1e-9, 1e-12);
    if (high - low < leastLength) {
        low = low > 0 ? 0 : low;
        high = high < 0 ? 0 : high;
        if (high - low < leastLength)
            high = low + 1;
    }
    const double step = roundStep(high - low, mostTicks);
    ValueAxis axis;
    axis.unit = suffix;
    axis.decimals = decimalsFor(step);
    const double bottom = std::floor(low / step);
    const double top = std::ceil(high / step);
    for (double tick = bottom; tick <= top + 0.5; tick += 1)
        axis.ticks.push_back(tick * step);
    axis.lowest = axis.ticks.front();
    axis.highest = axis.ticks.back() + (axis.ticks.back() - axis.ticks.front()) * airAboveTop;
    return axis;
}

ValueAxis logarithmicAxis(double lowest, double highest, const QString &unit)
{
    highest = std::clamp(highest, 1e-290, mostValue);
    lowest = std::clamp(lowest, highest / std::pow(10.0, mostPowers), highest);
    const double bottom = std::floor(std::log10(lowest) + 1e-9);
    const double top = std::max(bottom + 1, std::ceil(std::log10(highest) - 1e-9));
    ValueAxis axis;
    axis.isLogarithmic = true;
    axis.unit = unit;
    axis.lowest = std::pow(10.0, bottom);
    axis.highest = std::pow(10.0, top + airAboveTop);
    const double step = std::ceil((top - bottom) / mostLogarithmicTicks);
    for (double power = bottom; power <= top + 0.5; power += step) {
        for (const double multiple : {1.0, 2.0, 5.0}) {
            if (multiple == 1.0 || (top - bottom < 2 && power < top))
                axis.ticks.push_back(multiple * std::pow(10.0, power));
        }
    }
    axis.decimals = std::clamp(static_cast<int>(-bottom), 0, mostDecimals);
    return axis;
}

double axisPosition(double value, const ValueAxis &axis)
{
    return axis.isLogarithmic ? std::log10(std::max(value, axis.lowest)) : value;
}

QString tickText(double tick, const ValueAxis &axis)
{
    const int own = axis.isLogarithmic
                        ? std::clamp(static_cast<int>(-std::floor(std::log10(tick) + 1e-9)), 0, mostDecimals)
                        : axis.decimals;
    return valueText(tick, own, axis.unit);
}

QString unitSuffix(std::string_view unit)
{
    if (unit.empty())
        return {};
    if (unit == "percent" || unit == "%")
        return QStringLiteral("%");
    const QString text = PlainText::foreign(unit).text().left(longestUnit);
    return QLatin1Char(' ') + text;
}

QString valueText(double value, int decimals, const QString &unit)
{
    if (std::abs(value) >= 1e9)
        return QString::number(value, 'g', 4) + unit;
    QString number = QString::number(value, 'f', decimals);
    if (number.toDouble() == 0.0 && number.startsWith(QLatin1Char('-')))
        number.remove(0, 1);
    if (number.startsWith(QLatin1Char('-')))
        number.replace(0, 1, QChar(0x2212));
    const qsizetype point = number.indexOf(QLatin1Char('.'));
    const qsizetype whole = point < 0 ? number.size() : point;
    if (std::abs(value) >= 10000) {
        const qsizetype least = number.front() == QChar(0x2212) ? 2 : 1;
        for (qsizetype at = whole - 3; at >= least; at -= 3)
            number.insert(at, QChar(0x202F));
    }
    return number + unit;
}

QString preciseValueText(double value, const ValueAxis &axis)
{
    if (axis.isLogarithmic) { // three figures, whatever the power of ten
        const double power = value != 0 ? std::floor(std::log10(std::abs(value)) + 1e-9) : 0;
        return valueText(value, std::clamp(2 - static_cast<int>(power), 0, mostDecimals), axis.unit);
    }
    const double step = axis.ticks.size() > 1 ? axis.ticks[1] - axis.ticks[0] : 1;
    return valueText(value, step >= 100 ? axis.decimals : axis.decimals + 1, axis.unit);
}

} // namespace downtimeline
