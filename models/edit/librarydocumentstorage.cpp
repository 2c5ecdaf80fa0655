// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/librarydocumentstorage.h"

#include "models/items/impactfindings.h"
#include "models/storage/actionstore.h"
#include "models/storage/eventstore.h"
#include "models/storage/findingstore.h"
#include "models/storage/personstore.h"
#include "models/storage/seriesstore.h"
#include "models/storage/sourcestore.h"

#include <utility>

namespace downtimeline {
namespace {

constexpr std::chrono::milliseconds pollEvery(5);

/// Puts what was read in its place, or answers why it could not be read.
template<typename T>
Status take(Result<T> read, T &place)
{
    if (!read)
        return std::unexpected(std::move(read).error());
    place = std::move(*read);
    return {};
}

/// The reads in turn, up to the first that fails.
template<typename... Reads>
Status inTurn(const Reads &...reads)
{
    Status status;
    (void)((status = reads()).has_value() && ...);
    return status;
}

/// The first place of each line: several events may stand on one.
std::vector<ClaimPlace> claimPlaces(const std::vector<EventPlace> &places)
{
    std::vector<ClaimPlace> result;
    result.reserve(places.size());
    for (const EventPlace &place : places)
        result.push_back({.source = place.source, .line = place.line, .event = place.id});
    return result;
}

EventText textOf(EventTexts &&texts)
{
    return {
        .id = texts.id,
        .title = std::move(texts.title),
        .detail = std::move(texts.detail),
        .timeText = std::move(texts.timeText),
        .sourceName = std::move(texts.sourceName),
        .line = texts.line};
}

} // namespace

Result<DocumentContent> loadDocument(Library &library, IncidentId incident)
{
    DocumentContent content;
    EventStore events(library);
    FindingStore findings(library);
    SeriesStore series(library);
    EventIndex undated;
    std::vector<EventPlace> places;
    const Status status = inTurn(
        [&] { return take(IncidentStore(library).get(incident), content.incident); },
        [&] { return take(events.index(incident, &content.names), content.events); },
        [&] { return take(events.undated(incident, &content.names), undated); },
        [&] { return take(findings.list(incident), content.findings); },
        [&] { return take(findings.explained(incident), content.explained); },
        [&] { return take(SourceStore(library).list(incident), content.sources); },
        [&] { return take(series.list(incident), content.series); },
        [&] { return take(series.trafficClaims(incident), content.claims); },
        [&] { return take(events.placesOfClaims(incident), places); },
        [&] { return take(ActionStore(library).list(incident), content.actions); },
        [&] { return take(PersonStore(library).ofIncident(incident), content.persons); });
    if (!status)
        return std::unexpected(status.error());
    content.events.insert(content.events.end(), undated.begin(), undated.end());
    content.claimPlaces = claimPlaces(places);
    return content;
}

IncidentEntry incidentEntry(const IncidentSummary &summary)
{
    return {
        .id = summary.id,
        .title = summary.title,
        .severity = summary.severity,
        .service = summary.service,
        .start = summary.start,
        .end = summary.end,
        .offset = summary.offset,
        .timeToRecover = {},
        .eventCount = summary.eventCount};
}

LibraryDocumentStorage::LibraryDocumentStorage(Library &reader, LibraryWriter *writer, QObject *parent)
    : QObject(parent), m_reader(reader), m_writer(writer)
{
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, &LibraryDocumentStorage::deliver);
}

Result<std::vector<EventText>> LibraryDocumentStorage::texts(std::span<const EventId> events)
{
    Result<std::vector<EventTexts>> stored = EventStore(m_reader).texts(events);
    if (!stored)
        return std::unexpected(std::move(stored).error());
    std::vector<EventText> result;
    for (EventTexts &texts : *stored)
        result.push_back(textOf(std::move(texts)));
    return result;
}

Result<Event> LibraryDocumentStorage::event(EventId event)
{
    return EventStore(m_reader).get(event);
}

Result<Source> LibraryDocumentStorage::source(SourceId source)
{
    return SourceStore(m_reader).get(source);
}

void LibraryDocumentStorage::addEvent(IncidentId incident, const Event &event, Answer answer)
{
    write(
        [ids = m_storedIds, incident, event](Library &library) -> Status {
            Event stored = event;
            if (isProvisional(event.id))
                stored.id = (*ids)[event.id]; // the row that it had before an undo, else none
            const Result<EventId> id = EventStore(library).add(incident, stored);
            if (!id)
                return std::unexpected(id.error());
            (*ids)[event.id] = *id;
            return {};
        },
        std::move(answer));
}

void LibraryDocumentStorage::updateEvent(const Event &before, const Event &after, Answer answer)
{
    write(
        [ids = m_storedIds, before, after](Library &library) -> Status {
            Event from = before;
            Event to = after;
            if (const auto found = ids->find(after.id); found != ids->end())
                from.id = to.id = found->second;
            return EventStore(library).update(from, to);
        },
        std::move(answer));
}

void LibraryDocumentStorage::removeEvent(EventId event, Answer answer)
{
    write(
        [ids = m_storedIds, event](Library &library) -> Status {
            const auto found = ids->find(event);
            return EventStore(library).remove(found == ids->end() ? event : found->second);
        },
        std::move(answer));
}

void LibraryDocumentStorage::updateIncident(const Incident &before, const Incident &after, Answer answer)
{
    write(
        [before, after](Library &library) { return IncidentStore(library).update(before, after); }, std::move(answer));
}

void LibraryDocumentStorage::decide(IncidentId incident, const Finding &finding, Answer answer)
{
    write(
        [incident, finding](Library &library) -> Status {
            FindingStore store(library);
            if (isFromSamples(finding)) { // the file has it only once it is decided on
                if (const auto put = store.put(incident, finding); !put)
                    return std::unexpected(put.error());
            }
            return store.decide(incident, finding.key, finding.decision);
        },
        std::move(answer));
}

void LibraryDocumentStorage::addAction(IncidentId incident, const Action &action, Answer answer)
{
    write(
        [ids = m_storedActions, incident, action](Library &library) -> Status {
            Action stored = action;
            stored.id = (*ids)[action.uuid]; // the row that it had before an undo, else none
            const Result<ActionId> id = ActionStore(library).add(incident, stored);
            if (!id)
                return std::unexpected(id.error());
            (*ids)[action.uuid] = *id;
            return {};
        },
        std::move(answer));
}

void LibraryDocumentStorage::removeAction(const Action &action, Answer answer)
{
    write(
        [ids = m_storedActions, action](Library &library) -> Status {
            const auto found = ids->find(action.uuid);
            return ActionStore(library).remove(found == ids->end() ? action.id : found->second);
        },
        std::move(answer));
}

void LibraryDocumentStorage::write(Job job, Answer answer)
{
    Q_ASSERT(isWritable());
    LibraryWriter::Job<void> work = [job = std::move(job)](WriteContext &context) { return job(context.library); };
    m_pending.push_back({m_writer->submit<void>(std::move(work)), std::move(answer)});
    m_poll.start();
}

void LibraryDocumentStorage::deliver()
{
    while (!m_pending.empty() &&
           m_pending.front().outcome.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        Pending done = std::move(m_pending.front());
        m_pending.pop_front(); // before the answer: it may write again
        Status status = done.outcome.get();
        done.answer(status);
    }
    if (m_pending.empty())
        m_poll.stop();
}

} // namespace downtimeline
