// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace downtimeline {

/// Bytes in chunks. A reader never sees a file.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    /// The file's name without its folder, for messages.
    virtual std::string name() const = 0;
    /// In bytes.
    virtual std::int64_t size() const = 0;
    /// The next chunk, at most 1 MiB; empty at the end. Valid until the next call.
    virtual Result<std::string_view> next() = 0;
    /// Starts again at the first byte.
    virtual Status rewind() = 0;

protected:
    ByteSource() = default;
    ByteSource(const ByteSource &) = default;
    ByteSource &operator=(const ByteSource &) = default;
};

/// A regular file, opened without following what would block: pipes and devices are refused with a sentence. A Slack
/// export, a ZIP archive or a folder, is handed out as one text, see slackfiles.h, a report in PDF as the data that is
/// attached to it, see pdfattachment.h; other archives, folders and PDFs are refused.
Result<std::unique_ptr<ByteSource>> openByteSource(const QString &path);

/// Bytes that are in memory already, for example a paste.
std::unique_ptr<ByteSource> memorySource(std::string name, std::string bytes);

} // namespace downtimeline
