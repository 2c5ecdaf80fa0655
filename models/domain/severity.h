// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace downtimeline {

/// How bad the impact was; Sev1 is the worst. The numbers stand in library files.
enum class Severity : std::uint8_t { Sev1 = 1, Sev2 = 2, Sev3 = 3, Sev4 = 4, Sev5 = 5 };

/// The word that files use: "sev1".
std::string_view severityKey(Severity severity);

/// Reads "sev1", "SEV-2", "P1", "S3", "critical", "major", "minor" in any case; none for anything else.
std::optional<Severity> severityFromText(std::string_view text);

} // namespace downtimeline
