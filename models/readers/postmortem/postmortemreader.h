// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/reader.h"

namespace downtimeline {

/// Reads postmortem documents: plain text, Markdown and HTML pages, each as one incident. Sources over 16 MiB and lines
/// over 1 MiB are refused with a sentence.
class PostmortemReader final : public Reader
{
public:
    std::string_view key() const override { return "postmortem"; }
    QString name() const override;
    int recognises(std::string_view head) const override;
    Status read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const override;
};

} // namespace downtimeline
