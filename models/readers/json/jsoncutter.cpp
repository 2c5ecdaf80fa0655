// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/json/jsoncutter.h"

#include "models/readers/stoppedafter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace downtimeline {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("JsonCutter", text);
}

/// A character as a sentence may show it; a byte that is none by its number.
QString shown(char c)
{
    const bool isVisible = c > ' ' && c < 127;
    return isVisible ? u'"' + QString(QChar::fromLatin1(c)) + u'"'
                     : translated("byte %1").arg(static_cast<int>(static_cast<unsigned char>(c)));
}

/// Whether a character changes nothing inside a piece, so that many can be taken at once: within a text, and around it.
struct PlainCharacters
{
    std::array<bool, 256> inText{};
    std::array<bool, 256> around{};

    constexpr PlainCharacters()
    {
        inText.fill(true);
        around.fill(true);
        for (const char c : {'"', '\\', '\n'})
            inText[static_cast<unsigned char>(c)] = false;
        for (const char c : {'"', '{', '}', '[', ']', '\n'})
            around[static_cast<unsigned char>(c)] = false;
    }
};

constexpr PlainCharacters plainCharacters;

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

JsonCutter::JsonCutter(ByteSource &source, std::vector<std::string> records, bool isLines)
    : m_source(source), m_records(std::move(records)), m_isLines(isLines)
{}

bool JsonCutter::isRecord(std::string_view place) const
{
    return std::ranges::find(m_records, place) != m_records.end();
}

bool JsonCutter::leadsToRecord(std::string_view place) const
{
    return std::ranges::any_of(m_records, [place](const std::string &record) {
        if (record.size() <= place.size() || !record.starts_with(place))
            return false;
        return place.empty() || record[place.size()] == '.' || record[place.size()] == '[';
    });
}

/// It may be cut between two chunks.
void JsonCutter::skipByteOrderMark()
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    while (m_markSeen < mark.size() && m_at < m_chunk.size()) {
        if (m_chunk[m_at] != mark[m_markSeen]) {
            m_markSeen = mark.size();
            return;
        }
        ++m_markSeen;
        ++m_at;
    }
}

Result<JsonCutter::Step> JsonCutter::next()
{
    while (!m_isOver) {
        if (const Step step = stepOfChunk(); step != Step::End)
            return step;
        const Result<std::string_view> chunk = m_source.next();
        if (!chunk)
            return std::unexpected(chunk.error());
        m_chunk = *chunk;
        m_at = 0;
        m_bytesRead += static_cast<std::int64_t>(chunk->size());
        if (!m_chunk.empty()) {
            skipByteOrderMark();
            continue;
        }
        if (m_inside == Inside::Plain && endPiece())
            return handOn();
        m_isOver = true;
        const bool isWhole = (m_inside == Inside::Nothing || m_inside == Inside::Lost) && m_frames.empty();
        if (isWhole)
            return Step::End;
        damage(translated("The file ends in the middle of a record; ask its maker for the whole file."), false);
        return Step::Damage;
    }
    return Step::End;
}

/// Takes what stands before the next character that matters.
void JsonCutter::takeRun()
{
    const auto &isPlain = m_inText ? plainCharacters.inText : plainCharacters.around;
    const std::string_view rest = m_chunk.substr(m_at, m_isKept ? longestPiece - m_text.size() : m_chunk.size());
    const auto end = std::ranges::find_if_not(rest, [&](char c) { return isPlain[static_cast<unsigned char>(c)]; });
    const std::string_view run(rest.begin(), end);
    if (m_isKept)
        m_text.append(run);
    m_at += run.size();
}

JsonCutter::Step JsonCutter::stepOfChunk()
{
    while (m_at < m_chunk.size()) {
        if ((m_inside == Inside::Nested || m_inside == Inside::Text) && !m_isEscaped)
            takeRun();
        if (m_at == m_chunk.size())
            break;
        const char c = m_chunk[m_at++];
        const bool isPiece = m_inside == Inside::Nothing ? between(c) : within(c);
        m_line += c == '\n' && m_at > 0 && m_chunk[m_at - 1] == '\n' ? 1 : 0;
        if (std::exchange(m_isDamaged, false)) {
            if (c == '\n')
                m_inside = Inside::Nothing;
            return Step::Damage;
        }
        if (isPiece)
            return handOn();
    }
    return Step::End;
}

JsonCutter::Step JsonCutter::handOn()
{
    if (!isRecord(m_place))
        return Step::Aside;
    ++m_count;
    return Step::Record;
}

bool JsonCutter::damage(QString problem, bool mayGoOn)
{
    m_isDamaged = true;
    m_isOver = !m_isLines || !mayGoOn;
    m_inside = Inside::Lost;
    m_inText = false;
    m_expected = Expected::Value;
    m_pieceLine = m_line;
    m_problem = std::move(problem);
    return false;
}

void JsonCutter::endValue()
{
    m_expected = m_frames.empty() ? Expected::Value : Expected::CommaOrEnd;
}

bool JsonCutter::between(char c)
{
    if (isBlank(c))
        return false;
    if (c == ']' || c == '}')
        return closeFrame(c);
    const bool isList = !m_frames.empty() && m_frames.back().isList;
    if (c == ',' && m_expected == Expected::CommaOrEnd) {
        m_expected = isList ? Expected::Value : Expected::Key;
        return false;
    }
    if (c == ':' && m_expected == Expected::Colon) {
        m_expected = Expected::Value;
        return false;
    }
    if (c == '"' && (m_expected == Expected::KeyOrEnd || m_expected == Expected::Key)) {
        m_key.clear();
        m_inside = Inside::Key;
        return false;
    }
    if (m_expected == Expected::Value || m_expected == Expected::ValueOrEnd)
        return beginValue(c);
    return damage(translated("The JSON is damaged: %1 stands where it may not.").arg(shown(c)));
}

bool JsonCutter::closeFrame(char c)
{
    const bool mayEnd =
        m_expected == Expected::CommaOrEnd || m_expected == Expected::KeyOrEnd || m_expected == Expected::ValueOrEnd;
    if (m_frames.empty() || !mayEnd || m_frames.back().isList != (c == ']'))
        return damage(translated("The JSON is damaged: a \"%1\" closes nothing.").arg(QChar::fromLatin1(c)));
    m_frames.pop_back();
    endValue();
    return false;
}

bool JsonCutter::beginValue(char c)
{
    m_place.clear();
    if (!m_frames.empty()) {
        const Frame &frame = m_frames.back();
        m_place = frame.place;
        m_place += frame.isList ? "[]" : m_place.empty() ? m_key : "." + m_key;
    }
    const bool isNested = c == '{' || c == '[';
    m_isKept = isRecord(m_place) || !isNested;
    if (isNested && !m_isKept && leadsToRecord(m_place)) {
        if (m_frames.size() >= deepest)
            return damage(translated("The JSON is nested more than %1 levels deep.").arg(deepest));
        m_frames.push_back({.isList = c == '[', .place = m_place});
        m_expected = c == '[' ? Expected::ValueOrEnd : Expected::KeyOrEnd;
        return false;
    }
    m_pieceLine = m_line;
    m_text.clear();
    m_nesting.clear();
    m_inText = c == '"';
    m_isEscaped = false;
    m_inside = isNested ? Inside::Nested : c == '"' ? Inside::Text : Inside::Plain;
    if (isNested)
        m_nesting.push_back(c);
    if (m_isKept)
        m_text.push_back(c);
    return false;
}

bool JsonCutter::endPiece()
{
    m_inside = Inside::Nothing;
    endValue();
    return m_isKept;
}

bool JsonCutter::withinText(char c)
{
    if (m_isEscaped) {
        m_isEscaped = false;
    } else if (c == '\\') {
        m_isEscaped = true;
    } else if (c == '"') {
        m_inText = false;
        return m_inside == Inside::Text && endPiece();
    } else if (c == '\n') {
        return damage(translated("The JSON is damaged: a text has no closing quote."));
    }
    return false;
}

/// What stands under it may be what was looked for; the reading goes on.
bool JsonCutter::tellOddKey()
{
    m_hasOddKey = false;
    m_isDamaged = true;
    m_pieceLine = m_line;
    m_problem = translated("The JSON is damaged: a name holds a character that no name may have.");
    return false;
}

bool JsonCutter::within(char c)
{
    if (m_inside == Inside::Lost) {
        m_inside = c == '\n' ? Inside::Nothing : Inside::Lost;
        return false;
    }
    if (m_isLines && c == '\n' && m_inside == Inside::Nested)
        return damage(translated("The line is damaged: its record is not whole."));
    if (m_inside == Inside::Key) {
        if (c == '"' && !m_isEscaped) {
            m_inside = Inside::Nothing;
            m_expected = Expected::Colon;
            return m_hasOddKey && tellOddKey();
        }
        m_hasOddKey = m_hasOddKey || static_cast<unsigned char>(c) < 0x20;
        m_isEscaped = c == '\\' && !m_isEscaped;
        if (m_key.size() < 256)
            m_key.push_back(c);
        return false;
    }
    if (m_inside == Inside::Plain && (isBlank(c) || c == ',' || c == ']' || c == '}')) {
        --m_at; // it belongs to what is around the value
        return endPiece();
    }
    if (m_isKept) {
        if (m_text.size() >= longestPiece)
            return damage(
                translated("A record is longer than %1 MiB; %2.").arg(longestPiece >> 20).arg(stoppedAfter(m_count)),
                false);
        m_text.push_back(c);
    }
    if (m_inText)
        return withinText(c);
    if (c == '"') {
        m_inText = true;
    } else if (c == '{' || c == '[') {
        if (m_nesting.size() + m_frames.size() >= deepest)
            return damage(translated("The JSON is nested more than %1 levels deep.").arg(deepest));
        m_nesting.push_back(c);
    } else if (c == '}' || c == ']') {
        if (m_nesting.empty() || (m_nesting.back() == '{') != (c == '}'))
            return damage(translated("The JSON is damaged: a \"%1\" closes nothing.").arg(QChar::fromLatin1(c)));
        m_nesting.pop_back();
        return m_nesting.empty() && endPiece();
    }
    return false;
}

} // namespace downtimeline
