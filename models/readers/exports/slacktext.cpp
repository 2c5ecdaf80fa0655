// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/slacktext.h"

#include "models/readers/exports/slackfiles.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

constexpr std::size_t longestName = 4096;

} // namespace

/// Sees to it that so many bytes can be looked at, or all that are left; false at the end of the source.
Result<bool> SlackText::fill(std::size_t wanted)
{
    while (m_buffer.size() - m_at < wanted) {
        m_buffer.erase(0, m_at);
        m_at = 0;
        const Result<std::string_view> chunk = m_source.next();
        if (!chunk)
            return std::unexpected(chunk.error());
        if (chunk->empty())
            break;
        m_bytesRead += static_cast<std::int64_t>(chunk->size());
        m_buffer.append(*chunk);
    }
    return m_at < m_buffer.size();
}

Result<bool> SlackText::isAtMark()
{
    if (!m_isAtLineStart)
        return false;
    if (const Result<bool> filled = fill(slackFileMark.size()); !filled || !*filled)
        return filled;
    const std::string_view rest = std::string_view(m_buffer).substr(m_at);
    return rest.starts_with(slackFileMark) || rest.starts_with(slackDamageMark);
}

Result<std::string_view> SlackText::next()
{
    const Result<bool> mark = isAtMark();
    if (!mark)
        return std::unexpected(mark.error());
    if (*mark)
        return std::string_view();
    if (const Result<bool> filled = fill(1); !filled)
        return std::unexpected(filled.error());
    const std::string_view rest = std::string_view(m_buffer).substr(m_at);
    const std::size_t end = rest.find('\n');
    const std::string_view part = rest.substr(0, end == std::string_view::npos ? rest.size() : end + 1);
    m_at += part.size();
    m_isAtLineStart = end != std::string_view::npos;
    m_line += m_isAtLineStart ? 1 : 0;
    return part;
}

Status SlackText::rewind()
{
    return failure(Error::Code::Usage, QCoreApplication::translate("SlackText", "A file in an export is read once."));
}

/// The present line to its end, which may be in pieces; cut where it is too long for a name.
Result<std::string> SlackText::wholeLine()
{
    std::string line;
    bool isOver = false;
    while (!isOver) {
        if (const Result<bool> filled = fill(1); !filled)
            return std::unexpected(filled.error());
        const std::string_view rest = std::string_view(m_buffer).substr(m_at);
        const std::size_t end = rest.find('\n');
        isOver = rest.empty() || end != std::string_view::npos;
        m_line += end == std::string_view::npos ? 0 : 1;
        line.append(rest.substr(0, std::min(end, longestName - std::min(line.size(), longestName))));
        m_at += end == std::string_view::npos ? rest.size() : end + 1;
    }
    m_isAtLineStart = true;
    return line;
}

Result<SlackText::Step> SlackText::nextFile()
{
    Result<std::string_view> left = next();
    while (left && !left->empty())
        left = next();
    if (!left)
        return std::unexpected(left.error());
    if (m_at >= m_buffer.size())
        return Step::End;
    m_firstLine = m_line;
    const Result<std::string> line = wholeLine();
    if (!line)
        return std::unexpected(line.error());
    std::string_view name = *line;
    const bool isDamage = name.starts_with(slackDamageMark);
    name.remove_prefix(slackFileMark.size());
    if (!isDamage && name.ends_with(slackFileMarkEnd))
        name.remove_suffix(slackFileMarkEnd.size());
    m_name = cleanText(name);
    if (isDamage)
        return Step::Damage;
    m_firstLine = m_line;
    return Step::File;
}

} // namespace downtimeline
