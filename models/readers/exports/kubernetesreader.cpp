// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/kubernetesreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace downtimeline {
namespace {

struct ReasonKind
{
    std::string_view reason;
    EventKind kind;
};

constexpr std::array<ReasonKind, 11> reasonKinds{
    {{"ScalingReplicaSet", EventKind::Deploy},
     {"Pulled", EventKind::Deploy},
     {"Killing", EventKind::Restart},
     {"Created", EventKind::Restart},
     {"Started", EventKind::Restart},
     {"BackOff", EventKind::Alert},
     {"Unhealthy", EventKind::Alert},
     {"FailedScheduling", EventKind::Alert},
     {"NodeNotReady", EventKind::Alert},
     {"Evicted", EventKind::Alert},
     {"DeploymentRollback", EventKind::Rollback}}};

EventKind kindOfReason(std::string_view reason)
{
    const auto found = std::ranges::find(reasonKinds, reason, &ReasonKind::reason);
    return found == reasonKinds.end() ? EventKind::Note : found->kind;
}

class KubernetesTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        const JsonValue &value = record.value;
        const std::string reason = textAt(value, "reason");
        if (reason.empty())
            return flow.skip(
                record.line,
                QCoreApplication::translate("KubernetesReader", "The object is no event: it has no reason."));
        const std::string message = firstTextAt(value, {"message", "note"});
        Event event = recordEvent(record, kindOfReason(reason), message.empty() ? reason : reason + ": " + message);
        event.certainty = 0.7; // reasons are no stable contract
        event.recordId = textAt(value, "metadata.uid");
        event.service = firstTextAt(value, {"involvedObject.name", "regarding.name"});
        placeAt(
            event,
            jsonTime(firstTextAt(
                value, {"eventTime", "firstTimestamp", "deprecatedFirstTimestamp", "metadata.creationTimestamp"})));
        if (firstTextAt(value, {"count", "deprecatedCount", "series.count"}) != "1")
            endAt(
                event,
                jsonTime(firstTextAt(value, {"series.lastObservedTime", "lastTimestamp", "deprecatedLastTimestamp"})));
        addDetail(event, "type", textAt(value, "type"));
        addDetail(event, "object", firstTextAt(value, {"involvedObject.kind", "regarding.kind"}));
        addDetail(event, "count", firstTextAt(value, {"count", "deprecatedCount", "series.count"}));
        return flow.event(std::move(event));
    }
};

} // namespace

QString KubernetesReader::name() const
{
    return QCoreApplication::translate("KubernetesReader", "events of Kubernetes");
}

std::vector<std::string> KubernetesReader::recordPlaces(const JsonSketch &sketch) const
{
    auto places = placeWith(sketch, {"items[]", "[]"}, {"metadata", "involvedObject"});
    return places.empty() ? placeWith(sketch, {"items[]", "[]"}, {"metadata", "regarding"}) : places;
}

std::unique_ptr<JsonTaker> KubernetesReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<KubernetesTaker>();
}

} // namespace downtimeline
