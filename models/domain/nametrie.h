// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/namewords.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// Where a name stands in a text.
struct NameMatch
{
    std::size_t person = 0;
    std::size_t start = 0; ///< bytes of the text, with the signs of a mention
    std::size_t end = 0;
    std::size_t nextWord = 0;
    std::string kept; ///< line ends, tags and one-sided markup that stood between its words
};

/// The names of persons, word by word.
class NameTrie
{
public:
    /// Names are cut behind that many words, so that a text is gone over in time that grows with its length alone.
    static constexpr std::size_t mostWords = 24;

    /// A name without a letter or digit is left out. Of two persons of one name the first counts.
    void add(std::string_view name, std::size_t person);
    bool isEmpty() const { return m_nodes.front().next.empty(); }
    /// The longest name that begins at that word.
    std::optional<NameMatch> longestAt(const NameWords &words, std::size_t word) const;

private:
    struct End
    {
        std::size_t person = 0;
        std::string written; ///< of initials: the words as they must stand; else empty
        bool isHandle = false;
    };

    struct Node
    {
        std::map<std::u32string, std::size_t, std::less<>> next;
        std::vector<End> ends;
    };

    struct Step;

    const End *endAt(const Node &node, const NameWords &words, const Step &step) const;

    std::vector<Node> m_nodes{Node()};
};

} // namespace downtimeline
