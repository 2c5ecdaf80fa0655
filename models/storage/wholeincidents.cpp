// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/wholeincidents.h"

#include "models/storage/actionstore.h"
#include "models/storage/eventstore.h"
#include "models/storage/findingstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/personstore.h"
#include "models/storage/seriesstore.h"

namespace downtimeline {
namespace {

/// Puts what was read in its place, or tells why it could not be read.
template<typename T>
Status keep(Result<T> read, T &place)
{
    if (!read)
        return std::unexpected(std::move(read.error()));
    place = std::move(*read);
    return {};
}

Status readSeries(SeriesStore &store, WholeIncident &whole, bool withSamples)
{
    const Result<std::vector<Series>> list = store.list(whole.incident.id);
    if (!list)
        return std::unexpected(list.error());
    for (const Series &series : *list) {
        WholeSeries &added = whole.series.emplace_back(WholeSeries{.series = series, .samples = {}});
        if (!withSamples)
            continue;
        const Result<std::optional<TimeRange>> extent = store.extent(series.id);
        if (!extent)
            return std::unexpected(extent.error());
        if (!*extent)
            continue;
        if (Status kept = keep(store.samples(series.id, **extent), added.samples); !kept)
            return kept;
    }
    return keep(store.trafficClaims(whole.incident.id), whole.trafficClaims);
}

} // namespace

Result<WholeIncident> wholeIncident(Library &library, IncidentId id, bool withSamples)
{
    WholeIncident whole;
    whole.isStated = true;
    FindingStore findings(library);
    SeriesStore series(library);
    Status status = keep(IncidentStore(library).get(id), whole.incident);
    if (status)
        status = keep(EventStore(library).all(id), whole.events);
    if (status)
        status = readSeries(series, whole, withSamples);
    if (status)
        status = keep(ActionStore(library).list(id), whole.actions);
    if (status)
        status = keep(findings.list(id), whole.findings);
    if (status)
        status = keep(findings.explained(id), whole.explained);
    if (status)
        status = keep(PersonStore(library).ofIncident(id), whole.persons);
    if (!status)
        return std::unexpected(status.error());
    return whole;
}

} // namespace downtimeline
