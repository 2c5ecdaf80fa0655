// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/reader.h"

#include <span>

namespace downtimeline {

/// Reads a format that comes in several forms, as JSON and as CSV: each form has a reader, the surest one reads.
class FormsReader : public Reader
{
public:
    int recognises(std::string_view head) const final;
    Status read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const final;
    Result<std::optional<TableColumns>> columns(ByteSource &source, const ReadOptions &options) const final;

protected:
    /// The readers of the forms.
    virtual std::span<const Reader *const> forms() const = 0;
    /// The one for a file that starts with these bytes where none is sure, but the user is: the first.
    virtual const Reader *formOfUser(std::string_view head) const;

private:
    const Reader *formFor(std::string_view head) const;
};

} // namespace downtimeline
