// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/seriescodec.h"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <optional>

namespace downtimeline {
namespace {

static_assert(std::endian::native == std::endian::little, "bodies are little endian and copied as they lie");

enum class Form : unsigned char { Shuffled = 0, Decimal = 1 };

constexpr std::size_t headerSize = 6;
constexpr std::size_t cornersPerEntry = 4; // first, least, most, last
constexpr int compressionLevel = 1;        // level 3 was measured to pack no better
constexpr int mostDigits = 9;
// Two varints of ten bytes a sample is the most that a body can need.
constexpr std::size_t mostPlainBytes = samplesPerChunk * 20;
constexpr std::array<double, mostDigits + 1> powersOfTen = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

std::uint64_t zigzag(std::uint64_t number)
{
    return (number << 1U) ^ (0U - (number >> 63U));
}

std::uint64_t unzigzag(std::uint64_t number)
{
    return (number >> 1U) ^ (0U - (number & 1U));
}

void putVarint(std::string &bytes, std::uint64_t number)
{
    while (number >= 0x80U) {
        bytes += static_cast<char>(number | 0x80U);
        number >>= 7U;
    }
    bytes += static_cast<char>(number);
}

bool takeLongVarint(const unsigned char *&at, const unsigned char *end, std::uint64_t &number)
{
    number = 0;
    for (unsigned shift = 0; shift < 64 && at != end; shift += 7) {
        const unsigned char byte = *at++;
        number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80U)
            return true;
    }
    return false;
}

/// Takes one varint off the front; false at the end of the bytes.
bool takeVarint(const unsigned char *&at, const unsigned char *end, std::uint64_t &number)
{
    // One or two bytes, as most have, without a branch: which of the two it is cannot be foreseen.
    if (end - at < 2 || (at[0] & at[1] & 0x80U) != 0)
        return takeLongVarint(at, end, number);
    const unsigned more = at[0] >> 7U;
    number = (at[0] & 0x7FU) | (static_cast<std::uint64_t>(at[1] & (0U - more)) << 7U);
    at += 1 + more;
    return true;
}

// Differences are taken modulo 2^64: any two instants work, and nothing overflows.
void putTimes(std::string &bytes, std::span<const Sample> samples)
{
    std::uint64_t before = 0;
    std::uint64_t step = 0;
    for (const Sample &sample : samples) {
        const auto at = static_cast<std::uint64_t>(microseconds(sample.at));
        putVarint(bytes, zigzag(at - before - step));
        step = before == 0 && step == 0 ? 0 : at - before;
        before = at;
    }
}

/// The number without its point, where exactly that number comes back from it.
std::optional<std::int64_t> scaled(double value, int digits)
{
    const double power = powersOfTen[static_cast<std::size_t>(digits)];
    const double product = value * power;
    constexpr double mostExact = 9007199254740992.0; // 2^53
    if (!(std::fabs(product) < mostExact))
        return std::nullopt;
    const auto whole = static_cast<std::int64_t>(std::nearbyint(product));
    const double back = static_cast<double>(whole) / power;
    if (std::bit_cast<std::uint64_t>(back) != std::bit_cast<std::uint64_t>(value))
        return std::nullopt; // also -0.0, which no integer is
    return whole;
}

/// How many digits stand behind the point of each value; none where some value has more than nine.
std::optional<int> decimalDigits(std::span<const Sample> samples)
{
    int digits = 0;
    for (const Sample &sample : samples) {
        while (!scaled(sample.value, digits)) {
            if (++digits > mostDigits)
                return std::nullopt;
        }
    }
    // More digits can take an early value past 2^53, so all are asked once more.
    for (const Sample &sample : samples) {
        if (!scaled(sample.value, digits))
            return std::nullopt;
    }
    return digits;
}

void putDecimals(std::string &bytes, std::span<const Sample> samples, int digits)
{
    std::uint64_t before = 0;
    for (const Sample &sample : samples) {
        const auto number = static_cast<std::uint64_t>(scaled(sample.value, digits).value_or(0));
        putVarint(bytes, zigzag(number - before));
        before = number;
    }
}

void putShuffled(std::string &bytes, std::span<const Sample> samples)
{
    const std::size_t start = bytes.size();
    bytes.resize(start + samples.size() * sizeof(double));
    char *out = bytes.data() + start;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        char value[sizeof(double)];
        std::memcpy(value, &samples[i].value, sizeof value);
        for (std::size_t byte = 0; byte < sizeof value; ++byte)
            out[byte * samples.size() + i] = value[byte];
    }
}

constexpr std::size_t steadyRun = sizeof(std::uint64_t);

/// Whether the next eight steps are each as long as the one before: eight zeros.
bool isSteady(const unsigned char *at, const unsigned char *end)
{
    std::uint64_t steps = 1;
    if (end - at >= static_cast<std::ptrdiff_t>(steadyRun))
        std::memcpy(&steps, at, sizeof steps);
    return steps == 0;
}

bool takeTimes(const unsigned char *&at, const unsigned char *end, std::span<Sample> samples)
{
    std::uint64_t before = 0;
    std::uint64_t step = 0;
    for (std::size_t i = 0; i < samples.size();) {
        if (isSteady(at, end) && samples.size() - i >= steadyRun) {
            for (const std::size_t last = i + steadyRun; i < last; ++i)
                samples[i].at = instantFromMicroseconds(static_cast<std::int64_t>(before += step));
            at += steadyRun;
            continue;
        }
        std::uint64_t number = 0;
        if (!takeVarint(at, end, number))
            return false;
        const std::uint64_t now = before + step + unzigzag(number);
        step = before == 0 && step == 0 ? 0 : now - before;
        before = now;
        samples[i++].at = instantFromMicroseconds(static_cast<std::int64_t>(now));
    }
    return true;
}

bool takeDecimals(const unsigned char *&at, const unsigned char *end, std::span<Sample> samples, double power)
{
    std::uint64_t before = 0;
    for (Sample &sample : samples) {
        std::uint64_t number = 0;
        if (!takeVarint(at, end, number))
            return false;
        before += unzigzag(number);
        sample.value = static_cast<double>(static_cast<std::int64_t>(before)) / power;
    }
    return true;
}

bool takeShuffled(const unsigned char *&at, const unsigned char *end, std::span<Sample> samples)
{
    if (static_cast<std::size_t>(end - at) != samples.size() * sizeof(double))
        return false;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        unsigned char value[sizeof(double)];
        for (std::size_t byte = 0; byte < sizeof value; ++byte)
            value[byte] = at[byte * samples.size() + i];
        std::memcpy(&samples[i].value, value, sizeof value);
        if (std::isnan(samples[i].value))
            return false; // none was ever stored
    }
    at = end;
    return true;
}

} // namespace

struct SeriesCodec::Contexts
{
    ZSTD_CCtx *packing = ZSTD_createCCtx();
    ZSTD_DCtx *unpacking = ZSTD_createDCtx();

    Contexts() = default;
    Contexts(const Contexts &) = delete;
    Contexts &operator=(const Contexts &) = delete;
    ~Contexts()
    {
        ZSTD_freeCCtx(packing);
        ZSTD_freeDCtx(unpacking);
    }
};

SeriesCodec::SeriesCodec() : m_contexts(std::make_unique<Contexts>()) {}

SeriesCodec::~SeriesCodec() = default;

std::string SeriesCodec::packed(std::span<const Sample> samples)
{
    m_plain.clear();
    putTimes(m_plain, samples);
    const std::optional<int> digits = decimalDigits(samples);
    if (digits)
        putDecimals(m_plain, samples, *digits);
    else
        putShuffled(m_plain, samples);
    std::string body(headerSize + ZSTD_compressBound(m_plain.size()), '\0');
    body[0] = static_cast<char>(digits ? Form::Decimal : Form::Shuffled);
    body[1] = static_cast<char>(digits.value_or(0));
    const auto plainSize = static_cast<std::uint32_t>(m_plain.size());
    std::memcpy(body.data() + 2, &plainSize, sizeof plainSize);
    const std::size_t size = ZSTD_compressCCtx(
        m_contexts->packing, body.data() + headerSize, body.size() - headerSize, m_plain.data(), m_plain.size(),
        compressionLevel);
    Q_ASSERT(!ZSTD_isError(size)); // the room is what ZSTD_compressBound() asks for
    body.resize(headerSize + size);
    return body;
}

bool SeriesCodec::unpack(std::string_view body, std::size_t count, std::vector<Sample> &samples)
{
    if (body.size() < headerSize || count > samplesPerChunk)
        return false;
    std::uint32_t plainSize = 0;
    std::memcpy(&plainSize, body.data() + 2, sizeof plainSize);
    const auto form = static_cast<Form>(body[0]);
    const auto digits = static_cast<unsigned char>(body[1]);
    if (plainSize > mostPlainBytes || digits > mostDigits || (form != Form::Shuffled && form != Form::Decimal))
        return false;
    m_plain.resize(plainSize);
    const std::size_t size = ZSTD_decompressDCtx(
        m_contexts->unpacking, m_plain.data(), m_plain.size(), body.data() + headerSize, body.size() - headerSize);
    if (ZSTD_isError(size) || size != plainSize)
        return false;
    const std::size_t before = samples.size();
    samples.resize(before + count);
    const std::span<Sample> added = std::span(samples).subspan(before);
    const auto *at = reinterpret_cast<const unsigned char *>(m_plain.data());
    const unsigned char *end = at + m_plain.size();
    const bool whole =
        takeTimes(at, end, added) &&
        (form == Form::Decimal ? takeDecimals(at, end, added, powersOfTen[digits]) : takeShuffled(at, end, added)) &&
        at == end;
    if (!whole)
        samples.resize(before);
    return whole;
}

std::string SeriesCodec::packedPyramid(std::span<const Sample> samples)
{
    m_corners.clear();
    for (std::size_t start = 0; start < samples.size(); start += samplesPerEntry) {
        const std::span<const Sample> group = samples.subspan(start, std::min(samplesPerEntry, samples.size() - start));
        const auto [least, most] = std::ranges::minmax_element(group, {}, &Sample::value);
        const Instant first = group.front().at;
        const Instant last = group.back().at;
        m_corners.insert(
            m_corners.end(),
            {{first, group.front().value}, {first, least->value}, {last, most->value}, {last, group.back().value}});
    }
    return packed(m_corners);
}

bool SeriesCodec::unpackPyramid(std::string_view body, std::size_t count, std::vector<PyramidEntry> &entries)
{
    m_corners.clear();
    if (!unpack(body, count * cornersPerEntry, m_corners))
        return false;
    for (std::size_t i = 0; i < m_corners.size(); i += cornersPerEntry) {
        const Sample *corner = &m_corners[i];
        entries.push_back(
            {.firstAt = microseconds(corner[0].at),
             .lastAt = microseconds(corner[3].at),
             .minimum = corner[1].value,
             .maximum = corner[2].value,
             .first = corner[0].value,
             .last = corner[3].value});
    }
    return true;
}

} // namespace downtimeline
