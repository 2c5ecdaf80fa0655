// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/documentstate.h"

#include "models/analysis/impact.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace downtimeline {
namespace {

bool isBefore(const EventEntry &a, const EventEntry &b)
{
    return std::tie(a.at, a.id) < std::tie(b.at, b.id);
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

DocumentState::DocumentState() : m_events(std::make_shared<EventIndex>()) {}

DocumentState::DocumentState(DocumentContent content) : m_content(std::move(content))
{
    EventIndex events = std::exchange(m_content.events, {});
    std::ranges::sort(events, isBefore);
    derive(std::move(events));
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
    const auto idOf = [this](std::uint32_t row) { return (*m_events)[row].id; };
    const auto found = std::ranges::lower_bound(m_rowsById, event, {}, idOf);
    return found != m_rowsById.end() && idOf(*found) == event ? &(*m_events)[*found] : nullptr;
}

void DocumentState::putEvent(const Event &event)
{
    EventIndex events = *m_events;
    std::erase_if(events, [&event](const EventEntry &entry) { return entry.id == event.id; });
    m_edited[event.id] = event;
    if (event.at) {
        const EventEntry entry = entryOf(event);
        events.insert(std::ranges::lower_bound(events, entry, isBefore), entry);
    }
    derive(std::move(events));
}

void DocumentState::removeEvent(EventId event)
{
    EventIndex events = *m_events;
    std::erase_if(events, [event](const EventEntry &entry) { return entry.id == event; });
    m_edited.erase(event);
    derive(std::move(events));
}

bool DocumentState::setIncident(const Incident &incident)
{
    const bool isOtherImpact = impactStatedByUser(incident) != impactStatedByUser(m_content.incident);
    m_content.incident = incident;
    if (isOtherImpact)
        derive(*m_events);
    return isOtherImpact;
}

void DocumentState::setDecision(const std::string &key, Finding::Decision decision)
{
    const auto found = std::ranges::find(m_content.findings, key, &Finding::key);
    if (found != m_content.findings.end())
        found->decision = decision;
}

void DocumentState::derive(EventIndex events)
{
    m_ends = deriveEnds(events);
    m_analysis = analyseResponse(events, impactStatedByUser(m_content.incident));
    const auto &start = m_analysis.at(Milestone::ImpactStart);
    const std::vector<ClaimAnchor> anchors = anchorsOf(m_content.claimPlaces, events);
    m_traffic = placeClaims(m_content.claims, anchors, start ? std::optional(start->at) : std::nullopt);
    m_events = std::make_shared<EventIndex>(std::move(events));
    m_rowsById.resize(m_events->size());
    std::iota(m_rowsById.begin(), m_rowsById.end(), 0U);
    std::ranges::sort(m_rowsById, {}, [this](std::uint32_t row) { return (*m_events)[row].id; });
}

} // namespace downtimeline
