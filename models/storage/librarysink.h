// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/source.h"
#include "models/readers/importsink.h"
#include "models/storage/importoutcome.h"
#include "models/storage/library.h"
#include "models/storage/randomuuid.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace downtimeline {

class EventFeed;
class ImportLoad;

/// Writes a reading into a library in one transaction: all of it, or, where commit() is not reached, nothing.
///
/// An event is known again within its incident by source name and record id; without a record id by source name, folded
/// title, clock and ordinal. A known event is never written again. Big loads build indexes and search at the end, and
/// write events on a thread of their own: a failure is then told by a later call.
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
    /// A Usage failure names the line of an event that lacks a date: the user has to give one first.
    Status events(std::span<const Event> events) override;
    Status takeEvents(std::vector<Event> &events) override;
    Result<SeriesHandle> series(const Series &series) override;
    Status samples(SeriesHandle series, std::span<const Sample> samples) override;
    Status trafficClaim(const TrafficClaim &claim) override;
    Status action(const Action &action) override;
    Status finding(const Finding &finding) override;
    Status explained(const Explained &explained) override;
    Status person(const Person &person) override;
    /// Nothing: questions are settled before an import.
    Status question(const Question &question) override;
    Status skipped(const Skip &skip) override;
    Status illustrative() override;
    void progress(std::int64_t bytes) override;

private:
    template<typename Call>
    auto settled(Call call) -> decltype(call());

    Library &m_library;
    ImportOptions m_options;
    RandomUuids m_uuids;
    std::unique_ptr<ImportLoad> m_load; ///< from begin() to commit()
    std::unique_ptr<EventFeed> m_feed;  ///< in a big load; uses the load
};

} // namespace downtimeline
