// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/action.h"
#include "models/domain/event.h"
#include "models/domain/eventindex.h"
#include "models/domain/eventnames.h"
#include "models/domain/finding.h"
#include "models/domain/incident.h"
#include "models/domain/person.h"
#include "models/domain/result.h"
#include "models/domain/series.h"
#include "models/domain/source.h"
#include "models/items/eventrows.h"

#include <functional>
#include <span>
#include <vector>

namespace downtimeline {

/// The event that stands on a line of a source: what a traffic claim is anchored to.
struct ClaimPlace
{
    SourceId source;
    int line = 0; ///< from 1
    EventId event;

    bool operator==(const ClaimPlace &) const = default;
};

/// Everything of one incident that is in memory while it is open, as the file has it.
struct DocumentContent
{
    Incident incident;
    EventIndex events; ///< all of them, in any order, also the undated; derived ends need not be filled in
    EventNames names;  ///< of the sources and services of the events
    std::vector<Finding> findings;
    std::vector<Explained> explained;
    std::vector<Source> sources;
    std::vector<Series> series;
    std::vector<TrafficClaim> claims;
    std::vector<ClaimPlace> claimPlaces; ///< at least of the lines that claims name
    std::vector<Action> actions;
    Persons persons; ///< whom the incident's sources name as users

    bool operator==(const DocumentContent &) const = default;
};

/// Where an open incident is read from and saved to. Reading answers at once; writing answers later, in the order of
/// the calls, on the thread of the caller and never before the call returns.
///
/// An added event has an id that the document chose for the time being (provisionalEventId); the storage knows which
/// stored event it became and takes that id in later calls.
class DocumentStorage
{
public:
    using Answer = std::function<void(const Status &)>;

    virtual ~DocumentStorage() = default;

    /// False where the library may only be read.
    virtual bool isWritable() const = 0;
    virtual Result<DocumentContent> load(IncidentId incident) = 0;
    /// In any order; events that are gone are left out.
    virtual Result<std::vector<EventText>> texts(std::span<const EventId> events) = 0;
    virtual Result<Event> event(EventId event) = 0;
    /// With its text.
    virtual Result<Source> source(SourceId source) = 0;

    virtual void addEvent(IncidentId incident, const Event &event, Answer answer) = 0;
    /// Fails where the file no longer has what was before: another window or process has changed it.
    virtual void updateEvent(const Event &before, const Event &after, Answer answer) = 0;
    virtual void removeEvent(EventId event, Answer answer) = 0;
    virtual void updateIncident(const Incident &before, const Incident &after, Answer answer) = 0;
    /// Saves the decision of the finding with that key.
    virtual void decide(IncidentId incident, const Finding &finding, Answer answer) = 0;
    virtual void addAction(IncidentId incident, const Action &action, Answer answer) = 0;
    /// One that was added through this storage; its uuid says which.
    virtual void removeAction(const Action &action, Answer answer) = 0;

protected:
    DocumentStorage() = default;
    DocumentStorage(const DocumentStorage &) = default;
    DocumentStorage &operator=(const DocumentStorage &) = default;
};

/// The n-th id for an event that the file does not have yet. They sort after every stored id.
constexpr EventId provisionalEventId(std::int64_t n)
{
    return EventId((std::int64_t{1} << 62) + n);
}

constexpr bool isProvisional(EventId id)
{
    return id >= provisionalEventId(0);
}

} // namespace downtimeline
