// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"
#include "models/domain/result.h"
#include "models/timeline/displayzone.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace downtimeline {

/// An event's time as it is known: "10:15", "10:15:30" where it has seconds, "~10:45", "14:??", "16 Jan" for a day.
/// With the day before it where that is needed: "16 Jan, 10:15", "16 Jan 2024, 10:15".
QString eventTimeText(const EventEntry &event, const DisplayZone &zone, DateNeed need);

/// What an editor starts with: "2024-01-16 10:15", with seconds and fractions only where there are some.
QString editableTimeText(Instant at, const DisplayZone &zone);

/// Reads what the user typed for an event that stands at current: "10:25", "10:25:30.5", "10:25 pm", or a day before it
/// "2024-01-16 10:25", with a T between them or an offset or Z behind. A clock alone keeps the day that zone shows; for
/// an event that has no day it is refused. The error is one sentence that says what can be typed.
Result<Instant> parseEditedTime(QStringView text, std::optional<Instant> current, const DisplayZone &zone);

} // namespace downtimeline
