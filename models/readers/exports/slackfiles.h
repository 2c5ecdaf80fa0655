// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace downtimeline {

/// The files of a Slack export as one text: each file behind a line "==> general/2024-01-16.json <==", the lists of
/// users and channels first. What could not be unpacked is told by a line "==! NAME: why".
class SlackFiles
{
public:
    static constexpr std::int64_t mostFiles = 200'000;
    static constexpr std::int64_t mostBytes = std::int64_t{4} << 30;

    virtual ~SlackFiles() = default;

    /// Of the whole text in bytes, as far as the files tell.
    virtual std::int64_t size() const = 0;
    /// The next piece, at most 1 MiB; empty at the end. Valid until the next call.
    virtual Result<std::string_view> next() = 0;
    virtual Status rewind() = 0;

protected:
    SlackFiles() = default;
    SlackFiles(const SlackFiles &) = default;
    SlackFiles &operator=(const SlackFiles &) = default;
};

/// "users.json", "channels.json" and the other lists that stand beside the channels' folders.
bool isSlackList(std::string_view name);
/// "general/2024-01-16.json"
bool isSlackDay(std::string_view name);

inline constexpr std::string_view slackFileMark = "==> ";
inline constexpr std::string_view slackFileMarkEnd = " <==";
inline constexpr std::string_view slackDamageMark = "==! ";

/// The line before a file, with its end; control characters in the name are replaced.
std::string slackFileLine(std::string_view name);
std::string slackDamageLine(std::string_view name, std::string_view why);

} // namespace downtimeline
