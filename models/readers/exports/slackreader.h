// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/reader.h"

namespace downtimeline {

/// Reads a Slack export, once its files are one text (slackfiles.h): each message of a channel is an event, with the
/// names of users and channels for their ids. Joining, leaving and renaming are counted and left out.
class SlackReader final : public Reader
{
public:
    std::string_view key() const override { return "slack"; }
    QString name() const override;
    int recognises(std::string_view head) const override;
    Status read(ByteSource &source, const ReadOptions &options, ImportSink &sink, std::stop_token stop) const override;
};

} // namespace downtimeline
