// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/documents/plainmarkup.h"

#include "models/documents/textscan.h"

#include <QString>

#include <array>
#include <utility>

namespace downtimeline {
namespace {

using namespace textscan;

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> entities{{
    {"amp", "&"},
    {"lt", "<"},
    {"gt", ">"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", "\u00A0"},
    {"ndash", "\u2013"},
    {"mdash", "\u2014"},
    {"middot", "\u00B7"},
    {"hellip", "\u2026"},
    {"lsquo", "\u2018"},
    {"rsquo", "\u2019"},
    {"ldquo", "\u201C"},
    {"rdquo", "\u201D"},
    {"rarr", "\u2192"},
    {"bull", "\u2022"},
}};

std::string numericEntity(std::string_view digits)
{
    bool ok = false;
    const QString text = QString::fromUtf8(digits.data(), static_cast<qsizetype>(digits.size()));
    const bool isHex = text.startsWith(QLatin1Char('x'), Qt::CaseInsensitive);
    const uint code = isHex ? text.mid(1).toUInt(&ok, 16) : text.toUInt(&ok, 10);
    const bool isCharacter = ok && code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    const char32_t character = isCharacter ? code : 0xFFFD;
    return ok ? QString::fromUcs4(&character, 1).toStdString() : std::string();
}

/// The character that an entity names ("&amp;", "&#39;"), as UTF-8, with end moved behind it; empty where none stands.
std::string entityAt(std::string_view text, std::size_t pos, std::size_t &end)
{
    const std::size_t semicolon = text.substr(pos, 12).find(';');
    if (at(text, pos) != '&' || semicolon == std::string_view::npos || semicolon < 2)
        return {};
    const std::string_view name = text.substr(pos + 1, semicolon - 1);
    end = pos + semicolon + 1;
    if (name[0] == '#')
        return numericEntity(name.substr(1));
    for (const auto &[known, character] : entities) {
        if (known == name)
            return std::string(character);
    }
    return {};
}

/// Where the next closing mark stands, found once and remembered: a line of a million opening marks stays linear.
class NextMark
{
public:
    NextMark(std::string_view text, char mark) : m_text(text), m_mark(mark) {}

    std::size_t from(std::size_t pos)
    {
        if (m_known < pos || !m_isKnown)
            m_known = m_text.find(m_mark, pos);
        m_isKnown = true;
        return m_known;
    }

private:
    std::string_view m_text;
    char m_mark;
    std::size_t m_known = 0;
    bool m_isKnown = false;
};

class PlainWriter
{
public:
    explicit PlainWriter(std::string_view text)
        : m_text(text), m_bracket(text, ']'), m_paren(text, ')'), m_angle(text, '>')
    {
        m_out.reserve(text.size());
    }

    std::string written()
    {
        while (m_pos < m_text.size())
            step();
        return std::string(trimmed(m_out));
    }

private:
    void step();
    bool skipLinkTarget();
    bool openLink();
    bool skipTag();
    bool skipEmphasis();

    std::string_view m_text;
    NextMark m_bracket;
    NextMark m_paren;
    NextMark m_angle;
    std::string m_out;
    std::size_t m_pos = 0;
    std::size_t m_linkEnd = std::string_view::npos; ///< the bracket that closes the link whose words are being kept
};

/// At "](...)" or "][...]": the words were kept, the target goes.
bool PlainWriter::skipLinkTarget()
{
    const char next = at(m_text, m_pos + 1);
    NextMark &closing = next == '(' ? m_paren : m_bracket;
    const std::size_t end = closing.from(m_pos + 1);
    m_pos = end == std::string_view::npos ? m_pos + 1 : end + 1;
    m_linkEnd = std::string_view::npos;
    return true;
}

bool PlainWriter::openLink()
{
    const bool isImage = m_text[m_pos] == '!';
    const std::size_t open = isImage ? m_pos + 1 : m_pos;
    const std::size_t close = m_bracket.from(open);
    if (close == std::string_view::npos || (at(m_text, close + 1) != '(' && at(m_text, close + 1) != '['))
        return false;
    if (!isImage) {
        m_linkEnd = close;
        m_pos = open + 1;
        return true;
    }
    m_pos = close;
    return skipLinkTarget();
}

bool PlainWriter::skipTag()
{
    const char next = at(m_text, m_pos + 1);
    const bool isName = isLetter(next) || ((next == '/' || next == '!') && m_pos + 2 < m_text.size());
    const std::size_t end = isName ? m_angle.from(m_pos) : std::string_view::npos;
    if (end == std::string_view::npos)
        return false;
    const std::string_view inside = m_text.substr(m_pos + 1, end - m_pos - 1);
    if (inside.starts_with("http"))
        m_out += inside;
    else if (wordAt(inside, 0, "br") || wordAt(inside, 0, "br/"))
        m_out += ' ';
    m_pos = end + 1;
    return true;
}

/// "*", "_" beside a blank or a mark, "`", "~~".
bool PlainWriter::skipEmphasis()
{
    const char c = m_text[m_pos];
    const char before = m_pos > 0 ? m_text[m_pos - 1] : ' ';
    const char next = at(m_text, m_pos + 1);
    const bool isInside = isAlnum(before) && isAlnum(next);
    const bool isMark = c == '`' || (c == '*' && !(before == ' ' && next == ' ') && !isInside) ||
                        (c == '*' && next == '*') || (c == '*' && before == '*') || (c == '_' && !isInside) ||
                        (c == '~' && (next == '~' || before == '~'));
    m_pos += isMark ? 1 : 0;
    return isMark;
}

void PlainWriter::step()
{
    const char c = m_text[m_pos];
    if (c == ']' && m_pos == m_linkEnd && skipLinkTarget())
        return;
    if ((c == '[' || (c == '!' && at(m_text, m_pos + 1) == '[')) && openLink())
        return;
    if (c == '<' && skipTag())
        return;
    if ((c == '*' || c == '_' || c == '`' || c == '~') && skipEmphasis())
        return;
    if (c == '&') {
        std::size_t end = m_pos;
        const std::string character = entityAt(m_text, m_pos, end);
        if (!character.empty()) {
            m_out += character;
            m_pos = end;
            return;
        }
    }
    constexpr std::string_view escapable = "\\`*_{}[]()#+-.!|<>~=";
    if (c == '\\' && m_pos + 1 < m_text.size() && escapable.contains(m_text[m_pos + 1]))
        ++m_pos;
    m_out += m_text[m_pos++];
}

} // namespace

std::string plainText(std::string_view markdown)
{
    return PlainWriter(markdown).written();
}

} // namespace downtimeline
