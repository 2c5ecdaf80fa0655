// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/statuspagereader.h"

#include <QCoreApplication>

#include <algorithm>

namespace downtimeline {
namespace {

EventKind kindOfStatus(std::string_view status)
{
    if (status == "resolved")
        return EventKind::Recovery;
    if (status == "monitoring")
        return EventKind::Mitigation;
    return status == "identified" ? EventKind::Note : EventKind::Communication;
}

std::string changeText(std::string_view before, std::string_view after)
{
    std::string text(before);
    return text.append(" -> ").append(after);
}

class StatuspageTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        const JsonValue &value = record.value;
        Incident incident;
        incident.title = textAt(value, "name");
        incident.status = textAt(value, "status");
        const std::string impact = textAt(value, "impact");
        incident.severity = severityFromText(impact);
        incident.impact = impact;
        const auto started = jsonTime(firstTextAt(value, {"started_at", "created_at"}));
        incident.startedAt = started;
        incident.endedAt = jsonTime(textAt(value, "resolved_at"));
        if (Status begun = flow.incident(incident); !begun)
            return begun;
        Event outage = recordEvent(record, EventKind::Outage, incident.title);
        outage.recordId = textAt(value, "id") + "/start";
        outage.certainty = 0.6; // a communicated start may be back-dated
        placeAt(outage, started);
        if (Status told = flow.event(std::move(outage)); !told)
            return told;
        std::vector<JsonValue> updates = elementsAt(value, "incident_updates");
        std::ranges::reverse(updates); // they stand newest first
        for (const JsonValue update : updates) {
            if (Status told = flow.event(eventOfUpdate(record, update)); !told)
                return told;
        }
        return {};
    }

private:
    static Event eventOfUpdate(const JsonRecord &record, JsonValue update)
    {
        const std::string status = textAt(update, "status");
        Event event = recordEvent(record, kindOfStatus(status), textAt(update, "body"));
        event.recordId = textAt(update, "id");
        placeAt(event, jsonTime(firstTextAt(update, {"display_at", "created_at"})));
        addDetail(event, "status", status);
        if (textAt(update, "display_at") != textAt(update, "created_at"))
            addDetail(event, "created_at", textAt(update, "created_at"));
        for (const JsonValue component : elementsAt(update, "affected_components")) {
            const std::string before = textAt(component, "old_status");
            const std::string after = textAt(component, "new_status");
            if (before != after)
                addDetail(event, textAt(component, "name"), changeText(before, after));
        }
        return event;
    }
};

} // namespace

QString StatuspageReader::name() const
{
    return QCoreApplication::translate("StatuspageReader", "incidents of a status page (Statuspage)");
}

std::vector<std::string> StatuspageReader::recordPlaces(const JsonSketch &sketch) const
{
    return placeWith(sketch, {"incidents[]", "[]", "incident", ""}, {"name", "status", "impact", "incident_updates"});
}

std::unique_ptr<JsonTaker> StatuspageReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<StatuspageTaker>();
}

} // namespace downtimeline
