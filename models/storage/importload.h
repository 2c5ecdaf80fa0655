// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/action.h"
#include "models/domain/finding.h"
#include "models/domain/incident.h"
#include "models/domain/person.h"
#include "models/domain/series.h"
#include "models/domain/source.h"
#include "models/storage/eventrow.h"
#include "models/storage/eventsearch.h"
#include "models/storage/importoutcome.h"
#include "models/storage/knownevents.h"
#include "models/storage/knownrecords.h"
#include "models/storage/library.h"
#include "models/storage/sqlcalls.h"

#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace downtimeline {

/// One import under way: where what is read goes, and what is known of it already. Its transaction ends with it.
/// Calls throw SQLite::Exception and DamagedValue.
class ImportLoad
{
public:
    ImportLoad(Library &library, const Source &source, const ImportTarget &target, bool buildSearch);

    /// Whether more comes than is there, so that indexes and search are built at the end.
    bool isBulk() const { return m_isBulk; }
    Status enterIncident(const Incident &incident);
    /// With the columns of each.
    Status addEvents(std::span<const Event> events, std::span<const DerivedColumns> columns);
    Result<std::size_t> addSeries(const Series &series);
    Status addSamples(std::size_t handle, std::span<const Sample> samples);
    Status addClaim(TrafficClaim claim);
    Status addAction(Action action);
    Status addFinding(Finding finding);
    Status addExplained(Explained explained);
    Status addPerson(const Person &person);
    Status setIllustrative();
    Status setHash(const std::string &sha256);
    void countSkip() { ++m_outcome.skipped; }

    Result<ImportOutcome> commit();

private:
    struct OpenSeries
    {
        SeriesId id;
        Duration shift{0};
        std::vector<Sample> waiting;
    };

    void beginBulk();
    void keepPages();
    void finishBulk();
    Status enterAny(std::span<const Event> events = {});
    Status enterNew(const Incident &incident);
    Status enterKnown(IncidentId id, const Incident *stated);
    Status enterSource();
    std::optional<IncidentId> knownIncident(const Incident &incident);
    std::optional<IncidentId> knownFromSameBytes();
    std::optional<IncidentId> knownUnstated(std::span<const Event> events);
    Status fillGaps(IncidentId id, const Incident &stated);
    void meet(const Event &event, const KnownEvents::Match &match);
    Status flush(OpenSeries &series);
    std::int64_t others();
    void leaveIncident();

    Library &m_library;
    SQLite::Database &m_database;
    WriteScope m_scope;
    Source m_source; ///< with the id and the incident of the current place
    ImportTarget m_target;
    bool m_buildSearch;
    bool m_isBulk = false;
    std::string m_indexSql; ///< of the indexes to be made again at the end
    std::unique_ptr<EventRowWriter> m_events;
    std::unique_ptr<EventSearch> m_search;
    std::unique_ptr<KnownEvents> m_known;         ///< of the current incident; none where all is new
    std::unique_ptr<KnownRecords> m_knownRecords; ///< the same
    std::vector<OpenSeries> m_series;
    std::set<std::int64_t> m_entered; ///< incidents of this import
    std::int64_t m_othersBefore = 0;
    ImportOutcome m_outcome;
};

} // namespace downtimeline
