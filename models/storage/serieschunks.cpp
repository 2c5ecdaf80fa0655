// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/serieschunks.h"

#include "models/storage/sqlcalls.h"

#include <algorithm>
#include <limits>

namespace downtimeline {
namespace {

std::string_view blobAt(const SQLite::Column &column)
{
    return {static_cast<const char *>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

/// Both in order of time; where both have an instant, that of `stored` stays.
std::vector<Sample> merged(std::span<const Sample> stored, std::span<const Sample> added)
{
    std::vector<Sample> all;
    all.reserve(stored.size() + added.size());
    std::ranges::merge(stored, added, std::back_inserter(all), {}, &Sample::at, &Sample::at);
    const auto doubles = std::ranges::unique(all, {}, &Sample::at); // the first of each stays, and that is the stored
    all.erase(doubles.begin(), doubles.end());
    return all;
}

} // namespace

std::vector<SeriesChunks::Place> SeriesChunks::places(SeriesId series, std::int64_t from, std::int64_t to)
{
    // Chunks do not overlap, so of those that begin before `from` only the last can reach into the range.
    SQLite::Statement rows(
        m_database, "SELECT id, first_at, last_at, count FROM sample_chunk WHERE series_id = ?1 AND first_at < ?3 AND "
                    "last_at >= ?2 "
                    "AND first_at >= coalesce((SELECT max(first_at) FROM sample_chunk WHERE series_id = ?1 AND "
                    "first_at <= ?2), ?2) "
                    "ORDER BY first_at");
    rows.bind(1, series.row());
    rows.bind(2, from);
    rows.bind(3, to);
    std::vector<Place> places;
    while (rows.executeStep()) {
        const std::int64_t count = numberAt(rows, 3);
        if (count < 1 || count > static_cast<std::int64_t>(samplesPerChunk) || !instantAt(rows, 1) ||
            !instantAt(rows, 2))
            throw DamagedValue("a chunk of samples cannot be");
        places.push_back(
            {.row = numberAt(rows, 0),
             .firstAt = numberAt(rows, 1),
             .lastAt = numberAt(rows, 2),
             .count = static_cast<std::size_t>(count)});
    }
    return places;
}

SQLite::Statement &SeriesChunks::bound(std::optional<SQLite::Statement> &statement, const char *sql, const Place &place)
{
    if (!statement)
        statement.emplace(m_database, sql);
    statement->bind(1, place.row);
    return *statement;
}

void SeriesChunks::read(const Place &place, std::vector<Sample> &samples)
{
    SQLite::Statement &row = bound(m_read, "SELECT body FROM sample_chunk WHERE id = ?1", place);
    const std::size_t before = samples.size();
    const bool whole = row.executeStep() && m_codec.unpack(blobAt(row.getColumn(0)), place.count, samples);
    row.reset();
    if (!whole || microseconds(samples[before].at) != place.firstAt || microseconds(samples.back().at) != place.lastAt)
        throw DamagedValue("a chunk of samples is damaged");
}

void SeriesChunks::readPyramid(const Place &place, std::vector<PyramidEntry> &entries)
{
    SQLite::Statement &row = bound(m_readPyramid, "SELECT entries FROM sample_pyramid WHERE chunk_id = ?1", place);
    const std::size_t wanted = (place.count + samplesPerEntry - 1) / samplesPerEntry;
    const bool whole = row.executeStep() && m_codec.unpackPyramid(blobAt(row.getColumn(0)), wanted, entries);
    row.reset();
    if (!whole)
        throw DamagedValue("the pyramid of a chunk is damaged");
}

std::int64_t SeriesChunks::append(SeriesId series, std::span<const Sample> samples)
{
    if (samples.empty())
        return 0;
    const std::int64_t from = microseconds(samples.front().at);
    std::vector<Place> touched = places(series, from, std::numeric_limits<std::int64_t>::max());
    if (touched.empty()) {
        // Behind all that is there: a last chunk with room is filled up.
        SQLite::Statement last(m_database, "SELECT max(first_at) FROM sample_chunk WHERE series_id = ?1");
        last.bind(1, series.row());
        if (last.executeStep() && !last.isColumnNull(0))
            touched = places(series, numberAt(last, 0), std::numeric_limits<std::int64_t>::max());
        std::erase_if(touched, [](const Place &place) { return place.count == samplesPerChunk; });
    }
    std::vector<Sample> stored;
    for (const Place &place : touched)
        read(place, stored);
    const std::vector<Sample> all = merged(stored, samples);
    const auto added = static_cast<std::int64_t>(all.size() - stored.size());
    if (added == 0)
        return 0;
    for (const Place &place : touched)
        remove(place);
    write(series, all);
    return added;
}

void SeriesChunks::write(SeriesId series, std::span<const Sample> samples)
{
    SQLite::Statement chunk(
        m_database, "INSERT INTO sample_chunk (series_id, first_at, last_at, count, body) VALUES (?1, ?2, ?3, ?4, ?5)");
    SQLite::Statement pyramid(m_database, "INSERT INTO sample_pyramid (chunk_id, entries) VALUES (?1, ?2)");
    for (std::size_t start = 0; start < samples.size(); start += samplesPerChunk) {
        const std::span<const Sample> part = samples.subspan(start, std::min(samplesPerChunk, samples.size() - start));
        const std::string body = m_codec.packed(part);
        chunk.bind(1, series.row());
        chunk.bind(2, microseconds(part.front().at));
        chunk.bind(3, microseconds(part.back().at));
        chunk.bind(4, static_cast<std::int64_t>(part.size()));
        chunk.bindNoCopy(5, static_cast<const void *>(body.data()), static_cast<int>(body.size()));
        chunk.exec();
        chunk.reset();
        const std::string entries = m_codec.packedPyramid(part);
        pyramid.bind(1, m_database.getLastInsertRowid());
        pyramid.bindNoCopy(2, static_cast<const void *>(entries.data()), static_cast<int>(entries.size()));
        pyramid.exec();
        pyramid.reset();
    }
}

void SeriesChunks::remove(const Place &place)
{
    SQLite::Statement statement(m_database, "DELETE FROM sample_chunk WHERE id = ?1");
    statement.bind(1, place.row);
    statement.exec();
}

} // namespace downtimeline
