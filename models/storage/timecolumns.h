// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/writtentime.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace downtimeline {

/// The bits of a stored time, as resources/migrations/001_library.sql defines them for event.marks.
namespace timemarks {
inline constexpr unsigned precisionShift = 4; // three bits
inline constexpr unsigned originShift = 7;    // three bits
inline constexpr unsigned year = 1U << 12U;
inline constexpr unsigned month = 1U << 13U;
inline constexpr unsigned day = 1U << 14U;
inline constexpr unsigned clock = 1U << 15U;
inline constexpr unsigned seconds = 1U << 16U;
} // namespace timemarks

/// Precision, origin of the zone and which parts were written, as bits.
unsigned marksOf(const WrittenTime &time);

/// Date and clock as text where they do not follow from the instant, the offset and the marks; else empty, as for
/// nearly every time.
std::string partsOf(const WrittenTime &time, std::optional<Instant> at);

/// What partsOf() and marksOf() were made of; text, zone and offset are for the caller to set. None where the stored
/// values cannot be.
std::optional<WrittenTime>
timeOf(unsigned marks, std::optional<Instant> at, std::optional<std::chrono::seconds> offset, std::string_view parts);

} // namespace downtimeline
