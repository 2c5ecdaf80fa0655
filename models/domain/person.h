// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <string>
#include <vector>

namespace downtimeline {

/// Somebody who took part in incidents. Texts are UTF-8.
struct Person
{
    PersonId id;
    std::vector<std::string> names; ///< as texts call them: full name, short forms, chat id, handle, e-mail
    std::string role;               ///< "on-call engineer"; empty: not told

    /// The name that a list shows; empty where there is none.
    std::string name() const { return names.empty() ? std::string() : names.front(); }

    bool operator==(const Person &) const = default;
};

/// In the order of the list, by which persons of one role are told apart.
using Persons = std::vector<Person>;

} // namespace downtimeline
