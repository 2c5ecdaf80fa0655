// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/bytesource.h"
#include "models/readers/importsink.h"
#include "models/readers/tables/tablecolumns.h"

#include <QTimeZone>

#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

namespace downtimeline {

/// What the user chose about how to read.
struct ReadOptions
{
    /// A column's name (see columnNames()) -> how it is read (see columnchoice.h), where the guess is not wanted.
    std::map<std::string, std::string> columns;
    /// Of samples whose time states none; AnsweringSink fills in those of events.
    std::optional<QTimeZone> zone = {};

    bool operator==(const ReadOptions &) const = default;
};

/// Reads one format. Pure: it knows no library and no window, and the same bytes give the same answers.
class Reader
{
public:
    virtual ~Reader() = default;

    /// The word for files and the command line: "postmortem", "events", "metrics".
    virtual std::string_view key() const = 0;
    /// What the user reads: "a postmortem document".
    virtual QString name() const = 0;
    /// How sure it is, 0 to 100, that it reads a file that starts with these bytes (the first 64 KiB, or less).
    virtual int recognises(std::string_view head) const = 0;
    /// Reads to the end. A bad row becomes a Skip with its line; only a source that cannot be read at all, or that the
    /// sink refuses, or a stop, ends with an error.
    virtual Status
    read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const = 0;
    /// The columns of a table of any shape, and how each would be read; none where the format knows its columns. The
    /// source stands at its start, before and after.
    virtual Result<std::optional<TableColumns>> columns(ByteSource & /*source*/, const ReadOptions & /*options*/) const
    {
        return std::nullopt;
    }

protected:
    Reader() = default;
    Reader(const Reader &) = default;
    Reader &operator=(const Reader &) = default;
};

} // namespace downtimeline
