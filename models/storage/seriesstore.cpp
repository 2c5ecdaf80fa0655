// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/seriesstore.h"

#include "models/storage/serieschunks.h"
#include "models/storage/seriesgroups.h"
#include "models/storage/seriesoverview.h"
#include "models/storage/sqlcalls.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace downtimeline {
namespace {

QString what()
{
    return QCoreApplication::translate("Library", "series");
}

/// The clock shift of the series' source. Throws; none where the series is gone.
std::optional<Duration> shiftOf(SQLite::Database &database, SeriesId series)
{
    SQLite::Statement row(
        database, "SELECT coalesce(s.clock_shift, 0) FROM series LEFT JOIN source AS s ON s.id = series.source_id "
                  "WHERE series.id = ?1");
    row.bind(1, series.row());
    return row.executeStep() ? durationAt(row, 0) : std::nullopt;
}

TimeRange unshifted(TimeRange range, Duration shift)
{
    return {range.start - shift, range.end - shift};
}

Status checkSample(const Sample &sample)
{
    // The bounds of sqlcalls.h: what is stored has to be readable again.
    using namespace std::chrono;
    constexpr Instant first = sys_days(year(0) / January / 1);
    constexpr Instant last = sys_days(year(9999) / December / 31);
    if (sample.at >= first && sample.at <= last)
        return {};
    return failure(
        Error::Code::Usage,
        QCoreApplication::translate("Library", "A sample lies out of the years 1 to 9999; leave it out."));
}

} // namespace

Result<std::vector<Series>> SeriesStore::list(IncidentId incident)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<Series>> {
        SQLite::Statement rows(
            m_library.database(), "SELECT id, uuid, name, measure, unit, source_id FROM series "
                                  "WHERE incident_id = ?1 ORDER BY measure, name, id");
        rows.bind(1, incident.row());
        std::vector<Series> series;
        while (rows.executeStep()) {
            series.push_back(
                {.id = SeriesId(numberAt(rows, 0)),
                 .uuid = uuidAt(rows, 1),
                 .name = textAt(rows, 2),
                 .measure = static_cast<Measure>(codeAt(rows, 3, 3)),
                 .unit = textAt(rows, 4),
                 .source = SourceId(numberAt(rows, 5))});
        }
        return series;
    });
}

Result<std::optional<TimeRange>> SeriesStore::extent(SeriesId series)
{
    return guarded(m_library.path(), [&]() -> Result<std::optional<TimeRange>> {
        const std::optional<Duration> shift = shiftOf(m_library.database(), series);
        if (!shift)
            return missingRow(what());
        SQLite::Statement row(
            m_library.database(), "SELECT min(first_at), max(last_at) FROM sample_chunk WHERE series_id = ?1");
        row.bind(1, series.row());
        if (!row.executeStep())
            return std::nullopt;
        const std::optional<Instant> first = instantAt(row, 0);
        const std::optional<Instant> last = instantAt(row, 1);
        if (!first || !last)
            return std::nullopt;
        return TimeRange{*first + *shift, *last + *shift + Duration(1)};
    });
}

Result<std::int64_t> SeriesStore::sampleCount(SeriesId series)
{
    return guarded(m_library.path(), [&]() -> Result<std::int64_t> {
        SQLite::Statement row(
            m_library.database(), "SELECT coalesce(sum(count), 0) FROM sample_chunk WHERE series_id = ?1");
        row.bind(1, series.row());
        return row.executeStep() ? numberAt(row, 0) : 0;
    });
}

Result<std::vector<Sample>> SeriesStore::samples(SeriesId series, TimeRange range)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<Sample>> {
        const std::optional<Duration> shift = shiftOf(m_library.database(), series);
        if (!shift)
            return missingRow(what());
        const TimeRange stored = unshifted(range, *shift);
        SeriesChunks chunks(m_library.database());
        std::vector<Sample> samples;
        for (const SeriesChunks::Place &place :
             chunks.places(series, microseconds(stored.start), microseconds(stored.end)))
            chunks.read(place, samples);
        const auto inside = [&stored](const Sample &sample) { return sample.at < stored.end; };
        samples.erase(std::ranges::partition_point(samples, inside), samples.end());
        const auto early = [&stored](const Sample &sample) { return sample.at < stored.start; };
        samples.erase(samples.begin(), std::ranges::partition_point(samples, early));
        if (*shift != Duration::zero()) {
            for (Sample &sample : samples)
                sample.at += *shift;
        }
        return samples;
    });
}

Result<std::vector<OverviewColumn>> SeriesStore::overview(SeriesId series, TimeRange range, int columns)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<OverviewColumn>> {
        const std::optional<Duration> shift = shiftOf(m_library.database(), series);
        if (!shift)
            return missingRow(what());
        return seriesOverview(m_library.database(), series, unshifted(range, *shift), columns);
    });
}

Result<std::vector<SampleGroup>> SeriesStore::groups(SeriesId series)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<SampleGroup>> {
        const std::optional<Duration> shift = shiftOf(m_library.database(), series);
        if (!shift)
            return missingRow(what());
        std::vector<SampleGroup> groups = seriesGroups(m_library.database(), series);
        for (SampleGroup &group : groups) {
            group.firstAt += *shift;
            group.lastAt += *shift;
        }
        return groups;
    });
}

Result<SeriesId> SeriesStore::add(IncidentId incident, const Series &series)
{
    return guarded(m_library.path(), [&]() -> Result<SeriesId> {
        WriteScope scope(m_library.database());
        SQLite::Statement statement(
            m_library.database(), "INSERT INTO series (incident_id, source_id, uuid, name, measure, unit) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        statement.bind(1, incident.row());
        bindId(statement, 2, series.source);
        bindUuid(statement, 3, series.uuid);
        bindWhole(statement, 4, series.name);
        statement.bind(5, static_cast<int>(series.measure));
        bindText(statement, 6, series.unit);
        statement.exec();
        const SeriesId id(m_library.database().getLastInsertRowid());
        scope.commit();
        return id;
    });
}

Result<std::int64_t> SeriesStore::append(SeriesId series, std::span<const Sample> samples)
{
    return guarded(m_library.path(), [&]() -> Result<std::int64_t> {
        const std::optional<Duration> shift = shiftOf(m_library.database(), series);
        if (!shift)
            return missingRow(what());
        std::vector<Sample> kept;
        kept.reserve(samples.size());
        for (const Sample &sample : samples) {
            if (std::isnan(sample.value))
                continue;
            kept.push_back({sample.at - *shift, sample.value});
            if (Status status = checkSample(kept.back()); !status)
                return std::unexpected(status.error());
        }
        if (!std::ranges::is_sorted(kept, {}, &Sample::at))
            std::ranges::stable_sort(kept, {}, &Sample::at);
        WriteScope scope(m_library.database());
        const std::int64_t added = SeriesChunks(m_library.database()).append(series, kept);
        scope.commit();
        return added;
    });
}

Status SeriesStore::update(const Series &series)
{
    return guarded(m_library.path(), [&]() -> Status {
        WriteScope scope(m_library.database());
        SQLite::Statement statement(
            m_library.database(), "UPDATE series SET name = ?2, measure = ?3, unit = ?4 WHERE id = ?1");
        statement.bind(1, series.id.row());
        bindWhole(statement, 2, series.name);
        statement.bind(3, static_cast<int>(series.measure));
        bindText(statement, 4, series.unit);
        if (statement.exec() == 0)
            return missingRow(what());
        scope.commit();
        return {};
    });
}

Status SeriesStore::remove(SeriesId series)
{
    return guarded(m_library.path(), [&]() -> Status {
        WriteScope scope(m_library.database());
        SQLite::Statement statement(m_library.database(), "DELETE FROM series WHERE id = ?1");
        statement.bind(1, series.row());
        if (statement.exec() == 0)
            return missingRow(what());
        scope.commit();
        return {};
    });
}

Result<std::vector<TrafficClaim>> SeriesStore::trafficClaims(IncidentId incident)
{
    return guarded(m_library.path(), [&]() -> Result<std::vector<TrafficClaim>> {
        SQLite::Statement rows(
            m_library.database(), "SELECT percent, anchor, derived, words, source_id, line FROM traffic_claim "
                                  "WHERE incident_id = ?1 ORDER BY id");
        rows.bind(1, incident.row());
        std::vector<TrafficClaim> claims;
        while (rows.executeStep()) {
            claims.push_back(
                {.percent = rows.getColumn(0).getDouble(),
                 .anchor = static_cast<TrafficClaim::Anchor>(codeAt(rows, 1, 1)),
                 .derived = numberAt(rows, 2) != 0,
                 .words = textAt(rows, 3),
                 .source = SourceId(numberAt(rows, 4)),
                 .line = lineAt(rows, 5)});
        }
        return claims;
    });
}

Status SeriesStore::addTrafficClaim(IncidentId incident, const TrafficClaim &claim)
{
    return guarded(m_library.path(), [&]() -> Status {
        WriteScope scope(m_library.database());
        SQLite::Statement statement(
            m_library.database(),
            "INSERT INTO traffic_claim (incident_id, source_id, percent, anchor, derived, words, line) "
            "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (SELECT 1 FROM traffic_claim WHERE incident_id = ?1 "
            "AND source_id IS ?2 AND percent = ?3 AND anchor = ?4 AND line = ?7)");
        statement.bind(1, incident.row());
        bindId(statement, 2, claim.source);
        statement.bind(3, claim.percent);
        statement.bind(4, static_cast<int>(claim.anchor));
        statement.bind(5, claim.derived ? 1 : 0);
        bindWhole(statement, 6, claim.words);
        statement.bind(7, claim.line);
        statement.exec();
        scope.commit();
        return {};
    });
}

} // namespace downtimeline
