// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/seriesgroups.h"

#include "models/storage/serieschunks.h"

#include <algorithm>
#include <limits>

namespace downtimeline {
namespace {

constexpr std::size_t mostParted = 100'000;
constexpr int gapSteps = 3;

SampleGroup groupOf(const PyramidEntry &entry, std::size_t count)
{
    return {
        .firstAt = instantFromMicroseconds(entry.firstAt),
        .lastAt = instantFromMicroseconds(entry.lastAt),
        .first = entry.first,
        .minimum = entry.minimum,
        .maximum = entry.maximum,
        .last = entry.last,
        .count = static_cast<std::int64_t>(count)};
}

/// The median distance of two samples, as far as groups know it: half of them have no gap inside.
Duration usualStep(const std::vector<SampleGroup> &groups)
{
    std::vector<Duration> steps;
    steps.reserve(groups.size());
    for (const SampleGroup &group : groups)
        if (group.count > 1)
            steps.push_back((group.lastAt - group.firstAt) / (group.count - 1));
    if (steps.empty())
        return Duration::max() / gapSteps;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::ranges::nth_element(steps, middle);
    return std::max(*middle, Duration(1));
}

void addParted(std::vector<SampleGroup> &groups, std::span<const Sample> samples, Duration gap)
{
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const Sample &sample = samples[i];
        if (i == 0 || sample.at - samples[i - 1].at > gap) {
            groups.push_back({sample.at, sample.at, sample.value, sample.value, sample.value, sample.value, 0});
        }
        SampleGroup &group = groups.back();
        group.lastAt = sample.at;
        group.last = sample.value;
        group.minimum = std::min(group.minimum, sample.value);
        group.maximum = std::max(group.maximum, sample.value);
        ++group.count;
    }
}

/// The groups of one chunk that may hide a gap, parted at it.
class Parting
{
public:
    Parting(SeriesChunks &chunks, Duration step) : m_chunks(chunks), m_step(step), m_gap(step * gapSteps) {}

    bool mayHideGap(const SampleGroup &group) const
    {
        return group.lastAt - group.firstAt > m_step * (group.count - 1) + m_gap - m_step;
    }

    void add(const SeriesChunks::Place &place, std::span<const SampleGroup> groups, std::vector<SampleGroup> &result)
    {
        std::vector<Sample> samples;
        std::size_t first = 0;
        for (const SampleGroup &group : groups) {
            const auto count = static_cast<std::size_t>(group.count);
            if (m_parted < mostParted && mayHideGap(group)) {
                if (samples.empty())
                    m_chunks.read(place, samples);
                addParted(result, std::span(samples).subspan(first, count), m_gap);
                ++m_parted;
            } else {
                result.push_back(group);
            }
            first += count;
        }
    }

private:
    SeriesChunks &m_chunks;
    Duration m_step;
    Duration m_gap;
    std::size_t m_parted = 0;
};

} // namespace

std::vector<SampleGroup> seriesGroups(SQLite::Database &database, SeriesId series)
{
    SeriesChunks chunks(database);
    const std::vector<SeriesChunks::Place> places =
        chunks.places(series, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max());
    std::vector<SampleGroup> groups;
    std::vector<PyramidEntry> entries;
    for (const SeriesChunks::Place &place : places) {
        entries.clear();
        chunks.readPyramid(place, entries);
        std::size_t left = place.count;
        for (const PyramidEntry &entry : entries) {
            groups.push_back(groupOf(entry, std::min(left, samplesPerEntry)));
            left -= std::min(left, samplesPerEntry);
        }
    }
    Parting parting(chunks, usualStep(groups));
    if (std::ranges::none_of(groups, [&](const SampleGroup &group) { return parting.mayHideGap(group); }))
        return groups;
    std::vector<SampleGroup> parted;
    parted.reserve(groups.size());
    std::span<const SampleGroup> rest(groups);
    for (const SeriesChunks::Place &place : places) {
        const std::size_t count = (place.count + samplesPerEntry - 1) / samplesPerEntry;
        parting.add(place, rest.first(count), parted);
        rest = rest.subspan(count);
    }
    return parted;
}

} // namespace downtimeline
