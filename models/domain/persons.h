// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"

#include <cstddef>
#include <optional>
#include <span>

namespace downtimeline {

/// Where a list has somebody of that name, however it is spelled.
std::optional<std::size_t> personNamed(std::span<const Person> persons, std::string_view name);

/// Adds somebody, or to those who have one of the names already what is new: names, and a role where none was told.
/// True where the list is another one by then.
bool addPerson(Persons &persons, const Person &added);

/// The list with the others behind it, each person once.
Persons joinedPersons(Persons list, std::span<const Person> others);

/// Makes one person of two: the names of both, the role of the first unless only the second has one.
void mergePersons(Persons &persons, std::size_t kept, std::size_t merged);

} // namespace downtimeline
