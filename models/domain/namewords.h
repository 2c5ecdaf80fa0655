// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// A word of a text, and where it stands there.
struct NameWord
{
    std::size_t start = 0; ///< bytes of the text
    std::size_t end = 0;
    std::u32string_view folded; ///< without case, accents and signs that are not seen
};

/// A UTF-8 text taken apart into words as names are compared: "Jose\u0301", "JOSÉ" and "jose" are one word. Letters of
/// scripts that put no space between words (Han, Kana, Hangul, Thai) are words each. One pass; the text must outlive
/// it.
class NameWords
{
public:
    explicit NameWords(std::string_view text);
    NameWords(const NameWords &) = delete;
    NameWords &operator=(const NameWords &) = delete;

    std::string_view text() const { return m_text; }
    std::size_t size() const { return m_words.size(); }
    const NameWord &operator[](std::size_t i) const { return m_words[i]; }
    /// The words with one space between: equal for two spellings of one name.
    std::u32string key() const;

private:
    std::string_view m_text;
    std::u32string m_folded; ///< of all words, one behind the other
    std::vector<NameWord> m_words;
};

/// Whether both are one name: spelled alike but for case, accents and what stands between the words.
bool isSameName(std::string_view a, std::string_view b);

} // namespace downtimeline
