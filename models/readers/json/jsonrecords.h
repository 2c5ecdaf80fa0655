// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/json/jsoncutter.h"
#include "models/readers/json/jsonvalue.h"

#include <optional>
#include <string>

namespace downtimeline {

/// Goes from object to object of a file, an object a line or the elements of one list. Where each line is an object, a
/// damaged line spoils no other.
class JsonRecords
{
public:
    enum class Step : std::uint8_t {
        Object, ///< object() has it
        Damage, ///< problem() tells what is not read; go on with next()
        End,
    };

    /// The source stands at its start and outlives it.
    JsonRecords(ByteSource &source, const std::string &place, bool isLines);

    /// Fails only where the source does.
    Result<Step> next();

    /// Valid until the next call.
    JsonValue object() const { return m_object; }
    /// Of the object's or the damage's first byte, from 1.
    int line() const { return m_line; }
    const QString &problem() const { return m_problem; }
    std::int64_t bytesRead() const { return m_isLines ? m_bytesRead : m_cutter.bytesRead(); }

private:
    Result<Step> nextLine();
    Result<Step> nextElement();
    Result<bool> readLine();
    Step parse(std::string_view text);
    Step damage(QString problem);

    ByteSource &m_source;
    JsonCutter m_cutter;
    bool m_isLines;
    simdjson::dom::parser m_parser{JsonCutter::longestPiece + 64};
    JsonValue m_object;
    QString m_problem;
    std::string m_clean;
    std::string m_carried;   ///< the beginning of a line that goes on in the next chunk
    std::string_view m_text; ///< the present line
    std::string_view m_chunk;
    std::size_t m_at = 0;
    std::int64_t m_bytesRead = 0;
    std::int64_t m_count = 0; ///< of lines that are objects
    int m_line = 0;
    int m_nextLine = 1;
    bool m_isOver = false;
};

} // namespace downtimeline
