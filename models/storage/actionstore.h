// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/action.h"
#include "models/domain/result.h"
#include "models/storage/library.h"

#include <vector>

namespace downtimeline {

/// All SQL about what is to be done.
class ActionStore
{
public:
    explicit ActionStore(Library &library) : m_library(library) {}

    /// In the order in which they were added.
    Result<std::vector<Action>> list(IncidentId incident);
    /// Stores it, under action.id where that is set and free (an undone removal); makes a uuid where it has none.
    Result<ActionId> add(IncidentId incident, const Action &action);
    /// A Usage failure where the row is no longer `before`.
    Status update(const Action &before, const Action &after);
    Status remove(ActionId id);

private:
    Library &m_library;
};

} // namespace downtimeline
