// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/series.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// The most samples that one chunk holds.
inline constexpr std::size_t samplesPerChunk = 4096;
/// How many samples one entry of the pyramid stands for.
inline constexpr std::size_t samplesPerEntry = 64;

/// What up to 64 samples in a row span.
struct PyramidEntry
{
    std::int64_t firstAt = 0; ///< UTC microseconds, as the other times here
    std::int64_t lastAt = 0;
    double minimum = 0;
    double maximum = 0;
    double first = 0;
    double last = 0;

    bool operator==(const PyramidEntry &) const = default;
};

/// Packs chunks of samples and unpacks them, each bit as it was. The form of the bytes is told in
/// resources/migrations/001_library.sql. It keeps its work memory between calls; one thread at a time.
class SeriesCodec
{
public:
    SeriesCodec();
    ~SeriesCodec();
    SeriesCodec(const SeriesCodec &) = delete;
    SeriesCodec &operator=(const SeriesCodec &) = delete;

    /// At most samplesPerChunk samples, in order of time, none of them "not a number".
    std::string packed(std::span<const Sample> samples);
    /// Adds the samples of a body to the end of `samples`; false, and nothing added, where the body is damaged.
    bool unpack(std::string_view body, std::size_t count, std::vector<Sample> &samples);

    /// The pyramid's entries of a chunk, packed as samples are: four of them an entry, so that no value is rounded.
    std::string packedPyramid(std::span<const Sample> samples);
    /// Adds `count` entries of a body to the end; false, and nothing added, where the body is damaged.
    bool unpackPyramid(std::string_view body, std::size_t count, std::vector<PyramidEntry> &entries);

private:
    struct Contexts;

    std::unique_ptr<Contexts> m_contexts;
    std::string m_plain;
    std::vector<Sample> m_corners; ///< of a pyramid: the first, least, most and last of each entry
};

} // namespace downtimeline
