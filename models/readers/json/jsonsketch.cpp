// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/json/jsonsketch.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace downtimeline {
namespace {

constexpr std::size_t deepest = 8;
constexpr std::size_t longestValue = 100;
constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view plainEnds = " \t\r\n,]}:[{\"";

/// Walks over the first bytes and stops where they are no JSON.
class Walk
{
public:
    explicit Walk(std::string_view text) : m_text(text) {}

    JsonSketch sketch()
    {
        if (m_text.starts_with("\xEF\xBB\xBF"))
            m_text.remove_prefix(3);
        skipBlanks();
        if (m_at >= m_text.size() || (m_text[m_at] != '{' && m_text[m_at] != '['))
            return {};
        while (m_at < m_text.size() && step())
            skipBlanks();
        m_sketch.isJson = m_isSound && m_sketch.places.size() > 1;
        m_sketch.isLines = m_isSound && m_isLines;
        return std::move(m_sketch);
    }

private:
    struct Frame
    {
        bool isList;
        std::string place;
    };

    void skipBlanks()
    {
        const std::size_t next = m_text.find_first_not_of(blanks, m_at);
        m_at = next == std::string_view::npos ? m_text.size() : next;
    }

    std::string place() const
    {
        if (m_frames.empty())
            return {};
        const Frame &frame = m_frames.back();
        if (frame.isList)
            return frame.place + "[]";
        return frame.place.empty() ? m_key : frame.place + "." + m_key;
    }

    void put(std::string_view value)
    {
        if (m_frames.size() > deepest)
            return;
        std::string &kept = m_sketch.places.try_emplace(place()).first->second;
        if (kept.empty())
            kept = value.substr(0, longestValue);
    }

    bool step()
    {
        const char c = m_text[m_at];
        const bool isValue = c == '{' || c == '[' || (c == '"' && !m_isKey);
        if (isValue && !mayBegin())
            return false;
        switch (c) {
        case '{':
        case '[':
            return open(c == '[');
        case '}':
        case ']':
            return close(c == ']');
        case ',':
            m_isKey = !m_frames.empty() && !m_frames.back().isList;
            m_isFree = !m_isKey;
            ++m_at;
            return true;
        case ':':
            m_isKey = false;
            m_isFree = true;
            ++m_at;
            return true;
        case '"':
            return text();
        default:
            return plain();
        }
    }

    /// A value stands behind a colon, or in a list at its start or behind a comma.
    bool mayBegin()
    {
        m_isSound = m_isSound && (m_frames.empty() || m_isFree);
        m_isFree = false;
        return m_isSound;
    }

    bool open(bool isList)
    {
        if (m_frames.empty())
            m_start = m_at;
        put({});
        m_frames.push_back({.isList = isList, .place = place()});
        m_isKey = !isList;
        m_isFree = isList;
        ++m_at;
        return m_frames.size() < 1024;
    }

    bool close(bool isList)
    {
        m_isSound = m_isSound && !m_frames.empty() && m_frames.back().isList == isList;
        if (!m_isSound)
            return false;
        m_frames.pop_back();
        m_isKey = false;
        m_isFree = false;
        ++m_at;
        if (!m_frames.empty())
            return true;
        // One object a line: the first is over on its line, and another one begins the next.
        const bool isOneLine = m_text.substr(m_start, m_at - m_start).find('\n') == std::string_view::npos;
        const std::size_t next = m_text.find_first_not_of(blanks, m_at);
        const bool goesOn = next != std::string_view::npos;
        m_isLines = !isList && isOneLine && goesOn && m_text.substr(m_at, next - m_at).contains('\n');
        return !m_isLines && goesOn;
    }

    bool text()
    {
        std::size_t end = m_at + 1;
        while (end < m_text.size() && m_text[end] != '"')
            end += m_text[end] == '\\' ? 2 : 1;
        if (end >= m_text.size())
            return false;
        const std::string_view words = m_text.substr(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
        m_isSound = std::ranges::none_of(words, isControl);
        if (!m_isSound)
            return false;
        if (std::exchange(m_isKey, false))
            m_key = words.substr(0, longestValue);
        else
            put(words);
        return !m_frames.empty();
    }

    bool plain()
    {
        const std::size_t end = std::min(m_text.find_first_of(plainEnds, m_at), m_text.size());
        const std::string_view word = m_text.substr(m_at, end - m_at);
        const bool isNumber = !word.empty() && (word[0] == '-' || (word[0] >= '0' && word[0] <= '9'));
        m_isSound = !m_frames.empty() && !m_isKey && mayBegin() &&
                    (isNumber || word[0] == 't' || word[0] == 'f' || word[0] == 'n');
        if (m_isSound)
            put(word == "null" ? std::string_view() : word);
        m_at = end;
        return m_isSound && end < m_text.size();
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_start = 0;
    std::vector<Frame> m_frames;
    std::string m_key;
    JsonSketch m_sketch;
    bool m_isKey = false;
    bool m_isFree = true; ///< a value may begin
    bool m_isSound = true;
    bool m_isLines = false;
};

/// Without the line that it hands on, and without the blanks around that.
std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const std::size_t first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    line.remove_prefix(first);
    return line.substr(0, line.find_last_not_of(blanks) + 1);
}

/// An object a line, seen from two lines beside each other, so that a damaged first line hides it not.
bool areLines(std::string_view text)
{
    constexpr int mostLines = 16;
    std::string_view before;
    for (int line = 0; line < mostLines && !text.empty(); ++line) {
        const std::string_view present = takeLine(text);
        if (before.starts_with('{') && before.ends_with('}') && present.starts_with('{'))
            return true;
        before = present;
    }
    return false;
}

/// What the first line that is sound holds.
JsonSketch sketchOfLines(std::string_view text)
{
    constexpr int mostLines = 64;
    JsonSketch sketch;
    for (int line = 0; line < mostLines && !text.empty() && !sketch.isJson; ++line)
        sketch = Walk(takeLine(text)).sketch();
    sketch.isLines = true;
    return sketch;
}

} // namespace

bool JsonSketch::hasAll(std::string_view parent, std::initializer_list<std::string_view> names) const
{
    for (const std::string_view name : names) {
        std::string place(parent);
        if (!place.empty())
            place += '.';
        place += name;
        if (!has(place))
            return false;
    }
    return true;
}

std::string_view JsonSketch::valueAt(std::string_view place) const
{
    const auto found = places.find(place);
    return found == places.end() ? std::string_view() : std::string_view(found->second);
}

JsonSketch jsonSketchOf(std::string_view head)
{
    return areLines(head) ? sketchOfLines(head) : Walk(head).sketch();
}

} // namespace downtimeline
