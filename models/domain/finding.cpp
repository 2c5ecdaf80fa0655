// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/finding.h"

#include <array>

namespace downtimeline {

std::string_view aboutKey(Question::About about)
{
    static constexpr std::array<std::string_view, 5> keys{"zone", "year", "date", "dayFirst", "columns"};
    return keys[static_cast<std::size_t>(about)];
}

} // namespace downtimeline
