// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/draftimport.h"

#include "models/storage/eventstore.h"
#include "models/storage/personstore.h"
#include "models/storage/sourcestore.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace downtimeline {
namespace {

constexpr std::size_t portion = 2000;

/// What is done to an event once it is stored as it was read.
struct Afterwards
{
    Event chosen;
    bool isTaken = true;
    bool isBack = false;      ///< the user had removed it and takes it again
    std::size_t incident = 0; ///< of the batch
};

/// By the uuid that the event is stored under.
using Edits = std::map<QUuid, Afterwards>;

/// Gives the events that are edited afterwards a uuid to be found by.
Edits markEdited(const ImportDraft &draft, ImportBatch &batch)
{
    Edits edits;
    std::size_t stored = 0;
    for (const DraftIncident &incident : draft.incidents) {
        if (isLeftOut(incident))
            continue;
        std::vector<Event> &placed = batch.incidents[stored].events;
        for (std::size_t i = 0; i < placed.size(); ++i) {
            const DraftEvent &choice = incident.choices[i];
            const bool isNew = choice.standing == EventStanding::New;
            const bool isBack = choice.standing == EventStanding::Removed && choice.isTaken();
            if (!isBack && !(isNew && (!choice.isTaken() || choice.isEdited())))
                continue;
            placed[i].uuid = placed[i].uuid.isNull() ? QUuid::createUuid() : placed[i].uuid;
            edits[placed[i].uuid] = {
                .chosen = chosenEvent(draft, incident, i),
                .isTaken = choice.isTaken(),
                .isBack = isBack,
                .incident = stored};
        }
        ++stored;
    }
    return edits;
}

/// An event that is not taken is left away where it has no date; one that the user dated has one by then.
void placeAll(ImportBatch &batch, const Edits &edits, Duration shift)
{
    for (ReadIncident &incident : batch.incidents) {
        std::erase_if(incident.events, [&](const Event &event) {
            const auto found = edits.find(event.uuid);
            return !event.at && found != edits.end() && !found->second.isTaken;
        });
        for (Event &event : incident.events) {
            const auto found = edits.find(event.uuid);
            if (!event.at && found != edits.end() && found->second.chosen.at)
                event.at = *found->second.chosen.at - shift;
        }
    }
}

template<typename Values, typename Give>
Status giveAll(const Values &values, Give give)
{
    for (const auto &value : values) {
        if (Status status = give(value); !status)
            return status;
    }
    return {};
}

Status handSeries(const ReadIncident &incident, ImportSink &sink)
{
    for (const ReadSeries &series : incident.series) {
        const Result<ImportSink::SeriesHandle> handle = sink.series(series.series);
        if (!handle)
            return std::unexpected(handle.error());
        if (Status status = sink.samples(*handle, series.samples); !status)
            return status;
    }
    return {};
}

Status handOver(const ReadIncident &incident, ImportSink &sink, const std::stop_token &stop)
{
    if (incident.isStated) {
        if (Status status = sink.incident(incident.incident); !status)
            return status;
    }
    const std::span<const Event> events(incident.events);
    for (std::size_t begin = 0; begin < events.size(); begin += portion) {
        if (stop.stop_requested())
            return failure(Error::Code::Cancelled, QCoreApplication::translate("importing", "The import was stopped."));
        if (Status status = sink.events(events.subspan(begin, std::min(portion, events.size() - begin))); !status)
            return status;
    }
    Status status = handSeries(incident, sink);
    if (status)
        status = giveAll(incident.trafficClaims, [&](const TrafficClaim &one) { return sink.trafficClaim(one); });
    if (status)
        status = giveAll(incident.persons, [&](const Person &one) { return sink.person(one); });
    if (status)
        status = giveAll(incident.actions, [&](const Action &one) { return sink.action(one); });
    if (status)
        status = giveAll(incident.findings, [&](const Finding &one) { return sink.finding(one); });
    if (status)
        status = giveAll(incident.explained, [&](const Explained &one) { return sink.explained(one); });
    return status;
}

/// The source of this reading in one of the incidents that it went into.
Result<SourceId> sourceIn(Library &library, IncidentId incident, const Source &source)
{
    const Result<std::vector<Source>> sources = SourceStore(library).list(incident);
    if (!sources)
        return std::unexpected(sources.error());
    const auto found = std::ranges::find_if(
        *sources, [&source](const Source &one) { return one.name == source.name && one.sha256 == source.sha256; });
    return found == sources->end() ? SourceId() : found->id;
}

/// What was edited, over what the source says.
Event edited(const Event &stored, const Afterwards &afterwards)
{
    Event after = stored;
    after.kind = afterwards.chosen.kind;
    after.certainty = afterwards.chosen.certainty;
    after.title = afterwards.chosen.title;
    after.time = afterwards.chosen.time;
    after.at = afterwards.chosen.at;
    return after;
}

Status editStored(Library &library, IncidentId incident, const Edits &edits, ImportOutcome &outcome)
{
    EventStore store(library);
    const Result<std::vector<Event>> events = store.all(incident);
    if (!events)
        return std::unexpected(events.error());
    for (const Event &stored : *events) {
        const auto found = edits.find(stored.uuid);
        if (found == edits.end())
            continue;
        const bool isTaken = found->second.isTaken;
        const Event after = edited(stored, found->second);
        const Status done = !isTaken          ? store.remove(stored.id)
                            : after == stored ? Status{}
                                              : store.update(stored, after);
        if (!done)
            return done;
        outcome.eventsAdded -= isTaken ? 0 : 1;
    }
    return {};
}

Status bringBack(Library &library, const Source &source, const Edits &edits, ImportOutcome &outcome)
{
    for (const auto &[uuid, afterwards] : edits) {
        if (!afterwards.isBack || outcome.incidents.empty())
            continue;
        const IncidentId incident = outcome.incidents[std::min(afterwards.incident, outcome.incidents.size() - 1)];
        const Result<SourceId> from = sourceIn(library, incident, source);
        if (!from)
            return std::unexpected(from.error());
        Event event = afterwards.chosen;
        event.source = *from;
        event.uuid = uuid;
        if (const Result<EventId> added = EventStore(library).add(incident, event); !added)
            return std::unexpected(added.error());
        ++outcome.eventsAdded;
        --outcome.eventsKnown;
    }
    return {};
}

Status finish(Library &library, const DraftRequest &request, const Edits &edits, ImportOutcome &outcome)
{
    for (const IncidentId incident : outcome.incidents) {
        const Result<SourceId> source = sourceIn(library, incident, request.source);
        if (!source)
            return std::unexpected(source.error());
        if (source->isValid()) { // bytes that are known have the shift of their first import
            if (Status shifted = SourceStore(library).setClockShift(*source, request.draft.clockShift); !shifted)
                return shifted;
        }
        if (edits.empty())
            continue;
        if (Status done = editStored(library, incident, edits, outcome); !done)
            return done;
    }
    return bringBack(library, request.source, edits, outcome);
}

} // namespace

Result<ImportReport> importDraft(Library &library, const DraftRequest &request, std::stop_token stop)
{
    ImportBatch batch = placedBatch(request.draft);
    const Edits edits = markEdited(request.draft, batch);
    placeAll(batch, edits, request.draft.clockShift);
    Source source = request.source;
    source.clockShift = request.draft.clockShift;
    source.illustrative = batch.illustrative;
    LibrarySink sink(library);
    Status status = sink.begin(source, request.target);
    for (const ReadIncident &incident : batch.incidents) {
        if (status)
            status = handOver(incident, sink, stop);
    }
    for (const Skip &skip : batch.skipped) {
        if (status)
            status = sink.skipped(skip);
    }
    if (!status)
        return std::unexpected(status.error());
    Result<ImportOutcome> outcome = sink.commit();
    if (!outcome)
        return std::unexpected(outcome.error());
    if (Status done = finish(library, request, edits, *outcome); !done)
        return std::unexpected(done.error());
    const Result<std::size_t> listed = PersonStore(library).add(takenPersons(request.draft));
    if (!listed)
        return std::unexpected(listed.error());
    ImportReport report{.format = source.format, .outcome = std::move(*outcome), .skipped = std::move(batch.skipped)};
    report.personsAdded = *listed;
    for (const DraftIncident &incident : request.draft.incidents)
        std::ranges::copy(openQuestions(incident), std::back_inserter(report.questions));
    return report;
}

} // namespace downtimeline
