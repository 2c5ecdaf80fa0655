// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/seriesoverview.h"

#include "models/storage/serieschunks.h"

#include <algorithm>

namespace downtimeline {
namespace {

// With so many samples a column the entries of the pyramid are narrow against it.
constexpr std::size_t samplesPerColumnForPyramid = samplesPerEntry * 2;

/// Puts samples, or entries of the pyramid, into the columns of a range. They have to come in order of time.
class Columns
{
public:
    Columns(TimeRange range, int count) : m_range(range), m_columns(static_cast<std::size_t>(count)) {}

    void add(const Sample &sample)
    {
        if (m_range.contains(sample.at))
            add(at(microseconds(sample.at)), {sample.value, sample.value, sample.value, sample.value, 1});
    }

    /// False where the entry reaches over an end of the range or over a whole column: its samples have to be asked.
    bool fits(const PyramidEntry &entry) const
    {
        return entry.firstAt >= microseconds(m_range.start) && entry.lastAt < microseconds(m_range.end) &&
               index(entry.lastAt) - index(entry.firstAt) <= 1;
    }

    void add(const PyramidEntry &entry, std::int64_t count)
    {
        const OverviewColumn part{entry.minimum, entry.maximum, entry.first, entry.last, count};
        add(at(entry.firstAt), part);
        if (index(entry.lastAt) != index(entry.firstAt))
            add(at(entry.lastAt), part);
    }

    std::vector<OverviewColumn> take() { return std::move(m_columns); }

private:
    std::size_t index(std::int64_t instant) const
    {
        // Above 35 years the product with a screen's columns would not fit into 64 bits: 16 ms are fine enough there.
        const unsigned shift = m_range.length().count() < (std::int64_t{1} << 50U) ? 0 : 14;
        const std::int64_t offset = (instant - microseconds(m_range.start)) >> shift;
        const std::int64_t length = m_range.length().count() >> shift;
        const auto column = static_cast<std::size_t>(offset * static_cast<std::int64_t>(m_columns.size()) / length);
        return std::min(column, m_columns.size() - 1);
    }

    OverviewColumn &at(std::int64_t instant) { return m_columns[index(instant)]; }

    static void add(OverviewColumn &column, const OverviewColumn &part)
    {
        if (column.count == 0) {
            column = part;
            return;
        }
        column.minimum = std::min(column.minimum, part.minimum);
        column.maximum = std::max(column.maximum, part.maximum);
        column.last = part.last;
        column.count += part.count;
    }

    TimeRange m_range;
    std::vector<OverviewColumn> m_columns;
};

void addExactly(SeriesChunks &chunks, const SeriesChunks::Place &place, Columns &columns)
{
    std::vector<Sample> samples;
    samples.reserve(place.count);
    chunks.read(place, samples);
    for (const Sample &sample : samples)
        columns.add(sample);
}

} // namespace

std::vector<OverviewColumn> seriesOverview(SQLite::Database &database, SeriesId series, TimeRange range, int columns)
{
    if (columns <= 0 || range.isEmpty())
        return std::vector<OverviewColumn>(static_cast<std::size_t>(std::max(columns, 0)));
    SeriesChunks chunks(database);
    const std::vector<SeriesChunks::Place> places =
        chunks.places(series, microseconds(range.start), microseconds(range.end));
    Columns result(range, columns);
    std::vector<PyramidEntry> entries;
    for (const SeriesChunks::Place &place : places) {
        // Judged chunk by chunk: the samples of a series may lie close in one place and wide apart in another.
        const double covered = static_cast<double>(place.lastAt - place.firstAt + 1) * columns /
                               static_cast<double>(range.length().count());
        const bool coarse =
            static_cast<double>(place.count) >= covered * static_cast<double>(samplesPerColumnForPyramid);
        entries.clear();
        if (coarse)
            chunks.readPyramid(place, entries);
        if (!coarse || !std::ranges::all_of(entries, [&](const PyramidEntry &entry) { return result.fits(entry); })) {
            addExactly(chunks, place, result);
            continue;
        }
        std::size_t left = place.count;
        for (const PyramidEntry &entry : entries) {
            const std::size_t count = std::min(left, samplesPerEntry);
            result.add(entry, static_cast<std::int64_t>(count));
            left -= count;
        }
    }
    return result.take();
}

} // namespace downtimeline
