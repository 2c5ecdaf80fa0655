// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"

#include <string_view>

namespace downtimeline {

/// A kind, and how sure it is: 1 for a key, 0.9 for a word that means the same, 0.3 for a note where the word is
/// unknown.
struct CellKind
{
    EventKind kind = EventKind::Note;
    double certainty = 0.3;

    bool operator==(const CellKind &) const = default;
};

/// What the cell of a kind's column means, in any case: "deploy", "Page", "status update".
CellKind kindOfCell(std::string_view cell);

} // namespace downtimeline
