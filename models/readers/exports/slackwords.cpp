// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/slackwords.h"

#include <algorithm>
#include <array>
#include <utility>

namespace downtimeline {
namespace {

std::string unescaped(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, char>, 3> signs{
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}}};
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        std::size_t length = 1;
        char c = text.front();
        for (const auto &[written, sign] : signs) {
            if (text.starts_with(written)) {
                c = sign;
                length = written.size();
                break;
            }
        }
        plain += c;
        text.remove_prefix(length);
    }
    return plain;
}

std::string nameIn(const std::map<std::string, std::string, std::less<>> &names, std::string_view id)
{
    const auto found = names.find(id);
    return found == names.end() ? std::string(id) : found->second;
}

/// What stands between "<" and ">".
std::string reference(std::string_view inner, const SlackNames &names)
{
    const std::size_t bar = inner.find('|');
    const std::string_view target = inner.substr(0, bar);
    const std::string label = bar == std::string_view::npos ? std::string() : unescaped(inner.substr(bar + 1));
    if (target.starts_with('@'))
        return "@" + (label.empty() ? names.user(target.substr(1)) : label);
    if (target.starts_with('#'))
        return "#" + (label.empty() ? names.channel(target.substr(1)) : label);
    if (target.starts_with('!')) {
        const std::string_view word = target.substr(1, target.find('^') - 1);
        if (label.empty())
            return "@" + unescaped(word);
        return label.starts_with('@') || word == "date" ? label : "@" + label;
    }
    const std::string url = unescaped(target);
    const bool isSame = label.empty() || url == label || url == "mailto:" + label || url == "http://" + label ||
                        url == "https://" + label;
    return isSame ? (label.empty() ? url : label) : label + " (" + url + ")";
}

/// The full name and the one that the chat shows as they are, what is mentioned behind "@", id and address.
Person personOf(JsonValue user, const std::string &id)
{
    Person person{.id = {}, .names = {}, .role = textAt(user, "profile.title")};
    const auto add = [&person](const std::string &name) {
        if (!name.empty() && std::ranges::find(person.names, name) == person.names.end())
            person.names.push_back(name);
    };
    add(firstTextAt(user, {"profile.real_name", "real_name", "profile.display_name", "name"}));
    const std::string shown = textAt(user, "profile.display_name");
    if (!shown.empty())
        add("@" + shown);
    const std::string login = textAt(user, "name");
    if (!login.empty())
        add("@" + login);
    add(id);
    add(textAt(user, "profile.email"));
    return person;
}

} // namespace

void SlackNames::takeUser(JsonValue user)
{
    const std::string id = textAt(user, "id");
    std::string name = firstTextAt(user, {"profile.real_name", "real_name", "profile.display_name", "name"});
    if (!id.empty() && !name.empty())
        m_users.insert_or_assign(id, std::move(name));
    constexpr std::string_view helper = "USLACKBOT";
    if (!id.empty() && id != helper && !isTrueAt(user, "is_bot"))
        m_persons.insert_or_assign(id, personOf(user, id));
}

void SlackNames::meet(const std::string &id)
{
    if (auto met = m_persons.extract(id))
        m_met.push_back(std::move(met.mapped()));
}

void SlackNames::meet(JsonValue message)
{
    meet(textAt(message, "user"));
    const std::string text = textAt(message, "text");
    for (std::size_t at = text.find("<@"); at != std::string::npos; at = text.find("<@", at + 2)) {
        const std::size_t end = text.find_first_of("|><", at + 2); // "<": so that the text is gone over once
        if (end != std::string::npos && text[end] != '<')
            meet(text.substr(at + 2, end - at - 2));
    }
}

void SlackNames::takeChannel(JsonValue channel)
{
    const std::string id = textAt(channel, "id");
    const std::string name = textAt(channel, "name");
    if (id.empty() || name.empty())
        return;
    m_channels.insert_or_assign(id, name);
    m_channelIds.insert_or_assign(name, id);
}

std::string SlackNames::user(std::string_view id) const
{
    return nameIn(m_users, id);
}

std::string SlackNames::channel(std::string_view id) const
{
    return nameIn(m_channels, id);
}

std::string SlackNames::channelId(std::string_view name) const
{
    return nameIn(m_channelIds, name);
}

std::string slackText(std::string_view written, const SlackNames &names)
{
    std::string text;
    while (!written.empty()) {
        const std::size_t open = written.find('<');
        text += unescaped(written.substr(0, open));
        if (open == std::string_view::npos)
            break;
        written.remove_prefix(open);
        const std::size_t close = written.find_first_of(">\n", 1);
        const bool isReference = close != std::string_view::npos && written[close] == '>' && close > 1;
        if (isReference)
            text += reference(written.substr(1, close - 1), names);
        else
            text += '<';
        written.remove_prefix(isReference ? close + 1 : 1);
    }
    return text;
}

} // namespace downtimeline
