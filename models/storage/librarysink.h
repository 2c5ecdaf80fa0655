// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/source.h"
#include "models/readers/importsink.h"
#include "models/storage/library.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace downtimeline {

class ImportLoad;

/// Where a reading goes.
struct ImportTarget
{
    /// The incident that it is added to: the first, where a source tells of several. None: a new incident, or the one
    /// that this source was read into before.
    std::optional<IncidentId> into;
    /// Always new incidents, even for a source that was read before.
    bool asCopy = false;
};

/// How a reading is written.
struct ImportOptions
{
    bool buildSearch = true;                          ///< off only to measure
    std::function<void(std::int64_t bytes)> progress; ///< bytes read so far; on the writer's thread
};

/// An event that the library knows and that the source now tells otherwise. The library's form was kept.
struct ImportDifference
{
    EventId event;
    int line = 0;      ///< in the source as read now
    std::string field; ///< "kind", "title", "detail", "time", "end"
    std::string kept;
    std::string read;

    bool operator==(const ImportDifference &) const = default;
};

/// What an import came to.
struct ImportOutcome
{
    std::vector<IncidentId> incidents;
    std::int64_t eventsAdded = 0;
    std::int64_t eventsKnown = 0;     ///< were there already, or were removed by the user
    std::int64_t eventsDiffering = 0; ///< of the known ones
    std::int64_t seriesAdded = 0;
    std::int64_t samplesAdded = 0;
    std::int64_t othersAdded = 0;              ///< claims, actions, findings, explained durations
    std::int64_t skipped = 0;                  ///< what the reader could not read
    std::vector<ImportDifference> differences; ///< the first 1000

    bool operator==(const ImportOutcome &) const = default;
};

/// Writes a reading into a library in one transaction: all of it, or, where commit() is not reached, nothing.
///
/// An event is known again within its incident by source name and record id; without a record id by source name, folded
/// title, clock and ordinal. A known event is never written again. Big loads build indexes and search at the end.
class LibrarySink final : public ImportSink
{
public:
    explicit LibrarySink(Library &library, ImportOptions options = {});
    /// Takes everything back unless it was committed.
    ~LibrarySink() override;

    /// First. `source` needs name and size; its incident and id are found here.
    Status begin(const Source &source, const ImportTarget &target);
    /// The SHA-256 of the bytes, 64 hex digits, for a source that was still being hashed when the load began.
    Status setHash(const std::string &sha256);
    /// Last.
    Result<ImportOutcome> commit();

    Status incident(const Incident &incident) override;
    /// A Usage failure names the line of an event without an instant: the user has to give a date first.
    Status events(std::span<const Event> events) override;
    Result<SeriesHandle> series(const Series &series) override;
    Status samples(SeriesHandle series, std::span<const Sample> samples) override;
    Status trafficClaim(const TrafficClaim &claim) override;
    Status action(const Action &action) override;
    Status finding(const Finding &finding) override;
    Status explained(const Explained &explained) override;
    /// Nothing: questions are settled before an import.
    Status question(const Question &question) override;
    Status skipped(const Skip &skip) override;
    Status illustrative() override;
    void progress(std::int64_t bytes) override;

private:
    Library &m_library;
    ImportOptions m_options;
    std::unique_ptr<ImportLoad> m_load; ///< from begin() to commit()
};

} // namespace downtimeline
