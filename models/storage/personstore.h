// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/person.h"
#include "models/domain/result.h"
#include "models/storage/library.h"

#include <span>

namespace downtimeline {

/// All SQL about persons: the user's own list, and whom the sources of an incident name.
class PersonStore
{
public:
    explicit PersonStore(Library &library) : m_library(library) {}

    /// The user's list, in its order.
    Result<Persons> list();
    /// Puts another list in its place. A Usage failure where it is no longer `before`.
    Status replace(const Persons &before, const Persons &after);
    /// Adds those who are not in the user's list, and new names to those who are. Answers how many rows are new or
    /// other.
    Result<std::size_t> add(std::span<const Person> persons);

    /// Whom the sources of the incident name, in the order in which they were met.
    Result<Persons> ofIncident(IncidentId incident);
    /// The same as add(), for an incident.
    Status addToIncident(IncidentId incident, std::span<const Person> persons);
    /// The user's list, with the incident's own persons behind it: all whose names are hidden in that incident.
    Result<Persons> hiddenIn(IncidentId incident);

private:
    Library &m_library;
};

} // namespace downtimeline
