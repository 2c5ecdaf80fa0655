// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"
#include "models/readers/json/jsonvalue.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace downtimeline {

/// What the lists of a Slack export tell of the ids in its messages.
class SlackNames
{
public:
    /// A record of users.json.
    void takeUser(JsonValue user);
    /// Who wrote this message, and whom it mentions.
    void meet(JsonValue message);
    /// Those of users.json who were met and are no bots, in the order in which they were met, by all their names.
    const Persons &personsMet() const { return m_met; }
    /// A record of channels.json or groups.json.
    void takeChannel(JsonValue channel);

    /// The full name, else the one that the chat shows, else the id.
    std::string user(std::string_view id) const;
    std::string channel(std::string_view id) const;
    /// The id of the channel of that name, else the name.
    std::string channelId(std::string_view name) const;

private:
    using Names = std::map<std::string, std::string, std::less<>>;

    void meet(const std::string &id);

    Names m_users;
    std::map<std::string, Person, std::less<>> m_persons; ///< by id; those who are not met yet
    Persons m_met;
    Names m_channels;
    Names m_channelIds;
};

/// The text of a message as people read it: "<@U1>" becomes "@Kim", "<#C1|general>" "#general", "<https://x|label>"
/// "label (https://x)", "&amp;" "&". Anything else stays.
std::string slackText(std::string_view written, const SlackNames &names);

} // namespace downtimeline
