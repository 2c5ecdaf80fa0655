// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timeline/displayzone.h"

#include <optional>
#include <string_view>

namespace downtimeline {

/// The zone that an incident's sources tell their times in: that offset, under the name they write, "GMT + 1" as
/// "GMT+1", at most 32 characters of it. UTC where no offset is known.
DisplayZone statedZone(std::optional<std::chrono::seconds> offset, std::string_view written);

} // namespace downtimeline
