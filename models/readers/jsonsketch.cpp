// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/jsonsketch.h"

#include <optional>
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
        switch (c) {
        case '{':
        case '[':
            return open(c == '[');
        case '}':
        case ']':
            return close(c == ']');
        case ',':
            m_isKey = !m_frames.empty() && !m_frames.back().isList;
            ++m_at;
            return true;
        case ':':
            m_isKey = false;
            ++m_at;
            return true;
        case '"':
            return text();
        default:
            return plain();
        }
    }

    bool open(bool isList)
    {
        if (m_frames.empty())
            m_start = m_at;
        put({});
        m_frames.push_back({.isList = isList, .place = place()});
        m_isKey = !isList;
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
        if (m_isKey)
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
        m_isSound = !m_frames.empty() && !m_isKey && (isNumber || word[0] == 't' || word[0] == 'f' || word[0] == 'n');
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
    bool m_isSound = true;
    bool m_isLines = false;
};

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
    return Walk(head).sketch();
}

} // namespace downtimeline
