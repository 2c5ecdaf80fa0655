// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/importload.h"

#include "models/domain/placeabletime.h"
#include "models/storage/actionstore.h"
#include "models/storage/findingstore.h"
#include "models/storage/incidentstore.h"
#include "models/storage/personstore.h"
#include "models/storage/recordsources.h"
#include "models/storage/seriesstore.h"
#include "models/storage/sourcestore.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

// Building indexes and search anew pays where more comes than is there. A row of a CSV file has about 150 bytes.
constexpr std::int64_t leastBulkBytes = 1024 * 1024;
constexpr std::int64_t bytesPerEvent = 150;
constexpr std::size_t mostDifferences = 1000;
constexpr std::size_t samplesToWaitFor = 16 * 4096;

std::string printedTime(const Event &event)
{
    const std::string iso = isoText(event.time);
    return iso.empty() ? event.time.text : iso;
}

std::string printedLength(const Event &event)
{
    return event.length ? std::to_string(event.length->count()) + " us" : std::string();
}

/// What stands in the file of an event; without the clock shift of its source, unless the reading tells it as well.
Event readEvent(SQLite::Database &database, EventId id, bool isShifted)
{
    SQLite::Statement row(database, std::string("SELECT ") + eventColumns + eventTables + "WHERE e.id = ?1");
    row.bind(1, id.row());
    if (!row.executeStep())
        throw DamagedValue("an event is gone while it is compared");
    Event event = eventAt(row);
    if (event.at && !isShifted)
        *event.at -= durationAt(row, 19).value_or(Duration::zero());
    return event;
}

template<typename T>
void fill(T &kept, const T &stated)
{
    if (kept == T{})
        kept = stated;
}

template<typename T>
Status statusOf(const Result<T> &result)
{
    return result ? Status{} : Status{std::unexpected(result.error())};
}

} // namespace

ImportLoad::ImportLoad(Library &library, const Source &source, const ImportTarget &target, bool buildSearch)
    : m_library(library), m_database(library.database()), m_scope(library.database()), m_source(source),
      m_target(target), m_buildSearch(buildSearch)
{
    const std::int64_t there = m_database.execAndGet("SELECT coalesce(max(id), 0) FROM event").getInt64();
    if (source.size >= leastBulkBytes && there <= source.size / bytesPerEvent)
        beginBulk();
    m_events = std::make_unique<EventRowWriter>(m_database, EventRowWriter::Verb::Insert);
    m_search = std::make_unique<EventSearch>(m_database);
}

void ImportLoad::beginBulk()
{
    m_isBulk = true;
    m_indexSql = m_database.execAndGet("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = 'event_by_time'")
                     .getString();
    m_database.exec("DROP INDEX event_by_time"); // the one of outages has few rows and stays
    // Room for the inner pages of the table's tree, which are written again when their neighbour is full.
    m_database.exec("PRAGMA cache_size = -24000");
}

/// Looks at the pages that are written again at the end. SQLite puts those that were not looked at for long into its
/// log early, and whoever writes a page again that is in the log already pays by reading all of the log that follows.
void ImportLoad::keepPages()
{
    m_database.execAndGet("SELECT count(*) FROM sqlite_schema");
    m_database.execAndGet("SELECT max(id) FROM source");
}

void ImportLoad::finishBulk()
{
    m_database.exec(m_indexSql);
    m_database.exec("PRAGMA cache_size = -2000"); // as SQLite has it
    if (m_buildSearch && m_outcome.eventsAdded > 0)
        rebuildEventSearch(m_database);
}

Status ImportLoad::enterIncident(const Incident &incident)
{
    const bool isFirst = m_entered.empty();
    if (isFirst && m_target.into)
        return enterKnown(*m_target.into, &incident);
    if (!m_target.asCopy) {
        if (const std::optional<IncidentId> known = knownIncident(incident))
            return enterKnown(*known, &incident);
    }
    return enterNew(incident);
}

/// For what comes before any incident was stated: its first events, if it begins with some.
Status ImportLoad::enterAny(std::span<const Event> events)
{
    if (!m_entered.empty())
        return {};
    if (m_target.into)
        return enterKnown(*m_target.into, nullptr);
    if (!m_target.asCopy) {
        if (const std::optional<IncidentId> known = knownUnstated(events))
            return enterKnown(*known, nullptr);
    }
    Incident incident;
    incident.title = m_source.name;
    return enterNew(incident);
}

Status ImportLoad::enterNew(const Incident &incident)
{
    leaveIncident();
    Incident added = incident;
    if (m_target.asCopy)
        added.uuid = QUuid();
    const Result<IncidentId> id = IncidentStore(m_library).add(added);
    if (!id)
        return statusOf(id);
    m_known.reset();
    m_knownRecords.reset();
    m_source.incident = *id;
    m_othersBefore = 0;
    m_entered.insert(id->row());
    m_outcome.incidents.push_back(*id);
    return enterSource();
}

Status ImportLoad::enterKnown(IncidentId id, const Incident *stated)
{
    leaveIncident();
    const Result<Incident> kept = IncidentStore(m_library).get(id);
    if (!kept)
        return statusOf(kept);
    if (stated) {
        if (Status filled = fillGaps(id, *stated); !filled)
            return filled;
    }
    const bool isOwnExport = stated && !stated->uuid.isNull() && stated->uuid == kept->uuid;
    m_knownRecords = std::make_unique<KnownRecords>(m_database, id, m_source.name, isOwnExport);
    m_known = std::make_unique<KnownEvents>(
        m_database, id, m_source.name, isOwnExport ? KnownEvents::By::Uuid : KnownEvents::By::Origin, m_source.format);
    if (m_known->isEmpty())
        m_known.reset();
    m_source.incident = id;
    if (m_entered.insert(id.row()).second)
        m_outcome.incidents.push_back(id);
    m_othersBefore = others();
    return enterSource();
}

Status ImportLoad::enterSource()
{
    SourceStore store(m_library);
    const Result<std::vector<Source>> sources = store.list(m_source.incident);
    if (!sources)
        return statusOf(sources);
    for (const Source &source : *sources) {
        if (source.name == m_source.name && source.sha256 == m_source.sha256 && !source.sha256.empty()) {
            m_source.id = source.id;
            m_source.clockShift = source.clockShift;
            return {};
        }
    }
    const Result<SourceId> id = store.add(m_source);
    if (!id)
        return statusOf(id);
    m_source.id = *id;
    return {};
}

std::optional<IncidentId> ImportLoad::knownIncident(const Incident &incident)
{
    if (!incident.uuid.isNull()) {
        SQLite::Statement row(m_database, "SELECT id FROM incident WHERE uuid = ?1");
        bindUuid(row, 1, incident.uuid);
        if (row.executeStep())
            return IncidentId(numberAt(row, 0));
        return std::nullopt;
    }
    const std::string title = foldedText(incident.title);
    SQLite::Statement rows(
        m_database, "SELECT id, title FROM incident WHERE id IN (SELECT incident_id FROM source WHERE name = ?1) "
                    "ORDER BY id");
    bindWhole(rows, 1, m_source.name);
    while (rows.executeStep()) {
        if (foldedText(textAt(rows, 1)) == title && !m_entered.contains(numberAt(rows, 0)))
            return IncidentId(numberAt(rows, 0));
    }
    return m_entered.empty() ? knownFromSameBytes() : std::nullopt;
}

/// The one incident that the very same file was read into.
std::optional<IncidentId> ImportLoad::knownFromSameBytes()
{
    if (m_source.sha256.empty())
        return std::nullopt;
    SQLite::Statement rows(
        m_database, "SELECT DISTINCT incident_id FROM source WHERE name = ?1 AND sha256 = ?2 LIMIT 2");
    bindWhole(rows, 1, m_source.name);
    bindWhole(rows, 2, m_source.sha256);
    if (!rows.executeStep())
        return std::nullopt;
    const IncidentId id(numberAt(rows, 0));
    return rows.executeStep() ? std::nullopt : std::optional(id);
}

/// Where what tells of no incident was read into before, by its bytes or by its records.
std::optional<IncidentId> ImportLoad::knownUnstated(std::span<const Event> events)
{
    const std::optional<IncidentId> known = knownFromSameBytes();
    return known ? known : incidentOfRecords(m_database, m_source, events);
}

/// What the library does not say of the incident yet; what it says stays.
Status ImportLoad::fillGaps(IncidentId id, const Incident &stated)
{
    IncidentStore store(m_library);
    const Result<Incident> kept = store.get(id);
    if (!kept)
        return statusOf(kept);
    Incident filled = *kept;
    fill(filled.title, stated.title);
    fill(filled.severity, stated.severity);
    fill(filled.status, stated.status);
    fill(filled.service, stated.service);
    fill(filled.summary, stated.summary);
    fill(filled.impact, stated.impact);
    fill(filled.rootCause, stated.rootCause);
    fill(filled.resolution, stated.resolution);
    fill(filled.startedAt, stated.startedAt);
    fill(filled.endedAt, stated.endedAt);
    fill(filled.offset, stated.offset);
    fill(filled.zone, stated.zone);
    fill(filled.authors, stated.authors);
    return filled == *kept ? Status{} : store.update(*kept, filled);
}

Status ImportLoad::addEvents(std::span<const Event> events, std::span<const DerivedColumns> columns)
{
    if (Status entered = enterAny(events); !entered)
        return entered;
    const bool searchRows = m_buildSearch && !m_isBulk;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event &event = events[i];
        if (!event.at && isPlaceable(event.time)) {
            return failure(
                Error::Code::Usage,
                QCoreApplication::translate(
                    "Library", "Line %1 of “%2” has no date; say on which day it happened and import again.")
                    .arg(QString::number(event.line), QString::fromStdString(m_source.name)));
        }
        if (m_known) {
            if (const std::optional<KnownEvents::Match> match = m_known->take(event)) {
                meet(event, *match);
                continue;
            }
        }
        const EventId id(m_events->write(m_source.incident, m_source.id, event, columns[i]));
        if (searchRows)
            m_search->add(id, event);
        ++m_outcome.eventsAdded;
    }
    if (m_isBulk)
        keepPages();
    return {};
}

void ImportLoad::meet(const Event &event, const KnownEvents::Match &match)
{
    ++m_outcome.eventsKnown;
    if (match.isSame)
        return;
    ++m_outcome.eventsDiffering;
    const Event kept = readEvent(m_database, match.id, m_knownRecords && m_knownRecords->isOwnExport());
    const auto tell = [&](const char *field, const std::string &keptText, const std::string &readText) {
        if (m_outcome.differences.size() < mostDifferences) {
            m_outcome.differences.push_back(
                {.event = match.id, .line = event.line, .field = field, .kept = keptText, .read = readText});
        }
    };
    if (kept.kind != event.kind)
        tell("kind", std::string(kindKey(kept.kind)), std::string(kindKey(event.kind)));
    if (kept.title != event.title)
        tell("title", kept.title, event.title);
    if (kept.detail != event.detail)
        tell("detail", kept.detail, event.detail);
    if (kept.at != event.at)
        tell("time", printedTime(kept), printedTime(event));
    if (kept.length != event.length)
        tell("end", printedLength(kept), printedLength(event));
}

Result<std::size_t> ImportLoad::addSeries(const Series &series)
{
    if (Status entered = enterAny(); !entered)
        return std::unexpected(entered.error());
    Result<SeriesId> id = (m_knownRecords ? m_knownRecords->series(series) : std::nullopt).value_or(SeriesId());
    if (!id->isValid()) {
        Series added = series;
        added.source = m_source.id;
        id = SeriesStore(m_library).add(m_source.incident, added);
        ++m_outcome.seriesAdded;
    }
    if (!id)
        return std::unexpected(id.error());
    // An export tells its samples with the shifts of their sources applied.
    const bool isShifted = m_knownRecords && m_knownRecords->isOwnExport();
    m_series.push_back({.id = *id, .shift = isShifted ? Duration::zero() : m_source.clockShift, .waiting = {}});
    return m_series.size() - 1;
}

Status ImportLoad::addSamples(std::size_t handle, std::span<const Sample> samples)
{
    OpenSeries &series = m_series.at(handle);
    series.waiting.insert(series.waiting.end(), samples.begin(), samples.end());
    return series.waiting.size() < samplesToWaitFor ? Status{} : flush(series);
}

Status ImportLoad::flush(OpenSeries &series)
{
    // The store takes instants with the clock shift of the source, a reader tells them without.
    if (series.shift != Duration::zero()) {
        for (Sample &sample : series.waiting)
            sample.at += series.shift;
    }
    const Result<std::int64_t> added = SeriesStore(m_library).append(series.id, series.waiting);
    if (!added)
        return statusOf(added);
    m_outcome.samplesAdded += *added;
    series.waiting.clear();
    return {};
}

Status ImportLoad::addClaim(TrafficClaim claim)
{
    if (Status entered = enterAny(); !entered)
        return entered;
    if (m_knownRecords && m_knownRecords->has(claim))
        return {};
    claim.source = m_source.id;
    return SeriesStore(m_library).addTrafficClaim(m_source.incident, claim);
}

Status ImportLoad::addAction(Action action)
{
    if (Status entered = enterAny(); !entered)
        return entered;
    if (m_knownRecords && m_knownRecords->has(action))
        return {};
    action.source = m_source.id;
    return statusOf(ActionStore(m_library).add(m_source.incident, action));
}

Status ImportLoad::addFinding(Finding finding)
{
    if (Status entered = enterAny(); !entered)
        return entered;
    finding.source = m_source.id;
    return statusOf(FindingStore(m_library).put(m_source.incident, finding));
}

Status ImportLoad::addExplained(Explained explained)
{
    if (Status entered = enterAny(); !entered)
        return entered;
    if (m_knownRecords && m_knownRecords->has(explained))
        return {};
    explained.source = m_source.id;
    return FindingStore(m_library).putExplained(m_source.incident, explained);
}

Status ImportLoad::addPerson(const Person &person)
{
    if (Status entered = enterAny(); !entered)
        return entered;
    return PersonStore(m_library).addToIncident(m_source.incident, std::span(&person, 1));
}

Status ImportLoad::setIllustrative()
{
    m_source.illustrative = true; // for the sources that are still to be stored
    if (!m_source.id.isValid())
        return {};
    SQLite::Statement statement(m_database, "UPDATE source SET illustrative = 1 WHERE id = ?1");
    statement.bind(1, m_source.id.row());
    statement.exec();
    return {};
}

/// Every source of this import, for each incident has one of its own.
Status ImportLoad::setHash(const std::string &sha256)
{
    m_source.sha256 = sha256;
    for (const std::int64_t incident : m_entered) {
        SQLite::Statement statement(
            m_database, "UPDATE source SET sha256 = ?1 WHERE incident_id = ?2 AND name = ?3 AND sha256 = ''");
        bindWhole(statement, 1, sha256);
        statement.bind(2, incident);
        bindWhole(statement, 3, m_source.name);
        statement.exec();
    }
    return {};
}

/// Claims, actions, findings and explained durations of the current incident.
std::int64_t ImportLoad::others()
{
    SQLite::Statement row(
        m_database, "SELECT (SELECT count(*) FROM traffic_claim WHERE incident_id = ?1) + (SELECT count(*) FROM action "
                    "WHERE incident_id = ?1) + (SELECT count(*) FROM finding WHERE incident_id = ?1) + "
                    "(SELECT count(*) FROM explained WHERE incident_id = ?1)");
    row.bind(1, m_source.incident.row());
    return row.executeStep() ? numberAt(row, 0) : 0;
}

void ImportLoad::leaveIncident()
{
    if (m_source.incident.isValid())
        m_outcome.othersAdded += others() - m_othersBefore;
    m_source.id = SourceId();
}

Result<ImportOutcome> ImportLoad::commit()
{
    for (OpenSeries &series : m_series) {
        if (Status flushed = flush(series); !flushed)
            return std::unexpected(flushed.error());
    }
    leaveIncident();
    if (m_isBulk)
        finishBulk();
    m_scope.commit();
    return m_outcome;
}

} // namespace downtimeline
