// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/bytesource.h"
#include "models/readers/importsink.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string_view>

namespace downtimeline {

class SkipTally;

/// Goes once over the rows of a table, whatever it is written in; a file may be gone over twice, first to look and then
/// to read.
class TablePass
{
public:
    /// Which part of the work this pass is; the progress of both together goes from 0 to the source's size.
    enum class Part : std::uint8_t { Only, First, Second };

    virtual ~TablePass() = default;

    /// Goes to the next row that is not empty; false at the end. What is not read goes to the tally, if there is one.
    virtual Result<bool> next(SkipTally *tally) = 0;
    /// Of the row that next() went to; valid until the next call.
    virtual std::span<const std::string_view> fields() const = 0;
    /// Where the row begins, from 1.
    virtual int line() const = 0;

protected:
    TablePass() = default;
    TablePass(const TablePass &) = default;
    TablePass &operator=(const TablePass &) = default;
};

/// Asks the stop token and tells the progress, whenever more of the source was read.
class PassWatch
{
public:
    PassWatch(const ByteSource &source, ImportSink &sink, std::stop_token stop, TablePass::Part part);

    /// Fails where the reading was stopped.
    Status watch(std::int64_t bytesRead) { return bytesRead == m_watched ? Status() : watchMore(bytesRead); }

private:
    Status watchMore(std::int64_t bytesRead);

    const ByteSource &m_source;
    ImportSink &m_sink;
    std::stop_token m_stop;
    TablePass::Part m_part;
    std::int64_t m_watched = -1;
};

} // namespace downtimeline
