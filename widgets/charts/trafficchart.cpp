// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/trafficchart.h"

#include "widgets/charts/charttext.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace downtimeline {

namespace {

constexpr double percentTop = 125; ///< the usual top, which leaves room for marks above 100 %
constexpr double percentRoom = 1.08;
constexpr qsizetype longestQuote = 40;

/// Never rounds up to "100%" or down to "0%" what is not.
QString shareText(double fraction)
{
    const double percent = fraction * 100;
    if (percent > 0 && percent < 1)
        return ChartText::tr("under 1%");
    if (percent > 99 && percent < 100)
        return valueText(std::min(std::floor(percent * 10) / 10, 99.9), 1, QStringLiteral("%"));
    return valueText(percent, 0, QStringLiteral("%"));
}

QString baselineDefinition(const TrafficChartContent &traffic)
{
    return ChartText::tr("The baseline is the median of the samples before the impact: %1")
        .arg(valueText(traffic.recovery->baseline, 1, unitSuffix(traffic.unit)));
}

ValueAxis percentAxis(double highest)
{
    if (highest > 10 * percentTop)
        return valueAxis(0, highest, "percent");
    ValueAxis axis;
    axis.unit = QStringLiteral("%");
    axis.highest = std::max(percentTop, highest * percentRoom);
    const double step = axis.highest > 300 ? 200 : axis.highest > 200 ? 100 : 50;
    for (double tick = 0; tick <= axis.highest; tick += step)
        axis.ticks.push_back(tick);
    return axis;
}

void addBackMarks(ChartContent &chart, const TrafficChartContent &traffic)
{
    const TrafficRecovery &recovery = *traffic.recovery;
    for (const auto &[level, at] :
         {std::pair(50, recovery.backAt50), std::pair(95, recovery.backAt95), std::pair(99, recovery.backAt99),
          std::pair(100, recovery.backAt100)}) {
        if (!at || (level == 100 && at == recovery.backAt99))
            continue;
        ChartMark mark;
        mark.at = *at;
        mark.value = level;
        mark.strong = PlainText::own(valueText(level, 0, chart.axis.unit));
        mark.text = PlainText::own(ChartText::tr("back"));
        const QString reached =
            level == 100
                ? ChartText::tr("The first time from there on that traffic reaches its baseline.")
                : ChartText::tr("The first time after the lowest point from which traffic stays there or above.");
        mark.definition = PlainText::own(reached + QLatin1Char(' ') + baselineDefinition(traffic));
        mark.hasClock = true;
        mark.isQuiet = level == 100; // beside 99 % it would only push labels out that say more
        chart.marks.push_back(mark);
    }
}

QString lossSentence(const TrafficRecovery &recovery)
{
    if (recovery.below99 <= Duration::zero())
        return ChartText::tr("never below 99%");
    QString sentence = ChartText::tr("%1 below 99%").arg(durationText(recovery.below99));
    if (recovery.lostFraction > 0)
        sentence += ChartText::tr(" · %1 of requests lost").arg(shareText(recovery.lostFraction));
    return sentence;
}

void addNote(ChartContent &chart, const TrafficChartContent &traffic)
{
    if (traffic.impacts.empty())
        return;
    QString definition =
        ChartText::tr("Below 99% counts from the start of the impact on; requests lost are those that the "
                      "baseline would have brought during the impact.");
    definition +=
        ChartText::tr(" At its lowest %1 of the baseline were left.").arg(shareText(traffic.recovery->lowest));
    if (traffic.recovery->lost)
        definition += ChartText::tr(" About %1 were lost.").arg(valueText(*traffic.recovery->lost, 0, {}));
    ChartNote note;
    note.text = PlainText::own(lossSentence(*traffic.recovery));
    note.definition = PlainText::own(definition + QLatin1Char(' ') + baselineDefinition(traffic));
    note.over = {traffic.impacts.front().start, traffic.impacts.back().end};
    note.ink = traffic.recovery->below99 > Duration::zero() ? ChartInk::Danger : ChartInk::Good;
    chart.note = note;
}

void addStated(ChartContent &chart, const StatedTraffic &stated)
{
    const QString line = stated.line > 0 ? ChartText::tr(", line %1").arg(stated.line) : QString();
    const QString words = PlainText::foreign(stated.words).text();
    const QString quote = words.size() > longestQuote ? words.left(longestQuote - 1).trimmed() + QChar(0x2026) : words;
    ChartMark mark;
    mark.at = stated.at;
    mark.value = stated.percent;
    mark.strong = PlainText::own(
        valueText(stated.percent, stated.percent == std::floor(stated.percent) ? 0 : 1, QStringLiteral("%")));
    mark.text =
        PlainText::own(stated.derived ? ChartText::tr("from “%1”").arg(quote) + line : ChartText::tr("stated") + line);
    if (stated.derived)
        mark.brief = PlainText::own(ChartText::tr("derived") + line);
    mark.definition = PlainText::own(
        stated.derived ? ChartText::tr("Follows from the words “%1”; it was not measured.").arg(words)
                       : ChartText::tr("The document says “%1”; it was not measured.").arg(words));
    mark.isStated = true;
    chart.marks.push_back(mark);
}

QString backSentence(const TrafficRecovery &recovery, const DisplayZone &zone)
{
    QStringList parts;
    for (const auto &[level, at] :
         {std::pair(50, recovery.backAt50), std::pair(95, recovery.backAt95), std::pair(99, recovery.backAt99),
          std::pair(100, recovery.backAt100)}) {
        parts
            << (at ? ChartText::tr("back at %1% %2 %3")
                         .arg(QString::number(level), clockText(*at, zone, true), zone.label())
                   : ChartText::tr("not back at %1%").arg(level));
    }
    return parts.join(QStringLiteral(", "));
}

QString describeTraffic(const TrafficChartContent &traffic, const DisplayZone &zone)
{
    QStringList sentences;
    if (traffic.isIllustrative)
        sentences << ChartText::tr("Illustrative figures.");
    if (traffic.recovery) {
        sentences << ChartText::tr("Lowest %1 of the baseline.").arg(shareText(traffic.recovery->lowest))
                  << lossSentence(*traffic.recovery) + QLatin1Char('.')
                  << backSentence(*traffic.recovery, zone) + QLatin1Char('.')
                  << baselineDefinition(traffic) + QLatin1Char('.');
    } else if (traffic.measured) {
        sentences << ChartText::tr("From %1 to %2. There is no baseline: too few samples lie before the impact.")
                         .arg(
                             valueText(traffic.measured->lowest, 1, unitSuffix(traffic.unit)),
                             valueText(traffic.measured->highest, 1, unitSuffix(traffic.unit)));
    }
    for (const StatedTraffic &stated : traffic.stated) {
        ChartContent single;
        addStated(single, stated);
        const ChartMark &mark = single.marks.front();
        sentences << ChartText::tr("%1 at %2 %3, %4.")
                         .arg(mark.strong.text(), clockText(stated.at, zone, true), zone.label(), mark.text.text());
    }
    return sentences.join(QLatin1Char(' '));
}

void addMeasured(ChartContent &chart, const TrafficChartContent &traffic, double highestStated)
{
    const bool hasBaseline = traffic.recovery && traffic.recovery->baseline > 0;
    const CurveSource source =
        hasBaseline ? scaledCurve(*traffic.measured, 100 / traffic.recovery->baseline) : *traffic.measured;
    if (hasBaseline) {
        chart.axis = percentAxis(std::max(source.highest, highestStated));
        chart.axis.lowest = std::min(0.0, source.lowest * percentRoom);
        chart.reference = ReferenceLine{100, {}, ChartInk::Muted};
        chart.showsLoss = true;
        addBackMarks(chart, traffic);
        addNote(chart, traffic);
    } else {
        chart.axis = valueAxis(source.lowest, source.highest, traffic.unit);
        chart.remark = PlainText::own(ChartText::tr("no baseline"));
    }
    chart.curves.push_back({PlainText::foreign(traffic.name), source, ChartInk::Good, true});
}

} // namespace

ChartContent trafficChart(const TrafficChartContent &traffic)
{
    ChartContent chart;
    chart.key = "traffic";
    chart.origin = traffic.start;
    chart.impacts = traffic.impacts;
    chart.isIllustrative = traffic.isIllustrative;
    const bool isPercent = !traffic.measured || (traffic.recovery && traffic.recovery->baseline > 0);
    chart.title = PlainText::own(
        !isPercent         ? ChartText::tr("Traffic")
        : traffic.measured ? ChartText::tr("Traffic, % of baseline")
                           : ChartText::tr("Traffic, % of usual"));
    double highestStated = 0;
    for (const StatedTraffic &stated : traffic.stated)
        highestStated = std::max(highestStated, stated.percent);
    if (traffic.measured) {
        addMeasured(chart, traffic, highestStated);
    } else {
        chart.axis = percentAxis(highestStated);
        chart.reference = ReferenceLine{100, {}, ChartInk::Muted};
    }
    if (isPercent) {
        for (const StatedTraffic &stated : traffic.stated)
            addStated(chart, stated);
    }
    if (!traffic.measured && !traffic.stated.empty())
        chart.remark = PlainText::own(ChartText::tr("stated in the document, not measured"));
    chart.description = [traffic](const DisplayZone &zone) { return describeTraffic(traffic, zone); };
    return chart;
}

} // namespace downtimeline
