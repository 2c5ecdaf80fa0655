// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readers/exports/githubreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace downtimeline {
namespace {

/// As people write a commit; what is no commit stays whole, for it may not be cut within a character.
std::string shortCommit(const std::string &commit)
{
    const bool isHex = commit.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    return isHex ? commit.substr(0, 7) : commit;
}

bool speaksOfRollback(JsonValue value)
{
    for (const char *field : {"task", "ref", "description"}) {
        const std::string words = folded(textAt(value, field));
        if (words.contains("rollback") || words.contains("roll back") || words.contains("revert"))
            return true;
    }
    return false;
}

/// Deployments wait until all were read: lists stand newest first, and a commit that comes back shows in their order.
class GithubTaker final : public JsonTaker
{
public:
    Status take(const JsonRecord &record, JsonFlow &flow) override
    {
        return valueAt(record.value, "sha") ? takeDeployment(record, flow) : takeStatus(record, flow);
    }

    Status finish(JsonFlow &flow) override
    {
        markRollbacks();
        for (Deployment &deployment : m_deployments) {
            if (Status told = flow.event(std::move(deployment.event)); !told)
                return told;
        }
        return tellPage(flow, m_count, false, {30, 100});
    }

private:
    static constexpr std::size_t mostWaiting = 100'000;

    struct Deployment
    {
        Event event;
        std::string commit;
    };

    Status takeDeployment(const JsonRecord &record, JsonFlow &flow)
    {
        const JsonValue &value = record.value;
        ++m_count;
        const std::string commit = textAt(value, "sha");
        const std::string environment = textAt(value, "environment");
        const EventKind kind = speaksOfRollback(value) ? EventKind::Rollback : EventKind::Deploy;
        Event event =
            recordEvent(record, kind, textAt(value, "ref") + " (" + shortCommit(commit) + ") to " + environment);
        event.recordId = textAt(value, "id");
        event.service = environment;
        event.actor = textAt(value, "creator.login");
        event.progress = Progress::Begins;
        placeAt(event, jsonTime(textAt(value, "created_at")));
        addDetail(event, {}, textAt(value, "description"));
        addDetail(event, "task", textAt(value, "task"));
        if (!event.at || m_deployments.size() >= mostWaiting)
            return flow.event(std::move(event));
        m_deployments.push_back({.event = std::move(event), .commit = commit});
        return {};
    }

    static Status takeStatus(const JsonRecord &record, JsonFlow &flow)
    {
        const JsonValue &value = record.value;
        const std::string state = textAt(value, "state");
        const bool isEnd = state == "success" || state == "failure" || state == "error";
        const std::string environment = textAt(value, "environment");
        Event event = recordEvent(
            record, isEnd ? EventKind::Deploy : EventKind::Note, "Deployment to " + environment + ": " + state);
        event.progress = !isEnd ? Progress::Unstated : state == "success" ? Progress::Completes : Progress::Fails;
        event.recordId = "status/" + textAt(value, "id");
        event.service = environment;
        event.actor = textAt(value, "creator.login");
        placeAt(event, jsonTime(textAt(value, "created_at")));
        addDetail(event, {}, textAt(value, "description"));
        return flow.event(std::move(event));
    }

    void markRollbacks()
    {
        std::ranges::stable_sort(m_deployments, {}, [](const Deployment &each) { return *each.event.at; });
        std::map<std::string, std::set<std::string>> replaced; // by environment, the commits that it had before
        std::map<std::string, std::string> running;
        for (Deployment &deployment : m_deployments) {
            std::string &present = running[deployment.event.service];
            if (present == deployment.commit)
                continue;
            if (!present.empty())
                replaced[deployment.event.service].insert(present);
            if (replaced[deployment.event.service].contains(deployment.commit) &&
                deployment.event.kind == EventKind::Deploy) {
                deployment.event.kind = EventKind::Rollback;
                deployment.event.certainty = 0.6;
            }
            present = deployment.commit;
        }
    }

    std::vector<Deployment> m_deployments;
    int m_count = 0;
};

} // namespace

QString GithubReader::name() const
{
    return QCoreApplication::translate("GithubReader", "deployments of GitHub");
}

std::vector<std::string> GithubReader::recordPlaces(const JsonSketch &sketch) const
{
    std::vector<std::string> places;
    for (const std::string_view place : {"deployment", "[]", ""}) {
        if (sketch.hasAll(place, {"sha", "ref", "task", "environment"}))
            places.emplace_back(place);
    }
    for (const std::string_view place : {"deployment_status", "[]", ""}) {
        if (sketch.hasAll(place, {"state", "deployment_url", "environment", "created_at"}))
            places.emplace_back(place);
    }
    // A payload has both; where the first bytes of one are damaged, it is still to be told.
    const bool isPayload = std::ranges::find(places, "deployment_status") != places.end();
    if (isPayload && sketch.has("deployment") && std::ranges::find(places, "deployment") == places.end())
        places.emplace_back("deployment");
    return places;
}

std::unique_ptr<JsonTaker> GithubReader::taker(const JsonSketch & /*sketch*/) const
{
    return std::make_unique<GithubTaker>();
}

} // namespace downtimeline
