// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <cstdint>
#include <optional>
#include <string>

namespace downtimeline {

/// A file (or a paste) that something was read from. Texts are UTF-8.
struct Source
{
    SourceId id;
    IncidentId incident;
    std::string name;   ///< the file's name without its folder
    std::string format; ///< the reader's key: "postmortem", "events", "metrics"
    std::string sha256; ///< of the bytes, 64 lower case hex digits
    std::int64_t size = 0;
    std::optional<std::string> text; ///< the bytes themselves, kept for documents; none for big files
    Duration clockShift{0};          ///< added to its times when they are read out
    bool illustrative = false;       ///< the source itself says that its figures are made up

    bool operator==(const Source &) const = default;
};

} // namespace downtimeline
