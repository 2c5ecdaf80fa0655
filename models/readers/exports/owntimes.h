// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/writtentime.h"

#include <optional>
#include <string_view>

namespace downtimeline {

/// Reads what isoText() prints, whatever parts it has: "2024-01-16T10:15:00.5+01:00", "--04-17T10:15", "10:15",
/// "2024-01-16", "2024-01-16T14". The precision and the text are left to the caller; none for anything else.
std::optional<WrittenTime> timeOfIso(std::string_view text);

/// Reads what offsetText() prints, "+01:00"; none for anything else.
std::optional<std::chrono::seconds> offsetOfText(std::string_view text);

} // namespace downtimeline
