// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/baseline.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace downtimeline {
namespace {

constexpr std::size_t enough = 3;

std::vector<double> numbersOf(std::span<const Sample> samples)
{
    std::vector<double> values;
    values.reserve(samples.size());
    for (const Sample &sample : samples)
        if (std::isfinite(sample.value))
            values.push_back(sample.value);
    return values;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1)
        return *middle;
    return std::midpoint(*std::max_element(values.begin(), middle), *middle);
}

bool isCountedWord(QStringView word)
{
    static constexpr std::array<QStringView, 13> words{u"",         u"r",     u"req",     u"reqs", u"request",
                                                       u"requests", u"query", u"queries", u"q",    u"hits",
                                                       u"calls",    u"count", u"ops"};
    return std::ranges::find(words, word) != words.end();
}

std::optional<Duration> periodOf(QStringView word)
{
    if (word == u"s" || word == u"sec" || word == u"second")
        return std::chrono::seconds(1);
    if (word == u"m" || word == u"min" || word == u"minute")
        return std::chrono::minutes(1);
    if (word == u"h" || word == u"hour")
        return std::chrono::hours(1);
    return {};
}

} // namespace

std::optional<Baseline> baselineBefore(std::span<const Sample> samples, Instant instant)
{
    const auto before = samples.first(
        static_cast<std::size_t>(std::ranges::lower_bound(samples, instant, {}, &Sample::at) - samples.begin()));
    const auto hour = std::ranges::lower_bound(before, instant - std::chrono::hours(1), {}, &Sample::at);
    for (const auto &stretch : {std::span(hour, before.end()), before}) {
        std::vector<double> values = numbersOf(stretch);
        if (values.size() < enough)
            continue;
        const std::size_t count = values.size();
        return Baseline{median(std::move(values)), count, {stretch.front().at, instant}};
    }
    return {};
}

Duration usualStep(std::span<const Sample> samples)
{
    if (samples.size() < 2)
        return Duration::zero();
    std::vector<Duration> steps(samples.size() - 1);
    for (std::size_t i = 0; i < steps.size(); ++i)
        steps[i] = samples[i + 1].at - samples[i].at;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::ranges::nth_element(steps, middle);
    return *middle;
}

std::optional<RateUnit> rateUnit(std::string_view unit)
{
    QString text = QString::fromUtf8(unit.data(), static_cast<qsizetype>(unit.size())).simplified().toLower();
    if (text == u"rps" || text == u"qps")
        return RateUnit{RateUnit::Form::Rate, std::chrono::seconds(1)};
    if (text == u"rpm" || text == u"qpm")
        return RateUnit{RateUnit::Form::Rate, std::chrono::minutes(1)};
    text.replace(QStringLiteral(" per "), QStringLiteral("/"));
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return !text.isEmpty() && isCountedWord(text) ? std::optional(RateUnit{RateUnit::Form::Count, {}})
                                                      : std::nullopt;
    const auto period = periodOf(QStringView(text).sliced(slash + 1).trimmed());
    if (!period || !isCountedWord(QStringView(text).first(slash).trimmed()))
        return {};
    return RateUnit{RateUnit::Form::Rate, *period};
}

} // namespace downtimeline
