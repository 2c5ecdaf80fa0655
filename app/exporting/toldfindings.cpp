// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/toldfindings.h"

#include "models/analysis/measuredimpact.h"
#include "models/items/impactfindings.h"
#include "models/report/derivedends.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

/// "founding.txt, line 14".
QString placeOf(const Event &event, std::span<const Source> sources)
{
    const auto source = std::ranges::find(sources, event.source, &Source::id);
    if (source == sources.end())
        return {};
    const QString name = QString::fromStdString(source->name);
    return event.line > 0 ? Words::tr("%1, line %2").arg(name, QString::number(event.line)) : name;
}

} // namespace

std::vector<Finding> toldFindings(
    const WholeIncident &whole, std::span<const Source> sources, const ResponseAnalysis &analysis,
    const DisplayZone &zone)
{
    std::vector<MeasuredSeries> measured;
    for (const WholeSeries &each : whole.series) {
        if (!each.samples.empty())
            measured.push_back(measuredSeries(each.series, each.samples));
    }
    if (measured.empty())
        return whole.findings;
    const auto wordsOf = [&](EventId id) {
        for (std::size_t i = 0; i < whole.events.size(); ++i) {
            const Event &event = whole.events[i];
            if (idOf(event, i) == id)
                return ClaimWords{
                    QString::fromStdString(event.title), placeOf(event, sources), event.source, event.line};
        }
        return ClaimWords();
    };
    return withMeasured(
        whole.findings,
        impactFindings(impactDisagreements(analysis, indexOf(whole.events), measured), sources, wordsOf, zone));
}

} // namespace downtimeline
