// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/pagerdutyreader.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

EventKind kindOfEntry(std::string_view type)
{
    if (type.starts_with("trigger") || type.starts_with("notify"))
        return EventKind::Alert;
    if (type.starts_with("acknowledge"))
        return EventKind::Acknowledgement;
    if (type.starts_with("resolve"))
        return EventKind::Recovery;
    for (const std::string_view word : {"escalate", "exhaust", "repeat", "delegate", "assign"}) {
        if (type.starts_with(word))
            return EventKind::Escalation;
    }
    return EventKind::Note;
}

/// Log entries and incidents are told apart by the record.
class PagerDutyTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        ++m_count;
        return valueAt(record.value, "incident_number") ? takeIncident(record, flow) : takeEntry(record, flow);
    }

    void aside(std::string_view place, std::string_view text) override
    {
        if (place == "more")
            m_hasMore = text == "true";
    }

    Status finish(JsonFlow &flow) override { return tellPage(flow, m_count, m_hasMore, {25, 100}); }

private:
    static Status takeEntry(const JsonRecord &record, JsonFlow &flow)
    {
        const JsonValue &value = record.value;
        Event event = recordEvent(record, kindOfEntry(textAt(value, "type")), textAt(value, "summary"));
        event.recordId = textAt(value, "id");
        event.actor = textAt(value, "agent.summary");
        event.service = textAt(value, "service.summary");
        placeAt(event, jsonTime(textAt(value, "created_at")));
        addDetail(event, {}, firstTextAt(value, {"event_details.description", "channel.summary", "note"}));
        addDetail(event, "incident", textAt(value, "incident.summary"));
        return flow.event(std::move(event));
    }

    static Status takeIncident(const JsonRecord &record, JsonFlow &flow)
    {
        const JsonValue &value = record.value;
        Incident incident;
        incident.title = firstTextAt(value, {"title", "summary", "description"});
        incident.status = textAt(value, "status");
        incident.service = textAt(value, "service.summary");
        incident.severity = severityFromText(textAt(value, "priority.summary"));
        incident.startedAt = jsonTime(textAt(value, "created_at"));
        incident.endedAt = jsonTime(textAt(value, "resolved_at"));
        if (Status begun = flow.incident(incident); !begun)
            return begun;
        const std::string id = firstTextAt(value, {"id", "incident_number"});
        Event alert = recordEvent(record, EventKind::Alert, incident.title);
        alert.recordId = id + "/trigger";
        alert.service = incident.service;
        placeAt(alert, incident.startedAt);
        if (Status told = flow.event(std::move(alert)); !told)
            return told;
        int number = 0;
        for (const JsonValue entry : elementsAt(value, "acknowledgements")) {
            Event event = recordEvent(record, EventKind::Acknowledgement, {});
            event.recordId = id + "/acknowledgement/" + std::to_string(++number);
            event.actor = textAt(entry, "acknowledger.summary");
            event.service = incident.service;
            placeAt(event, jsonTime(textAt(entry, "at")));
            if (Status told = flow.event(std::move(event)); !told)
                return told;
        }
        return incident.endedAt ? takeEnd(record, id, incident, flow) : Status();
    }

    static Status takeEnd(const JsonRecord &record, const std::string &id, const Incident &incident, JsonFlow &flow)
    {
        Event event = recordEvent(record, EventKind::Recovery, {});
        event.recordId = id + "/resolve";
        event.service = incident.service;
        event.actor = textAt(record.value, "last_status_change_by.summary");
        event.certainty = 0.7; // what a responder claims, not what was measured
        placeAt(event, incident.endedAt);
        return flow.event(std::move(event));
    }

    int m_count = 0;
    bool m_hasMore = false;
};

} // namespace

QString PagerDutyReader::name() const
{
    return QCoreApplication::translate("PagerDutyReader", "incidents or log entries of PagerDuty");
}

std::vector<std::string> PagerDutyReader::recordPlaces(const JsonSketch &sketch) const
{
    auto places = placeWith(sketch, {"incidents[]", "[]"}, {"incident_number", "created_at", "status"});
    if (places.empty())
        places = placeWith(sketch, {"log_entries[]", "[]"}, {"type", "created_at", "agent", "channel"});
    return places;
}

std::unique_ptr<JsonTaker> PagerDutyReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<PagerDutyTaker>();
}

} // namespace downtimeline
