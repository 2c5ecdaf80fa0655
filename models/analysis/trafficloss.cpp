// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/trafficloss.h"

#include "models/analysis/baseline.h"
#include "models/analysis/stepcurve.h"

namespace downtimeline {
namespace {

std::optional<double>
lostRequests(std::span<const Sample> samples, std::string_view unit, double baseline, TimeRange range, double missing)
{
    const std::optional<RateUnit> rate = rateUnit(unit);
    if (!rate)
        return {};
    if (rate->form == RateUnit::Form::Rate)
        return missing / static_cast<double>(rate->period.count());
    double lost = 0;
    for (const Sample &sample : samples)
        if (range.contains(sample.at))
            lost += std::clamp(baseline - sample.value, 0.0, baseline);
    return lost;
}

} // namespace

TrafficLoss
trafficLoss(std::span<const Sample> samples, std::string_view unit, const UsualTraffic &usual, TimeRange range)
{
    TrafficLoss loss;
    double missing = 0;  // value times microseconds
    double expected = 0; // likewise
    StepCurve(samples, usual.step).visit(range, [&](double value, Duration length) {
        const auto weight = static_cast<double>(length.count());
        missing += std::clamp(usual.baseline - value, 0.0, usual.baseline) * weight;
        expected += usual.baseline * weight;
        loss.measured += length;
    });
    loss.fraction = expected > 0 ? missing / expected : 0;
    loss.requests = lostRequests(samples, unit, usual.baseline, range, missing);
    return loss;
}

} // namespace downtimeline
