// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QString>

#include <cstdint>

namespace downtimeline {

/// How fine a time that counts from T is told.
enum class Fineness : std::uint8_t {
    Minutes, ///< seconds only where there are odd ones in the hour around T
    Seconds,
    Milliseconds,
    Microseconds
};

/// "T+0", "T+10 min", "T−45 s", "T+1 h 05 min", "T+2 d 04 h", and finer "T+12 min 00 s", "T+1.250 s". Nothing is
/// rounded: what is left out of a time was counted down to zero.
QString relativeText(Duration sinceZero, Fineness fineness);

} // namespace downtimeline
