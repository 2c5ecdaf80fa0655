// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/namewords.h"

#include <QChar>
#include <QList>
#include <QString>

#include <algorithm>
#include <array>
#include <utility>

namespace downtimeline {
namespace {

struct CodePoint
{
    char32_t value = 0;
    std::size_t length = 1; ///< in bytes
};

/// What is no UTF-8 is a sign that parts words.
CodePoint codePointAt(std::string_view text, std::size_t at)
{
    constexpr CodePoint damaged{.value = U'\uFFFD', .length = 1};
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(at);
    if (first < 0x80)
        return {.value = first, .length = 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size())
        return damaged;
    char32_t value = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U)
            return damaged;
        value = (value << 6U) | (byte(at + i) & 0x3FU);
    }
    return value > 0x10FFFF ? damaged : CodePoint{.value = value, .length = length};
}

/// Marks above and below letters that people leave out.
bool isAccent(char32_t c)
{
    static constexpr auto ranges = std::to_array<std::pair<char32_t, char32_t>>(
        {{0x300, 0x36F},
         {0x591, 0x5C7},
         {0x64B, 0x65F},
         {0x670, 0x670},
         {0x1AB0, 0x1AFF},
         {0x1DC0, 0x1DFF},
         {0x20D0, 0x20FF},
         {0xFE20, 0xFE2F}});
    return std::ranges::any_of(ranges, [c](const auto &range) { return c >= range.first && c <= range.second; });
}

void fold(char32_t c, std::u32string &out)
{
    constexpr char32_t sharpS = 0xDF;
    constexpr char32_t capitalSharpS = 0x1E9E;
    constexpr char32_t dotlessI = 0x131;
    if (c < 0x80) {
        out += c >= U'A' && c <= U'Z' ? c + 32 : c;
        return;
    }
    if (c == sharpS || c == capitalSharpS) {
        out += U"ss";
        return;
    }
    const QString parts = QChar::decomposition(c);
    for (const char32_t part : parts.toUcs4())
        fold(part, out);
    if (parts.isEmpty() && !isAccent(c))
        out += c == dotlessI ? U'i' : QChar::toCaseFolded(c);
}

bool isUnspaced(char32_t c)
{
    if (c < 0xE00)
        return false;
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default: // the list of scripts is Unicode's and open
        return false;
    }
}

enum class Part : std::uint8_t {
    Letter,
    Whole,  ///< a word by itself
    Mark,   ///< belongs to the letter before it
    Unseen, ///< may stand within a word
    Other,
};

Part partOf(char32_t c)
{
    if (c < 0x80)
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') ? Part::Letter
                                                                                                : Part::Other;
    if (QChar::isLetterOrNumber(c))
        return isUnspaced(c) ? Part::Whole : Part::Letter;
    if (QChar::isMark(c))
        return Part::Mark;
    return QChar::category(c) == QChar::Other_Format ? Part::Unseen : Part::Other;
}

} // namespace

NameWords::NameWords(std::string_view text) : m_text(text)
{
    struct Place
    {
        std::size_t from;
        std::size_t to;
    };
    std::vector<Place> folded; // views are made when the letters no longer move
    bool isOpen = false;
    m_folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        const Part part = partOf(c.value);
        const std::size_t end = at + c.length;
        const bool begins = part == Part::Whole || (part == Part::Letter && !isOpen);
        if (begins) {
            m_words.push_back({.start = at, .end = end, .folded = {}});
            folded.push_back({.from = m_folded.size(), .to = m_folded.size()});
        }
        const bool belongs = part == Part::Mark && !m_words.empty() && m_words.back().end == at;
        if (part == Part::Letter || part == Part::Whole || belongs) {
            fold(c.value, m_folded);
            m_words.back().end = end;
            folded.back().to = m_folded.size();
        }
        isOpen = part == Part::Letter || (isOpen && (part == Part::Mark || part == Part::Unseen));
        at = end;
    }
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i].folded = std::u32string_view(m_folded).substr(folded[i].from, folded[i].to - folded[i].from);
}

std::u32string NameWords::key() const
{
    std::u32string key;
    for (const NameWord &word : m_words) {
        if (!key.empty())
            key += U' ';
        key += word.folded;
    }
    return key;
}

bool isSameName(std::string_view a, std::string_view b)
{
    return NameWords(a).key() == NameWords(b).key();
}

} // namespace downtimeline
