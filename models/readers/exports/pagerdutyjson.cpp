// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/pagerdutyjson.h"

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

bool speaksOfRollback(std::string_view words)
{
    const std::string text = folded(words);
    for (const std::string_view word : {"rollback", "roll back", "rolled back", "rolling back", "revert"}) {
        if (text.contains(word))
            return true;
    }
    return false;
}

/// Log entries, incidents and change events are told apart by the record.
class PagerDutyTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        ++m_count;
        if (textAt(record.value, "type").starts_with("change_event"))
            return takeChange(record, flow);
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

    static Status takeChange(const JsonRecord &record, JsonFlow &flow)
    {
        const JsonValue &value = record.value;
        const std::string summary = textAt(value, "summary");
        Event event = recordEvent(record, speaksOfRollback(summary) ? EventKind::Rollback : EventKind::Deploy, summary);
        event.certainty = 0.8;
        event.recordId = textAt(value, "id");
        std::string services;
        for (const JsonValue service : elementsAt(value, "services"))
            services.append(services.empty() ? "" : ", ").append(textAt(service, "summary"));
        event.service = services;
        placeAt(event, jsonTime(firstTextAt(value, {"timestamp", "created_at"})));
        addDetail(event, "source", textAt(value, "source"));
        for (const JsonValue link : elementsAt(value, "links"))
            addDetail(event, textAt(link, "text"), textAt(link, "href"));
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

QString PagerDutyJsonReader::name() const
{
    return QCoreApplication::translate("PagerDutyJsonReader", "incidents, log entries or change events of PagerDuty");
}

std::vector<std::string> PagerDutyJsonReader::recordPlaces(const JsonSketch &sketch) const
{
    if (sketch.has("[].seconds_to_resolve"))
        return {}; // analytics, whose times are told otherwise
    auto places = placeWith(sketch, {"incidents[]", "[]"}, {"incident_number", "created_at", "status"});
    if (places.empty())
        places = placeWith(sketch, {"log_entries[]", "[]"}, {"type", "created_at", "agent", "channel"});
    if (places.empty())
        places = placeWith(sketch, {"change_events[]", "[]"}, {"type", "summary", "timestamp", "services"});
    return places;
}

std::unique_ptr<JsonTaker> PagerDutyJsonReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<PagerDutyTaker>();
}

} // namespace downtimeline
