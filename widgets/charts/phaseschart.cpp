// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/phaseschart.h"

#include "widgets/charts/charttext.h"

#include <QStringList>

namespace downtimeline {

namespace {

ChartInk inkOf(Phase phase)
{
    switch (phase) {
    case Phase::Detect:
        return ChartInk::Danger;
    case Phase::Acknowledge:
        return ChartInk::Warning;
    case Phase::Diagnose:
        return ChartInk::Accent;
    case Phase::Mitigate:
        return ChartInk::Plum;
    case Phase::Recover:
        return ChartInk::Good;
    }
    Q_UNREACHABLE();
}

/// A phase begins at the milestone of the same number and ends at the next.
Milestone milestoneBefore(Phase phase)
{
    return static_cast<Milestone>(static_cast<int>(phase));
}

Milestone milestoneAfter(Phase phase)
{
    return static_cast<Milestone>(static_cast<int>(phase) + 1);
}

ChartRow rowOf(const PhaseSpan &span)
{
    const QString name = phaseName(span);
    ChartRow row;
    row.range = span.range;
    row.label = PlainText::own(name + QStringLiteral(" · ") + durationText(span.range.length()));
    QString definition =
        ChartText::tr("%1: from “%2” to “%3”")
            .arg(name, milestoneName(milestoneBefore(span.first)), milestoneName(milestoneAfter(span.last)));
    if (span.isMerged())
        definition += ChartText::tr("; merged, because a milestone between them is missing or came before its turn");
    row.definition = PlainText::own(definition);
    row.brief = PlainText::own(ChartText::tr("%1 → %2").arg(
        milestoneName(milestoneBefore(span.first)), milestoneName(milestoneAfter(span.last))));
    row.ink = inkOf(span.last);
    return row;
}

} // namespace

ChartContent phasesChart(const ResponseAnalysis &analysis, Instant start, bool isBesideSeries)
{
    ChartContent chart;
    chart.title = PlainText::own(ChartText::tr("Response phases"));
    chart.key = "phases";
    chart.remark = PlainText::own(
        isBesideSeries ? ChartText::tr("how long people took")
                       : ChartText::tr("how long people took; no response times were measured"));
    chart.origin = start;
    chart.impacts = analysis.impacts;
    for (const PhaseSpan &span : analysis.phases)
        chart.rows.push_back(rowOf(span));
    chart.description = [rows = chart.rows](const DisplayZone &zone) {
        QStringList sentences;
        for (const ChartRow &row : rows) {
            sentences << row.label.text() + QStringLiteral(": ") + withClocks(row.definition, row.range, zone) +
                             QLatin1Char('.');
        }
        return sentences.join(QLatin1Char(' '));
    };
    return chart;
}

} // namespace downtimeline
