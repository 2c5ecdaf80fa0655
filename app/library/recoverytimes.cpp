// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/recoverytimes.h"

#include "models/analysis/impact.h"
#include "models/analysis/milestones.h"
#include "models/analysis/spans.h"
#include "models/storage/eventstore.h"
#include "models/storage/incidentstore.h"

namespace downtimeline {

Result<std::map<IncidentId, Duration>>
recoveryTimes(const QString &library, std::span<const IncidentId> incidents, std::stop_token stop)
{
    Result<std::unique_ptr<Library>> opened = Library::open(library, Library::Open::ReadOnly);
    if (!opened)
        return std::unexpected(opened.error());
    (*opened)->setStopToken(stop);
    EventStore events(**opened);
    IncidentStore incidentStore(**opened);
    std::map<IncidentId, Duration> times;
    for (const IncidentId incident : incidents) {
        Result<EventIndex> index = events.index(incident);
        if (!index)
            return std::unexpected(index.error());
        const Result<Incident> whole = incidentStore.get(incident);
        if (!whole)
            return std::unexpected(whole.error());
        deriveEnds(*index);
        const ResponseAnalysis analysis = analyseResponse(*index, statedImpact(*whole));
        if (const auto time = analysis.time(ResponseMeasure::Recover).value())
            times.emplace(incident, *time);
    }
    return times;
}

} // namespace downtimeline
