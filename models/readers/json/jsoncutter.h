// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/bytesource.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// Cuts the records out of JSON of any size without holding more than one of them.
///
/// A place is written "" for the outermost value, "data.result[]" for each element of that list. Of what lies beside
/// the records only plain values are handed on; lists and objects there are passed over.
class JsonCutter
{
public:
    static constexpr std::size_t longestPiece = std::size_t{16} << 20; ///< bytes
    static constexpr std::size_t deepest = 1024;                       ///< levels

    enum class Step : std::uint8_t {
        Record,
        Aside,  ///< a plain value beside the records
        Damage, ///< problem() tells what; where each line is a record, the next line is read on
        End,
    };

    /// The source stands at its start and outlives the cutter. Where each line is a record, a damaged one spoils no
    /// other.
    JsonCutter(ByteSource &source, std::vector<std::string> records, bool isLines);

    /// Fails only where the source does.
    Result<Step> next();

    std::string_view place() const { return m_place; }
    std::string_view text() const { return m_text; }
    /// Of the piece's or the damage's first byte, from 1.
    int line() const { return m_pieceLine; }
    const QString &problem() const { return m_problem; }
    std::int64_t bytesRead() const { return m_bytesRead; }

private:
    enum class Expected : std::uint8_t { Value, ValueOrEnd, KeyOrEnd, Key, Colon, CommaOrEnd };
    enum class Inside : std::uint8_t { Nothing, Key, Nested, Text, Plain, Lost };

    /// A list or an object that records are looked for in.
    struct Frame
    {
        bool isList = false;
        std::string place;
    };

    bool between(char c);
    bool beginValue(char c);
    bool closeFrame(char c);
    Step handOn();
    bool within(char c);
    bool withinText(char c);
    bool endPiece();
    bool damage(QString problem, bool mayGoOn = true);
    bool tellOddKey();
    bool isRecord(std::string_view place) const;
    bool leadsToRecord(std::string_view place) const;
    void endValue();
    Step stepOfChunk();
    void takeRun();
    void skipByteOrderMark();

    ByteSource &m_source;
    std::vector<std::string> m_records;
    std::string_view m_chunk;
    std::size_t m_at = 0;
    std::size_t m_markSeen = 0; ///< bytes of the byte order mark; all of them where there is none
    std::vector<Frame> m_frames;
    std::string m_nesting; ///< the open brackets inside the piece
    std::string m_key;
    std::string m_place;
    std::string m_text;
    QString m_problem;
    Expected m_expected = Expected::Value;
    Inside m_inside = Inside::Nothing;
    bool m_isKept = false; ///< the piece is handed on
    bool m_inText = false;
    bool m_isEscaped = false;
    bool m_hasOddKey = false; ///< a control character stands in the key
    bool m_isLines;
    bool m_isDamaged = false; ///< and not told yet
    bool m_isOver = false;
    std::int64_t m_count = 0; ///< of records handed on
    int m_line = 1;
    int m_pieceLine = 1;
    std::int64_t m_bytesRead = 0;
};

} // namespace downtimeline
