// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <cstdint>

namespace downtimeline {

/// What several samples of a series in a row span: enough to draw them where they are narrower than a pixel.
struct SampleGroup
{
    Instant firstAt;
    Instant lastAt;
    double first = 0;
    double minimum = 0;
    double maximum = 0;
    double last = 0;
    std::int64_t count = 0;

    bool operator==(const SampleGroup &) const = default;
};

} // namespace downtimeline
