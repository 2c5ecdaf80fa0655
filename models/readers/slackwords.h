// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readers/jsonvalue.h"

#include <map>
#include <string>
#include <string_view>

namespace downtimeline {

/// What the lists of a Slack export tell of the ids in its messages.
class SlackNames
{
public:
    /// A record of users.json.
    void takeUser(JsonValue user);
    /// A record of channels.json or groups.json.
    void takeChannel(JsonValue channel);

    /// The full name, else the one that the chat shows, else the id.
    std::string user(std::string_view id) const;
    std::string channel(std::string_view id) const;
    /// The id of the channel of that name, else the name.
    std::string channelId(std::string_view name) const;

private:
    using Names = std::map<std::string, std::string, std::less<>>;

    Names m_users;
    Names m_channels;
    Names m_channelIds;
};

/// The text of a message as people read it: "<@U1>" becomes "@Kim", "<#C1|general>" "#general", "<https://x|label>"
/// "label (https://x)", "&amp;" "&". Anything else stays.
std::string slackText(std::string_view written, const SlackNames &names);

} // namespace downtimeline
