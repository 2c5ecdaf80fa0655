// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakestorage.h"

#include <utility>

namespace downtimeline {

using std::chrono::hours;
using std::chrono::minutes;

Status FakeStorage::unreadable() const
{
    return canRead ? Status() : Status(failure(Error::Code::Io, QStringLiteral("The library cannot be read.")));
}

Result<DocumentContent> FakeStorage::load(IncidentId incident)
{
    if (const Status status = unreadable(); !status)
        return std::unexpected(status.error());
    if (incident != content.incident.id)
        return failure(Error::Code::NotFound, QStringLiteral("There is no such incident."));
    DocumentContent result = content;
    for (const auto &[id, event] : events)
        result.events.push_back(entryOf(event));
    std::ranges::stable_sort(result.events, {}, &EventEntry::at);
    return result;
}

Result<std::vector<EventText>> FakeStorage::texts(std::span<const EventId> ids)
{
    ++reads;
    if (const Status status = unreadable(); !status)
        return std::unexpected(status.error());
    std::vector<EventText> result;
    for (const EventId id : ids) {
        if (!events.contains(id))
            continue;
        const Event &event = events.at(id);
        result.push_back(
            {.id = id,
             .title = event.title,
             .detail = event.detail,
             .timeText = event.time.text,
             .sourceName = "0x19-postmortem.txt",
             .line = event.line});
    }
    return result;
}

Result<Event> FakeStorage::event(EventId event)
{
    if (!events.contains(event))
        return failure(Error::Code::NotFound, QStringLiteral("There is no such event."));
    return events.at(event);
}

Result<Source> FakeStorage::source(SourceId source)
{
    Source result;
    result.id = source;
    result.text = "one\ntwo";
    return result;
}

void FakeStorage::addEvent(IncidentId, const Event &event, Answer answer)
{
    const auto apply = [this, event]() -> Status {
        events[event.id] = event;
        return {};
    };
    m_writes.push_back({apply, std::move(answer), "add"});
}

void FakeStorage::updateEvent(const Event &before, const Event &after, Answer answer)
{
    const auto apply = [this, before, after]() -> Status {
        if (!events.contains(after.id) || events.at(after.id) != before)
            return failure(Error::Code::Usage, QStringLiteral("Another window has changed this event."));
        events[after.id] = after;
        return {};
    };
    m_writes.push_back({apply, std::move(answer), "update " + std::to_string(after.id.row())});
}

void FakeStorage::removeEvent(EventId event, Answer answer)
{
    const auto apply = [this, event]() -> Status {
        events.erase(event);
        return {};
    };
    m_writes.push_back({apply, std::move(answer), "remove " + std::to_string(event.row())});
}

void FakeStorage::updateIncident(const Incident &before, const Incident &after, Answer answer)
{
    const auto apply = [this, before, after]() -> Status {
        if (content.incident != before)
            return failure(Error::Code::Usage, QStringLiteral("Another window has changed this incident."));
        content.incident = after;
        return {};
    };
    m_writes.push_back({apply, std::move(answer), "incident"});
}

void FakeStorage::decide(IncidentId, const Finding &finding, Answer answer)
{
    const auto apply = [this, finding]() -> Status {
        const auto found = std::ranges::find(content.findings, finding.key, &Finding::key);
        if (found == content.findings.end())
            content.findings.push_back(finding); // one from the samples, which the file did not have
        else
            found->decision = finding.decision;
        return {};
    };
    m_writes.push_back({apply, std::move(answer), "decide"});
}

void FakeStorage::addAction(IncidentId, const Action &action, Answer answer)
{
    const auto apply = [this, action]() -> Status {
        content.actions.push_back(action);
        return {};
    };
    m_writes.push_back({apply, std::move(answer), "action"});
}

void FakeStorage::removeAction(const Action &action, Answer answer)
{
    const auto apply = [this, action]() -> Status {
        std::erase_if(content.actions, [&action](const Action &each) { return each.uuid == action.uuid; });
        return {};
    };
    m_writes.push_back({apply, std::move(answer), "no action"});
}

void FakeStorage::answer()
{
    while (!m_writes.empty()) {
        const Write write = std::move(m_writes.front());
        m_writes.pop_front();
        if (failures > 0) {
            --failures;
            write.answer(failure(Error::Code::Io, QStringLiteral("The disk is full.")));
            continue;
        }
        const Status status = write.apply();
        if (status)
            written.push_back(write.name);
        write.answer(status);
    }
}

Instant foundingClock(int hour, int minute)
{
    return Instant(std::chrono::sys_days(std::chrono::year(2024) / 1 / 16)) + hours(hour - 1) + minutes(minute);
}

namespace {

Event foundingEvent(int id, Instant at, EventKind kind, Progress progress, const char *title)
{
    Event event;
    event.id = EventId(id);
    event.uuid = QUuid::createUuid();
    event.kind = kind;
    event.certainty = 0.97;
    event.progress = progress;
    event.title = title;
    event.time = writtenTimeOf(at, hours(1), ZoneOrigin::Header);
    event.time.text = "as written";
    event.at = at;
    event.source = SourceId(1);
    event.line = 12 + id;
    return event;
}

Finding foundingFinding(const char *key, std::vector<int> lines)
{
    Finding finding;
    finding.id = FindingId(1);
    finding.key = key;
    finding.title = key;
    finding.lines = std::move(lines);
    finding.source = SourceId(1);
    return finding;
}

} // namespace

FakeStorage foundingStorage()
{
    FakeStorage storage;
    storage.content.incident.id = IncidentId(1);
    storage.content.incident.title = "Server Outage Incident report";
    storage.content.incident.offset = hours(1);
    Source source;
    source.id = SourceId(1);
    source.name = "0x19-postmortem.txt";
    storage.content.sources.push_back(source);
    const std::vector<Event> all{
        foundingEvent(1, foundingClock(9, 45), EventKind::Deploy, Progress::Begins, "Upgrades implementation begins"),
        foundingEvent(2, foundingClock(10, 0), EventKind::Outage, Progress::Begins, "Server Outage begins"),
        foundingEvent(3, foundingClock(10, 0), EventKind::Alert, Progress::Unstated, "Pagers alerted on-call team"),
        foundingEvent(
            4, foundingClock(10, 10), EventKind::Acknowledgement, Progress::Unstated, "On-call team acknowledgement"),
        foundingEvent(5, foundingClock(10, 15), EventKind::Rollback, Progress::Begins, "Rollback initiation begins"),
        foundingEvent(6, foundingClock(10, 20), EventKind::Rollback, Progress::Completes, "Successful rollback"),
        foundingEvent(7, foundingClock(10, 20), EventKind::Restart, Progress::Begins, "Server restart initiated"),
        foundingEvent(
            8, foundingClock(10, 22), EventKind::Recovery, Progress::Completes, "100% of traffic back online")};
    for (const Event &event : all)
        storage.events[event.id] = event;
    storage.content.findings = {foundingFinding("two-dates", {7, 24}), foundingFinding("two-times", {18, 24})};
    TrafficClaim back;
    back.percent = 100;
    back.source = SourceId(1);
    back.line = 20;
    storage.content.claims = {back};
    storage.content.claimPlaces = {{.source = SourceId(1), .line = 20, .event = EventId(8)}};
    return storage;
}

} // namespace downtimeline
