// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/bytesource.h"

#include <string>
#include <string_view>

namespace downtimeline {

/// Parts the text of slackfiles.h into its files again. It is itself the source of the bytes of the present file.
class SlackText final : public ByteSource
{
public:
    enum class Step : std::uint8_t {
        File,   ///< name() tells which; next() gives its bytes
        Damage, ///< name() tells what could not be unpacked, and why
        End,
    };

    /// The source stands at its start and outlives it.
    explicit SlackText(ByteSource &source) : m_source(source) {}

    /// Goes on to the next file, past what is left of the present one.
    Result<Step> nextFile();

    /// Of the present file, with its folder.
    std::string name() const override { return m_name; }
    std::int64_t size() const override { return m_source.size(); }
    /// A line of the present file, or a part of a long one; empty at the file's end.
    Result<std::string_view> next() override;
    /// Never: a file is gone over once.
    Status rewind() override;

    /// Where the present file's first line stands in the whole text, from 1.
    int firstLine() const { return m_firstLine; }
    /// Of the whole text.
    std::int64_t bytesRead() const { return m_bytesRead; }

private:
    Result<bool> fill(std::size_t wanted);
    Result<std::string> wholeLine();
    Result<bool> isAtMark();

    ByteSource &m_source;
    std::string m_buffer; ///< what was taken from the source and not handed on, from m_at on
    std::size_t m_at = 0;
    std::string m_name;
    std::int64_t m_bytesRead = 0;
    int m_line = 1; ///< of m_at
    int m_firstLine = 1;
    bool m_isAtLineStart = true;
};

} // namespace downtimeline
