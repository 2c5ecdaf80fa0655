// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/grafanaannotations.h"

#include <QCoreApplication>

#include <array>

namespace downtimeline {
namespace {

struct TagKind
{
    std::string_view tag;
    EventKind kind;
};

constexpr std::array<TagKind, 5> tagKinds{
    {{"rollback", EventKind::Rollback},
     {"deploy", EventKind::Deploy},
     {"release", EventKind::Deploy},
     {"outage", EventKind::Outage},
     {"incident", EventKind::Outage}}};

EventKind kindOfTags(JsonValue value)
{
    for (const TagKind &known : tagKinds) {
        for (const JsonValue tag : elementsAt(value, "tags")) {
            if (folded(textOf(tag)) == known.tag)
                return known.kind;
        }
    }
    return EventKind::Note;
}

class GrafanaTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        ++m_count;
        const JsonValue &value = record.value;
        const std::string state = folded(textAt(value, "newState"));
        const bool isAlert = state.starts_with("alerting") || state.starts_with("error");
        Event event =
            recordEvent(record, isAlert ? EventKind::Alert : kindOfTags(value), firstTextAt(value, {"text", "metric"}));
        event.recordId = textAt(value, "id");
        event.actor = textAt(value, "userName");
        placeAt(event, millisecondsAt(value, "time"));
        endAt(event, millisecondsAt(value, "timeEnd"));
        addDetail(event, "tags", joinedAt(value, "tags", ", "));
        addDetail(event, "state", textAt(value, "newState"));
        return flow.event(std::move(event));
    }

    Status finish(JsonFlow &flow) override { return tellPage(flow, m_count, false, {100}); }

private:
    static std::optional<WrittenTime> millisecondsAt(JsonValue value, std::string_view name)
    {
        constexpr std::int64_t most = 253'402'300'800'000; // the year 10000
        const auto count = wholeAt(value, name);
        return count && *count > 0 && *count < most ? countedTime(*count * 1000, textAt(value, name)) : std::nullopt;
    }

    int m_count = 0;
};

} // namespace

QString GrafanaAnnotationsReader::name() const
{
    return QCoreApplication::translate("GrafanaAnnotationsReader", "annotations of Grafana");
}

std::vector<std::string> GrafanaAnnotationsReader::recordPlaces(const JsonSketch &sketch) const
{
    return placeWith(sketch, {"[]"}, {"id", "time", "timeEnd", "text", "tags"});
}

std::unique_ptr<JsonTaker> GrafanaAnnotationsReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<GrafanaTaker>();
}

} // namespace downtimeline
