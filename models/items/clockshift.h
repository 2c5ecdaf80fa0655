// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QString>

namespace downtimeline {

/// "+00:00:30", "-01:30:00"; whole seconds, "+00:00:00" for none.
QString clockShiftText(Duration shift);

/// Reads what the user typed: "+00:00:30", "-1:30" (minutes and seconds), "30", "-90 s", "2 min", "1 h"; an empty text
/// is no shift. At most a day either way. The error is one sentence that says what can be typed.
Result<Duration> parseClockShift(QStringView text);

} // namespace downtimeline
