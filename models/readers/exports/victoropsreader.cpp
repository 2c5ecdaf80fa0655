// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/victoropsreader.h"

#include <QCoreApplication>

namespace downtimeline {
namespace {

EventKind kindOfTransition(std::string_view name)
{
    if (name == "triggered")
        return EventKind::Alert;
    if (name == "acknowledged")
        return EventKind::Acknowledgement;
    if (name == "resolved")
        return EventKind::Recovery;
    return name == "rerouted" || name == "escalated" ? EventKind::Escalation : EventKind::Note;
}

class VictorOpsTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        const JsonValue &value = record.value;
        Incident incident;
        incident.title = firstTextAt(value, {"entityDisplayName", "service", "entityId"});
        incident.status = textAt(value, "currentPhase");
        incident.service = textAt(value, "service");
        incident.startedAt = jsonTime(textAt(value, "startTime"));
        if (Status begun = flow.incident(incident); !begun)
            return begun;
        const std::string number = textAt(value, "incidentNumber");
        const std::vector<JsonValue> transitions = elementsAt(value, "transitions");
        if (transitions.empty()) {
            Event alert = recordEvent(record, EventKind::Alert, incident.title);
            alert.recordId = number + "/start";
            alert.service = incident.service;
            placeAt(alert, incident.startedAt);
            return flow.event(std::move(alert));
        }
        int count = 0;
        for (const JsonValue transition : transitions) {
            const std::string name = folded(textAt(transition, "name"));
            const EventKind kind = kindOfTransition(name);
            std::string title = incident.title;
            if (kind != EventKind::Alert)
                title.append(": ").append(name);
            Event event = recordEvent(record, kind, std::move(title));
            event.recordId = number;
            event.recordId.append("/").append(std::to_string(++count));
            event.service = incident.service;
            event.actor = textAt(transition, "by");
            placeAt(event, jsonTime(textAt(transition, "at")));
            addDetail(event, {}, textAt(transition, "message"));
            if (Status told = flow.event(std::move(event)); !told)
                return told;
        }
        return {};
    }
};

} // namespace

QString VictorOpsReader::name() const
{
    return QCoreApplication::translate("VictorOpsReader", "incidents of VictorOps");
}

std::vector<std::string> VictorOpsReader::recordPlaces(const JsonSketch &sketch) const
{
    return placeWith(sketch, {"[]", "incidents[]"}, {"incidentNumber", "currentPhase", "startTime"});
}

std::unique_ptr<JsonTaker> VictorOpsReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<VictorOpsTaker>();
}

} // namespace downtimeline
