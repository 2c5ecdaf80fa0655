// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"

#include <vector>

namespace downtimeline {

/// An end that an event has from another event.
struct DerivedEnd
{
    EventId event;
    EventId endedBy;

    bool operator==(const DerivedEnd &) const = default;
};

/// Gives events that began something the end that another event tells, and says which event that was.
///
/// A begun event ends at the next completed (or failed) event of its kind. An outage, restart or mitigation without one
/// ends at the next recovery, partial ones left out; an outage also where the recovery comes before it. Deploys and
/// rollbacks end only by their own completion. Alerts never end by a recovery. An outage counts as begun unless its
/// words say that it completed or failed. An event that names only its day neither ends nor is ended. An end that was
/// written, recorded or set by the user stands; such an event completes at its end. Ends derived before are computed
/// anew. The index is in its order; the answer too. Linear in the events.
std::vector<DerivedEnd> deriveEnds(EventIndex &index);

/// A recovery that is complete or says nothing of its progress; one that begins or fails is partial.
bool isFullRecovery(const EventEntry &entry);
/// When what the entry tells of was over: its own end where it has one, else the moment it names. An end derived from
/// another event does not count.
Instant ownFinish(const EventEntry &entry);

} // namespace downtimeline
