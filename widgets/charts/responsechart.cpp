// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/responsechart.h"

#include "widgets/charts/charttext.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace downtimeline {

namespace {

/// In the order of the curves from the highest on; a single curve takes the accent.
constexpr std::array inks = {ChartInk::Violet, ChartInk::Accent, ChartInk::Muted,   ChartInk::Teal,
                             ChartInk::Plum,   ChartInk::Good,   ChartInk::Warning, ChartInk::Ink};

QString titleOf(Measure measure)
{
    switch (measure) {
    case Measure::Traffic:
        return ChartText::tr("Traffic");
    case Measure::ResponseTime:
        return ChartText::tr("Response time");
    case Measure::ErrorRate:
        return ChartText::tr("Error rate");
    case Measure::Other:
        return ChartText::tr("Other series");
    }
    Q_UNREACHABLE();
}

std::optional<double> secondsOf(std::string_view unit)
{
    constexpr std::array<std::pair<std::string_view, double>, 9> known = {
        {{"ns", 1e-9},
         {"us", 1e-6},
         {"µs", 1e-6},
         {"ms", 1e-3},
         {"s", 1},
         {"seconds", 1},
         {"milliseconds", 1e-3},
         {"min", 60},
         {"h", 3600}}};
    for (const auto &[name, seconds] : known) {
        if (name == unit)
            return seconds;
    }
    return std::nullopt;
}

/// What a value in one unit is multiplied with to be one in the other; none where they do not compare.
std::optional<double> factorBetween(std::string_view from, std::string_view to)
{
    const auto isPercent = [](std::string_view unit) { return unit == "percent" || unit == "%"; };
    if (from == to || (isPercent(from) && isPercent(to)))
        return 1;
    const std::optional<double> fromSeconds = secondsOf(from);
    const std::optional<double> toSeconds = secondsOf(to);
    return fromSeconds && toSeconds ? std::optional(*fromSeconds / *toSeconds) : std::nullopt;
}

std::vector<ChartCurve> curvesOf(const ResponseChartContent &response)
{
    std::vector<ChartCurve> curves;
    for (const ResponseSeries &series : response.series) {
        const std::optional<double> factor = factorBetween(series.unit, response.series.front().unit);
        if (!factor)
            continue;
        const CurveSource source = *factor == 1 ? series.curve : scaledCurve(series.curve, *factor);
        curves.push_back({PlainText::foreign(series.name), source, ChartInk::Accent, false});
    }
    std::ranges::stable_sort(curves, std::greater{}, [](const ChartCurve &curve) { return curve.source.highest; });
    return curves;
}

QString objectiveText(double objective, const ValueAxis &axis)
{
    const bool isWhole = objective == std::floor(objective);
    return valueText(objective, isWhole ? 0 : 1, axis.unit);
}

/// "above 500 ms: p99 24 min · p95 about 16 min"; the worst first, those that never were above left out.
QString timeAboveText(const ChartContent &chart, double objective)
{
    QStringList parts;
    for (const ChartCurve &curve : chart.curves) {
        const TimeAbove above = curve.source.timeAbove ? curve.source.timeAbove(objective) : TimeAbove{};
        if (above.length <= Duration::zero())
            continue;
        const QString length = durationText(above.length);
        parts
            << (above.isAbout ? ChartText::tr("%1 about %2").arg(curve.name.text(), length)
                              : ChartText::tr("%1 %2").arg(curve.name.text(), length));
    }
    const QString level = objectiveText(objective, chart.axis);
    return parts.isEmpty() ? ChartText::tr("never above %1").arg(level)
                           : ChartText::tr("above %1: %2").arg(level, parts.join(QStringLiteral(" · ")));
}

void addObjective(ChartContent &chart, const ResponseChartContent &response)
{
    if (!response.objective)
        return;
    const QString value = objectiveText(*response.objective, chart.axis);
    chart.reference =
        ReferenceLine{*response.objective, PlainText::own(ChartText::tr("objective %1").arg(value)), ChartInk::Danger};
    const QString above = timeAboveText(chart, *response.objective);
    const QString remark = chart.remark.text();
    chart.remark = PlainText::own(remark.isEmpty() ? above : above + QStringLiteral(" · ") + remark);
}

QString describeCurves(const ChartContent &chart)
{
    QStringList sentences;
    if (chart.isIllustrative)
        sentences << ChartText::tr("Illustrative figures.");
    for (const ChartCurve &curve : chart.curves) {
        sentences << ChartText::tr("%1: %2 to %3.")
                         .arg(
                             curve.name.text(), preciseValueText(curve.source.lowest, chart.axis),
                             preciseValueText(curve.source.highest, chart.axis));
    }
    if (chart.reference)
        sentences << chart.reference->label.text() + QLatin1Char('.');
    if (!chart.remark.text().isEmpty())
        sentences << chart.remark.text() + QLatin1Char('.');
    return sentences.join(QLatin1Char(' '));
}

} // namespace

std::string responseChartKey(const ResponseChartContent &response)
{
    std::string key(measureKey(response.measure));
    if (response.measure == Measure::Other && !response.series.empty())
        key += ' ' + response.series.front().unit;
    return key;
}

ChartContent responseChart(const ResponseChartContent &response)
{
    ChartContent chart;
    chart.title = PlainText::own(titleOf(response.measure));
    chart.key = responseChartKey(response);
    chart.isAxisFree = true;
    chart.isIllustrative = response.isIllustrative;
    chart.origin = response.start;
    chart.impacts = response.impacts;
    chart.curves = curvesOf(response);
    if (chart.curves.empty())
        return chart;
    if (chart.curves.size() > inks.size())
        chart.curves.resize(inks.size());
    if (chart.curves.size() < response.series.size()) {
        const auto left = static_cast<qlonglong>(response.series.size() - chart.curves.size());
        chart.remark = PlainText::own(ChartText::tr("%1 more not drawn").arg(left));
    }
    double lowest = chart.curves.front().source.lowest;
    double highest = std::max(chart.curves.front().source.highest, response.objective.value_or(lowest));
    for (std::size_t i = 0; i < chart.curves.size(); ++i) {
        chart.curves[i].ink = chart.curves.size() == 1 ? ChartInk::Accent : inks[i];
        lowest = std::min(lowest, chart.curves[i].source.lowest);
    }
    chart.axis =
        valueAxis(std::min(lowest, response.objective.value_or(lowest)), highest, response.series.front().unit, 3);
    addObjective(chart, response);
    chart.description = [told = describeCurves(chart)](const DisplayZone &) { return told; };
    return chart;
}

} // namespace downtimeline
