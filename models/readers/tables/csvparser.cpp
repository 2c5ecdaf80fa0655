// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/tables/csvparser.h"

#include "models/readers/stoppedafter.h"

#include <QCoreApplication>

#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace downtimeline {
namespace {

constexpr std::size_t padding = 16; // a block may be loaded from the last byte on
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// The first of three characters in [at, end), else end. Up to 15 bytes behind the end are looked at.
inline const char *findAny(const char *at, const char *end, char a, char b, char c)
{
#ifdef __SSE2__
    const __m128i wantedA = _mm_set1_epi8(a);
    const __m128i wantedB = _mm_set1_epi8(b);
    const __m128i wantedC = _mm_set1_epi8(c);
    for (; at < end; at += 16) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i found = _mm_or_si128(
            _mm_or_si128(_mm_cmpeq_epi8(block, wantedA), _mm_cmpeq_epi8(block, wantedB)),
            _mm_cmpeq_epi8(block, wantedC));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
        if (mask != 0)
            return std::min(at + std::countr_zero(mask), end);
    }
    return end;
#else
    while (at < end && *at != a && *at != b && *at != c)
        ++at;
    return at;
#endif
}

QString translated(const char *text)
{
    return QCoreApplication::translate("CsvParser", text);
}

bool isMarked(std::string_view line)
{
    return line.starts_with('#') || (line.size() == 5 && line.starts_with("sep="));
}

} // namespace

CsvParser::CsvParser(ByteSource &source, char separator) : m_source(source), m_separator(separator) {}

/// Brings the unread row to the front of the buffer and takes at least as much again behind it, so that a long row is
/// looked at a few times only.
Status CsvParser::more()
{
    const auto kept = static_cast<std::size_t>(m_end - m_row);
    if (kept > 0)
        std::memmove(m_buffer.data(), m_row, kept);
    std::size_t size = kept;
    while (size < 2 * kept + 1) {
        const Result<std::string_view> chunk = m_source.next();
        if (!chunk)
            return std::unexpected(chunk.error());
        if (chunk->empty()) {
            m_atEnd = true;
            break;
        }
        m_bytesRead += static_cast<std::int64_t>(chunk->size());
        if (m_buffer.size() < size + chunk->size() + padding)
            m_buffer.resize(std::max(2 * m_buffer.size(), size + chunk->size() + padding));
        std::memcpy(m_buffer.data() + size, chunk->data(), chunk->size());
        size += chunk->size();
    }
    m_buffer.resize(std::max(m_buffer.size(), padding));
    m_row = m_buffer.data();
    m_end = m_row + size;
    std::memset(m_buffer.data() + size, 0, padding);
    return {};
}

Status CsvParser::start()
{
    m_started = true;
    while (!m_atEnd && static_cast<std::size_t>(m_end - m_row) < byteOrderMark.size()) {
        if (Status read = more(); !read)
            return read;
    }
    if (std::string_view(m_row, m_end).starts_with(byteOrderMark))
        m_row += byteOrderMark.size();
    return {};
}

Result<std::optional<std::string_view>> CsvParser::comment()
{
    if (!m_started) {
        if (Status begun = start(); !begun)
            return std::unexpected(begun.error());
    }
    const char *end = findAny(m_row, m_end, '\n', '\r', '\n');
    while (end + 1 >= m_end && !m_atEnd && static_cast<std::size_t>(m_end - m_row) < longestField) {
        if (Status read = more(); !read)
            return std::unexpected(read.error());
        end = findAny(m_row, m_end, '\n', '\r', '\n');
    }
    const std::string_view line(m_row, end);
    if (!isMarked(line))
        return std::nullopt;
    m_row = std::min(end + (end + 1 < m_end && end[0] == '\r' && end[1] == '\n' ? 2 : 1), m_end);
    ++m_nextLine;
    return line;
}

Result<CsvParser::Step> CsvParser::next()
{
    if (!m_started) {
        if (Status begun = start(); !begun)
            return std::unexpected(begun.error());
    }
    while (!m_stopped) {
        if (m_row == m_end && m_atEnd)
            break;
        switch (scanRow()) {
        case Scan::Field:
        case Scan::Row:
            acceptRow();
            return Step::Row;
        case Scan::More:
            if (Status read = more(); !read)
                return std::unexpected(read.error());
            break;
        case Scan::TooLong:
            return stopAtLongField();
        case Scan::TooMany:
            return skipWideRow();
        case Scan::OpenQuote:
            return skipOpenQuote();
        }
    }
    return Step::End;
}

CsvParser::Scan CsvParser::scanRow()
{
    m_fields.clear();
    m_escaped.clear();
    m_cursor = m_row;
    m_scanLine = m_nextLine;
    Scan scan = Scan::Field;
    bool isWide = false;
    while (scan == Scan::Field) {
        if (m_fields.size() > mostFields) {
            isWide = true;
            m_fields.resize(1);
            m_escaped.clear();
        }
        scan = scanField();
    }
    return scan == Scan::Row && (isWide || m_fields.size() > mostFields) ? Scan::TooMany : scan;
}

CsvParser::Scan CsvParser::scanField()
{
    const char *begin = m_cursor;
    const char *quote = begin;
    while (quote < m_end && *quote == ' ')
        ++quote;
    if (quote < m_end && *quote == '"')
        return scanQuoted(quote + 1);
    const char *at = findAny(begin, m_end, m_separator, '\n', '\r');
    if (at == m_end && !m_atEnd)
        return outOfBytes(begin);
    return endOfField({begin, at}, at);
}

CsvParser::Scan CsvParser::scanQuoted(const char *begin)
{
    const int lineOfQuote = m_scanLine;
    bool isEscaped = false;
    const char *at = begin;
    while (true) {
        at = findAny(at, m_end, '"', '\n', '\r');
        if (at + 1 >= m_end && !m_atEnd)
            return outOfBytes(begin);
        if (at == m_end && static_cast<std::size_t>(at - begin) > longestField)
            return Scan::TooLong;
        if (at == m_end) {
            m_quote = begin;
            m_quoteLine = lineOfQuote;
            return Scan::OpenQuote;
        }
        if (*at != '"') {
            m_scanLine += *at == '\n' && at[-1] == '\r' ? 0 : 1;
            ++at;
        } else if (at + 1 < m_end && at[1] == '"') {
            isEscaped = true;
            at += 2;
        } else {
            break;
        }
    }
    const char *fieldEnd = at;
    at = findAny(at + 1, m_end, m_separator, '\n', '\r');
    if (at == m_end && !m_atEnd)
        return outOfBytes(begin);
    if (at != fieldEnd + 1 || isEscaped) {
        m_escaped.push_back(m_fields.size());
        fieldEnd = at;
    }
    return endOfField({begin, fieldEnd}, at);
}

/// Keeps the field that ends at the separator, at the line end or at the end of the bytes, and goes behind it.
CsvParser::Scan CsvParser::endOfField(std::string_view field, const char *at)
{
    if (field.size() > longestField)
        return Scan::TooLong;
    if (at < m_end && *at == '\r' && at + 1 == m_end && !m_atEnd)
        return Scan::More;
    m_fields.push_back(field);
    m_cursor = at < m_end ? at + 1 : at;
    if (at < m_end && *at == m_separator)
        return Scan::Field;
    if (at + 1 < m_end && at[0] == '\r' && at[1] == '\n')
        ++m_cursor;
    ++m_scanLine;
    return Scan::Row;
}

CsvParser::Scan CsvParser::outOfBytes(const char *fieldBegin) const
{
    const bool isTooLong = static_cast<std::size_t>(m_end - fieldBegin) > longestField ||
                           static_cast<std::size_t>(m_end - m_row) > longestRow;
    return isTooLong ? Scan::TooLong : Scan::More;
}

void CsvParser::acceptRow()
{
    for (const std::size_t index : m_escaped)
        unescape(m_fields[index]);
    m_line = m_nextLine;
    m_nextLine = m_scanLine;
    m_row = m_cursor;
    ++m_rows;
}

/// In place: a doubled quote becomes one; what stands behind the closing quote is kept, unless it is only spaces.
void CsvParser::unescape(std::string_view &field)
{
    char *const begin = m_buffer.data() + (field.data() - m_buffer.data());
    const char *const end = begin + field.size();
    char *out = begin;
    const char *at = begin;
    while (at < end && (*at != '"' || (at + 1 < end && at[1] == '"'))) {
        *out++ = *at;
        at += *at == '"' ? 2 : 1;
    }
    const std::string_view rest(std::min(at + 1, end), end);
    if (rest.find_first_not_of(' ') != std::string_view::npos)
        out = std::copy(rest.begin(), rest.end(), out);
    field = {begin, out};
}

CsvParser::Step CsvParser::stopAtLongField()
{
    m_stopped = true;
    m_problem.line = m_nextLine;
    m_problem.reason =
        translated(QT_TRANSLATE_NOOP(
                       "CsvParser", "The row that begins on line %1 has a field of more than 16 MiB, perhaps for want "
                                    "of a closing quote; %2."))
            .arg(m_nextLine)
            .arg(stoppedAfter(m_rows))
            .toStdString();
    return Step::Problem;
}

/// Only the line with the quote is lost: with its quote left out, no field behind it can stay open.
CsvParser::Step CsvParser::skipOpenQuote()
{
    m_problem.line = m_quoteLine;
    m_problem.reason =
        translated(
            QT_TRANSLATE_NOOP("CsvParser", "The quote that opens on line %1 is never closed; that row is not read."))
            .arg(m_quoteLine)
            .toStdString();
    const char *at = findAny(m_quote, m_end, '\n', '\r', '\n');
    const bool isPair = at + 1 < m_end && at[0] == '\r' && at[1] == '\n';
    m_row = std::min(at + (isPair ? 2 : 1), m_end);
    m_nextLine = m_quoteLine + 1;
    return Step::Problem;
}

CsvParser::Step CsvParser::skipWideRow()
{
    m_problem.line = m_nextLine;
    m_problem.reason =
        translated(QT_TRANSLATE_NOOP("CsvParser", "The row on line %1 has more than 4096 fields; it is not read."))
            .arg(m_nextLine)
            .toStdString();
    m_nextLine = m_scanLine;
    m_row = m_cursor;
    return Step::Problem;
}

} // namespace downtimeline
