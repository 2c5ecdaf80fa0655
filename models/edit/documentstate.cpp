// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/documentstate.h"

#include "models/analysis/impact.h"
#include "models/items/impactfindings.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace downtimeline {
namespace {

bool isBefore(const EventEntry &a, const EventEntry &b)
{
    if (a.isUndated() != b.isUndated())
        return b.isUndated();
    return std::tie(a.at, a.id) < std::tie(b.at, b.id); // the undated have no instant, and so the same
}

std::vector<ClaimAnchor> anchorsOf(const std::vector<ClaimPlace> &places, const EventIndex &events)
{
    std::map<EventId, const ClaimPlace *> wanted;
    for (const ClaimPlace &place : places)
        wanted.emplace(place.event, &place);
    std::vector<ClaimAnchor> anchors;
    if (wanted.empty())
        return anchors;
    for (const EventEntry &event : events) {
        if (const auto found = wanted.find(event.id); found != wanted.end())
            anchors.push_back({.source = found->second->source, .line = found->second->line, .at = event.at});
    }
    return anchors;
}

} // namespace

DocumentState::DocumentState() : m_rows(std::make_shared<EventIndex>()), m_events(m_rows) {}

DocumentState::DocumentState(DocumentContent content) : m_content(std::move(content))
{
    m_stored = m_content.findings;
    m_content.findings = withMeasured(m_stored, {});
    EventIndex rows = std::exchange(m_content.events, {});
    std::ranges::sort(rows, isBefore);
    derive(std::move(rows));
}

std::optional<TimeRange> DocumentState::extent() const
{
    if (m_events->empty())
        return {};
    return TimeRange{m_events->front().at, std::ranges::max(*m_events, {}, &EventEntry::end).end};
}

const Event *DocumentState::editedEvent(EventId event) const
{
    const auto found = m_edited.find(event);
    return found == m_edited.end() ? nullptr : &found->second;
}

const EventEntry *DocumentState::entry(EventId event) const
{
    const auto idOf = [this](std::uint32_t row) { return (*m_rows)[row].id; };
    const auto found = std::ranges::lower_bound(m_rowsById, event, {}, idOf);
    return found != m_rowsById.end() && idOf(*found) == event ? &(*m_rows)[*found] : nullptr;
}

void DocumentState::putEvent(const Event &event)
{
    EventIndex rows = *m_rows;
    std::erase_if(rows, [&event](const EventEntry &entry) { return entry.id == event.id; });
    m_edited[event.id] = event;
    EventEntry entry = entryOf(event);
    m_content.names.name(entry, event);
    rows.insert(std::ranges::lower_bound(rows, entry, isBefore), entry);
    derive(std::move(rows));
}

void DocumentState::removeEvent(EventId event)
{
    EventIndex rows = *m_rows;
    std::erase_if(rows, [event](const EventEntry &entry) { return entry.id == event; });
    m_edited.erase(event);
    derive(std::move(rows));
}

bool DocumentState::setIncident(const Incident &incident)
{
    const bool isOtherImpact = statedImpact(incident) != statedImpact(m_content.incident);
    m_content.incident = incident;
    if (isOtherImpact)
        derive(*m_rows);
    return isOtherImpact;
}

void DocumentState::setDecision(const std::string &key, Finding::Decision decision)
{
    const auto shown = std::ranges::find(m_content.findings, key, &Finding::key);
    if (shown == m_content.findings.end())
        return;
    shown->decision = decision;
    const auto stored = std::ranges::find(m_stored, key, &Finding::key);
    if (stored != m_stored.end())
        stored->decision = decision;
    else
        m_stored.push_back(*shown); // one from the samples: with its decision the file has it too
}

bool DocumentState::setMeasuredFindings(std::vector<Finding> measured)
{
    std::vector<Finding> all = withMeasured(m_stored, std::move(measured));
    if (all == m_content.findings)
        return false;
    m_content.findings = std::move(all);
    return true;
}

void DocumentState::removeAction(const QUuid &action)
{
    std::erase_if(m_content.actions, [&action](const Action &each) { return each.uuid == action; });
}

void DocumentState::derive(EventIndex rows)
{
    const auto undated = std::ranges::partition_point(rows, [](const EventEntry &row) { return !row.isUndated(); });
    const bool isAllPlaced = undated == rows.end();
    EventIndex events(rows.begin(), undated);
    m_ends = deriveEnds(events);
    m_analysis = analyseResponse(events, statedImpact(m_content.incident));
    const auto &start = m_analysis.at(Milestone::ImpactStart);
    const std::vector<ClaimAnchor> anchors = anchorsOf(m_content.claimPlaces, events);
    m_traffic = placeClaims(m_content.claims, anchors, start ? std::optional(start->at) : std::nullopt);
    std::ranges::copy(events, rows.begin()); // with their derived ends
    m_events = std::make_shared<EventIndex>(std::move(events));
    m_rows = isAllPlaced ? m_events : std::make_shared<EventIndex>(std::move(rows));
    m_rowsById.resize(m_rows->size());
    std::iota(m_rowsById.begin(), m_rowsById.end(), 0U);
    std::ranges::sort(m_rowsById, {}, [this](std::uint32_t row) { return (*m_rows)[row].id; });
}

} // namespace downtimeline
