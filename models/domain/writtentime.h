// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <cstdint>
#include <optional>
#include <string>

namespace downtimeline {

/// How exactly a time was told. The numbers stand in library files.
enum class Precision : std::uint8_t {
    Exact = 0,
    Approximate = 1, ///< "about 10:45"
    Hour = 2,        ///< "14:??"
    Day = 3,         ///< a date and no clock
    Unknown = 4,     ///< no time at all
};

/// How the offset from UTC came to be known. The numbers stand in library files.
enum class ZoneOrigin : std::uint8_t {
    Unstated = 0, ///< nobody said; the time is placed as UTC and shown as "zone not stated"
    Line = 1,     ///< beside the time itself
    Header = 2,   ///< in the header of its table or section
    Document = 3, ///< elsewhere in the document
    User = 4,     ///< the user answered
    Assumed = 5,  ///< the format defines it, for example an epoch number
};

/// A time of day. Hours are 0 to 23, minutes and seconds 0 to 59; a leap second is kept as second 59.
struct ClockTime
{
    int hour = 0;
    int minute = 0;
    std::optional<int> second;
    int microsecond = 0;

    bool operator==(const ClockTime &) const = default;
};

/// A time exactly as a source tells it: each part may be missing, nothing is filled in by guessing.
struct WrittenTime
{
    std::string text;                           ///< the words of the source, for example "10:15AM"; UTF-8
    std::optional<int> year;                    ///< 1 to 9999
    std::optional<int> month;                   ///< 1 to 12
    std::optional<int> day;                     ///< 1 to 31
    std::optional<ClockTime> clock;             ///< none where only a day is told
    std::optional<std::chrono::seconds> offset; ///< east of UTC; none where not stated or ambiguous
    std::string zone;                           ///< the zone as written, for example "GMT + 1" or "IST"; may be empty
    Precision precision = Precision::Unknown;
    ZoneOrigin zoneOrigin = ZoneOrigin::Unstated;

    bool hasDate() const { return year && month && day; }

    bool operator==(const WrittenTime &) const = default;
};

/// The instant that a written time names. Without an offset it is read as UTC, without a clock as midnight; none where
/// year, month or day is missing or the date does not exist.
std::optional<Instant> instantOf(const WrittenTime &time);

/// A time whose parts all come from the instant, told at that offset; the text is its ISO 8601 form.
WrittenTime writtenTimeOf(Instant instant, std::optional<std::chrono::seconds> offset, ZoneOrigin origin);

/// What is known and no more, as the command line prints it: "2024-01-16T10:15:00+01:00", without offset where it is
/// unknown, "--04-17T10:15" without a year, "10:15" without a date, "2024-01-16" for a day, "2024-01-16T14" for an
/// hour; empty where nothing is known.
std::string isoText(const WrittenTime &time);

/// "+01:00", "-03:30", "+00:00".
std::string offsetText(std::chrono::seconds offset);

} // namespace downtimeline
