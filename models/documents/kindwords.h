// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <string_view>

namespace downtimeline {

/// What an event's words make it.
struct KindReading
{
    EventKind kind = EventKind::Note;
    double certainty = 0; ///< 0 to 1
    Progress progress = Progress::Unstated;

    bool operator==(const KindReading &) const = default;
};

/// The kind that the words mean rather than the first that they name: "decided to roll back" is a decision, "Rollback
/// fails" is no recovery, "no errors after the deployment" is an investigation. Words near the start weigh more.
KindReading kindOf(std::string_view title, std::string_view detail = {});

} // namespace downtimeline
