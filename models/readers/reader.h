// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/bytesource.h"
#include "models/readers/importsink.h"

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
    std::map<std::string, std::string> columns; ///< column header -> field, where the guess is not wanted
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

protected:
    Reader() = default;
    Reader(const Reader &) = default;
    Reader &operator=(const Reader &) = default;
};

} // namespace downtimeline
