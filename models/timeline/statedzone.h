// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timeline/displayzone.h"

#include <optional>
#include <string_view>

namespace downtimeline {

/// The zone that an incident's sources tell their times in: that offset, under the name they write where the name tells
/// the offset, "GMT + 1" as "GMT+1"; else as "UTC+04:00", with at most 64 characters of what they write beside it. UTC
/// where no offset is known.
DisplayZone statedZone(std::optional<std::chrono::seconds> offset, std::string_view written);

} // namespace downtimeline
