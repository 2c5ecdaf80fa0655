// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/slackmessages.h"

#include "models/documents/kindwords.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace downtimeline {
namespace {

constexpr double mostOfChat = 0.6; // what people say while they work is no record

/// "1700000100.000200": seconds, and six digits that are microseconds or, in older exports, a count.
std::optional<WrittenTime> timeOfStamp(const std::string &stamp)
{
    const std::size_t dot = stamp.find('.');
    const std::string fraction = dot == std::string::npos ? "0" : stamp.substr(dot + 1);
    std::int64_t seconds = 0;
    std::int64_t rest = 0;
    const auto whole = [](std::string_view digits, std::int64_t &number) {
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return !digits.empty() && read.ec == std::errc() && read.ptr == digits.data() + digits.size() && number >= 0;
    };
    constexpr std::int64_t latest = 253'402'300'799;
    if (!whole(stamp.substr(0, dot), seconds) || !whole(fraction, rest) || fraction.size() > 6 || seconds > latest)
        return std::nullopt;
    for (std::size_t digits = fraction.size(); digits < 6; ++digits)
        rest *= 10;
    return countedTime(seconds * 1'000'000 + rest, stamp);
}

bool hasWord(std::string_view text, std::span<const std::string_view> words)
{
    return std::ranges::any_of(words, [text](std::string_view word) { return text.contains(word); });
}

bool isWatcher(const std::string &bot)
{
    static constexpr auto watchers = std::to_array<std::string_view>(
        {"pager", "opsgenie", "victorops", "alert", "grafana", "prometheus", "datadog", "nagios", "zabbix", "sentry",
         "monitor", "pingdom", "uptime", "cloudwatch", "newrelic", "new relic", "icinga", "sensu", "honeycomb"});
    return hasWord(folded(bot), watchers);
}

bool isPinned(JsonValue message)
{
    if (!elementsAt(message, "pinned_to").empty())
        return true;
    for (const JsonValue reaction : elementsAt(message, "reactions")) {
        if (textAt(reaction, "name").ends_with("pushpin"))
            return true;
    }
    return false;
}

/// Bots write into attachments.
std::string textOfMessage(JsonValue message, const SlackNames &names)
{
    std::string text = slackText(textAt(message, "text"), names);
    for (const JsonValue attachment : elementsAt(message, "attachments")) {
        std::string part;
        for (const std::string_view field : {"pretext", "title", "text"}) {
            const std::string words = slackText(textAt(attachment, field), names);
            if (!words.empty())
                part += (part.empty() ? "" : "\n") + words;
        }
        if (part.empty())
            part = slackText(textAt(attachment, "fallback"), names);
        if (!part.empty())
            text += (text.empty() ? "" : "\n") + part;
    }
    return text;
}

/// Of a bot that watches, each message is an alert; one that clears is no recovery of the incident.
EventKind kindOfWatcher(EventKind words)
{
    const bool isStep = words == EventKind::Acknowledgement || words == EventKind::Escalation;
    return isStep ? words : words == EventKind::Recovery ? EventKind::Note : EventKind::Alert;
}

/// Of any other bot: what it changed. The rest of what bots quote, for example commits, tells of no outage.
EventKind kindOfBot(EventKind words)
{
    const bool isChange = words == EventKind::Deploy || words == EventKind::Rollback || words == EventKind::Restart;
    return isChange ? words : EventKind::Note;
}

/// Who speaks of an outage has noticed it; when it began others tell.
EventKind kindOfPerson(EventKind words)
{
    return words == EventKind::Note     ? EventKind::Communication
           : words == EventKind::Outage ? EventKind::Detection
                                        : words;
}

void settleKind(Event &event, bool isBot)
{
    const KindReading reading = kindOf(event.title, event.detail);
    event.progress = reading.progress;
    event.certainty = std::min(reading.certainty, mostOfChat);
    event.kind = !isBot                   ? kindOfPerson(reading.kind)
                 : isWatcher(event.actor) ? kindOfWatcher(reading.kind)
                                          : kindOfBot(reading.kind);
}

} // namespace

bool isSlackHousekeeping(JsonValue message)
{
    static constexpr auto endings = std::to_array<std::string_view>(
        {"_join", "_leave", "_topic", "_purpose", "_name", "_archive", "_unarchive", "bot_add", "bot_remove",
         "bot_enable", "bot_disable", "pinned_item", "unpinned_item", "reminder_add"});
    const std::string subtype = textAt(message, "subtype");
    return std::ranges::any_of(endings, [&subtype](std::string_view end) { return subtype.ends_with(end); });
}

Event slackEvent(const JsonRecord &message, const std::string &channel, const SlackNames &names)
{
    const JsonValue &value = message.value;
    const std::string text = textOfMessage(value, names);
    const std::size_t start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    const std::size_t end = text.find('\n', start);
    Event event = recordEvent(message, EventKind::Communication, text.substr(start, end - start));
    if (end != std::string::npos)
        addDetail(event, {}, std::string_view(text).substr(end + 1));
    const std::string user = textAt(value, "user");
    const std::string bot = firstTextAt(value, {"bot_profile.name", "username", "bot_id"});
    const bool isBot = textAt(value, "subtype") == "bot_message" || (!bot.empty() && user.empty()) ||
                       valueAt(value, "bot_profile").has_value();
    event.actor = isBot || user.empty() ? bot : names.user(user);
    settleKind(event, isBot);
    for (const JsonValue file : elementsAt(value, "files")) {
        if (event.title.empty())
            event.title = firstTextAt(file, {"title", "name"});
    }
    const std::string stamp = textAt(value, "ts");
    event.recordId = names.channelId(channel) + "/" + stamp;
    event.starred = isPinned(value);
    placeAt(event, timeOfStamp(stamp));
    addDetail(event, "channel", "#" + channel);
    for (const JsonValue file : elementsAt(value, "files"))
        addDetail(event, "file", firstTextAt(file, {"title", "name"}));
    const std::string thread = textAt(value, "thread_ts");
    if (!thread.empty() && thread != stamp)
        addDetail(event, "in the thread of", thread);
    if (valueAt(value, "edited"))
        addDetail(event, "edited", textAt(value, "edited.ts"));
    return event;
}

} // namespace downtimeline
