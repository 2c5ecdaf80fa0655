// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/writtentime.h"

namespace downtimeline {

/// Whether the user's date would place it: a clock, or a part of a date, is told. Of "T+5m", with nothing that tells
/// when T was, no date makes an instant.
inline bool isPlaceable(const WrittenTime &time)
{
    return time.clock || time.year || time.month || time.day;
}

} // namespace downtimeline
