// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/json/jsonrecords.h"

#include "models/readers/stoppedafter.h"
#include "models/readers/textsource.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("JsonRecords", text);
}

} // namespace

JsonRecords::JsonRecords(ByteSource &source, const std::string &place, bool isLines)
    : m_source(source), m_cutter(source, {place}, isLines), m_isLines(isLines)
{}

Result<JsonRecords::Step> JsonRecords::next()
{
    return m_isLines ? nextLine() : nextElement();
}

JsonRecords::Step JsonRecords::damage(QString problem)
{
    m_problem = std::move(problem);
    return Step::Damage;
}

JsonRecords::Step JsonRecords::parse(std::string_view text)
{
    auto problem = m_parser.parse(text.data(), text.size(), true).get(m_object);
    if (problem == simdjson::UTF8_ERROR) {
        m_clean = cleanText(text);
        problem = m_parser.parse(m_clean.data(), m_clean.size(), true).get(m_object);
    }
    if (problem != simdjson::SUCCESS) {
        const QString words = QString::fromUtf8(simdjson::error_message(problem));
        return damage(translated("The record that begins here is damaged and left out: %1").arg(words));
    }
    if (!m_object.is_object())
        return damage(translated("A record that is no object is left out."));
    ++m_count;
    return Step::Object;
}

Result<JsonRecords::Step> JsonRecords::nextElement()
{
    while (true) {
        const Result<JsonCutter::Step> step = m_cutter.next();
        if (!step)
            return std::unexpected(step.error());
        m_line = m_cutter.line();
        switch (*step) {
        case JsonCutter::Step::Record:
            return parse(m_cutter.text());
        case JsonCutter::Step::Damage:
            return damage(m_cutter.problem());
        case JsonCutter::Step::End:
            return Step::End;
        case JsonCutter::Step::Aside:
            break;
        }
    }
}

Result<JsonRecords::Step> JsonRecords::nextLine()
{
    while (!m_isOver) {
        const Result<bool> line = readLine();
        if (!line)
            return std::unexpected(line.error());
        if (m_isOver && !*line)
            break;
        if (!*line) {
            m_isOver = true;
            return damage(translated("The line is longer than %1 MiB; %2.")
                              .arg(JsonCutter::longestPiece >> 20)
                              .arg(stoppedAfter(m_count)));
        }
        if (m_line == 1 && m_text.starts_with("\xEF\xBB\xBF"))
            m_text.remove_prefix(3);
        if (!trimmed(m_text).empty())
            return parse(m_text);
    }
    return Step::End;
}

/// False at the end, where isOver, and where the line is too long.
Result<bool> JsonRecords::readLine()
{
    m_carried.clear();
    m_line = m_nextLine;
    while (true) {
        const std::string_view rest = m_chunk.substr(m_at);
        const std::size_t end = rest.find('\n');
        const std::string_view part = rest.substr(0, end);
        if (m_carried.size() + part.size() > JsonCutter::longestPiece)
            return false;
        if (end != std::string_view::npos) {
            m_at += end + 1;
            ++m_nextLine;
            m_text = m_carried.empty() ? part : std::string_view(m_carried.append(part));
            return true;
        }
        m_carried.append(part);
        const Result<std::string_view> chunk = m_source.next();
        if (!chunk)
            return std::unexpected(chunk.error());
        m_chunk = *chunk;
        m_at = 0;
        m_bytesRead += static_cast<std::int64_t>(chunk->size());
        if (m_chunk.empty()) {
            m_isOver = true;
            m_text = m_carried;
            return !m_carried.empty();
        }
    }
}

} // namespace downtimeline
