// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/seriescodec.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace downtimeline {

/// The chunks of series as rows. Instants are as they stand in the source, without its clock shift. Calls throw
/// SQLite::Exception and DamagedValue.
class SeriesChunks
{
public:
    explicit SeriesChunks(SQLite::Database &database) : m_database(database) {}

    /// Where one chunk stands.
    struct Place
    {
        std::int64_t row = 0;
        std::int64_t firstAt = 0;
        std::int64_t lastAt = 0;
        std::size_t count = 0;
    };

    /// The chunks that have samples from `from` up to, not including, `to`, in order of time.
    std::vector<Place> places(SeriesId series, std::int64_t from, std::int64_t to);
    /// Adds the samples of a chunk to the end.
    void read(const Place &place, std::vector<Sample> &samples);
    /// Adds the pyramid entries of a chunk to the end.
    void readPyramid(const Place &place, std::vector<PyramidEntry> &entries);

    /// Adds samples that are in order of time; answers how many instants were new.
    std::int64_t append(SeriesId series, std::span<const Sample> samples);

private:
    void write(SeriesId series, std::span<const Sample> samples);
    void remove(const Place &place);

    SQLite::Statement &bound(std::optional<SQLite::Statement> &statement, const char *sql, const Place &place);

    SQLite::Database &m_database;
    SeriesCodec m_codec;
    // Kept, for a long series has hundreds of chunks and to prepare took as long as to read.
    std::optional<SQLite::Statement> m_read;
    std::optional<SQLite::Statement> m_readPyramid;
};

} // namespace downtimeline
