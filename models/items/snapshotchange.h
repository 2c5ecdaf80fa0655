// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/eventindex.h"

#include <cstddef>

namespace downtimeline {

/// How the rows of one state of the events become those of the next.
struct SnapshotChange
{
    enum class What {
        Rows,   ///< the same events in the same order
        Insert, ///< one more, at row
        Remove, ///< one less, at row
        Move,   ///< the one at row stands before destination, counted in the old rows, as QAbstractItemModel wants it
        Everything ///< anything else
    };

    What what = What::Everything;
    std::size_t row = 0;
    std::size_t destination = 0;

    bool operator==(const SnapshotChange &) const = default;
};

/// Pure; linear in the events; only ids are compared.
SnapshotChange snapshotChange(const EventIndex &before, const EventIndex &after);

} // namespace downtimeline
