// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/namemask.h"

#include "models/domain/nametrie.h"

#include <QCoreApplication>

#include <map>

namespace downtimeline {
namespace {

std::string replaced(std::string_view text, const NameTrie &trie, std::span<const std::string> labels)
{
    const NameWords words(text);
    std::string result;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < words.size();) {
        const std::optional<NameMatch> match = trie.longestAt(words, i);
        if (match) {
            result += text.substr(copied, match->start - copied);
            result += labels[match->person];
            result += match->kept;
            copied = match->end;
        }
        i = match ? match->nextWord : i + 1;
    }
    result += text.substr(copied);
    return result;
}

bool hasName(std::string_view text, const NameTrie &trie)
{
    const NameWords words(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (trie.longestAt(words, i))
            return true;
    }
    return false;
}

/// A role that tells a name would not hide it.
std::string shownRole(const Person &person, const NameTrie &trie)
{
    const std::string plain = QCoreApplication::translate("NameMask", "person").toStdString();
    std::string role = QString::fromStdString(person.role).simplified().toStdString();
    if (!role.empty() && !hasName(role, trie))
        return role;
    return hasName(plain, trie) ? "#" : plain;
}

std::vector<std::string> labelsOf(std::span<const Person> persons, const NameTrie &trie)
{
    std::vector<std::string> roles;
    std::map<std::u32string, int> count;
    for (const Person &person : persons) {
        roles.push_back(shownRole(person, trie));
        ++count[NameWords(roles.back()).key()];
    }
    std::map<std::u32string, int> number;
    for (std::string &role : roles) {
        const std::u32string key = NameWords(role).key();
        if (count[key] < 2)
            continue;
        const std::string numbered = ' ' + std::to_string(++number[key]);
        const std::string whole = role + numbered;
        role = hasName(whole, trie) ? "#" + numbered : whole;
    }
    return roles;
}

} // namespace

/// What the copies of a mask share.
struct NameMask::Names
{
    NameTrie trie;
    std::vector<std::string> labels; ///< of each person
};

NameMask::NameMask(std::span<const Person> persons)
{
    auto names = std::make_shared<Names>();
    for (std::size_t i = 0; i < persons.size(); ++i) {
        for (const std::string &name : persons[i].names)
            names->trie.add(name, i);
    }
    if (names->trie.isEmpty())
        return;
    names->labels = labelsOf(persons, names->trie);
    m_names = std::move(names);
}

std::string NameMask::masked(std::string_view utf8) const
{
    return m_names ? replaced(utf8, m_names->trie, m_names->labels) : std::string(utf8);
}

QString NameMask::masked(const QString &text) const
{
    if (!m_names)
        return text;
    const std::string utf8 = text.toStdString();
    return hides(utf8) ? QString::fromStdString(masked(utf8)) : text;
}

bool NameMask::hides(std::string_view utf8) const
{
    return m_names && hasName(utf8, m_names->trie);
}

std::string NameMask::label(std::size_t person) const
{
    return m_names && person < m_names->labels.size() ? m_names->labels[person] : std::string();
}

} // namespace downtimeline
