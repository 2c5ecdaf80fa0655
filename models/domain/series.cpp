// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/series.h"

#include <array>

namespace downtimeline {

std::string_view measureKey(Measure measure)
{
    static constexpr std::array<std::string_view, 4> keys{"other", "traffic", "responseTime", "errorRate"};
    return keys[static_cast<std::size_t>(measure)];
}

} // namespace downtimeline
