// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace downtimeline {

/// A length of time in microseconds; negative lengths are allowed.
using Duration = std::chrono::microseconds;

/// A moment, as UTC microseconds since 1970-01-01. The type never converts to or from a bare number by itself.
using Instant = std::chrono::sys_time<Duration>;

/// The moment that many UTC microseconds after 1970-01-01, as the library file stores it.
constexpr Instant instantFromMicroseconds(std::int64_t microseconds)
{
    return Instant{Duration{microseconds}};
}

/// UTC microseconds since 1970-01-01, as the library file stores it.
constexpr std::int64_t microseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

/// The stretch of time from start up to, not including, end. An empty range has end == start.
struct TimeRange
{
    Instant start;
    Instant end;

    constexpr Duration length() const { return end - start; }
    constexpr bool isEmpty() const { return end <= start; }
    constexpr bool contains(Instant instant) const { return start <= instant && instant < end; }
    constexpr bool overlaps(const TimeRange &other) const { return start < other.end && other.start < end; }

    bool operator==(const TimeRange &) const = default;
};

} // namespace downtimeline
