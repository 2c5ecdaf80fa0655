// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/persons.h"

#include "models/domain/namewords.h"

#include <algorithm>
#include <iterator>

namespace downtimeline {
namespace {

bool hasName(const Person &person, const std::u32string &key)
{
    return std::ranges::any_of(person.names, [&key](const std::string &name) { return NameWords(name).key() == key; });
}

/// True where something was new.
bool take(Person &person, const Person &other)
{
    bool isOther = false;
    for (const std::string &name : other.names) {
        // A handle is another name than the word: "@mark" and "Mark" hide different things.
        const bool isKnown = std::ranges::any_of(person.names, [&name](const std::string &known) {
            return known.starts_with('@') == name.starts_with('@') && isSameName(known, name);
        });
        if (isKnown || NameWords(name).size() == 0)
            continue;
        person.names.push_back(name);
        isOther = true;
    }
    if (person.role.empty() && !other.role.empty()) {
        person.role = other.role;
        isOther = true;
    }
    return isOther;
}

} // namespace

std::optional<std::size_t> personNamed(std::span<const Person> persons, std::string_view name)
{
    const std::u32string key = NameWords(name).key();
    const auto found = std::ranges::find_if(persons, [&key](const Person &person) { return hasName(person, key); });
    return found == persons.end() || key.empty() ? std::nullopt
                                                 : std::optional<std::size_t>(std::distance(persons.begin(), found));
}

bool addPerson(Persons &persons, const Person &added)
{
    for (const std::string &name : added.names) {
        if (const std::optional<std::size_t> known = personNamed(persons, name))
            return take(persons[*known], added);
    }
    Person fresh{.id = {}, .names = {}, .role = added.role};
    take(fresh, added);
    if (fresh.names.empty())
        return false;
    persons.push_back(std::move(fresh));
    return true;
}

Persons joinedPersons(Persons list, std::span<const Person> others)
{
    for (const Person &other : others)
        addPerson(list, other);
    return list;
}

void mergePersons(Persons &persons, std::size_t kept, std::size_t merged)
{
    if (kept == merged || kept >= persons.size() || merged >= persons.size())
        return;
    take(persons[kept], persons[merged]);
    persons.erase(persons.begin() + static_cast<std::ptrdiff_t>(merged));
}

} // namespace downtimeline
