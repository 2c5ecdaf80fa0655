// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>
#include <utility>

namespace downtimeline {

/// Why something could not be done: one sentence for the user, the detail for the log.
struct Error
{
    enum class Code {
        Io,            ///< a file cannot be opened, read or written
        Sql,           ///< SQLite refused; the detail has its words
        Parse,         ///< the content is damaged
        NotRecognised, ///< the content is no kind of file that is read here
        SchemaTooNew,  ///< the library was written by a newer version
        NotOurs,       ///< the file is not a library
        ReadOnly,      ///< the library may only be read
        NotFound,      ///< no such incident, event, series
        Usage,         ///< the caller asked for something that does not exist
        Cancelled,     ///< the user stopped it
    };

    Code code = Code::Io;
    QString message; ///< what, where and what to do, in one sentence
    QString detail;  ///< for the log; may be empty

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = std::expected<T, Error>;

using Status = Result<void>;

/// `return failure(Error::Code::Io, ...)` in a function that returns a Result of any type.
inline std::unexpected<Error> failure(Error::Code code, QString message, QString detail = {})
{
    return std::unexpected(Error{code, std::move(message), std::move(detail)});
}

} // namespace downtimeline
