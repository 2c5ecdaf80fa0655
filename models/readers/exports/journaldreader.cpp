// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/journaldreader.h"

#include "models/readers/textsource.h"

#include <QCoreApplication>

#include <array>

namespace downtimeline {
namespace {

/// A field that is no UTF-8 comes as a list of byte numbers, one that came twice as a list of texts.
std::string fieldOf(JsonValue entry, std::string_view name)
{
    std::string text = textAt(entry, name);
    if (!text.empty())
        return text;
    for (const JsonValue element : elementsAt(entry, name)) {
        std::int64_t byte = 0;
        if (element.get_int64().get(byte) == simdjson::SUCCESS)
            text += static_cast<char>(byte & 0xFF);
        else
            text += (text.empty() ? "" : "\n") + textOf(element);
    }
    return isCleanText(text) ? text : cleanText(text);
}

EventKind kindOf(std::string_view message, std::string_view program, std::string_view priority)
{
    const bool isOfManager = program == "systemd";
    if (isOfManager && (message.starts_with("Starting ") || message.starts_with("Started ")))
        return EventKind::Restart;
    const bool hasFailed = isOfManager && (message.contains("Failed") || message.contains("code=exited, status="));
    const bool isError = priority.size() == 1 && priority[0] >= '0' && priority[0] <= '3';
    return hasFailed || isError ? EventKind::Alert : EventKind::Note;
}

class JournaldTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        const JsonValue &value = record.value;
        const std::string message = fieldOf(value, "MESSAGE");
        const std::string program = firstTextAt(value, {"SYSLOG_IDENTIFIER", "_COMM"});
        if (message.empty())
            return flow.skip(
                record.line, QCoreApplication::translate(
                                 "JournaldReader", "The entry has no message, or one too long "
                                                   "for the journal to print."));
        const std::string priority = textAt(value, "PRIORITY");
        const std::size_t end = message.find('\n');
        Event event = recordEvent(record, kindOf(message, program, priority), message.substr(0, end));
        event.certainty = 0.5; // a line of a log, not a record of an outage
        event.recordId = textAt(value, "__CURSOR");
        event.service = firstTextAt(value, {"_SYSTEMD_UNIT", "UNIT"});
        placeAt(event, timeOf(value));
        if (end != std::string::npos)
            addDetail(event, {}, std::string_view(message).substr(end + 1));
        addDetail(event, "program", program);
        addDetail(event, "host", textAt(value, "_HOSTNAME"));
        addDetail(event, "priority", priority);
        return flow.event(std::move(event));
    }

private:
    /// When it happened, where the sender said so, else when it was received.
    static std::optional<WrittenTime> timeOf(JsonValue value)
    {
        for (const char *field : {"_SOURCE_REALTIME_TIMESTAMP", "__REALTIME_TIMESTAMP"}) {
            const std::optional<std::int64_t> microseconds = wholeAt(value, field);
            if (std::optional<WrittenTime> time = countedTime(microseconds.value_or(0), textAt(value, field)))
                return time;
        }
        return std::nullopt;
    }
};

} // namespace

QString JournaldReader::name() const
{
    return QCoreApplication::translate("JournaldReader", "a journal of systemd (journalctl -o json)");
}

std::vector<std::string> JournaldReader::recordPlaces(const JsonSketch &sketch) const
{
    return placeWith(sketch, {"", "[]"}, {"__REALTIME_TIMESTAMP", "__CURSOR"});
}

std::unique_ptr<JsonTaker> JournaldReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<JournaldTaker>();
}

} // namespace downtimeline
