// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/action.h"
#include "models/domain/event.h"
#include "models/domain/finding.h"
#include "models/domain/incident.h"
#include "models/domain/person.h"
#include "models/domain/result.h"
#include "models/domain/series.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace downtimeline {

/// Takes what a reader finds, as it finds it. A failure that a call answers with ends the reading.
///
/// Ids, uuids and sources of what is handed over are empty: the reader knows no library. Lines count from 1.
class ImportSink
{
public:
    using SeriesHandle = std::size_t;

    virtual ~ImportSink() = default;

    /// Begins an incident; whatever follows, up to the next call, belongs to it. A reader of files that know no
    /// incident never calls this.
    virtual Status incident(const Incident &incident) = 0;
    /// A few thousand events at a time, in the order of the source.
    virtual Status events(std::span<const Event> events) = 0;
    /// The same for long files: a sink may keep the events and leave others, of any number, to be written over.
    virtual Status takeEvents(std::vector<Event> &events) { return this->events(events); }
    virtual Result<SeriesHandle> series(const Series &series) = 0;
    /// Samples of one series, in the order of the source.
    virtual Status samples(SeriesHandle series, std::span<const Sample> samples) = 0;
    virtual Status trafficClaim(const TrafficClaim &claim) = 0;
    virtual Status action(const Action &action) = 0;
    virtual Status finding(const Finding &finding) = 0;
    virtual Status explained(const Explained &explained) = 0;
    /// Somebody whom the source lists as a user and who takes part in the incident.
    virtual Status person(const Person & /*person*/) { return {}; }
    virtual Status question(const Question &question) = 0;
    virtual Status skipped(const Skip &skip) = 0;
    /// The source says of itself that its figures are made up.
    virtual Status illustrative() = 0;
    /// Bytes read so far. Called often; cheap.
    virtual void progress(std::int64_t bytes) = 0;

protected:
    ImportSink() = default;
    ImportSink(const ImportSink &) = default;
    ImportSink &operator=(const ImportSink &) = default;
};

} // namespace downtimeline
