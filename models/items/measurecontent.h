// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/rangemeasure.h"
#include "models/analysis/trafficloss.h"
#include "models/items/headercontent.h"
#include "models/timeline/measured.h"

#include <string>

namespace downtimeline {

/// The lowest and the highest sample of a series in a range.
struct SeriesExtremes
{
    double lowest = 0;
    double highest = 0;

    bool operator==(const SeriesExtremes &) const = default;
};

/// What was read of one series for a range that is measured. Texts are UTF-8.
struct SeriesInRange
{
    std::string name{};
    std::string unit{};
    bool isRead = false;                      ///< else it is on its way
    std::optional<SeriesExtremes> extremes{}; ///< none: no sample lies in the range
    std::optional<UsualTraffic> usual{};      ///< of traffic whose baseline is known
    std::optional<TrafficLoss> loss{};        ///< of the same; none also where there are too many samples

    bool operator==(const SeriesInRange &) const = default;
};

/// What is told of a measurement: figures with their definitions, and all of it as a text to copy.
struct MeasureContent
{
    std::vector<HeaderMeasure> figures;
    QString text; ///< a line each; ends with a line end

    bool isEmpty() const { return figures.empty(); }
    bool operator==(const MeasureContent &) const = default;
};

/// What it is made from; nothing is owned.
struct MeasureFacts
{
    const Measured &measured;
    const std::optional<RangeMeasure> &range; ///< of the measured range
    std::span<const SeriesInRange> series;
};

/// Pure. Empty where nothing is measured.
MeasureContent measureContent(const MeasureFacts &facts, const DisplayZone &zone);

/// A sample's value with its unit, to six digits: "0.0421", "2,310 ms", "12,345,678 req/s", "98.5 %".
QString sampleText(double value, std::string_view unit);

} // namespace downtimeline
