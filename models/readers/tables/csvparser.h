// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/readers/bytesource.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace downtimeline {

/// Splits bytes into the rows and fields of RFC 4180, a row at a time, without an allocation per row.
///
/// Lines end with LF, CRLF or CR. A quote that does not begin its field is an ordinary character. A byte order mark is
/// passed over. Bytes are handed on as they are: whether they are UTF-8 is for the caller to see.
class CsvParser
{
public:
    static constexpr std::size_t longestField = std::size_t{16} << 20; ///< in bytes
    static constexpr std::size_t longestRow = std::size_t{32} << 20;   ///< in bytes
    static constexpr std::size_t mostFields = 4096;

    enum class Step {
        Row,     ///< fields() and line() tell it; an empty line is a row of one empty field
        Problem, ///< problem() tells what is not read; go on with next()
        End,
    };

    /// Reads on from where the source stands; the source must outlive the parser.
    CsvParser(ByteSource &source, char separator);

    /// The next line where it begins with "#" or is a spreadsheet's "sep=;", else none and nothing is read. Valid until
    /// the next call. Meant for the lines before the header.
    Result<std::optional<std::string_view>> comment();
    /// Goes to the next row. Fails only where the source fails.
    Result<Step> next();
    /// The rows so far are a header: problems tell how many were kept behind it.
    void countFromHere() { m_rows = 0; }

    /// Of the row that next() went to; valid until the next call.
    std::span<const std::string_view> fields() const { return m_fields; }
    /// Where the row begins, from 1.
    int line() const { return m_line; }
    const Skip &problem() const { return m_problem; }
    /// Taken from the source so far.
    std::int64_t bytesRead() const { return m_bytesRead; }

private:
    enum class Scan { Field, Row, More, TooLong, TooMany, OpenQuote };

    Status more();
    Status start();
    Scan scanRow();
    Scan scanField();
    Scan scanQuoted(const char *begin);
    Scan endOfField(std::string_view field, const char *at);
    Scan outOfBytes(const char *fieldBegin) const;
    void acceptRow();
    void unescape(std::string_view &field);
    Step stopAtLongField();
    Step skipOpenQuote();
    Step skipWideRow();

    ByteSource &m_source;
    char m_separator;
    std::vector<char> m_buffer;
    const char *m_row = nullptr;    ///< where the row that is looked at begins
    const char *m_cursor = nullptr; ///< how far it has been looked at
    const char *m_end = nullptr;    ///< behind the last byte that was read
    bool m_started = false;
    bool m_atEnd = false; ///< the source has no more
    bool m_stopped = false;
    std::vector<std::string_view> m_fields;
    std::vector<std::size_t> m_escaped; ///< the fields with doubled or stray quotes
    int m_line = 1;
    int m_nextLine = 1;
    int m_scanLine = 1;
    int m_quoteLine = 0;
    const char *m_quote = nullptr;
    Skip m_problem;
    std::int64_t m_bytesRead = 0;
    int m_rows = 0;
};

} // namespace downtimeline
