// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/timesketchforms.h"

#include "models/documents/kindwords.h"

#include <QCoreApplication>

#include <array>
#include <charconv>
#include <functional>

namespace downtimeline {
namespace {

constexpr auto telltaleColumns = std::to_array<std::string_view>({"message", "datetime", "timestamp_desc"});
constexpr auto otherColumns = std::to_array<std::string_view>(
    {"timestamp", "id", "event_id", "data_type", "source_short", "source_long", "label", "tag", "tags", "comment",
     "hostname", "host", "computer_name", "username", "user", "query_string", "index", "search_history_id"});

using FieldOf = std::function<std::string(std::string_view)>;

/// The date and clock; where they tell no zone, the count of microseconds beside them does.
std::optional<WrittenTime> timeOf(const FieldOf &field)
{
    const std::string text = field("datetime");
    std::optional<WrittenTime> time = jsonTime(text);
    if (time && time->offset)
        return time;
    const std::string digits = field("timestamp");
    std::int64_t count = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size())
        return time;
    std::optional<WrittenTime> counted = countedTime(count, text.empty() ? digits : text);
    return counted ? counted : time;
}

std::string firstOf(const FieldOf &field, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (std::string text = field(name); !text.empty())
            return text;
    }
    return {};
}

Event eventOf(const FieldOf &field, int line)
{
    const std::string message = field("message");
    const std::size_t end = message.find_first_of("\r\n");
    const KindReading reading = kindOf(message);
    Event event = recordEvent(line, reading.kind, message.substr(0, end));
    event.certainty = std::min(reading.certainty, 0.6); // an entry of a log, not a record of an outage
    event.progress = reading.progress;
    event.recordId = firstOf(field, {"_id", "id", "event_id"});
    event.service = firstOf(field, {"hostname", "host", "computer_name"});
    event.actor = firstOf(field, {"username", "user"});
    placeAt(event, timeOf(field));
    if (end != std::string::npos)
        addDetail(event, {}, std::string_view(message).substr(end + 1));
    for (const std::string_view name :
         {"timestamp_desc", "data_type", "source_short", "source_long", "label", "tag", "tags", "comment"})
        addDetail(event, name, field(name));
    return event;
}

class TimesketchTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        const FieldOf field = [&record](std::string_view name) {
            std::string text = textAt(record.value, name);
            return text.empty() ? joinedAt(record.value, name, ", ") : text;
        };
        return flow.event(eventOf(field, record.line));
    }
};

} // namespace

QString TimesketchJsonReader::name() const
{
    return QCoreApplication::translate("Timesketch", "a timeline of Timesketch (JSON)");
}

std::vector<std::string> TimesketchJsonReader::recordPlaces(const JsonSketch &sketch) const
{
    return placeWith(sketch, {"", "[]"}, {"message", "datetime", "timestamp_desc"});
}

std::unique_ptr<JsonTaker> TimesketchJsonReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<TimesketchTaker>();
}

QString TimesketchCsvReader::name() const
{
    return QCoreApplication::translate("Timesketch", "a timeline of Timesketch (CSV)");
}

std::span<const std::string_view> TimesketchCsvReader::telltales() const
{
    return telltaleColumns;
}

std::span<const std::string_view> TimesketchCsvReader::others() const
{
    return otherColumns;
}

Status TimesketchCsvReader::take(const TableRow &row, JsonFlow &flow) const
{
    return flow.event(eventOf([&row](std::string_view name) { return row.at(name); }, row.line()));
}

} // namespace downtimeline
